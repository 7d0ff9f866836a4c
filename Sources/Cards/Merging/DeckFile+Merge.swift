extension DeckFile {
  /// Merges a new compile into a deck that an instructor has edited: a three-way merge, never a
  /// replacement.
  ///
  /// The third side is what the comment at the end of the file tells of the last compile. No id changes or
  /// vanishes, no text of the instructor's is lost, and a second merge of the same notes changes nothing.
  ///
  /// - Parameters:
  ///   - existing: The deck as it is.
  ///   - compiled: The notes of the new compile, those of one section together.
  ///   - deckName: The name from which ids are minted when the front matter has none.
  ///   - essay: The essay's text, when passages are to be looked up in it.
  ///   - sources: The bare names of the essays' files: a `source` that names another file is put right, lines
  ///     for further essays are added or taken away, and a deck without `source` gets none; nil leaves all.
  /// - Returns: The merged deck and what happened to each card.
  public static func merge(
    existing: DeckFile,
    compiled: [CompiledNote],
    deckName: String = "",
    essay: String? = nil,
    sources: [String]? = nil
  ) -> MergeResult {
    var deck = existing
    _ = deck.mintMissingIDs(deckName: deckName)
    var merger = Merger(deck: deck, incoming: incoming(compiled), deckName: deckName)
    merger.run()
    if let sources { merger.edit.rename(sourcesOf: deck, to: sources) }
    let edited = merger.edit.isEmpty ? deck : DeckFile(parsing: merger.edit.applied())
    let merged = edited.replacingState(with: edited.state(from: merger.groups))
    return MergeResult(
      deck: merged,
      outcomes: outcomes(in: merged, changes: merger.changes),
      warnings: merged.lostPassages(among: merger.changes, essay: essay)
    )
  }

  /// The compiled notes as they will be read from the file.
  private static func incoming(_ compiled: [CompiledNote]) -> [MergeIncoming] {
    let text = compiled.map { compiled in
      let note = compiled.note
      let bare = Note(
        content: note.content,
        context: note.context,
        passage: note.passage,
        remark: note.remark,
        tags: note.tags
      )
      return NotePrinter.lines(bare).joined(separator: "\n")
    }
    let read = DeckFile(parsing: text.joined(separator: "\n"))
    return zip(read.notes, compiled).map { placed, compiled in
      var note = placed.note
      note.section = compiled.note.section
      return MergeIncoming(
        note: note,
        fact: compiled.fact,
        key: MergeKey(note: note, fact: compiled.fact)
      )
    }
  }

  /// The state to be kept: the notes in the order of the file, then those that the instructor deleted.
  ///
  /// A note is written whole, with the cards whose gaps the instructor closed.
  private func state(from groups: [[MergeState.Entry]]) -> MergeState {
    var groupOfID: [CardID: Int] = [:]
    for (index, group) in groups.enumerated() {
      for entry in group { groupOfID[entry.id] = index }
    }
    let inFile = notes.flatMap(\.note.ids).compactMap { groupOfID[$0] }
    var state = MergeState()
    var written: Set<Int> = []
    for index in inFile + Array(groups.indices) where written.insert(index).inserted {
      state.append(groups[index])
    }
    return state
  }

  /// The file with another state: in the place of the old one if that ends the file, else at the end.
  private func replacingState(with state: MergeState) -> DeckFile {
    guard state != mergeState || stateLines.count > 1 else { return self }
    var edit = TextEdit(table)
    let block = state.lines.joined(separator: edit.lineEnd)
    let current = stateLines.last.flatMap { $0.lowerBound >= (notes.last?.lastLine ?? 0) ? $0 : nil }
    for old in stateLines {
      let end = table.lines[old.upperBound - 1].end
      if old == current {
        edit.replace(table.lines[old.lowerBound].start..<end, with: block)
      } else {
        edit.replace(endOfText(before: old.lowerBound)..<end, with: "")
      }
    }
    if current == nil {
      let end = endOfText(before: table.lines.count)
      edit.replace(end..<end, with: edit.lineEnd + edit.lineEnd + block)
    }
    return DeckFile(parsing: edit.applied())
  }

  /// The end of the last line before another that is not blank.
  private func endOfText(before line: Int) -> Int {
    var last = line
    while last > 0, table.kind(ofLine: last - 1) == .blank { last -= 1 }
    return last > 0 ? table.lines[last - 1].end : table.lines.first?.start ?? table.bytes.count
  }

  private static func outcomes(in deck: DeckFile, changes: [CardID: MergeChange]) -> [MergeOutcome] {
    var outcomes: [MergeOutcome] = []
    var told: Set<CardID> = []
    for placed in deck.notes {
      for id in placed.note.ids where told.insert(id).inserted {
        outcomes.append(
          MergeOutcome(id: id, change: changes[id] ?? .kept, label: placed.label, line: placed.firstLine)
        )
      }
    }
    for entry in deck.mergeState.entries where changes[entry.id] == .staysDeleted {
      guard told.insert(entry.id).inserted else { continue }
      outcomes.append(MergeOutcome(id: entry.id, change: .staysDeleted, label: "", line: 0))
    }
    return outcomes
  }

  /// Cards that stay although no compiled note matches them, and whose passage the essay no longer holds.
  private func lostPassages(among changes: [CardID: MergeChange], essay: String?) -> [Diagnostic] {
    guard let essay else { return [] }
    let kept = notes.filter { placed in
      !placed.note.isRetired && placed.note.ids.allSatisfy { changes[$0] == .kept }
    }
    return passagesMissing(from: essay, among: kept)
  }
}
