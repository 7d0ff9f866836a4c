/// The marks that begin a line of a card.
enum Mark: Character, CaseIterable, Sendable {
  case question = "Q"
  case answer = "A"
  case cloze = "C"
  case list = "L"
  case order = "O"
  case choice = "M"
  case trueStatement = "T"
  case falseStatement = "F"

  /// The mark as it is written.
  var text: String { "\(rawValue):" }

  init?(letter: UInt8) {
    self.init(rawValue: Character(Unicode.Scalar(letter)))
  }
}

/// What a line of a deck file is by itself; the parser's state decides what it means.
///
/// `content` is the place of the first byte behind the mark and its blanks.
enum LineKind: Equatable {
  case blank
  case mark(Mark, content: Int)
  /// A mark with a full-width letter or colon.
  case misspeltMark(Mark, content: Int)
  /// One letter and a colon; the mark that was perhaps meant.
  case unknownMark(Mark)
  case heading(level: Int, content: Int)
  case separator
  case context(content: Int)
  case passage(content: Int)
  case remark(content: Int)
  case dashItem(content: Int)
  case numberedItem(number: Int, content: Int)
  case comment
  case text
}

extension LineTable {
  /// What the line is by itself.
  func kind(ofLine index: Int) -> LineKind {
    kind(of: lines[index].start..<lines[index].end)
  }

  /// What a stretch would be as a line.
  func kind(of line: Range<Int>) -> LineKind {
    let start = line.lowerBound
    guard start < line.upperBound else { return .blank }
    let first = bytes[start]
    let second = start + 1 < line.upperBound ? bytes[start + 1] : nil
    switch first {
    case Byte.space, Byte.tab, 0xE3:
      return droppingLeadingBlanks(line).isEmpty ? .blank : .text
    case Byte.hash:
      return heading(line)
    case Byte.dash:
      return dashed(line, second: second)
    case Byte.at where isBlankOrEnd(second):
      return .context(content: min(start + 2, line.upperBound))
    case Byte.exclamation where isBlankOrEnd(second):
      return .remark(content: min(start + 2, line.upperBound))
    case Byte.greater:
      let content = start + (second == Byte.space || second == Byte.tab ? 2 : 1)
      return .passage(content: content)
    case UInt8(ascii: "<"):
      return bytes[line].starts(with: commentOpening) ? .comment : .text
    default:
      if Byte.isDigit(first) { return numbered(line) }
      return lettered(line)
    }
  }

  private func isBlankOrEnd(_ byte: UInt8?) -> Bool {
    byte == nil || byte == Byte.space || byte == Byte.tab
  }

  private func contentStart(_ line: Range<Int>, after width: Int) -> Int {
    droppingLeadingBlanks(min(line.lowerBound + width, line.upperBound)..<line.upperBound).lowerBound
  }

  private func heading(_ line: Range<Int>) -> LineKind {
    let level = bytes[line].prefix { $0 == Byte.hash }.count
    let behind = line.lowerBound + level
    guard level <= 6, behind == line.upperBound || blankWidth(at: behind) > 0 else { return .text }
    return .heading(level: level, content: contentStart(line, after: level))
  }

  private func dashed(_ line: Range<Int>, second: UInt8?) -> LineKind {
    if isBlankOrEnd(second) { return .dashItem(content: contentStart(line, after: 1)) }
    let body = droppingTrailingBlanks(line)
    return body.count >= 3 && bytes[body].allSatisfy { $0 == Byte.dash } ? .separator : .text
  }

  private func numbered(_ line: Range<Int>) -> LineKind {
    let digits = bytes[line].prefix { Byte.isDigit($0) }
    let dot = line.lowerBound + digits.count
    guard digits.count <= 6, dot < line.upperBound, bytes[dot] == Byte.dot else { return .text }
    guard dot + 1 == line.upperBound || blankWidth(at: dot + 1) > 0 else { return .text }
    let number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return .numberedItem(number: number, content: contentStart(line, after: digits.count + 1))
  }

  /// A line that begins with a letter, in either width.
  private func lettered(_ line: Range<Int>) -> LineKind {
    var letter = bytes[line.lowerBound]
    var colon = line.lowerBound + 1
    let isWideLetter =
      letter == 0xEF && line.count > 2 && bytes[line.lowerBound + 1] == 0xBC
      && (0xA1...0xBA).contains(bytes[line.lowerBound + 2])
    if isWideLetter {
      letter = bytes[line.lowerBound + 2] - 0xA1 + UInt8(ascii: "A")
      colon = line.lowerBound + 3
    }
    guard Byte.isUpper(letter) || Byte.isLower(letter), colon < line.upperBound else { return .text }
    let isWideColon = bytes[colon..<line.upperBound].starts(with: [0xEF, 0xBC, 0x9A])
    guard isWideColon || bytes[colon] == Byte.colon else { return .text }
    let content = contentStart(line, after: colon - line.lowerBound + (isWideColon ? 3 : 1))
    guard let mark = Mark(letter: letter) else {
      return .unknownMark(Mark.nearest(to: letter))
    }
    return isWideLetter || isWideColon ? .misspeltMark(mark, content: content) : .mark(mark, content: content)
  }
}

extension Mark {
  /// The mark that was perhaps meant by another letter: its capital, a neighbour on the keyboard, or a
  /// word's first letter.
  static func nearest(to letter: UInt8) -> Mark {
    if let mark = Mark(letter: letter & 0xDF) { return mark }
    switch letter & 0xDF {
    case UInt8(ascii: "W"), UInt8(ascii: "E"): return .question
    case UInt8(ascii: "S"), UInt8(ascii: "Z"): return .answer
    case UInt8(ascii: "X"), UInt8(ascii: "V"), UInt8(ascii: "D"), UInt8(ascii: "G"): return .cloze
    case UInt8(ascii: "K"), UInt8(ascii: "U"): return .list
    case UInt8(ascii: "I"), UInt8(ascii: "P"): return .order
    case UInt8(ascii: "N"), UInt8(ascii: "J"): return .choice
    case UInt8(ascii: "R"), UInt8(ascii: "Y"), UInt8(ascii: "B"), UInt8(ascii: "H"): return .trueStatement
    default: return .question
    }
  }
}

/// What a comment begins with.
let commentOpening = Array("<!--".utf8)
/// What a comment ends with.
let commentClosing = Array("-->".utf8)
