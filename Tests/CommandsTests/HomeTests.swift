import Foundation
import Testing

@Suite struct HomeTests {
  /// What the program shows on a terminal of 80 columns after some keys, and how it ended.
  private func show(_ program: Program, _ arguments: String, keys: String, term: String = "dumb") throws
    -> String
  {
    let script = Process()
    script.executableURL = URL(fileURLWithPath: "/bin/sh")
    let binary = program.process([]).executableURL?.path ?? ""
    script.arguments = [
      "-c", "script -qec \"$1\" /dev/null", "sh", "stty cols 80 rows 24; '\(binary)' \(arguments)",
    ]
    script.currentDirectoryURL = program.home
    script.environment = program.environment.merging(["TERM": term]) { $1 }
    let input = Pipe()
    let output = Pipe()
    script.standardInput = input
    script.standardOutput = output
    try script.run()
    try input.fileHandleForWriting.write(contentsOf: Data(keys.utf8))
    let data = output.fileHandleForReading.readDataToEndOfFile()
    try? input.fileHandleForWriting.close()
    script.waitUntilExit()
    return String(decoding: data, as: UTF8.self).replacingOccurrences(of: "\r", with: "")
  }

  @Test(arguments: [
    (
      "",
      ["asks you for a few minutes a day", "wengu compile tea.txt -o tea.md", "from then on just run wengu"]
    ),
    ("--ui zh", ["每天问你几分钟", "wengu compile tea.txt -o tea.md", "只要运行 wengu"]),
  ]) func `a newcomer is told in three sentences how to begin`(_ arguments: String, _ sentences: [String])
    throws
  {
    let program = try Program()
    defer { program.remove() }
    try program.copyDeck("tea.txt")
    let page = try show(program, arguments, keys: "q\n").replacingOccurrences(of: "\n  ", with: " ")
    for sentence in sentences { #expect(page.contains(sentence), "\(page)") }
    #expect(!FileManager.default.fileExists(atPath: program.home.path + "/.local/share/wengu"))
  }

  @Test func `Enter begins with the deck that lies in the folder`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.copyDeck("tea.md")
    let page = try show(program, "--ui zh", keys: "\n:q\n")
    #expect(page.contains("回车  茶为什么分六类") && page.contains("第 1 张（新卡）"), "\(page)")
    #expect(try program.run("decks").output.contains("茶为什么分六类"))
  }

  @Test func `home tells what is due in each deck, the streak and the week, and Enter starts`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.copyDeck("tea.md")
    try program.copyDeck("forgetting.md")
    var learner = ScriptedLearner()
    let conversation = try Conversation(
      program.process(["quiz", "tea.md", "forgetting.md", "--new", "4", "--jsonl"])
    )
    learner.study(conversation)
    conversation.finish()
    let later = Program(program, setting: ["WENGU_NOW": "2026-11-25T08:00:00+08:00"])
    let page = try show(later, "", keys: "\n:q\n")
    for text in [
      "Wengu · test", "1 day in a row", "Today: ", "20 new", "茶为什么分六类", "Due in the coming week", "today",
      "tomorrow", "Fri 11-27",
    ] {
      #expect(page.contains(text), "\(text) in \(page)")
    }
    #expect(page.contains("left, about"), "\(page)")
    let statistics = try show(later, "--ui zh", keys: "s\n")
    #expect(statistics.contains("今后一周到期") && statistics.contains("的学习情况"), "\(statistics)")
    #expect(try later.run("home").output.contains("Due in the coming week"))
    #expect(try later.run().output.contains("left, about"), "off a terminal it is the quiz")
  }

  @Test func `learners are listed with what is due and when they last reviewed`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.copyDeck("tea.md")
    _ = try program.run("quiz", "tea.md", "--learner", "小李")
    let input = #"{"type":"reveal"}"# + "\n" + #"{"type":"rate","rating":4,"milliseconds":4000}"# + "\n"
    _ = try program.run("quiz", "tea.md", "--learner", "an", "--jsonl", input: input)
    let lines = try program.run("learners").output.split(separator: "\n")
    #expect(lines.count == 2 && lines[0].hasPrefix("an") && lines[0].contains("last 2026-11-24"), "\(lines)")
    #expect(lines[1].contains("小李") && lines[1].contains("no review yet"), "\(lines)")
    let json = try program.run("learners", "--json").output
    #expect(json.contains(#""learner":"an","decks":["茶为什么分六类"],"due":0,"new":14"#), "\(json)")
    #expect(try program.run("learners", "--ui", "zh").output.contains("还没有复习"))
  }

  @Test func `a setting is got, set, unset, also for one deck, with its type`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.copyDeck("tea.md")
    _ = try program.run("decks", "add", "tea.md")
    #expect(try program.run("settings", "get", "new-per-day").output == "20\n")
    #expect(try program.run("settings", "set", "new-per-day", "7").status == 0)
    #expect(try program.run("settings", "get", "new-per-day").output == "7\n")
    let json = try program.run("settings", "get", "new-per-day", "--json").objects[0]
    #expect(
      json["value"] as? Int == 7 && json["default"] as? Int == 20 && json["is_default"] as? Bool == false
    )
    #expect(try program.run("settings", "unset", "new-per-day").status == 0)
    #expect(try program.run("settings", "set", "desired-retention", "0.95", "--deck", "茶为什么分六类").status == 0)
    #expect(try program.run("settings", "get", "desired-retention", "--deck", "茶为什么分六类").output == "0.95\n")
    #expect(try program.run("settings", "get", "desired-retention").output == "0.9\n")
    let all = try program.run("settings", "list", "--json").objects[0]
    #expect(all["fuzz"] as? Bool == true && all["learning-steps"] as? String == "1m 10m")
    #expect(all["desired-retention-by-deck"] as? [String: Double] == ["茶为什么分六类": 0.95])
    let typo = try program.run("settings", "get", "new-per-dya")
    #expect(typo.status == 2 && typo.messages.contains("'new-per-day'"), "\(typo.messages)")
    #expect(try program.run("settings", "get", "fuzz", "--deck", "茶为什么分六类").status == 2)
    #expect(try program.run("settings", "get", "desired-retention", "--deck", "咖啡").status == 1)
  }
}

extension Program {
  /// The same home with other variables.
  fileprivate init(_ other: Program, setting extra: [String: String]) {
    home = other.home
    environment = other.environment.merging(extra) { $1 }
  }
}
