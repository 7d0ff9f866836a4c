extension DeckParser {
  /// Tells of ids that stand in the file twice; the later card is not asked.
  mutating func checkIDs() {
    var firstLines: [CardID: Int] = [:]
    for index in notes.indices {
      let line = notes[index].firstLine
      for id in notes[index].note.ids {
        guard let firstLine = firstLines[id] else {
          firstLines[id] = line
          continue
        }
        notes[index].hasErrors = true
        tell(
          .duplicateID(id: id, firstLine: firstLine),
          line: line - 1,
          at: offset(of: id, inLine: line - 1),
          isFixable: true
        )
      }
    }
  }

  private func offset(of id: CardID, inLine index: Int) -> Int {
    let tail = Tail(of: lineRange(index), in: table)
    let token = tail.ids.last { $0.text == id.text }
    return token?.range.lowerBound ?? lineRange(index).lowerBound
  }
}
