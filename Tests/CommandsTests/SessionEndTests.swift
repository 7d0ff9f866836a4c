import Foundation
import Testing

@Suite struct SessionEndTests {
  private let deck = """
    ---
    deck: Small
    ---

    Q: What is two and two?
    A: four

    C: The sky is [blue] and the grass is [green].

    """

  @Test func `the end of input ends a linear session with its summary`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(deck, to: "d.md")
    let ending = try program.run("quiz", "d.md", "--linear", "--ui", "en", input: "four\n3\n")
    #expect(ending.status == 0, "\(ending.messages)")
    #expect(ending.output.contains("two and two"))
    #expect(ending.output.lowercased().contains("tomorrow"), "\(ending.output)")
    let csv = try program.run("export", "reviews")
    #expect(rows(ofCSV: csv.output).map { $0["answer"] } == ["four"])
  }

  @Test func `the end of input ends the line protocol with a summary`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(deck, to: "d.md")
    let ending = try program.run("quiz", "d.md", "--jsonl", input: #"{"type":"reveal"}"# + "\n")
    #expect(ending.status == 0)
    #expect(ending.objects.map { $0["type"] as? String } == ["session", "question", "answer", "summary"])
    #expect(ending.objects.last?["reviewed"] as? Int == 0)
  }

  @Test func `a line that is wrong or comes too early changes nothing`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(deck, to: "d.md")
    let lines = ["not json", "{}", #"{"type":"rate","rating":3,"milliseconds":1}"#, #"{"type":"dance"}"#]
    let ending = try program.run("quiz", "d.md", "--jsonl", input: lines.joined(separator: "\n") + "\n")
    let types = ending.objects.map { $0["type"] as? String }
    #expect(types == ["session", "question", "error", "error", "error", "error", "summary"])
    #expect(rows(ofCSV: try program.run("export", "reviews").output).isEmpty)
  }

  @Test func `an undo takes back a review of an earlier session`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(deck, to: "d.md")
    let rate = #"{"type":"reveal"}"# + "\n" + #"{"type":"rate","rating":3,"milliseconds":900}"# + "\n"
    let first = try program.run("quiz", "d.md", "--jsonl", input: rate)
    let card = try #require(first.objects.first { $0["type"] as? String == "recorded" }?["card"] as? String)
    let second = try program.run("quiz", "d.md", "--jsonl", input: #"{"type":"undo"}"# + "\n")
    let undone = try #require(second.objects.first { $0["type"] as? String == "undone" })
    #expect(undone["card"] as? String == card)
    #expect(rows(ofCSV: try program.run("export", "reviews").output).isEmpty)
    let kept = rows(ofCSV: try program.run("export", "reviews", "--with-undone").output)
    #expect(kept.map { $0["undone"] } == ["1"])
  }

  @Test func `cards without ids get them once and the file tells so`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(deck, to: "d.md")
    let first = try program.run("quiz", "d.md", "--ui", "en")
    #expect(first.messages.contains("ids"))
    let written = try program.read("d.md")
    #expect(written.components(separatedBy: "^").count == 4)
    let second = try program.run("quiz", "d.md", "--ui", "en")
    #expect(second.messages.isEmpty)
    #expect(try program.read("d.md") == written)
  }

  @Test func `a learner file of another program is refused and not touched`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(deck, to: "d.md")
    #expect(try program.run("quiz", "d.md", "--data", "data").status == 0)
    let path = "data/learners/test.sqlite"
    var bytes = try Data(contentsOf: program.home.appendingPathComponent(path))
    bytes.replaceSubrange(68..<72, with: [1, 2, 3, 4])
    try program.write(bytes, to: path)
    let ending = try program.run("quiz", "d.md", "--data", "data")
    #expect(ending.status == 3)
    #expect(ending.messages.contains("test.sqlite"))
    #expect(try Data(contentsOf: program.home.appendingPathComponent(path)) == bytes)
  }

  @Test func `an output folder that cannot be written is named and nothing is left behind`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.copyDeck("tea.txt")
    let ending = try program.run("compile", "tea.txt", "-o", "/proc/tea.md")
    #expect(ending.status == 3)
    #expect(ending.messages.contains("/proc/tea.md"))
  }

  @Test func `an unknown deck is refused and the known ones are named`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(deck, to: "d.md")
    #expect(try program.run("quiz", "d.md").status == 0)
    let ending = try program.run("export", "cards", "--deck", "Nothing")
    #expect(ending.status == 1)
    #expect(ending.messages.contains("Nothing") && ending.messages.contains("Small"))
  }

  @Test func `an export never replaces a learner's file`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(deck, to: "d.md")
    #expect(try program.run("quiz", "d.md", "--data", "data").status == 0)
    let file = "data/learners/test.sqlite"
    let before = try Data(contentsOf: program.home.appendingPathComponent(file))
    let ending = try program.run("export", "cards", "--data", "data", "-o", file)
    #expect(ending.status == 1)
    #expect(try Data(contentsOf: program.home.appendingPathComponent(file)) == before)
  }

  @Test func `a quiz without decks leaves no learner behind`() throws {
    let program = try Program()
    defer { program.remove() }
    #expect(try program.run("quiz", "--learner", "typo").status == 1)
    #expect(try program.run("learners").output.isEmpty)
  }

  @Test func `ids are added to a deck with other line ends without touching its other lines`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("\u{feff}Q: a?\r\nA: b\r\n", to: "d.md")
    let ending = try program.run("quiz", "d.md")
    #expect(ending.status == 0)
    let bytes = try Data(contentsOf: program.home.appendingPathComponent("d.md"))
    #expect(bytes.prefix(8).elementsEqual(Array("\u{feff}Q: a?".utf8)))
    #expect(bytes.suffix(8).elementsEqual(Array("\r\nA: b\r\n".utf8)))
  }

  @Test func `a seed names the device only under a clock for tests`() throws {
    let rate = #"{"type":"reveal"}"# + "\n" + #"{"type":"rate","rating":3,"milliseconds":900}"# + "\n"
    func device(_ setting: [String: String]) throws -> String? {
      let program = try Program()
      defer { program.remove() }
      try program.write(deck, to: "d.md")
      _ = try program.run("quiz", "d.md", "--jsonl", "--seed", "7", input: rate, setting: setting)
      return rows(ofCSV: try program.run("export", "reviews").output).first?["device"]
    }
    let rehearsed = try #require(try device([:]))
    #expect(try device([:]) == rehearsed)
    let real = try #require(try device(["WENGU_NOW": ""]))
    #expect(try device(["WENGU_NOW": ""]) != real)
  }
}
