import Foundation
import Testing

@Suite struct SettingPreviewTests {
  private let now = ["WENGU_NOW": "2026-12-05T08:00:00+08:00"]

  /// Stability after each review, as the export has it.
  private func stabilities(_ program: Program) throws -> [String?] {
    let reviews = try program.run("export", "reviews", setting: now)
    return rows(ofCSV: reviews.output).map { $0["stability_after"] }
  }

  @Test func `another scheduler replays all states at once, after showing what that changes`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.copyDeck("essay.md")
    try study(on: [1, 2, 4], in: program)
    let before = try stabilities(program)
    let change = ["settings", "set", "scheduler", "fsrs-7", "--ui", "en"]
    let dry = try program.run(change + ["--dry-run"], input: Data(), setting: now)
    #expect(dry.status == 0)
    for part in [
      "median stability", "chance of recall", "rated good", "fsrs-6 → fsrs-7", "nothing was changed",
    ] {
      #expect(dry.messages.contains(part), "\(dry.messages)")
    }
    #expect(try stabilities(program) == before)
    let done = try program.run(change, input: Data(), setting: now)
    #expect(done.messages.contains("median stability"))
    let after = try stabilities(program)
    #expect(after.count == before.count)
    #expect(zip(before, after).contains { $0 != $1 })
    #expect(try program.run("doctor", setting: now).status == 0)
    let cards = rows(ofCSV: try program.run("export", "cards", setting: now).output)
    #expect(cards.contains { !($0["stability"] ?? "").isEmpty })
    #expect(try program.run("settings", "reset", "scheduler", setting: now).status == 0)
    #expect(try stabilities(program) == before)
  }

  @Test func `every scheduler studies on, and SM-2 too keeps what it was told`() throws {
    for scheduler in ["fsrs-7", "sm-2"] {
      let program = try Program()
      defer { program.remove() }
      try program.copyDeck("tea.md")
      #expect(try program.run("settings", "set", "scheduler", scheduler).status == 0)
      var learner = ScriptedLearner()
      for day in ["01", "02", "05"] {
        let time = ["WENGU_NOW": "2026-12-\(day)T08:00:00+08:00"]
        let conversation = try Conversation(program.process(["quiz", "tea.md", "--jsonl"], setting: time))
        learner.study(conversation)
        conversation.finish()
      }
      #expect(learner.acknowledged.count > 10)
      let rows = rows(ofCSV: try program.run("export", "reviews", setting: now).output)
      #expect(rows.allSatisfy { $0["scheduler"] == scheduler })
      #expect(rows.contains { $0["stability_after"]?.isEmpty == (scheduler == "sm-2") })
      #expect(try program.run("doctor", setting: now).status == 0)
    }
  }

  @Test func `a deck's own retention says what it does to that deck`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.copyDeck("essay.md")
    try study(on: [1, 2], in: program)
    let decks = try program.run("decks", setting: now).output
    let csv = rows(ofCSV: try program.run("export", "cards", setting: now).output)
    let deck = try #require(csv.first?["deck"], "\(decks)")
    let set = ["settings", "set", "desired-retention", "0.8", "--deck", deck, "--ui", "en"]
    let done = try program.run(set, input: Data(), setting: now)
    #expect(done.status == 0)
    #expect(done.messages.contains("median interval if rated good"), "\(done.messages)")
    #expect(done.messages.contains("0.9 → 0.8"), "\(done.messages)")
  }

  @Test func `weights of the wrong kind are refused with the setting that takes them`() throws {
    let program = try Program()
    defer { program.remove() }
    let many = Array(repeating: "0.5", count: 34).joined(separator: ",")
    let refused = try program.run("settings", "set", "weights", many, "--ui", "en")
    #expect(refused.status == 2)
    #expect(refused.messages.contains("fsrs-7-weights"))
    #expect(try program.run("settings", "set", "fsrs-7-weights", many).status == 0)
    #expect(try program.run("settings", "set", "scheduler", "anki", "--ui", "en").status == 2)
  }
}
