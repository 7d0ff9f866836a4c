/// A text's bytes and where its lines begin and end.
///
/// A line ends at LF, CRLF or a lone CR; no other character ends one. A byte order mark belongs to no line.
struct LineTable: Sendable {
  /// Where a line lies in the bytes.
  struct Line: Sendable {
    /// Its first byte.
    var start: Int
    /// Behind its last byte, before the line end.
    var end: Int
    /// The first byte of the next line.
    var next: Int
  }

  /// The text in UTF-8.
  let bytes: [UInt8]
  /// The lines in order; a text that ends with a line end has no empty line after it.
  let lines: [Line]

  /// The lines of a text; of a file without the byte order mark, which elsewhere is part of the text.
  init(_ text: String, isFile: Bool = false) {
    bytes = Array(text.utf8)
    lines = LineTable.split(bytes, from: isFile && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
  }

  private static func split(_ bytes: [UInt8], from first: Int) -> [Line] {
    var lines: [Line] = []
    lines.reserveCapacity(bytes.count / 24 + 1)
    var start = first
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      guard byte == Byte.lineFeed || byte == Byte.carriageReturn else {
        index += 1
        continue
      }
      let isPair =
        byte == Byte.carriageReturn && index + 1 < bytes.count && bytes[index + 1] == Byte.lineFeed
      let next = index + (isPair ? 2 : 1)
      lines.append(Line(start: start, end: index, next: next))
      start = next
      index = next
    }
    if start < bytes.count {
      lines.append(Line(start: start, end: bytes.count, next: bytes.count))
    }
    return lines
  }

  /// The text of a stretch of bytes.
  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// The text of a line without its end.
  func text(ofLine index: Int) -> String {
    lines.indices.contains(index) ? text(lines[index].start..<lines[index].end) : ""
  }

  /// The column of a byte in its line, in characters, from 1.
  func column(of offset: Int, inLine index: Int) -> Int {
    guard lines.indices.contains(index) else { return 1 }
    let start = lines[index].start
    return text(start..<max(start, offset)).count + 1
  }

  /// A stretch without the blanks at its beginning.
  func droppingLeadingBlanks(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start < range.upperBound {
      let width = blankWidth(at: start)
      if width == 0 { break }
      start += width
    }
    return min(start, range.upperBound)..<range.upperBound
  }

  /// A stretch without the blanks at its end.
  func droppingTrailingBlanks(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound {
      let width = blankWidth(before: end)
      if width == 0 { break }
      end -= width
    }
    return range.lowerBound..<max(end, range.lowerBound)
  }

  /// How many bytes the blank at a place takes: a space, a tab or U+3000; 0 when there is none.
  func blankWidth(at index: Int) -> Int {
    guard index < bytes.count else { return 0 }
    if bytes[index] == Byte.space || bytes[index] == Byte.tab { return 1 }
    return isIdeographicSpace(at: index) ? 3 : 0
  }

  /// How many bytes the blank before a place takes; 0 when there is none.
  func blankWidth(before index: Int) -> Int {
    guard index > 0 else { return 0 }
    if bytes[index - 1] == Byte.space || bytes[index - 1] == Byte.tab { return 1 }
    return index >= 3 && isIdeographicSpace(at: index - 3) ? 3 : 0
  }

  private func isIdeographicSpace(at index: Int) -> Bool {
    index + 2 < bytes.count && bytes[index] == 0xE3 && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80
  }
}

/// The bytes that have a meaning in a deck file.
enum Byte {
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let tab = UInt8(ascii: "\t")
  static let backslash = UInt8(ascii: "\\")
  static let openBracket = UInt8(ascii: "[")
  static let closeBracket = UInt8(ascii: "]")
  static let caret = UInt8(ascii: "^")
  static let hash = UInt8(ascii: "#")
  static let exclamation = UInt8(ascii: "!")
  static let colon = UInt8(ascii: ":")
  static let dash = UInt8(ascii: "-")
  static let dot = UInt8(ascii: ".")
  static let at = UInt8(ascii: "@")
  static let greater = UInt8(ascii: ">")
  static let plus = UInt8(ascii: "+")
  static let tilde = UInt8(ascii: "~")

  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  static func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }

  static func isLower(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }

  /// Whether a backslash before it takes away its meaning.
  static func isEscapable(_ byte: UInt8) -> Bool {
    byte == openBracket || byte == closeBracket || byte == backslash || byte == caret || byte == hash
  }
}
