import Cards
import Testing

@Suite struct `Reading a deck of hashcards` {
  @Test func `All its cards are read, in its own syntax`() throws {
    var deck = DeckFile(parsing: try fixture("hashcards-geography.md"))
    #expect(!deck.hasErrors)
    #expect(deck.header.name == "Geography")
    #expect(deck.mintMissingIDs(deckName: "").count == 11)
    #expect(
      deck.cards.map(\.question) == [
        "What is the capital of Portugal?",
        "____ is the capital of Peru.",
        "Lima is the capital of ____.",
        "List the Baltic states.",
        "Rivers flow to the sea,\nand yet the ____ is not full.\n\n— Ecclesiastes 1:7",
        "Rivers flow to the sea,\nand yet the sea is not full.\n\n— ____ 1:7",
        "Rivers flow to the sea,\nand yet the sea is not full.\n\n— Ecclesiastes ____:7",
        "Rivers flow to the sea,\nand yet the sea is not full.\n\n— Ecclesiastes 1:____",
        "What does this map show?\n\n![map](images/map.png)",
        "The symbol ![arrow](arrow.png) points [on this map] to the ____.",
        "What is $\\frac{1}{2} + \\frac{1}{2}$?",
      ]
    )
    #expect(deck.cards[3].answers == ["- Estonia\n- Latvia\n- Lithuania"])
    #expect(deck.cards[10].answers == ["$$\n1\n$$"])
    #expect(Set(deck.cards[4...7].map(\.siblingGroup)).count == 1)
  }
}
