import Foundation
import Testing

private let deck = """
  ---
  deck: Sky and tea
  ---

  # Sky

  Q: What colour is the sky? ^7k3m9q2a5x
  A: blue

  C: 绿茶是不发酵茶，[杀青]使氧化停止。 ^p0d4w8rr2c #重点
  > 绿茶是不发酵茶，杀青使氧化停止。

  # Snow

  Q: What colour is snow? ^m41v0c9e7t
  A: white

  """

/// A learner who has seen the first two cards: the sky is in review, the tea in learning.
private func learner() throws -> Program {
  let program = try Program()
  try program.write(deck, to: "deck.md")
  let script = [
    #"{"type":"answer","text":"red"}"#, #"{"type":"rate","rating":4,"milliseconds":4000}"#,
    #"{"type":"reveal"}"#,
    #"{"type":"rate","rating":1,"milliseconds":4000}"#,
  ]
  let ending = try program.run("quiz", "deck.md", "--jsonl", input: script.joined(separator: "\n") + "\n")
  #expect(ending.status == 0)
  return program
}

extension Program {
  /// Runs the program on a terminal of so many columns; what it shows, with the status behind it.
  fileprivate func show(columns: Int, _ arguments: String) throws -> [String] {
    let script = Process()
    script.executableURL = URL(fileURLWithPath: "/bin/sh")
    let binary = process([]).executableURL?.path ?? ""
    let line = "stty cols \(columns); '\(binary)' \(arguments)"
    script.arguments = ["-c", "script -qec \"$1\" /dev/null", "sh", line]
    script.currentDirectoryURL = home
    script.environment = environment
    script.standardInput = FileHandle.nullDevice
    let output = Pipe()
    script.standardOutput = output
    try script.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    script.waitUntilExit()
    return String(decoding: data, as: UTF8.self).replacingOccurrences(of: "\r", with: "")
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}

/// The columns of a line in which Chinese characters take two.
private func columns(_ line: String) -> Int {
  line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
}

@Suite struct CardCommandTests {
  @Test func `cards are listed by deck with state, due day and chance of recall`() throws {
    let program = try learner()
    defer { program.remove() }
    let english = try program.run("cards", setting: ["WENGU_NOW": "2026-11-25T08:00:00+08:00"])
    #expect(english.status == 0 && english.messages.hasPrefix("3 cards;"), "\(english.messages)")
    #expect(
      english.output == """
        Sky and tea
        7k3m9q2a5x  review    in 9 days  98 %  What colour is the sky?
        p0d4w8rr2c  learning  now        77 %  绿茶是不发酵茶，____使氧化停止。
        m41v0c9e7t  new                        What colour is snow?

        """,
      "\(english.output)"
    )
    let chinese = try program.run("cards", "綠茶", "--ui", "zh")
    #expect(chinese.output.contains("p0d4w8rr2c  学习中"), "\(chinese.output)")
    #expect(chinese.messages.hasPrefix("共 1 张卡片"), "\(chinese.messages)")
  }

