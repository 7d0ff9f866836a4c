/// Changes of a text, kept until they are applied together.
///
/// Every byte outside the stretches that are replaced stays as it was.
struct TextEdit {
  private struct Change {
    var range: Range<Int>
    var replacement: String
    var order: Int
  }

  let table: LineTable
  private var changes: [Change] = []

  init(_ table: LineTable) {
    self.table = table
  }

  /// The line end that the text uses, by its first line; LF for a text of one line.
  var lineEnd: String {
    guard let first = table.lines.first, first.next > first.end else { return "\n" }
    return table.text(first.end..<first.next)
  }

  /// Replaces a stretch of bytes; stretches must not overlap.
  mutating func replace(_ range: Range<Int>, with replacement: String) {
    changes.append(Change(range: range, replacement: replacement, order: changes.count))
  }

  /// Adds tags or ids behind a line's text, before the blanks at its end.
  mutating func appendTokens(_ tokens: [String], toLine index: Int) {
    guard table.lines.indices.contains(index), !tokens.isEmpty else { return }
    let line = table.lines[index]
    let end = table.droppingTrailingBlanks(line.start..<line.end).upperBound
    replace(end..<end, with: tokens.map { " \($0)" }.joined())
  }

  /// Whether nothing is to change.
  var isEmpty: Bool { changes.isEmpty }

  /// The new text.
  func applied() -> String {
    var bytes: [UInt8] = []
    var position = 0
    let ordered = changes.sorted {
      ($0.range.lowerBound, $0.range.upperBound, $0.order) < (
        $1.range.lowerBound, $1.range.upperBound, $1.order
      )
    }
    for change in ordered where change.range.isEmpty || change.range.lowerBound >= position {
      let start = max(position, change.range.lowerBound)
      bytes += table.bytes[position..<start]
      bytes += change.replacement.utf8
      position = max(position, change.range.upperBound)
    }
    bytes += table.bytes[position...]
    return String(decoding: bytes, as: UTF8.self)
  }
}
