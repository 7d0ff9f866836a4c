import Cards
import Language
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

  struct Case: Sendable {
    /// Which part of hashcards' format it is an instance of.
    var part: String
    var text: String
    var questions: [String]
    var answers: [String]
  }

  /// One instance of each part of the format that hashcards documents: README.md, section "Format", and the
  /// decks in its folder `example`.
  @Test(arguments: [
    Case(
      part: "basic card",
      text: "Q: What is the degree of a tree's leaf?\nA: One.",
      questions: ["What is the degree of a tree's leaf?"],
      answers: ["One."]
    ),
    Case(
      part: "answer on several lines",
      text: "Q: Name the noble gases.\nA:\n\n- helium\n- neon\n- argon\n",
      questions: ["Name the noble gases."],
      answers: ["- helium\n- neon\n- argon"]
    ),
    Case(
      part: "question on several lines",
      text: "Q: Who wrote\nthis\nline?\nA: Nobody\nknows.",
      questions: ["Who wrote\nthis\nline?"],
      answers: ["Nobody\nknows."]
    ),
    Case(
      part: "cloze",
      text: "C: The [degree] of a leaf is [one].",
      questions: ["The ____ of a leaf is one.", "The degree of a leaf is ____."],
      answers: ["degree", "one"]
    ),
    Case(
      part: "cloze on several lines, the first of them blank",
      text: "C:\nAll is vanity,\nsaith the preacher.\n\n— [Ecclesiastes] [1]:[2]",
      questions: [
        "All is vanity,\nsaith the preacher.\n\n— ____ 1:2",
        "All is vanity,\nsaith the preacher.\n\n— Ecclesiastes ____:2",
        "All is vanity,\nsaith the preacher.\n\n— Ecclesiastes 1:____",
      ],
      answers: ["Ecclesiastes", "1", "2"]
    ),
    Case(
      part: "gaps on several lines",
      text: "C: [one]\n[two]\nthree.",
      questions: ["____\ntwo\nthree.", "one\n____\nthree."],
      answers: ["one", "two"]
    ),
    Case(
      part: "inline math",
      text: "Q: What is the area of a circle?\nA: $\\pi r^2$",
      questions: ["What is the area of a circle?"],
      answers: ["$\\pi r^2$"]
    ),
    Case(
      part: "display math",
      text: "Q: State the first law.\nA:\n\n$$\n\\neg (P \\land Q)\n$$\n\n\nQ: And?\nA: $x$",
      questions: ["State the first law.", "And?"],
      answers: ["$$\n\\neg (P \\land Q)\n$$", "$x$"]
    ),
    Case(
      part: "an exclamation mark in a gap",
      text: "C: The sign [$n!$] is read 'n factorial'.",
      questions: ["The sign ____ is read 'n factorial'."],
      answers: ["$n!$"]
    ),
    Case(
      part: "image in a question",
      text:
        "Q: Which tower is this?\n\n![tower](@/tower.webp)\n\nA: _Qutb Minar_\n\n---\n\nQ: And this?\n\n![](@/t.webp)\n\nA: Pisa's",
      questions: ["Which tower is this?\n\n![tower](@/tower.webp)", "And this?\n\n![](@/t.webp)"],
      answers: ["_Qutb Minar_", "Pisa's"]
    ),
    Case(
      part: "image in a cloze",
      text: "C: See [left] ![](map.png) and [right].",
      questions: ["See ____ ![](map.png) and right.", "See left ![](map.png) and ____."],
      answers: ["left", "right"]
    ),
    Case(
      part: "sound as an answer",
      text: "Q: How does an A sound?\nA: ![](@/a.mp3)",
      questions: ["How does an A sound?"],
      answers: ["![](@/a.mp3)"]
    ),
    Case(
      part: "front matter without a name, and text before the first card",
      text: "---\nother_field = \"value\"\n---\n\nNotes of mine.\n\nQ: a?\nA: b",
      questions: ["a?"],
      answers: ["b"]
    ),
    Case(
      part: "cards that follow without a blank line",
      text: "C: [one]\nC: a [two]\nQ: b?\nA: c\nQ: d?\nA: e",
      questions: ["____", "a ____", "b?", "d?"],
      answers: ["one", "two", "c", "e"]
    ),
    Case(part: "nothing", text: "", questions: [], answers: []),
    Case(part: "blank lines", text: "\n\n\n", questions: [], answers: []),
  ])
  func `Each part of its format is read`(_ example: Case) {
    var deck = DeckFile(parsing: example.text)
    #expect(!deck.hasErrors, "\(deck.diagnostics)")
    _ = deck.mintMissingIDs(deckName: "hashcards")
    #expect(deck.cards.map(\.question) == example.questions)
    #expect(deck.cards.flatMap(\.answers) == example.answers)
  }

  /// What hashcards refuses, with what a person is told here.
  @Test(arguments: [
    ("Q: a?", "1: card 'a?' has no answer; add a line that starts with 'A:'"),
    ("A: b", "1: 'A:' follows no question; add a line that starts with 'Q:' above it"),
    ("Q: a?\nC: [b]", "1: card 'a?' has no answer; add a line that starts with 'A:'"),
    ("Q: a?\nQ: b?\nA: c", "1: card 'a?' has no answer; add a line that starts with 'A:'"),
    (
      "C: [a]\nA: b",
      "2: 'C:' card takes no 'A:'; put the words to hide in [square brackets]"
    ),
    ("C: a", "1: card 'a' has no gap; put the words to hide in [square brackets]"),
    ("---\nname = \"a\"\n\nQ: b?\nA: c", "1: front matter is not closed; add a line '---' after it"),
  ])
  func `Each of its errors is told in its line, with what to do`(_ text: String, _ message: String) {
    let told = DeckFile(parsing: text).diagnostics.filter { $0.severity == .error }
    #expect(told.map { "\($0.line): \($0.problem.message.english)" } == [message])
  }
}