  @Test(arguments: [80, 40, 20]) func `no line of the list is wider than the terminal`(_ width: Int) throws {
    let program = try learner()
    defer { program.remove() }
    let lines = try program.show(columns: width, "cards")
    #expect(lines.contains { $0.contains("7k3m9q2a5x") })
    for line in lines where !line.contains("cards; ") { #expect(columns(line) <= width, "\(line)") }
  }

  @Test func `a card's id shows its text, state, history and forgetting curve`() throws {
    let program = try learner()
    defer { program.remove() }
    let next = ["WENGU_NOW": "2026-11-26T08:00:00+08:00"]
    let sheet = try program.run("cards", "^7k3m9q2a5x", setting: next).output
    for text in [
      "Sky and tea › Sky", "What colour is the sky?", "Correct answer: blue", "State: review",
      "interval 10 days",
      "2026-11-24 08:00  easy, took 4 seconds, back in 10 days; answered 'red' (wrong)", "Forgetting curve",
      "•••", "^ now",
    ] {
      #expect(sheet.contains(text), "\(text) in \(sheet)")
    }
    let plain = try program.run("cards", "7k3m9q2a5x", "--ui", "zh", setting: ["LANG": "C"]).output
    for text in ["状态：复习", "用时 4 秒", "遗忘曲线", "***"] { #expect(plain.contains(text), "\(text) in \(plain)") }
    let new = try program.run("cards", "--show", "is:new").output
    #expect(new.contains("State: new") && !new.contains("History") && !new.contains("curve"), "\(new)")
  }

  @Test func `programs read cards as JSON`() throws {
    let program = try learner()
    defer { program.remove() }
    func cards(_ arguments: String...) throws -> [[String: Any]] {
      let output = try program.run(["cards", "--json"] + arguments, input: Data()).output
      return try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [[String: Any]] ?? []
    }
    let all = try cards()
    #expect(all.map { $0["state"] as? String } == ["review", "learning", "new"])
    #expect(all.map { $0["due"] as? String } == ["2026-12-04", "2026-11-24T08:01:08.000+08:00", nil])
    #expect(all[1]["tags"] as? [String] == ["重点"] && all[0]["history"] == nil)
    let one = try cards("7k3m9q2a5x")[0]
    let history = one["history"] as? [[String: Any]] ?? []
    #expect(history.map { $0["what"] as? String } == ["revision", "review"])
    #expect(history.last?["correct"] as? Bool == false && history.last?["answer"] as? String == "red")
    #expect(try cards("nowhere").isEmpty)
  }

  @Test(arguments: [
    (["cards", "is:du"], 2, ["character 4", "did you mean 'due'"], ["第 4 个字", "是不是 due"]),
    (["cards", "(sky"], 2, ["character 1", "')'"], ["第 1 个字", "“)”"]),
    (["cards", "nowhere"], 1, ["no card is like that"], ["没有这样的卡片"]),
    (["cards", "deck:Why We Forget"], 1, ["single quotes"], ["单引号"]),
    (["suspend", "^7k3m9q2a5x", "^zzzzzzzzzz"], 1, ["^zzzzzzzzzz"], ["^zzzzzzzzzz"]),
    (["suspend"], 2, ["query"], ["query"]),
    (["suspend", "is:nwe"], 2, ["'new'"], ["new"]),
    (["forget", "deck:sky"], 1, ["nothing was changed", "--yes"], ["什么也没有改动", "--yes"]),
    (["undo", "0"], 2, ["from 1 up"], ["从 1 数起"]),
    (["undo", "2"], 1, ["nothing was taken back"], ["什么也没有撤销"]),
  ]) func `what cannot be done is told and changes nothing`(
    _ arguments: [String],
    _ status: Int,
    _ english: [String],
    _ chinese: [String]
  ) throws {
    let program = try learner()
    defer { program.remove() }
    let before = try program.run("export", "log").output
    for (language, words) in [("en", english), ("zh", chinese)] {
      let ending = try program.run(arguments + ["--ui", language], input: Data())
      #expect(Int(ending.status) == status)
      for word in words { #expect(ending.messages.contains(word), "\(word) in \(ending.messages)") }
    }
    #expect(try program.run("export", "log").output == before)
  }

  private static let marks: [(String, String, [String])] = [
    ("suspend", "is:suspended", ["resume"]), ("bury", "is:buried", ["bury", "--undo"]),
    ("flag", "is:flagged", ["flag", "--undo"]),
  ]

  @Test(arguments: marks) func `what is done to cards can be seen, taken back, and is not done twice`(
    _ mark: String,
    _ query: String,
    _ back: [String]
  ) throws {
    let program = try learner()
    defer { program.remove() }
    func found() throws -> Int {
      try program.run("cards", "--json", query).output.split(separator: "\"card\"").count - 1
    }
    #expect(try program.run(mark, "7k3m9q2a5x", "^m41v0c9e7t").status == 0)
    #expect(try found() == 2)
    let again = try program.run(mark, "colour", "--yes", "--json")
    #expect(again.output.contains(#""found":2,"changed":[]"#), "\(again.output)")
    #expect(try program.run(back + [query, "-snow"], input: Data()).status == 0)
    #expect(try found() == 1)
    #expect(try program.run(back + [query], input: Data()).status == 0)
    #expect(try found() == 0)
    #expect(try program.run("undo", "2", "--yes").status == 0)
    #expect(try found() == 2)
    #expect(try program.run("doctor").status == 0)
  }

  @Test func `several cards that a query found are changed after a yes only, and one undo takes all back`()
    throws
  {
    let program = try learner()
    defer { program.remove() }
    let trial = try program.run("suspend", "-is:new", "--dry-run")
    #expect(trial.status == 0 && trial.messages.contains("would suspend 2 cards"), "\(trial.messages)")
    #expect(trial.output.contains("7k3m9q2a5x") && !trial.output.contains("m41v0c9e7t"))
    #expect(try program.run("suspend", "-is:new", input: "n\n").status == 1)
    #expect(try program.run("cards", "is:suspended").status == 1)
    let done = try program.run("suspend", "-is:new", "--ui", "zh", input: "y\n")
    #expect(done.status == 0 && done.messages.contains("wengu undo 2"), "\(done.messages)")
    #expect(try program.run("quiz", "--jsonl").objects[0]["learning"] as? Int == 0)
    #expect(try program.run("undo", "2", input: "y\n").status == 0)
    #expect(try program.run("quiz", "--jsonl").objects[0]["learning"] as? Int == 1)
  }

  @Test func `a forgotten card is new again, and its history stays`() throws {
    let program = try learner()
    defer { program.remove() }
    #expect(try program.run("forget", "7k3m9q2a5x").status == 0)
    let sheet = try program.run("cards", "7k3m9q2a5x").output
    #expect(
      sheet.contains("State: new") && sheet.contains("easy, took") && sheet.contains("starts anew"),
      "\(sheet)"
    )
    let undone = try program.run("undo", "--json")
    #expect(undone.output.hasPrefix(#"{"undone":[{"what":"forget","card":"7k3m9q2a5x""#), "\(undone.output)")
    #expect(try program.run("cards", "is:review", "--json").output.contains("7k3m9q2a5x"))
    #expect(try program.run("undo").messages.contains("review 'again'"))
  }
}
