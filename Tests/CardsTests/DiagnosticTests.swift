import Cards
import Language
import Testing

@Suite struct `Telling what is wrong` {
  struct Case: Sendable {
    var text: String
    var expected: [String]
  }

  @Test(arguments: [
    Case(text: "Q: 何？\n\nQ: 乙？ ^7k3m9q2a5x\nA: 丙", expected: ["1:1 error noAnswer(card: \"何？\")"]),
    Case(text: "Q: 何？\nA:\n", expected: ["1:1 error noAnswer(card: \"何？\")"]),
    Case(text: "Q:\nA: 乙", expected: ["1:1 error noQuestion(mark: \"Q:\")"]),
    Case(text: "A: 乙", expected: ["1:1 error answerWithoutQuestion"]),
    Case(text: "C: 甲[乙]\nA: 丙", expected: ["2:1 error misplacedAnswer(kind: Cards.CardKind.cloze)"]),
    Case(text: "T: 甲\nA: 丙", expected: ["2:1 error misplacedAnswer(kind: Cards.CardKind.truefalse)"]),
    Case(text: "F: 甲", expected: ["1:1 error noCorrection(card: \"甲\")"]),
    Case(
      text: "Ｑ：何？\nA：乙",
      expected: [
        "1:1 error misspeltMark(found: \"Ｑ：\", meant: \"Q:\")",
        "2:1 error misspeltMark(found: \"A：\", meant: \"A:\")",
      ]
    ),
    Case(
      text: "Q: 何？ ^7k3m9q2a5x\nA: 乙\nX: 丙",
      expected: ["3:1 warning unknownMark(found: \"X:\", meant: \"C:\")"]
    ),
    Case(
      text: "Q: 何？ ^7k3m9q2a5x\nA: 乙\nq: 丙",
      expected: ["3:1 warning unknownMark(found: \"q:\", meant: \"Q:\")"]
    ),
    Case(text: "C: 甲乙", expected: ["1:1 error noGap(card: \"甲乙\")"]),
    Case(text: "C: 甲[乙丙", expected: ["1:5 error unclosedBracket(card: \"甲[乙丙\")"]),
    Case(text: "C: 甲]乙丙", expected: ["1:5 error unopenedBracket(card: \"甲]乙丙\")"]),
    Case(text: "C: 甲[乙[丙]]", expected: ["1:7 error nestedBracket(card: \"甲[乙[丙]]\")"]),
    Case(text: "C: 甲[ ]乙", expected: ["1:5 error emptyGap(card: \"甲[ ]乙\")"]),
    Case(text: "L: 何？\n", expected: ["1:1 error noItems(card: \"何？\", kind: Cards.CardKind.list)"]),
    Case(text: "L: 何？ ^7k3m9q2a5x\n- 甲", expected: ["1:1 warning onlyOneItem(card: \"何？\")"]),
    Case(
      text: "L: 何？ ^7k3m9q2a5x\n- 甲\n-",
      expected: [
        "1:1 warning onlyOneItem(card: \"何？\")", "3:1 error emptyItem(card: \"何？\")",
      ]
    ),
    Case(text: "O: 何？ ^7k3m9q2a5x\n1. 甲\n3. 乙", expected: ["3:1 warning numbering(expected: 2, found: 3)"]),
    Case(text: "M: 何？ ^7k3m9q2a5x\n- [ ] 甲\n- [ ] 乙", expected: ["1:1 error noRightOption(card: \"何？\")"]),
    Case(text: "M: 何？ ^7k3m9q2a5x\n- [x] 甲\n- [x] 乙", expected: ["1:1 warning noWrongOption(card: \"何？\")"]),
    Case(
      text: "M: 何？ ^7k3m9q2a5x\n- [x] 甲\n- 乙\n- [ ] 丙",
      expected: ["3:3 error optionWithoutBox(text: \"乙\")"]
    ),
    Case(text: "M: 何？ ^7k3m9q2a5x\n- [x] 甲\n- [ ] 甲", expected: ["3:3 warning duplicateOption(text: \"甲\")"]),
    Case(text: "Q: 何？ ^7k3m\nA: 乙", expected: ["1:7 error malformedID(text: \"7k3m\")"]),
    Case(
      text: "Q: 何？ ^7k3m9q2a5x\nA: 乙\n\nQ: 谁？ ^7k3m9q2a5x\nA: 丁",
      expected: [
        "4:7 error duplicateID(id: 7k3m9q2a5x, firstLine: 1)"
      ]
    ),
    Case(text: "C: [甲][乙] ^7k3m9q2a5x", expected: ["1:11 error idCount(cards: 2, ids: 1)"]),
    Case(text: "Q: 何\n物？ ^7k3m9q2a5x\nA: 乙", expected: ["2:4 error misplacedID(id: 7k3m9q2a5x)"]),
    Case(text: "Q: 何？\nA: 乙", expected: ["1:1 warning missingID(card: \"何？\")"]),
    Case(text: "前言\n还有\n\nQ: 何？ ^7k3m9q2a5x\nA: 乙", expected: ["1:1 warning textOutsideCard(text: \"前言\")"]),
    Case(text: "---\ndeck: 甲\n\nQ: 何？ ^7k3m9q2a5x\nA: 乙", expected: ["1:1 error frontMatterNotClosed"]),
    Case(text: "---\nsource: ../甲.txt\n---\n", expected: ["2:1 error sourceNotBare(name: \"../甲.txt\")"]),
    Case(text: "---\n甲乙\n---\n", expected: ["2:1 warning frontMatterLine(text: \"甲乙\")"]),
    Case(text: "<!-- 甲\n\nQ: 何？ ^7k3m9q2a5x\nA: 乙\n<!-- 丙 -->", expected: ["1:1 error commentNotClosed"]),
    Case(text: "Q: 何？<!-- 甲 --> ^7k3m9q2a5x\nA: 乙", expected: ["1:6 warning commentInText"]),
    Case(text: "Q: 何？ ^7k3m9q2a5x\nA: 乙\n\n<!-- wengu 1\nzzz\n-->", expected: ["5:1 warning stateDamaged"]),
    Case(text: "Q: 何？ ^7k3m9q2a5x\nA: 乙\n\n<!-- wengu 9\n-->", expected: ["4:1 warning stateDamaged"]),
  ])
  func `A fault is told with its place`(_ example: Case) {
    let deck = DeckFile(parsing: example.text)
    let told = deck.diagnostics.map { "\($0.line):\($0.column) \($0.severity) \($0.problem)" }
    #expect(told == example.expected)
    #expect(deck.text == example.text)
    for diagnostic in deck.diagnostics {
      let message = diagnostic.problem.message
      #expect(!message.chinese.isEmpty && !message.english.isEmpty)
    }
  }

  @Test func `A bad card hides no other`() {
    let text = """
      Q: 甲？ ^7k3m9q2a5x
      A: 乙

      C: 丙[丁

      Q: 戊？ ^p0d4w8rr2c
      A: 己
      """
    let deck = DeckFile(parsing: text)
    #expect(deck.cards.map(\.id.text) == ["7k3m9q2a5x", "p0d4w8rr2c"])
    #expect(deck.notes.map(\.hasErrors) == [false, true, false])
  }

  @Test func `The message for a missing answer says what to do`() {
    let deck = DeckFile(parsing: "Q: Who?\n")
    let message = deck.diagnostics.first?.problem.message.english
    #expect(message == "card 'Who?' has no answer; add a line that starts with 'A:'")
  }
}
