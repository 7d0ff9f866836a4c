/// Where a note is inserted.
enum MergeAnchor: Equatable {
  /// Behind a note of the file, by its place.
  case after(Int)
  /// Before a note of the file.
  case before(Int)
  /// Behind a line, from 0.
  case behindLine(Int)
  /// Before a line, from 0.
  case beforeLine(Int)
}

extension Merger {
  /// Replaces a note's lines; comments among them stay, behind the note.
  mutating func replaceLines(of placed: PlacedNote, with lines: [String]) {
    let comments = commentLines(within: placed)
    edit.replace(byteRange(of: placed), with: (lines + comments).joined(separator: edit.lineEnd))
  }

  /// Takes a note's lines out, with the blank lines before it; comments among them stay.
  mutating func removeNote(_ placed: PlacedNote) {
    let lines = deck.table.lines
    var first = placed.firstLine - 1
    while first > 0, deck.table.kind(ofLine: first - 1) == .blank { first -= 1 }
    let start = first > 0 ? lines[first - 1].end : lines[first].start
    let comments = commentLines(within: placed)
    let kept = comments.isEmpty ? "" : ([""] + comments).map { edit.lineEnd + $0 }.joined()
    edit.replace(start..<lines[placed.lastLine - 1].end, with: kept)
  }

  /// Replaces the lines of a note's passage, or adds them at its end.
  mutating func replacePassage(of placed: PlacedNote, with passage: String) {
    let lines = deck.table.lines
    let new = NotePrinter.passage(passage)
    guard let first = placed.passageLines.first else {
      let end = lines[placed.lastLine - 1].end
      edit.replace(end..<end, with: new.map { edit.lineEnd + $0 }.joined())
      return
    }
    var last = first
    for line in placed.passageLines.dropFirst() where line == last + 1 { last = line }
    edit.replace(lines[first - 1].start..<lines[last - 1].end, with: new.joined(separator: edit.lineEnd))
    for line in placed.passageLines where line > last {
      edit.replace(lines[line - 2].end..<lines[line - 1].end, with: "")
    }
  }

  /// Inserts lines as a block of their own.
  mutating func insert(_ block: [String], at anchor: MergeAnchor) {
    let lines = deck.table.lines
    let text = block.joined(separator: edit.lineEnd)
    let gap = edit.lineEnd + edit.lineEnd
    switch anchor {
    case .after(let place):
      let end = lines[deck.notes[place].lastLine - 1].end
      edit.replace(end..<end, with: gap + text)
    case .before(let place):
      let start = lines[deck.notes[place].firstLine - 1].start
      edit.replace(start..<start, with: text + gap)
    case .behindLine(let line):
      edit.replace(lines[line].end..<lines[line].end, with: gap + text)
    case .beforeLine(let line):
      edit.replace(lines[line].start..<lines[line].start, with: text + gap)
    }
  }

  private func byteRange(of placed: PlacedNote) -> Range<Int> {
    deck.table.lines[placed.firstLine - 1].start..<deck.table.lines[placed.lastLine - 1].end
  }

  private func commentLines(within placed: PlacedNote) -> [String] {
    CommentMap(deck.table, in: placed.firstLine - 1..<placed.lastLine).lines
      .map { deck.table.text(ofLine: $0) }
  }
}

extension TextEdit {
  /// Takes a tag and the blanks before it away from a card's first line.
  mutating func removeTag(_ tag: String, fromLine index: Int) {
    guard table.lines.indices.contains(index) else { return }
    let line = table.lines[index].start..<table.lines[index].end
    guard let token = Tail(of: line, in: table).tags.first(where: { $0.text == tag }) else { return }
    let start = table.droppingTrailingBlanks(line.lowerBound..<token.range.lowerBound).upperBound
    replace(start..<token.range.upperBound, with: "")
  }
}
