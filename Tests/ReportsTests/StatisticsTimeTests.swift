import Language
import Reports
import Scheduling
import Study
import Testing

/// Reviews at noon of days after 1 November 2026, a Sunday: so many on each.
private func log(_ reviews: [Int: Int]) -> MemoryLog {
  var log = MemoryLog.deck(cards: 1)
  for (day, count) in reviews.sorted(by: { $0.key < $1.key }) {
    for number in 0..<count {
      log.review(.good, at: 12 + 24 * Double(day) + Double(number) / 60, interval: .days(1), duration: 30_000)
    }
  }
  return log
}

private func lines(_ log: MemoryLog, at day: Double, width: Int = 80, hasBars: Bool = true) throws -> [String]
{
  let style = TextStyle(language: .english, width: width, hasBars: hasBars)
  return try Statistics(of: log, at: moment(12 + 24 * day)).lines(style)
}

@Suite struct StatisticsTimeTests {
  @Test("The calendar has a column a week, Monday first, shaded by the busiest day")
  func calendar() throws {
    let all = try lines(log([0: 8, 1: 2, 9: 3, 10: 5]), at: 10)
    let start = try #require(all.firstIndex(of: "Reviews a day"))
    let expected = [
      "       Nov", "  Mon  · ░ ·", "  Tue  · · ▒", "  Wed  · · ▓", "  Thu  · ·", "  Fri  · ·", "  Sat  · ·",
      "  Sun  █ ·", "  · 0  ░ 1–2  ▒ 3–4  ▓ 5–6  █ 7–8",
    ]
    #expect(Array(all[(start + 1)...(start + 9)]) == expected)
  }

  @Test("Without block characters the calendar is plain ASCII")
  func plainCalendar() throws {
    let all = try lines(log([0: 8, 1: 2]), at: 2, hasBars: false)
    #expect(all.contains("  Sun  #"))
    #expect(all.contains("  Mon  . -"))
    #expect(all.contains("  . 0  - 1-2  + 3-4  * 5-6  # 7-8"))
  }

  @Test("A calendar of many years keeps the last weeks that fit", arguments: [20, 40, 80, 200])
  func longCalendar(width: Int) throws {
    let all = try lines(log([0: 1, 1_500: 1]), at: 1_500, width: width)
    let monday = try #require(all.first { $0.hasPrefix("  Mon  ") })
    #expect(displayWidth(of: monday) <= width)
    #expect(monday.count { $0 == "·" || $0 == "█" } == min(53, width - 7))
  }

  @Test("Time is told in all, for a day of study, for a review, and week by week")
  func time() throws {
    let all = try lines(log([0: 8, 1: 2, 10: 4]), at: 10)
    #expect(all.contains { $0.hasSuffix("7 min in all, 2.3 min on a day of study, 30 s a review") })
    let start = try #require(all.firstIndex(of: "Time by week, from Monday"))
    #expect(
      all[(start + 1)...(start + 3)].map { $0.prefix(14) } == [
        "  10-26  4 min", "  11-02  1 min", "  11-09  2 min",
      ]
    )
  }

  @Test("Predictions stand beside what was recalled")
  func calibration() throws {
    var log = MemoryLog.deck(cards: 4)
    for card in 0..<4 {
      log.review(.good, card: card, at: 0, interval: .days(2))
      log.review(card == 0 ? .again : .good, card: card, at: 48, interval: .days(3))
    }
    let all = try lines(log, at: 3)
    #expect(all.contains { $0.hasPrefix("  90 to 95 %  75 %  3 of 4") })
    #expect(all.contains { $0.contains("predicted on average, 75 % recalled") })
    let json = try Statistics(of: log, at: moment(84)).json
    #expect(json["calibration"]?["actual"] == .number(0.75))
    #expect(json["calibration"]?["reviews"] == 4)
    #expect(json["time"]?["seconds_per_review"] == .number(6))
  }
}
