extension TextEdit {
  /// Puts the name of the essay's file into the front matter where another one stands.
  ///
  /// Only the value changes: key, quotes and a comment behind it stay. A name that is more than a bare file
  /// name changes nothing, nor is a line added.
  mutating func rename(sourceOf deck: DeckFile, to name: String) {
    guard let index = deck.sourceLine, deck.header.source != name, DeckHeader.isBareFileName(name) else {
      return
    }
    let line = table.text(ofLine: index)
    guard let separator = line.firstIndex(where: { $0 == ":" || $0 == "=" }) else { return }
    let blanks = line[line.index(after: separator)...].prefix { $0.isWhitespace }
    let key = line[...separator] + (blanks.endIndex == line.endIndex ? " " : blanks)
    let changed = key + FrontMatterValue.replacing(line[blanks.endIndex...], with: name)
    replace(table.lines[index].start..<table.lines[index].end, with: String(changed))
  }
}

extension FrontMatterValue {
  /// A value in the place of another: in the same quotes and before the same comment where that is read as
  /// the value.
  fileprivate static func replacing(_ old: Substring, with value: String) -> String {
    let quote = old.first.flatMap { $0 == "\"" || $0 == "'" ? String($0) : nil } ?? ""
    let known = quote + read(old) + quote
    let rest = old.hasPrefix(known) ? old.dropFirst(known.count) : ""
    let plain = write(value)
    return [quote + value + quote + rest, plain + rest].first { read(Substring($0)) == value } ?? plain
  }
}
