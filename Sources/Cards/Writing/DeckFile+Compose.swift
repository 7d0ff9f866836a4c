extension DeckFile {
  /// Writes a new deck file.
  ///
  /// - Parameters:
  ///   - header: The front matter.
  ///   - notes: The notes in order; those without ids get ids from deck, fact and ordinal, so that the
  ///     same notes make the same file. Notes of one section should stand together.
  ///   - deckName: The name from which ids are minted when the header has none.
  /// - Returns: The file with headings for the sections, a blank line between cards, and the comment that
  ///   the next merge needs.
  public static func compose(
    header: DeckHeader,
    notes: [CompiledNote],
    deckName: String = ""
  ) -> DeckFile {
    var mint = Mint(deck: header.name ?? deckName)
    for compiled in notes { mint.take(compiled.note.ids) }
    var lines = header.lines
    var section: [String] = []
    for compiled in notes {
      var note = compiled.note
      if note.ids.isEmpty {
        note.ids = (0..<note.cardCount).map { _ in mint.next(fact: compiled.fact) }
      }
      for heading in headings(from: section, to: note.section) {
        appendBlock([heading], to: &lines)
      }
      section = note.section
      appendBlock(NotePrinter.lines(note), to: &lines)
    }
    let plain = DeckFile(parsing: lines.joined(separator: "\n") + "\n")
    let state = MergeState(
      entries: zip(plain.notes, notes).flatMap { placed, compiled in
        MergeKey(note: placed.note, fact: compiled.fact).entries(ids: placed.note.ids)
      }
    )
    appendBlock(state.lines, to: &lines)
    return DeckFile(parsing: lines.joined(separator: "\n") + "\n")
  }

  /// The headings that lead from one section to another.
  static func headings(from old: [String], to new: [String]) -> [String] {
    guard old != new else { return [] }
    let shared = zip(old, new).prefix { $0 == $1 }.count
    let start = shared == new.count ? max(shared - 1, 0) : shared
    return new[start...].enumerated().map { NotePrinter.heading($0.element, level: start + $0.offset + 1) }
  }

  private static func appendBlock(_ block: [String], to lines: inout [String]) {
    guard !block.isEmpty else { return }
    if !lines.isEmpty { lines.append("") }
    lines += block
  }
}
