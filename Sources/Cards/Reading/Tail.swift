/// The tags and ids at the end of a card's first line.
struct Tail {
  /// A tag or an id and where it stands.
  struct Token {
    var range: Range<Int>
    var text: String
  }

  var tags: [Token] = []
  var ids: [Token] = []
  /// The first byte that belongs to the tail; the text ends before it.
  var start = 0

  /// Reads tags and ids from the end of a line backwards, as far as there are any.
  init(of content: Range<Int>, in table: LineTable) {
    var end = table.droppingTrailingBlanks(content).upperBound
    while end > content.lowerBound {
      guard let token = Tail.token(endingAt: end, in: content, of: table) else { break }
      if table.bytes[token.range.lowerBound] == Byte.hash {
        tags.append(token)
      } else {
        ids.append(token)
      }
      end = table.droppingTrailingBlanks(content.lowerBound..<token.range.lowerBound).upperBound
    }
    start = end
    tags.reverse()
    ids.reverse()
  }

  init() {}

  private static func token(endingAt end: Int, in content: Range<Int>, of table: LineTable) -> Token? {
    var start = end
    while start > content.lowerBound, table.blankWidth(before: start) == 0 {
      let byte = table.bytes[start - 1]
      if byte == Byte.openBracket || byte == Byte.closeBracket || byte == Byte.backslash { return nil }
      start -= 1
      if byte == Byte.caret || byte == Byte.hash { break }
    }
    guard start < end else { return nil }
    let isEscaped = start > content.lowerBound && table.bytes[start - 1] == Byte.backslash
    let isSeparate = start == content.lowerBound || table.blankWidth(before: start) > 0
    let body = start + 1..<end
    guard !isEscaped, !body.isEmpty else { return nil }
    switch table.bytes[start] {
    case Byte.hash where isSeparate:
      return Token(range: start..<end, text: table.text(body))
    case Byte.caret:
      let bytes = table.bytes[body]
      let isWord = bytes.allSatisfy { Byte.isDigit($0) || Byte.isUpper($0) || Byte.isLower($0) }
      let isID = bytes.count == CardID.length && bytes.allSatisfy(Base32.isDigit)
      return isID || (isSeparate && isWord) ? Token(range: start..<end, text: table.text(body)) : nil
    default:
      return nil
    }
  }
}
