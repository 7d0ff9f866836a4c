import Foundation
import Testing

/// A program outside that proposes cards, good and bad.
@Suite struct GeneratorTests {
  private static let essay = """
    Sleep and Memory

    During deep sleep the hippocampus replays the events of the day. This replay strengthens new memories. \
    Caffeine blocks adenosine receptors, so a late cup of coffee delays the onset of sleep.

    """

  /// A folder with the essay and a program.
  private func program(_ script: String, language: String = "en") throws -> Program {
    let program = try Program()
    try program.write(Self.essay, to: "e.txt")
    try program.write("#!/bin/sh\n" + script, to: "g.sh")
    let path = program.home.appendingPathComponent("g.sh").path
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    return program
  }

  private func compile(_ program: Program, _ extra: String...) throws -> Ending {
    try program.run(["compile", "e.txt", "--generator", "./g.sh"] + extra, input: Data())
  }

  private func line(_ members: [String: Any]) throws -> String {
    let data = try JSONSerialization.data(
      withJSONObject: members,
      options: [.sortedKeys, .withoutEscapingSlashes]
    )
    return String(decoding: data, as: UTF8.self)
  }

  /// A script that takes its input and prints lines.
  private func printing(_ lines: [String]) -> String {
    "cat > /dev/null\ncat <<'END'\n\(lines.joined(separator: "\n"))\nEND\n"
  }

  private let replay = "During deep sleep the hippocampus replays the events of the day."

  @Test func `the sample generator's cards are taken`() throws {
    let program = try program("")
    defer { program.remove() }
    let sample = Program.root.appendingPathComponent("Tests/CommandsTests/Generators/sample.sh").path
    try program.copyDeck("tea.txt")
    let ending = try program.run(
      "compile",
      "tea.txt",
      "--generator",
      "sh '\(sample)'",
      "--format",
      "jsonl"
    )
    #expect(ending.status == 0, "\(ending.messages)")
    let made = ending.objects.filter { ($0["reason"] as? String)?.hasPrefix("generated") == true }
    #expect(made.count >= 10, "\(ending.messages)")
    #expect(made.allSatisfy { $0["kind"] as? String == "cloze" })
  }

  @Test func `supported cards are taken, others dropped with the reason`() throws {
    let source: [String: Any] = ["text": replay]
    let lines = [
      try line([
        "kind": "qa", "question": "What does the brain go over at night?",
        "answers": ["the events of the day"], "source": source,
      ]),
      try line([
        "kind": "truefalse", "question": "During deep sleep the cortex replays the events of the day.",
        "truth": false, "correction": replay, "source": source,
      ]),
      try line([
        "kind": "qa", "question": "Which organ repairs itself at night?", "answers": ["the liver"],
        "source": source,
      ]),
      try line([
        "kind": "qa", "question": "What do cats do at night?", "answers": ["purr"],
        "source": ["text": "Cats purr at night."],
      ]),
      try line([
        "kind": "qa", "question": "Which part of the brain replays the day?", "answers": ["hippocamp"],
        "source": source,
      ]),
      try line([
        "kind": "qa", "question": "The hippocampus replays the day. What does it?",
        "answers": ["hippocampus"], "source": source,
      ]),
      try line(["kind": "poem", "question": "Roses?", "answers": ["red"], "source": source]),
      "not JSON at all",
      try line(["kind": "qa", "question": "A \u{202E}hidden mark?", "answers": ["day"], "source": source]),
      try line(["kind": "qa", "question": "Whence?", "answers": ["day"]]),
      try line(["kind": "cloze", "question": "no gap", "answers": ["day"], "source": source]),
      try line(["kind": "qa", "question": "From which key point?", "answers": ["day"], "key_point": 99_999]),
    ]
    let program = try program(printing(lines))
    defer { program.remove() }
    let ending = try compile(program, "--explain", "--dry-run", "--ui", "en")
    #expect(ending.status == 0, "\(ending.messages)")
    #expect(ending.messages.contains("2 taken, 10 dropped"), "\(ending.messages)")
    for words in [
      "key point: the events of the day", "key point: false; rather: During deep sleep the hippocampus",
      "its passage does not hold the answer", "cites no passage of the essay", "cuts a word",
      "the question gives the answer away", "line 7: kind is none of", "line 8: not a JSON object",
      "line 9: question is empty", "line 10: neither key_point", "line 11: a cloze takes",
    ] {
      #expect(ending.output.contains(words), "\(words): \(ending.output)")
    }
    let again = try compile(program, "--ui", "zh")
    #expect(again.messages.contains("采用 2 张，舍弃 10 张"))
    #expect(again.output == (try compile(program)).output)
  }

