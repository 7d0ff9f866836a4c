/// Text that is addressed by the offsets of its Unicode scalars.
///
/// CRLF and CR count as one line feed, so that an offset is the same however the file ended its lines.
/// Ranges outside of the text are cut to it: nothing here traps.
public struct SourceText: Sendable, Equatable {
  /// The scalars, with line feeds only.
  public let scalars: [Unicode.Scalar]

  private let lineStarts: [Int]

  /// The scalars of a text, in linear time.
  public init(_ text: String) {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(text.utf8.count / 2)
    var lineStarts = [0]
    var afterReturn = false
    for scalar in text.unicodeScalars {
      defer { afterReturn = scalar == "\r" }
      if afterReturn && scalar == "\n" { continue }
      if scalar == "\r" || scalar == "\n" {
        scalars.append("\n")
        lineStarts.append(scalars.count)
      } else {
        scalars.append(scalar)
      }
    }
    self.scalars = scalars
    self.lineStarts = lineStarts
  }

  /// How many scalars there are.
  public var count: Int { scalars.count }

  /// The range of the whole text.
  public var range: Range<Int> { 0..<scalars.count }

  /// The text of a range.
  public subscript(range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[clamped(range)])
    return String(view)
  }

  /// The scalar at an offset, `nil` outside of the text.
  public func scalar(at offset: Int) -> Unicode.Scalar? {
    offset >= 0 && offset < scalars.count ? scalars[offset] : nil
  }

  /// The part of a range that lies inside the text.
  public func clamped(_ range: Range<Int>) -> Range<Int> {
    range.clamped(to: 0..<scalars.count)
  }

  /// The range without the white space (U+3000 included) at its two ends.
  public func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = clamped(range)
    while let first = range.first, scalars[first].isSpace {
      range = (range.lowerBound + 1)..<range.upperBound
    }
    while let last = range.last, scalars[last].isSpace {
      range = range.lowerBound..<(range.upperBound - 1)
    }
    return range
  }

  /// The first place from `start` on that is not white space; `end` where there is none.
  func firstVisible(from start: Int, before end: Int) -> Int {
    var place = start
    while place < end, scalars[place].isSpace { place += 1 }
    return place
  }

  /// The line and column of an offset, both counted from 1, columns in scalars.
  public func position(at offset: Int) -> (line: Int, column: Int) {
    let offset = min(max(offset, 0), scalars.count)
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return (low + 1, offset - lineStarts[low] + 1)
  }
}
