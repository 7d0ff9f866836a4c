/// Taking backslashes away when a deck is read, and putting them in when one is written.
enum Escapes {
  /// Reads one line of a field.
  ///
  /// - Parameters:
  ///   - range: The line's bytes without mark, tags and ids.
  ///   - table: The text they lie in.
  ///   - isLineStart: Whether the stretch begins its line, so that a backslash may hide a mark.
  ///   - buffer: Where the bytes without their backslashes are added.
  static func read(
    _ range: Range<Int>,
    of table: LineTable,
    isLineStart: Bool,
    into buffer: inout [UInt8]
  ) {
    let bytes = table.bytes
    guard bytes[range].contains(Byte.backslash) else {
      buffer.append(contentsOf: bytes[range])
      return
    }
    var index = range.lowerBound
    if isLineStart, hidesMark(range, of: table) { index += 1 }
    while index < range.upperBound {
      let isEscape =
        bytes[index] == Byte.backslash && index + 1 < range.upperBound && Byte.isEscapable(bytes[index + 1])
      if isEscape { index += 1 }
      buffer.append(bytes[index])
      index += 1
    }
  }

  /// Whether a line begins with a backslash that takes the meaning from the mark behind it.
  static func hidesMark(_ line: Range<Int>, of table: LineTable) -> Bool {
    guard line.count > 1, table.bytes[line.lowerBound] == Byte.backslash else { return false }
    switch table.kind(of: line.lowerBound + 1..<line.upperBound) {
    case .blank, .text: return false
    case .mark, .misspeltMark, .unknownMark, .heading, .separator, .context, .passage, .remark, .dashItem,
      .numberedItem, .comment:
      return true
    }
  }

  /// How a text is written as a field.
  ///
  /// - Parameters:
  ///   - text: The text; its lines may end in any way.
  ///   - kind: The kind of the card: in lists and choices the marks of items count.
  ///   - hasTail: Whether tags and ids may follow on the field's first line.
  /// - Returns: The lines as they are written, without mark; never empty.
  static func write(_ text: String, kind: CardKind, hasTail: Bool = false) -> [String] {
    lines(of: text).enumerated().map { index, line in
      let inner = writeInline(line, escapesBrackets: false, escapesTail: hasTail && index == 0)
      return index == 0 ? inner : hideMark(inner, kind: kind)
    }
  }

  /// A text's lines without blanks at their ends and without blank lines around.
  static func lines(of text: String) -> [String] {
    let table = LineTable(text)
    var lines = table.lines.map { table.text(table.droppingTrailingBlanks($0.start..<$0.end)) }
    while lines.last?.isEmpty == true { lines.removeLast() }
    lines.removeFirst(lines.prefix { $0.isEmpty }.count)
    return lines.isEmpty ? [""] : lines
  }

  /// Puts backslashes into one line where a reader would take a character for something else.
  static func writeInline(_ text: String, escapesBrackets: Bool, escapesTail: Bool) -> String {
    let bytes = Array(text.utf8)
    var written: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      let needsEscape =
        switch byte {
        case Byte.backslash: index + 1 >= bytes.count || Byte.isEscapable(bytes[index + 1])
        case Byte.openBracket, Byte.closeBracket: escapesBrackets
        case Byte.hash: escapesTail && isWordStart(index, of: bytes)
        case Byte.caret: escapesTail && isWordStart(index, of: bytes) || hasIDLength(index, of: bytes)
        default: false
        }
      if needsEscape { written.append(Byte.backslash) }
      written.append(byte)
    }
    return String(decoding: written, as: UTF8.self)
  }

  private static func isWordStart(_ index: Int, of bytes: [UInt8]) -> Bool {
    guard index > 0 else { return true }
    if bytes[index - 1] <= Byte.space { return true }
    return index >= 3 && bytes[index - 3..<index].elementsEqual([0xE3, 0x80, 0x80])
  }

  private static func hasIDLength(_ index: Int, of bytes: [UInt8]) -> Bool {
    let word = bytes[(index + 1)...].prefix(CardID.length)
    return word.count == CardID.length && word.allSatisfy(Base32.isDigit)
  }

  /// Puts a backslash before a line that a reader would take for a mark, or for a hidden one.
  static func hideMark(_ line: String, kind: CardKind) -> String {
    let table = LineTable(line)
    let whole = 0..<table.bytes.count
    if hidesMark(whole, of: table) { return "\\" + line }
    switch table.kind(of: whole) {
    case .blank, .text: return line
    case .dashItem: return kind == .list || kind == .choice ? "\\" + line : line
    case .numberedItem: return kind == .order ? "\\" + line : line
    case .mark, .misspeltMark, .unknownMark, .heading, .separator, .context, .passage, .remark, .comment:
      return "\\" + line
    }
  }
}
