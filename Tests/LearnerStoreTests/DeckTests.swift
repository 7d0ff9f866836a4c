import Cards
import LearnerStore
import Scheduling
import Study
import Testing

@Suite struct DeckTests {
  private func cards(_ numbers: [Int]) -> [Card] {
    numbers.enumerated().map { place, number in
      var card = card(number)
      card.place = place
      return card
    }
  }

  @Test func `a deck comes back with its cards in order, as they were taken up`() throws {
    let store = try memoryStore()
    let deck = cards([3, 1, 2])
    let result = try store.takeUp(deckAt: "/作风.md", name: "作风", fingerprint: .max, cards: deck, at: moment(0))
    #expect(result == TakeUp(isChanged: true, added: deck.map(\.id)))
    #expect(
      try store.candidates()
        == deck.map { Candidate(card: $0, deck: "作风", progress: CardProgress(card: $0.id)) }
    )
    let remembered = try store.rememberedDecks()
    #expect(
      remembered == [
        RememberedDeck(
          path: "/作风.md",
          name: "作风",
          fingerprint: .max,
          takenUpAt: moment(0).instant,
          cardCount: 3
        )
      ]
    )
  }

  @Test func `every kind of text survives: line feeds, backslashes, empty items, none`() throws {
    let store = try memoryStore()
    var odd = card(1)
    odd.answers = ["", "a\nb", "c\\nd", "\\", "é", "e\u{301}"]
    odd.choices = []
    odd.tags = [""]
    odd.section = []
    odd.passage = nil
    odd.remark = ""
    odd.truth = false
    odd.place = 0
    try store.takeUp(deckAt: "/d.md", name: "d", fingerprint: 1, cards: [odd], at: moment(0))
    let back = try #require(try store.candidates().first?.card)
    #expect(back == odd)
    #expect(back.answers.map { Array($0.utf8) } == odd.answers.map { Array($0.utf8) })
  }

  @Test func `an unchanged fingerprint changes nothing`() throws {
    let store = try memoryStore()
    try store.takeUp(deckAt: "/d.md", name: "d", fingerprint: 1, cards: cards([1]), at: moment(0))
    let again = try store.takeUp(deckAt: "/d.md", name: "d", fingerprint: 1, cards: [], at: moment(1))
    #expect(again == TakeUp())
    #expect(try store.candidates().count == 1)
  }

  @Test func `a card that vanishes keeps its history and resumes when it comes back`() throws {
    let store = try memoryStore()
    try store.takeUp(deckAt: "/d.md", name: "作风", fingerprint: 1, cards: cards([1, 2]), at: moment(0))
    let reviewed = try store.perform(review(card(1), .easy), at: moment(1))
    let without = try store.takeUp(
      deckAt: "/d.md",
      name: "作风",
      fingerprint: 2,
      cards: cards([2]),
      at: moment(2)
    )
    #expect(without.vanished == [id(1)])
    #expect(try store.candidates().map(\.card.id) == [id(2)])
    let all = try store.cards()
    #expect(all.map(\.card.id) == [id(2), id(1)])
    #expect(all.last?.isInDeck == false)
    #expect(all.last?.card.question == card(1).question)
    let with = try store.takeUp(
      deckAt: "/d.md",
      name: "作风",
      fingerprint: 3,
      cards: cards([1, 2]),
      at: moment(3)
    )
    #expect(with.added == [id(1)])
    #expect(try store.candidates().first?.progress == reviewed.progress)
  }

  @Test func `a card whose answer changed starts anew; one that was only reworded does not`() throws {
    let store = try memoryStore()
    try store.takeUp(deckAt: "/d.md", name: "d", fingerprint: 1, cards: cards([1, 2, 3]), at: moment(0))
    for number in 1...2 { try store.perform(review(card(number), .easy), at: moment(Int64(number))) }
    let changed = [card(1, answer: "态度"), card(2, question: "作风是____。"), card(3, answer: "态度")]
    let result = try store.takeUp(deckAt: "/d.md", name: "d", fingerprint: 2, cards: changed, at: moment(9))
    #expect(result.startedAnew == [id(1)])
    #expect(try store.candidates().map(\.progress.state.phase) == [.new, .review, .new])
    #expect(try store.candidates().allSatisfy { !$0.hasNewAnswer })
    #expect(try store.verify().isSound)
  }

  @Test func `a card in two decks belongs to the one taken up last, until that is forgotten`() throws {
    let store = try memoryStore()
    try store.takeUp(deckAt: "/a.md", name: "a", fingerprint: 1, cards: cards([1, 2]), at: moment(0))
    try store.takeUp(
      deckAt: "/b.md",
      name: "b",
      fingerprint: 1,
      cards: cards([2, 3]),
      at: moment(1)
    )
    #expect(
      try store.sharedCards() == [SharedCards(askedIn: "/b.md", alsoIn: "/a.md", count: 1, first: id(2))]
    )
    #expect(try store.candidates().map(\.deck) == ["a", "b", "b"])
    #expect(try store.candidates(in: ["/b.md", "/a.md"]).map(\.card.id) == [id(2), id(3), id(1)])
    try store.takeUp(deckAt: "/a.md", name: "a", fingerprint: 2, cards: cards([1, 2]), at: moment(2))
    #expect(try store.candidates().map(\.deck) == ["a", "a", "b"])
    try store.forgetDeck(at: "/a.md")
    #expect(try store.candidates().map(\.card.id) == [id(2), id(3)])
    #expect(try store.rememberedDecks().map(\.path) == ["/b.md"])
  }

  @Test func `an id that stands twice in a deck counts once and is told`() throws {
    let store = try memoryStore()
    let result = try store.takeUp(
      deckAt: "/d.md",
      name: "d",
      fingerprint: 1,
      cards: cards([1, 2, 1]),
      at: moment(0)
    )
    #expect(result.repeated == [id(1)])
    #expect(try store.candidates().map(\.card.id) == [id(1), id(2)])
  }

  @Test func `a deck that is not remembered is told by its path`() throws {
    let store = try memoryStore()
    let unknown = LearnerFileFailure.unknownDeck(path: "memory.sqlite", deck: "/x.md")
    #expect(throws: unknown) { try store.candidates(in: ["/x.md"]) }
    #expect(throws: unknown) { try store.forgetDeck(at: "/x.md") }
  }
}
