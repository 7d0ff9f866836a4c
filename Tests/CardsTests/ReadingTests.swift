import Cards
import Testing

@Suite struct `Reading a deck file` {
  @Test func `The deck of the design gives its three cards`() throws {
    let deck = DeckFile(parsing: try fixture("essay-deck.md"))
    #expect(deck.diagnostics == [])
    #expect(deck.header.name == "密切党群关系与作风建设")
    #expect(deck.header.source == "essay.txt")
    #expect(deck.cards.map(\.id.text) == ["7k3m9q2a5x", "p0d4w8rr2c", "m41v0c9e7t"])
    #expect(deck.cards.map(\.question).first == "作风是____在实践活动中的体现。")
    #expect(
      deck.cards.map(\.answers) == [
        ["立场和世界观"], ["对待人民群众的态度问题"], ["形式主义", "官僚主义", "享乐主义", "奢靡之风"],
      ]
    )
    #expect(deck.cards.allSatisfy { $0.section == ["一、密切党与人民群众的血肉联系是作风建设的核心问题"] })
  }

  @Test func `A composed deck reads back as the notes it was made of`() throws {
    let original = DeckFile(parsing: try fixture("essay-deck.md"))
    let notes = original.notes.map { CompiledNote(note: $0.note, fact: $0.label) }
    let composed = DeckFile.compose(header: original.header, notes: notes)
    #expect(composed.notes.map(\.note) == original.notes.map(\.note))
    #expect(composed.text.hasPrefix(original.text))
  }
}
