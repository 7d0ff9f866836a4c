extension TextEdit {
  /// Puts the names of the essays' files into the front matter where other ones stand.
  ///
  /// Only values change: key, quotes and a comment behind stay. Lines for further essays come behind the last one
  /// or go; no first line is added, and names that are more than bare file names change nothing.
  mutating func rename(sourcesOf deck: DeckFile, to names: [String]) {
    guard let first = deck.sourceLines.last(where: { $0.key == DeckHeader.sourceKey(1) }), !names.isEmpty,
      deck.header.sources != names, names.allSatisfy(DeckHeader.isBareFileName)
    else { return }
    var last = first.index
    var missing: [String] = []
    for (number, name) in zip(1..., names) {
      let key = DeckHeader.sourceKey(number)
      if let line = deck.sourceLines.last(where: { $0.key == key }) {
        rename(line.index, to: name)
        last = max(last, line.index)
      } else {
        missing.append("\(key): \(FrontMatterValue.write(name))")
      }
    }
    let end = table.lines[last].end
    if !missing.isEmpty { replace(end..<end, with: missing.map { lineEnd + $0 }.joined()) }
    let kept = Set((1...names.count).map(DeckHeader.sourceKey))
    for line in deck.sourceLines where !kept.contains(line.key) {
      replace(table.lines[line.index].start..<table.lines[line.index].next, with: "")
    }
  }

  private mutating func rename(_ index: Int, to name: String) {
    let line = table.text(ofLine: index)
    guard let separator = line.firstIndex(where: { $0 == ":" || $0 == "=" }) else { return }
    let blanks = line[line.index(after: separator)...].prefix { $0.isWhitespace }
    let value = line[blanks.endIndex...]
    guard FrontMatterValue.read(value) != name else { return }
    let key = line[...separator] + (blanks.endIndex == line.endIndex ? " " : blanks)
    let changed = key + FrontMatterValue.replacing(value, with: name)
    replace(table.lines[index].start..<table.lines[index].end, with: String(changed))
  }
}

/// A line of the front matter that names an essay.
struct SourceLine {
  /// The key: `source`, `source-2` and so on.
  let key: String
  /// The line, from 0.
  let index: Int
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
