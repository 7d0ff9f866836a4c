import Foundation
import Scheduling
import Testing

@Suite struct FortnightTests {
  /// Studies the essay's deck on 14 days in a folder and returns the number of answers.
  private func study(in program: Program, data: String) throws -> Int {
    var learner = ScriptedLearner()
    for day in 1...14 {
      let now = "2026-12-\(day < 10 ? "0" : "")\(day)T08:00:00+08:00"
      let process = program.process(
        ["quiz", "essay.md", "--jsonl", "--data", data],
        setting: ["WENGU_NOW": now]
      )
      let conversation = try Conversation(process)
      learner.study(conversation)
      conversation.finish()
      #expect(process.terminationStatus == 0)
    }
    return learner.acknowledged.count
  }

  @Test func `a fortnight's reviews follow FSRS-6 and are exported the same each time`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.copyDeck("essay.md")
    let answers = try study(in: program, data: "first")
    #expect(answers > 100)
    #expect(try study(in: program, data: "second") == answers)
    let later = ["WENGU_NOW": "2026-12-15T08:00:00+08:00"]
    let csv = try program.run("export", "reviews", "--data", "first", setting: later)
    #expect(csv.status == 0)
    #expect(try program.run("export", "reviews", "--data", "second", setting: later).output == csv.output)
    let rows = rows(ofCSV: csv.output)
    #expect(rows.count == answers)
    try expectFSRS6(rows)
  }

  private func expectFSRS6(_ rows: [[String: String]]) throws {
    let settings = SchedulingSettings.standard
    let scheduler = FSRS6()
    for (card, reviews) in Dictionary(grouping: rows, by: { $0["card_id"] ?? "" }) {
      var state = CardState.new
      var lastDay: Int?
      for row in reviews {
        let rating = try #require(row["review_rating"].flatMap { Int($0) }.flatMap(Rating.init(rawValue:)))
        let time = try #require(row["review_time"].flatMap { Int($0) })
        let day = (time + (8 - 4) * 3_600_000) / 86_400_000
        let elapsed = Days(Double(lastDay.map { day - $0 } ?? 0))
        let next = scheduler.outcomes(for: state, elapsed: elapsed, settings: settings, fuzz: nil)[rating]
        #expect(row["review_state"] == "\(state.phase.rawValue)", "\(card)")
        let stability = try #require(row["stability_after"].flatMap { Double($0) })
        let expected = try #require(next.state.memory)
        #expect(abs(stability - expected.stability.value) <= 1e-9 * stability, "\(card)")
        #expect(row["difficulty_after"].flatMap { Double($0) } == expected.difficulty, "\(card)")
        state = next.state
        lastDay = day
      }
    }
  }
}
