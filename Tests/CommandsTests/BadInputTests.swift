import Foundation
import Testing

/// A request that cannot be met: what is run, and how it must end.
struct BadInput: CustomTestStringConvertible {
  let testDescription: String
  let arguments: [String]
  let status: Int32
  /// What the message must name.
  let names: [String]
  var files: [String: Data] = [:]
  var setting: [String: String] = [:]
  var input = ""

  init(
    _ description: String,
    _ arguments: [String],
    status: Int32,
    names: [String],
    files: [String: String] = [:],
    data: [String: Data] = [:],
    setting: [String: String] = [:],
    input: String = ""
  ) {
    testDescription = description
    self.arguments = arguments
    self.status = status
    self.names = names
    self.files = files.mapValues { Data($0.utf8) }.merging(data) { $1 }
    self.setting = setting
    self.input = input
  }
}

private let goodDeck = """
  ---
  deck: Small
  ---

  Q: What is two and two? ^7k3m9q2a5x
  A: four

  """

private let essay = "Memory is the process by which we keep what we have learned. It is called learning.\n"

@Suite struct BadInputTests {
  @Test(
    arguments: [
      BadInput("an empty essay", ["compile", "e.txt"], status: 1, names: ["e.txt"], files: ["e.txt": ""]),
      BadInput(
        "blanks",
        ["compile", "e.txt"],
        status: 1,
        names: ["e.txt"],
        files: ["e.txt": " \n\u{3000}\n"]
      ),
      BadInput(
        "a binary essay",
        ["compile", "e.txt"],
        status: 1,
        names: ["e.txt"],
        data: ["e.txt": Data([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1, 2, 3, 0, 0])]
      ),
      BadInput(
        "an essay in no encoding",
        ["compile", "e.txt"],
        status: 1,
        names: ["e.txt"],
        data: ["e.txt": Data([0x41, 0xff, 0xfe, 0x80, 0x20, 0xff, 0xff, 0x20, 0xc0])]
      ),
      BadInput(
        "a huge essay",
        ["compile", "e.txt"],
        status: 1,
        names: ["e.txt", "16 MiB"],
        data: ["e.txt": Data(repeating: 0x61, count: (16 << 20) + 1)]
      ),
      BadInput("a missing essay", ["compile", "gone.txt"], status: 3, names: ["gone.txt"]),
      BadInput("a folder as essay", ["compile", "."], status: 1, names: ["."]),
      BadInput(
        "nothing to ask",
        ["compile", "e.txt"],
        status: 1,
        names: ["e.txt"],
        files: ["e.txt": "ok"]
      ),
      BadInput(
        "a duplicate id",
        ["lint", "d.md"],
        status: 1,
        names: ["d.md:8:", "7k3m9q2a5x", "5"],
        files: ["d.md": "---\ndeck: D\n---\n\nQ: a? ^7k3m9q2a5x\nA: b\n\nQ: c? ^7k3m9q2a5x\nA: d\n"]
      ),
      BadInput(
        "an unclosed bracket",
        ["lint", "d.md"],
        status: 1,
        names: ["d.md:1:"],
        files: ["d.md": "C: The sky is [blue\n"]
      ),
      BadInput(
        "a question without an answer",
        ["lint", "d.md"],
        status: 1,
        names: ["d.md:1:", "A:"],
        files: ["d.md": "Q: Why?\n"]
      ),
      BadInput(
        "only bad cards",
        ["quiz", "d.md"],
        status: 1,
        names: ["d.md"],
        files: ["d.md": "Q: Why?\n"]
      ),
      BadInput("a missing deck", ["quiz", "gone.md"], status: 3, names: ["gone.md"]),
      BadInput("a folder without decks", ["quiz", "."], status: 1, names: ["."]),
      BadInput("no deck at all", ["quiz"], status: 1, names: ["wengu quiz"]),
      BadInput(
        "a learner's name that leaves the folder",
        ["quiz", "d.md", "--learner", "../x"],
        status: 2,
        names: ["../x"],
        files: ["d.md": goodDeck]
      ),
      BadInput(
        "the same in the environment",
        ["quiz", "d.md"],
        status: 2,
        names: ["../x"],
        files: ["d.md": goodDeck],
        setting: ["WENGU_LEARNER": "../x"]
      ),
      BadInput("an unknown command", ["quizz"], status: 2, names: ["quizz"]),
      BadInput("an unknown option", ["quiz", "--colour"], status: 2, names: ["--colour"]),
      BadInput("an unknown setting", ["settings", "set", "fuz", "on"], status: 2, names: ["fuz", "fuzz"]),
      BadInput(
        "a setting out of range",
        ["settings", "set", "desired-retention", "2"],
        status: 2,
        names: ["desired-retention", "2"]
      ),
      BadInput(
        "an unknown zone",
        ["quiz", "d.md"],
        status: 3,
        names: ["Mars/Olympus"],
        files: ["d.md": goodDeck],
        setting: ["TZ": "Mars/Olympus"]
      ),
      BadInput(
        "an unreadable clock",
        ["quiz", "d.md"],
        status: 3,
        names: ["WENGU_NOW", "today"],
        files: ["d.md": goodDeck],
        setting: ["WENGU_NOW": "today"]
      ),
      BadInput(
        "a learner file that is no database",
        ["quiz", "d.md", "--data", "data"],
        status: 3,
        names: ["test.sqlite"],
        files: ["d.md": goodDeck, "data/learners/test.sqlite": "not a database, but long enough to be one"]
      ),
      BadInput(
        "a deck over its own essay",
        ["compile", "e.txt", "-o", "e.txt"],
        status: 1,
        names: ["e.txt"],
        files: ["e.txt": essay]
      ),
      BadInput(
        "a deck over another text",
        ["compile", "e.txt", "-o", "n.md"],
        status: 1,
        names: ["n.md"],
        files: ["e.txt": essay, "n.md": "Notes of mine.\n"]
      ),
      BadInput("no kinds", ["compile", "e.txt", "--kinds", "poem"], status: 2, names: ["poem"]),
    ])
  func `ends with one clear message and the right status`(_ bad: BadInput) throws {
    let program = try Program()
    defer { program.remove() }
    for (name, data) in bad.files {
      let folder = program.home.appendingPathComponent(name).deletingLastPathComponent()
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try program.write(data, to: name)
    }
    for language in ["en", "zh"] {
      let ending = try program.run(
        bad.arguments + ["--ui", language],
        input: Data(bad.input.utf8),
        setting: bad.setting
      )
      let printed = ending.output + ending.messages
      #expect(ending.status == bad.status, "\(printed)")
      #expect(!ending.wasKilled)
      for name in bad.names { #expect(printed.contains(name), "\(printed)") }
      #expect(!ending.messages.isEmpty)
      #expect(!printed.contains("Fatal error"))
    }
    for (name, data) in bad.files {
      #expect(try Data(contentsOf: program.home.appendingPathComponent(name)) == data)
    }
  }
}
