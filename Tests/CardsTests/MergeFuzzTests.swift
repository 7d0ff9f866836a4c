import Cards
import Testing

@Suite struct `Editing and recompiling at random` {
  @Test func `No id, no text and no deletion is lost, and a second recompile changes nothing`() {
    for seed in 0..<rounds(25, full: 2_000) {
      if let complaint = story(seed: seed) {
        Issue.record("seed \(seed): \(complaint)")
        return
      }
    }
  }

  /// Compiles, then three times edits, revises and recompiles; says what went wrong.
  private func story(seed: Int) -> String? {
    var essay = ToyEssay(seed: seed)
    var instructor = Instructor(seed: seed ^ 0x5EED)
    var deck = DeckFile.compose(header: DeckHeader(name: "玩具"), notes: essay.compile())
    var otherEssay = ToyEssay(seed: seed ^ 0x07E4)
    var other = DeckFile.compose(header: DeckHeader(name: "另一份"), notes: otherEssay.compile())
    for round in 1...3 {
      let hasInstructor = seed % 4 > 0
      for _ in 0..<(hasInstructor ? instructor.random.next() % 5 : 0) { deck = instructor.edit(deck) }
      if hasInstructor, instructor.random.happens(percent: 40) {
        (deck, other) = instructor.move(from: deck, to: other)
      }
      for _ in 0..<essay.random.next() % 5 { essay.revise() }
      for _ in 0..<otherEssay.random.next() % 3 { otherEssay.revise() }
      _ = deck.mintMissingIDs(deckName: "玩具")
      let result = DeckFile.merge(existing: deck, compiled: essay.compile(), essay: essay.text)
      let complaint =
        check(result, before: deck, instructor) ?? checkIdempotence(result, essay)
        ?? (hasInstructor ? nil : checkCompleteness(result, essay))
      if let complaint {
        return "round \(round): \(complaint)\n--- before\n\(deck.text)\n--- after\n\(result.deck.text)"
      }
      deck = result.deck
      let otherResult = DeckFile.merge(
        existing: other,
        compiled: otherEssay.compile(),
        essay: otherEssay.text
      )
      if let complaint = check(moved: instructor.moved, in: otherResult, before: other)
        ?? checkIdempotence(otherResult, otherEssay)
      {
        return
          "other file, round \(round): \(complaint)\n--- before\n\(other.text)\n--- after\n\(otherResult.deck.text)"
      }
      other = otherResult.deck
    }
    return nil
  }

  /// Cards that came from another file are the instructor's own there.
  private func check(moved: [CardID: NoteContent], in result: MergeResult, before: DeckFile) -> String? {
    if result.deck.hasErrors { return "errors \(result.deck.diagnostics)" }
    var notes: [CardID: Note] = [:]
    for placed in result.deck.notes { for id in placed.note.ids { notes[id] = placed.note } }
    for id in before.notes.flatMap(\.note.ids) where notes[id] == nil { return "\(id) vanished" }
    for (id, content) in moved {
      guard let note = notes[id] else { return "moved \(id) vanished" }
      if note.content != content { return "the text of moved \(id) became \(note.content)" }
    }
    return nil
  }

  private func check(_ result: MergeResult, before: DeckFile, _ instructor: Instructor) -> String? {
    let after = result.deck
    if after.hasErrors { return "errors \(after.diagnostics.filter { $0.severity == .error })" }
    var notes: [CardID: Note] = [:]
    for placed in after.notes {
      for id in placed.note.ids {
        notes[id] = placed.note
      }
    }
    if notes.count < after.notes.reduce(0, { $0 + $1.note.ids.count }) { return "an id stands twice" }
    for placed in before.notes {
      for id in placed.note.ids where notes[id] == nil { return "\(id) vanished" }
      for id in placed.note.ids {
        let lost = placed.note.tags.filter { $0 != "retired" && notes[id]?.tags.contains($0) != true }
        if !lost.isEmpty { return "\(id) lost its tags \(lost)" }
      }
    }
    for (id, content) in instructor.written where notes[id]?.content != content {
      return "the instructor's text of \(id) became \(String(describing: notes[id]?.content))"
    }
    for (id, content) in instructor.deleted {
      if notes[id] != nil { return "deleted \(id) is back" }
      if let again = after.notes.first(where: { $0.note.content == content }) {
        return "deleted \(id) is back as \(again.note.ids)"
      }
    }
    for comment in instructor.comments where !after.text.contains(comment) { return "\(comment) vanished" }
    for outcome in result.outcomes where outcome.change == .retired {
      if notes[outcome.id]?.tags.contains("retired") != true { return "\(outcome.id) is not tagged" }
    }
    return nil
  }

  /// Without an instructor the cards that are asked are those of the compile and no others.
  private func checkCompleteness(_ result: MergeResult, _ essay: ToyEssay) -> String? {
    let asked = result.deck.notes.filter { !$0.note.tags.contains("retired") }.map { describe($0.note) }
    let compiled = essay.compile().map { describe($0.note) }
    return asked.sorted() == compiled.sorted() ? nil : "asked are \(asked.sorted())\nnot \(compiled.sorted())"
  }

  private func describe(_ note: Note) -> String { "\(note.content) \(note.passage ?? "")" }

  private func checkIdempotence(_ result: MergeResult, _ essay: ToyEssay) -> String? {
    let again = DeckFile.merge(existing: result.deck, compiled: essay.compile(), essay: essay.text)
    if again.deck.text != result.deck.text {
      return "a second recompile changed\n\(again.deck.text)\n--- from"
    }
    let changed = again.outcomes.filter { $0.change != .kept && $0.change != .staysDeleted }
    return changed.isEmpty ? nil : "a second recompile claims \(changed)"
  }
}
