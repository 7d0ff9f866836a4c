extension DeckParser {
  /// Reads the front matter, in YAML's or TOML's dress, if the file begins with one.
  ///
  /// Only flat `key: value` and `key = value` lines have a meaning; nested values belong to a key that is
  /// unknown here and are kept. Front matter that is not closed ends before the first card or heading.
  ///
  /// - Returns: The first line behind it.
  mutating func readFrontMatter() -> Int {
    guard !table.lines.isEmpty, table.kind(ofLine: 0) == .separator else { return 0 }
    var index = 1
    var hasKeys = false
    var firstHeading: Int?
    scan: while index < table.lines.count {
      switch table.kind(ofLine: index) {
      case .separator:
        return index + 1
      case .mark, .misspeltMark, .passage, .context, .remark:
        break scan
      case .heading:
        firstHeading = firstHeading ?? index
      case .blank, .unknownMark, .dashItem, .numberedItem, .comment, .text:
        readEntry(index, hasKeys: &hasKeys)
      }
      index += 1
    }
    guard hasKeys else { return 1 }
    tell(.frontMatterNotClosed, line: 0, at: table.lines[0].start)
    return firstHeading ?? index
  }

  private mutating func readEntry(_ index: Int, hasKeys: inout Bool) {
    let range = lineRange(index)
    let line = table.text(table.droppingTrailingBlanks(range))
    guard !line.isEmpty, line.first != " ", line.first != "\t", line.first != "-" else { return }
    guard let separator = line.firstIndex(where: { $0 == ":" || $0 == "=" }), separator > line.startIndex
    else {
      warn(.frontMatterLine(text: String(line.prefix(24))), line: index, at: range.lowerBound)
      return
    }
    hasKeys = true
    let key = String(line[..<separator]).trimmingEnd()
    let value = FrontMatterValue.read(line[line.index(after: separator)...])
    let known = value.isEmpty ? nil : value
    switch key {
    case "deck": header.name = known
    case "name": header.name = header.name ?? known
    case "language": header.language = known
    case "author": header.author = known
    case _ where DeckHeader.isSourceKey(key):
      sourceLines.append(SourceLine(key: key, index: index))
      guard let known else { return }
      if !DeckHeader.isBareFileName(known) {
        tell(.sourceNotBare(name: known), line: index, at: range.lowerBound)
      } else if key == "source" {
        header.source = known
      } else {
        header.furtherSources.append(known)
      }
    default: header.others.append(DeckHeader.Entry(key: key, value: value))
    }
  }
}

/// How values of the front matter are read and written.
enum FrontMatterValue {
  /// A value without quotes and without a comment behind it.
  static func read(_ raw: Substring) -> String {
    let text = raw.drop { $0.isWhitespace }
    guard let quote = text.first, quote == "\"" || quote == "'" else { return plain(text) }
    var value = ""
    var rest = text.dropFirst()
    while let character = rest.popFirst() {
      if character == quote { return value }
      if character == "\\", quote == "\"", let next = rest.popFirst() {
        value.append(unescaped(next))
      } else {
        value.append(character)
      }
    }
    return plain(text)
  }

  /// A value as it is written: plain where that is read back the same, else in double quotes.
  static func write(_ value: String) -> String {
    let isPlain = !value.isEmpty && read(Substring(" " + value)) == value && !value.contains { $0.isNewline }
    if isPlain { return value }
    var quoted = "\""
    for character in value {
      switch character {
      case "\"", "\\": quoted += "\\\(character)"
      case "\t": quoted += "\\t"
      default: quoted += character.isNewline ? "\\n" : String(character)
      }
    }
    return quoted + "\""
  }

  private static func plain(_ text: Substring) -> String {
    var end = text.endIndex
    var previous: Character = "x"
    for index in text.indices {
      if text[index] == "#", previous == " " || previous == "\t" {
        end = index
        break
      }
      previous = text[index]
    }
    return String(text[..<end]).trimmingEnd()
  }

  private static func unescaped(_ character: Character) -> Character {
    switch character {
    case "n": "\n"
    case "t": "\t"
    default: character
    }
  }
}