  @Test(arguments: [
    ("garbage", "cat >/dev/null; echo '\u{1B}[31mhello'; echo world", "printed no card (line 1"),
    (
      "endless output", "exec yes '{}{}{}{}{}{}{}{}{}{}{}{}{}{}{}{}{}{}{}{}{}{}{}{}{}{}'",
      "more than 16 MiB"
    ),
    ("endless output without a line end", "exec cat /dev/zero", "more than 16 MiB"),
    ("endless messages", "while :; do echo no >&2; done", "not done in 1 s"),
    ("hanging", "sleep 600", "not done in 1 s"),
    ("hanging with its output closed", "exec >&- 2>&-; sleep 600", "not done in 1 s"),
    ("hanging in a child that holds the output", "sleep 600 & wait", "not done in 1 s"),
    ("crashing", "echo oh dear >&2; kill -9 $$", "signal 9"),
    ("failing", "cat >/dev/null; echo '{}'; echo 'no \u{1B}[31mkey' >&2; exit 7", "status 7: no [31mkey"),
    ("without UTF-8", "cat >/dev/null; printf '\\377\\376\\200\\n'", "not a JSON object"),
    ("with a huge line", "head -c 70000 /dev/zero | tr '\\0' a; echo", "longer than 65536 bytes"),
  ])
  func `a generator that fails says so, leaves nothing running and nothing written`(
    _ name: String,
    _ script: String,
    _ words: String
  ) throws {
    let program = try program("echo $$ > pid\n" + script + "\n")
    defer { program.remove() }
    let start = ContinuousClock.now
    let ending = try compile(program, "--generator-timeout", "1", "-o", "d.md", "--ui", "en")
    #expect(ContinuousClock.now - start < .seconds(60))
    #expect(ending.status == 3, "\(name): \(ending.messages)")
    #expect(ending.messages.contains(words), "\(name): \(ending.messages)")
    #expect(ending.messages.contains("nothing was written"))
    #expect(!ending.messages.contains("\u{1B}"))
    #expect(!FileManager.default.fileExists(atPath: program.home.appendingPathComponent("d.md").path))
    let group = try #require(Int32(try program.read("pid").trimmingCharacters(in: .whitespacesAndNewlines)))
    #expect(isGone(group: group), "\(name)")
  }

  /// Whether no process of a group is left but such as only wait to be taken off the list.
  private func isGone(group: Int32) -> Bool {
    for _ in 0..<100 {
      if kill(-group, 0) != 0 { return true }
      usleep(20_000)
    }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return !names.compactMap(Int.init).contains { number in
      let status = (try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8)) ?? ""
      let fields = status.split(separator: " ")
      return fields.count > 4 && fields[4] == "\(group)" && fields[2] != "Z"
    }
  }

  @Test(arguments: ["exec true", "exec 0<&-; sleep 0.2", "head -c 10 >/dev/null"])
  func `a generator need not read its input, nor propose anything`(_ script: String) throws {
    let program = try program(script + "\n")
    defer { program.remove() }
    // More key points than a pipe holds.
    try program.write(String(repeating: Self.essay + "\n", count: 400), to: "e.txt")
    let ending = try compile(program, "--ui", "en", "--max-cards", "3")
    #expect(ending.status == 0, "\(ending.messages)")
    #expect(ending.messages.contains("0 taken, 0 dropped"))
  }

  @Test func `cards before a lingering child's output are taken without waiting for it`() throws {
    let card = try line([
      "kind": "qa", "question": "What goes over the day at night?", "answers": ["hippocampus"],
      "source": ["text": replay],
    ])
    let program = try program("sleep 600 &\n" + printing([card]))
    defer { program.remove() }
    let ending = try compile(program, "--ui", "en")
    #expect(ending.status == 0 && ending.messages.contains("1 taken"), "\(ending.messages)")
  }

  @Test func `a command is split at blanks and quotes and never seen by a shell`() throws {
    let program = try program("printf '%s\\n' \"$@\" > words\n")
    defer { program.remove() }
    let command = "./g.sh one 'two  three' \"four'\"five '' $HOME *.txt ; touch;spoilt \\n"
    let ending = try program.run("compile", "e.txt", "--generator", command)
    #expect(ending.status == 0, "\(ending.messages)")
    let words = try program.read("words").split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(words == ["one", "two  three", "four'five", "", "$HOME", "*.txt", ";", "touch;spoilt", "\\n"])
    for (bad, status) in [
      ("", Int32(2)), ("'open", 2), ("./gone.sh", 3), ("wengu-no-such-program", 3), ("./e.txt", 3),
    ] {
      let ending = try program.run("compile", "e.txt", "--generator", bad, "-o", "d.md")
      #expect(ending.status == status && !ending.messages.isEmpty, "\(bad): \(ending.messages)")
    }
  }
}
