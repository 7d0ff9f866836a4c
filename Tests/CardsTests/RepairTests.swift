import Cards
import Testing

@Suite struct `Minting ids and mending` {
  struct Case: Sendable {
    var before: String
    var after: String
  }

  @Test(arguments: [
    Case(before: "Ｑ：何？\r\nA：乙\r\n", after: "Q: 何？ ^?\r\nA: 乙\r\n"),
    Case(before: "O: 何？ ^7k3m9q2a5x\n1. 甲\n1. 乙\n\n7. 丙", after: "O: 何？ ^7k3m9q2a5x\n1. 甲\n2. 乙\n\n3. 丙"),
    Case(before: "Q: 何？ ^7K3M9Q2A5X  \nA: 乙", after: "Q: 何？ ^7k3m9q2a5x  \nA: 乙"),
    Case(
      before: "Q: 何？ ^7k3m9q2a5x\nA: 乙\n\nQ: 谁？ ^7k3m9q2a5x #t\nA: 丁",
      after: "Q: 何？ ^7k3m9q2a5x\nA: 乙\n\nQ: 谁？ ^? #t\nA: 丁"
    ),
    Case(before: "Q: 何\n物？ ^7k3m9q2a5x\nA: 乙", after: "Q: 何 ^7k3m9q2a5x\n物？\nA: 乙"),
    Case(before: "C: [甲]与[乙] #t ^7k3m9q2a5x", after: "C: [甲]与[乙] #t ^7k3m9q2a5x ^?"),
    Case(before: "C: [甲]与乙 ^7k3m9q2a5x ^p0d4w8rr2c", after: "C: [甲]与乙 ^7k3m9q2a5x"),
    Case(before: "C:\n[甲]\n与[乙]", after: "C: ^? ^?\n[甲]\n与[乙]"),
    Case(before: "Q: 何？\t\rA: 乙\r", after: "Q: 何？ ^?\t\rA: 乙\r"),
    Case(before: "\u{FEFF}C: 坏[\n\nT: 好", after: "\u{FEFF}C: 坏[\n\nT: 好 ^?"),
  ])
  func `A repair changes only what it must`(_ example: Case) {
    var deck = DeckFile(parsing: example.before)
    let mended = deck.fix(deckName: "甲")
    #expect(withoutNewIDs(deck.text, old: example.before) == example.after)
    #expect(!mended.isEmpty)
    #expect(deck.diagnostics.filter(\.isFixable) == [])
    let text = deck.text
    #expect(deck.fix(deckName: "甲").isEmpty)
    #expect(deck.text == text)
  }

  /// The text with ids that were not there before as `^?`.
  private func withoutNewIDs(_ text: String, old: String) -> String {
    var known = text
    for id in DeckFile(parsing: text).notes.flatMap(\.note.ids) where !old.lowercased().contains(id.text) {
      known = known.replacing("^\(id)", with: "^?")
    }
    return known
  }

  @Test func `Ids go to the gap that hides what they hid`() {
    let hidden = ["7k3m9q2a5x": "丙", "p0d4w8rr2c": "甲"]
    var known: [CardID: String] = [:]
    for (text, words) in hidden { known[CardID(text) ?? CardID.mint(deck: "", fact: "", ordinal: 0)] = words }
    var deck = DeckFile(parsing: "C: [甲][乙][丙] ^7k3m9q2a5x ^p0d4w8rr2c")
    _ = deck.fix(deckName: "甲", hiddenTexts: known)
    let ids = deck.notes.first?.note.ids.map(\.text) ?? []
    #expect(ids.first == "p0d4w8rr2c" && ids.last == "7k3m9q2a5x" && ids.count == 3)
  }

  @Test func `Minting the same deck twice gives the same ids, and never one that is taken`() {
    let text = "C: [甲][乙]\n\nQ: 何？\nA: 乙\n\nQ: 何？\nA: 乙\n"
    var deck = DeckFile(parsing: text)
    let minted = deck.mintMissingIDs(deckName: "甲").map(\.id)
    #expect(Set(minted).count == 4)
    var again = DeckFile(parsing: text)
    #expect(again.mintMissingIDs(deckName: "甲").map(\.id) == minted)
    var other = DeckFile(parsing: text)
    let others = other.mintMissingIDs(deckName: "甲", taken: Set(minted)).map(\.id)
    #expect(Set(others).isDisjoint(with: minted))
    #expect(deck.missingIDCount == 0 && deck.cards.count == 4)
  }

  @Test(arguments: [
    Case(before: "Q: 作风体现什么？ ^7k3m9q2a5x\nA: 作风", after: "1 answerInQuestion(answer: \"作风\")"),
    Case(before: "Q: What is party art? ^7k3m9q2a5x\nA: art", after: "1 answerInQuestion(answer: \"art\")"),
    Case(before: "Q: What is a party? ^7k3m9q2a5x\nA: art", after: ""),
    Case(
      before: "Q: 何？ ^7k3m9q2a5x\nA: 甲\n\nQ: 何 ？ ^p0d4w8rr2c\nA: 甲",
      after: "4 duplicateCard(firstLine: 1)"
    ),
    Case(
      before: "Q: 何？ ^7k3m9q2a5x\nA: 甲\n\nQ: 何？ ^p0d4w8rr2c\nA: 乙",
      after: "4 ambiguousQuestion(firstLine: 1)"
    ),
    Case(before: "Q: 何？ ^7k3m9q2a5x #retired\nA: 甲\n\nQ: 何？ ^p0d4w8rr2c\nA: 乙", after: ""),
    Case(
      before: "T: 甲 ^7k3m9q2a5x\n> 乙在丙",
      after: "2 passageNotInSource(source: \"\")"
    ),
    Case(before: "T: 甲 ^7k3m9q2a5x\n> 源文 的\n> 一段话", after: ""),
    Case(
      before: "M: 何？ ^7k3m9q2a5x\n- [x] 一个长得多的正确选项\n- [ ] 短的",
      after: "1 rightOptionsStandOut(card: \"何？\")"
    ),
  ])
  func `Lint looks at what the cards say`(_ example: Case) {
    let deck = DeckFile(parsing: example.before)
    let told = deck.lint(essay: "这是源文的一段话。").map { "\($0.line) \($0.problem)" }
    #expect(told.joined(separator: "\n") == example.after)
  }
}
