import Foundation
import Testing

@Suite struct SimulateTests {
  private func object(_ ending: Ending) throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: Data(ending.output.utf8)) as? [String: Any],
      "\(ending.messages)"
    )
  }

  @Test func `the whole curve is shown with its cheapest point, and every day`() throws {
    let program = try Program()
    defer { program.remove() }
    let options = ["simulate", "--cards", "60", "--new", "5", "--days", "60"]
    let report = try object(try program.run(options + ["--json"], input: Data()))
    #expect((report["days"] as? [Any])?.count == 60)
    let curve = try #require(report["curve"] as? [[String: Double]])
    #expect(curve.count == 30)
    #expect(
      zip(curve, curve.dropFirst()).allSatisfy {
        ($0["desired_retention"] ?? 0) < ($1["desired_retention"] ?? 0)
      }
    )
    let cheapest = try #require(report["cheapest"] as? [String: Double])
    #expect(curve.compactMap { $0["seconds_per_memorised"] }.min() == cheapest["seconds_per_memorised"])
    #expect((curve[29]["memorised"] ?? 0) > (curve[0]["memorised"] ?? 0))
    #expect((curve[29]["minutes_per_day"] ?? 0) > 2 * (curve[0]["minutes_per_day"] ?? 0))
    let words = try program.run(options + ["--ui", "en"], input: Data())
    #expect(words.output.contains("← least"))
    #expect(words.output.contains("← in use"))
  }

  @Test(arguments: ["fsrs-6", "fsrs-7"])
  func `a schedule for a day leaves more known than plain FSRS`(scheduler: String) throws {
    let program = try Program()
    defer { program.remove() }
    let options = [
      "simulate", "--cards", "60", "--ready-by", "2026-12-10", "--minutes", "5", "--scheduler", scheduler,
    ]
    let report = try object(try program.run(options + ["--json"], input: Data()))
    func recall(_ name: String) -> Double {
      let outlook = (report[name] as? [String: Any])?["outlook"] as? [String: Double]
      return outlook?["expected_recall"] ?? .nan
    }
    #expect(recall("best") >= recall("best_plain"))
    #expect(recall("best_plain") + 0.01 >= recall("plain"))
    #expect(recall("best") <= 1)
    let schedule = try #require(report["schedule"] as? [[String: Any]])
    #expect(schedule.count == 16)
    #expect(schedule.allSatisfy { ($0["minutes"] as? Double ?? 99) < 5 + 3 })
    #expect(schedule.first?["study_day"] as? String == "2026-11-24")
    let words = try program.run(options + ["--ui", "en"], input: Data())
    #expect(words.output.contains("at equal minutes"))
  }

  @Test func `a learner's own cards, settings and decks are played, and nothing is changed`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.copyDeck("essay.md")
    try study(on: [1, 2, 4], in: program)
    let now = ["WENGU_NOW": "2026-12-05T08:00:00+08:00"]
    let log = try program.run("export", "log", setting: now).output
    let own = try object(try program.run("simulate", "--json", "--days", "30", setting: now))
    #expect((own["cards_seen"] as? Int ?? 0) >= 10)
    #expect(own["start"] as? String == "2026-12-05")
    let seven = ["simulate", "--json", "--days", "30", "--scheduler", "fsrs-7"]
    let other = try object(try program.run(seven, input: Data(), setting: now))
    #expect(other["scheduler"] as? String == "fsrs-7")
    #expect(other["cards_seen"] as? Int == own["cards_seen"] as? Int)
    #expect(try program.run("simulate", "--deck", "none", setting: now).status == 1)
    #expect(try program.run("export", "log", setting: now).output == log)
  }
}
