import Language
import Study

/// What a learner did on one study day, and how much they then knew.
public struct DayRow: Sendable, Equatable {
  let learner: String
  let figures: DayFigures

  /// Cards that were reviewed by the end of the day, then or before.
  let cardsSeen: Int

  /// The sum of their chances of recall at the end of the day.
  let expectedRemembered: Double
}

extension Column<DayRow> {
  /// The columns of `days` (DESIGN.md §6).
  public static var days: [Column<DayRow>] {
    done + recalled + known
  }

  private static var done: [Column<DayRow>] {
    [
      .time(
        "study_day",
        Bilingual(
          zh: "学习日；没有另外设置时，当地时间 4 点换日",
          en: "the study day, which turns over at 04:00 local time unless set otherwise"
        )
      ) { $0.figures.day.text },
      .text("learner", Bilingual(zh: "学习者", en: "the learner")) { $0.learner },
      .integer("reviews", Bilingual(zh: "复习次数，包括学习步骤", en: "reviews, learning steps included")) {
        Int64($0.figures.reviews)
      },
      .integer("new_cards", Bilingual(zh: "新学的卡片", en: "cards that were new")) {
        Int64($0.figures.newCards)
      },
      .integer("again", Bilingual(zh: "评为忘了的次数", en: "reviews rated again")) { Int64($0.figures.again) },
      .integer("hard", Bilingual(zh: "评为吃力的次数", en: "reviews rated hard")) { Int64($0.figures.hard) },
      .integer("good", Bilingual(zh: "评为记得的次数", en: "reviews rated good")) { Int64($0.figures.good) },
      .integer("easy", Bilingual(zh: "评为轻松的次数", en: "reviews rated easy")) { Int64($0.figures.easy) },
      .number("minutes", Bilingual(zh: "所用的分钟数", en: "the time they took, in minutes")) {
        $0.figures.minutes
      },
    ]
  }

  private static var recalled: [Column<DayRow>] {
    [
      .integer(
        "young_recalled",
        Bilingual(
          zh: "间隔不到 21 天的复习中记得的次数；学习步骤不计",
          en: "recalled reviews at an interval under 21 days; learning steps do not count"
        )
      ) { Int64($0.figures.recall.youngRecalled) },
      .integer(
        "young_reviews",
        Bilingual(zh: "间隔不到 21 天的复习次数", en: "reviews at an interval under 21 days")
      ) { Int64($0.figures.recall.youngReviews) },
      .integer(
        "mature_recalled",
        Bilingual(
          zh: "间隔 21 天以上的复习中记得的次数",
          en: "recalled reviews at an interval of 21 days and more"
        )
      ) { Int64($0.figures.recall.matureRecalled) },
      .integer(
        "mature_reviews",
        Bilingual(zh: "间隔 21 天以上的复习次数", en: "reviews at an interval of 21 days and more")
      ) { Int64($0.figures.recall.matureReviews) },
    ]
  }

  private static var known: [Column<DayRow>] {
    [
      .integer(
        "cards_seen",
        Bilingual(zh: "到当天结束时复习过的卡片", en: "cards that were reviewed by the end of the day")
      ) { Int64($0.cardsSeen) },
      .number(
        "expected_remembered",
        Bilingual(
          zh: "当天结束时这些卡片的回忆概率之和：约记得多少张",
          en: "the sum of their chances of recall at the end of the day: about so many are remembered"
        )
      ) { $0.expectedRemembered },
    ]
  }
}
