import Language
import Scheduling
import Testing

@testable import Terminal

/// Durations, ratings and commands in words.
struct PhraseTests {
  @Test(
    arguments: [
      (0, "0 秒", "0 seconds"), (-5, "0 秒", "0 seconds"), (1_000, "1 秒", "1 second"),
      (59_400, "59 秒", "59 seconds"), (59_500, "1 分钟", "1 min"), (60_000, "1 分钟", "1 min"),
      (330_000, "6 分钟", "6 min"), (600_000, "10 分钟", "10 min"), (3_569_000, "59 分钟", "59 min"),
      (3_600_000, "1 小时", "1 hour"), (5_400_000, "1.5 小时", "1.5 hours"), (86_400_000, "1 天", "1 day"),
      (129_600_000, "1.5 天", "1.5 days"), (Int64.max, "292471208.7 年", "292471208.7 years"),
    ] as [(Int64, String, String)]
  )
  func `durations in words`(milliseconds: Int64, chinese: String, english: String) {
    #expect(Phrases.duration(Milliseconds(milliseconds)) == Bilingual(zh: chinese, en: english))
  }

  @Test(arguments: [
    (0, "0 秒", "0 seconds"), (1, "1 天", "1 day"), (8, "8 天", "8 days"), (30, "30 天", "30 days"),
    (31, "1 个月", "1 month"), (44, "1.4 个月", "1.4 months"), (75, "2.5 个月", "2.5 months"),
    (361, "11.9 个月", "11.9 months"), (362, "1 年", "1 year"), (365, "1 年", "1 year"),
    (500, "1.4 年", "1.4 years"), (36_500, "100 年", "100 years"),
  ])
  func `intervals of days in words`(days: Int, chinese: String, english: String) {
    #expect(Phrases.interval(.days(days)) == Bilingual(zh: chinese, en: english))
  }

  @Test(
    arguments: [
      ("1", Rating.again), ("４", .easy), ("Good", .good), ("ＨＡＲＤ", .hard), ("忘了", .again), ("记得", .good),
      ("5", nil), ("0", nil), ("goo", nil), ("13", nil),
    ] as [(String, Rating?)]
  )
  func `ratings as they are typed`(text: String, rating: Rating?) {
    #expect(Rating(typed: text) == rating)
  }

  @Test(
    arguments: [
      (":u", Reply.command(.undo)), ("/Undo", .command(.undo)), ("：撤销", .command(.undo)),
      ("／？", .command(.help)),
      (": q ", .command(.quit)), (":", .unknownCommand(":")), (":zz", .unknownCommand(":zz")),
      (" :u", .text(":u")),
      ("u", .text("u")), ("", .empty), (" \t\u{3000}", .empty), (" 你好 ", .text("你好")),
    ] as [(String, Reply)]
  )
  func `commands begin with a colon or slash`(typed: String, reply: Reply) {
    #expect(Reply(.line(Array(typed.utf8))) == reply)
  }

  @Test func `no two commands share a word, and no rating is one`() {
    let names = LinearCommand.allCases.flatMap(\.names)
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { Rating(typed: $0) == nil })
  }

  @Test(
    arguments: [
      ("1", ["甲，乙"]), ("3 1", ["甲，乙", "2026"]), ("１、２", ["甲，乙", "B"]), ("甲，乙", ["甲，乙"]), ("b", ["B"]),
      ("2026", ["2026"]), ("2,2", ["B"]), ("4", nil), ("0", nil), ("1 丙", nil), ("、", nil),
    ] as [(String, [String]?)]
  )
  func `options by number or by their words`(typed: String, expected: [String]?) {
    #expect((try? chosen(typed, from: ["甲，乙", "B", "2026"]).get()) == expected)
  }
}
