import Cards
import Testing

@Suite struct `Writing a deck file` {
  @Test func `Any note reads back as it was written`() {
    for seed in 0..<rounds(400, full: 20_000) {
      var random = RandomNotes(seed: seed)
      let notes = (0..<3).map { _ in random.note() }
      let deck = DeckFile.compose(
        header: DeckHeader(name: random.text()),
        notes: notes.map { CompiledNote(note: $0, fact: "\(seed)") }
      )
      let read = deck.notes.map { placed in
        var note = placed.note
        note.ids = []
        return note
      }
      #expect(read == notes, "seed \(seed)\n\(deck.text)")
      #expect(!deck.hasErrors, "seed \(seed) \(deck.diagnostics)\n\(deck.text)")
      if read != notes || deck.hasErrors { return }
    }
  }
}
