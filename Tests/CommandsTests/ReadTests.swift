import Foundation
import Testing

private let essay = """
  Sky and snow

  The sky is blue. Nobody
  asks why.  Snow is white, and it is cold.

  Grass is green.

  """

private let deck = """
  ---
  deck: Colours
  source: essay.txt
  ---

  # Above

  Q: What colour is the sky? ^7k3m9q2a5x
  A: blue
  > The sky is blue. Nobody asks why.

  # Below

  Q: What colour is snow? ^m41v0c9e7t
  A: white
  > Snow is white, and it is cold.

  Q: What is snow? ^p0d4w8rr2c
  A: cold
  > it is cold.

  Q: What colour is tar? ^512k1zhd64
  A: black
  > Tar is black.

  """

@Suite struct ReadTests {
  /// A learner who knows that the sky is blue.
  private func learner() throws -> Program {
    let program = try Program()
    try program.write(essay, to: "essay.txt")
    try program.write(deck, to: "deck.md")
    let input = #"{"type":"reveal"}"# + "\n" + #"{"type":"rate","rating":3,"milliseconds":4000}"# + "\n"
    #expect(try program.run("quiz", "deck.md", "--jsonl", input: input).status == 0)
    return program
  }

  @Test func `the essay is told with how well each passage is remembered, and by section`() throws {
    let program = try learner()
    defer { program.remove() }
    let page = try program.run("read", "deck.md")
    #expect(page.status == 0 && page.messages.isEmpty, "\(page.messages)")
    #expect(
      page.output == """
        Colours · 1 of 4 cards learnt, 100 % remembered
        firm: 90 % and more  fading: 70 to 90 %  slipping: below 70 %  not learnt yet

        Sky and snow
        The sky is blue. Nobody
        asks why. [firm 100 %]  Snow is white, and [not learnt] it is cold. [not learnt]
        Grass is green.

        Sections (cards learnt, remembered now)
        1  Above  1/1  100 %  1 due  firm
        2  Below  0/3         0 due  not learnt
        1 passage of the deck is not in the essay; see 'wengu lint'

        """,
      "\(page.output)"
    )
    let later = ["WENGU_NOW": "2027-11-24T08:00:00+08:00"]
    let chinese = try program.run("read", "Colours", "--ui", "zh", setting: later).output
    #expect(chinese.contains("【快忘 ") && chinese.contains("【未学】") && chinese.contains("各章节"), "\(chinese)")
  }

  @Test func `one section is read alone, and programs read passages and sections as JSON`() throws {
    let program = try learner()
    defer { program.remove() }
    let section = try program.run("read", "deck.md", "--section", "above").output
    #expect(section.contains("The sky") && !section.contains("Grass"), "\(section)")
    let json = try program.run("read", "deck.md", "--json").objects[0]
    let passages = json["passages"] as? [[String: Any]] ?? []
    let scalars = Array(essay.unicodeScalars)
    let texts = passages.map { passage in
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars[(passage["start"] as? Int ?? 0)..<(passage["end"] as? Int ?? 0)])
      return String(text)
    }
    #expect(texts == ["The sky is blue. Nobody\nasks why.", "Snow is white, and it is cold.", "it is cold."])
    #expect(passages.map { $0["hold"] as? String } == ["firm", "new", "new"])
    let sections = json["sections"] as? [[String: Any]] ?? []
    #expect(sections.map { $0["cards"] as? Int } == [1, 3] && json["missing_passages"] as? Int == 1)
  }

  @Test(arguments: [
    ("no essay beside it", 3, "essay.txt"), ("a link in its place", 3, "no link"),
    ("a deck of no essay", 1, "source:"),
    ("no such section", 1, "--section"), ("no such deck", 3, "no.md"),
  ]) func `what cannot be read is told`(_ what: String, _ status: Int, _ word: String) throws {
    let program = try learner()
    defer { program.remove() }
    let path = program.home.appendingPathComponent("essay.txt").path
    var arguments = ["read", "deck.md"]
    switch what {
    case "no essay beside it": try FileManager.default.removeItem(atPath: path)
    case "a link in its place":
      try FileManager.default.moveItem(atPath: path, toPath: path + ".other")
      try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: path + ".other")
    case "a deck of no essay":
      try program.write(deck.replacingOccurrences(of: "source: essay.txt\n", with: ""), to: "deck.md")
    case "no such section": arguments += ["--section", "Nowhere"]
    default: arguments = ["read", "./no.md"]
    }
    for language in ["en", "zh"] {
      let ending = try program.run(arguments + ["--ui", language], input: Data())
      #expect(Int(ending.status) == status && ending.output.isEmpty)
      if language == "en" { #expect(ending.messages.contains(word), "\(ending.messages)") }
    }
  }
}
