import Language
import Study

/// A learner in one line: what was done, and what is known at a moment.
public struct LearnerRow: Sendable, Equatable {
  let learner: String
  let decks: Int
  let cardsSeen: Int
  let cardsTotal: Int
  let reviews: Int
  let daysActive: Int
  let streak: Int
  let lastReview: Moment?
  let milliseconds: Int64
  let recall: RecallTally
  let expectedRemembered: Double
  let dueToday: Int
  let leeches: Int

  /// Puts together a learner's reviews and cards; retired cards do not count among the cards.
  init(
    learner: String,
    cards: [CardRow],
    tally: ReviewTally,
    calendar: StudyCalendar,
    at moment: Moment
  ) {
    let asked = cards.filter { !$0.isRetired }
    let today = calendar.day(of: moment)
    let days = tally.days
    self.learner = learner
    decks = Set(asked.map(\.deck)).count
    cardsSeen = asked.count { $0.firstReview != nil }
    cardsTotal = asked.count
    reviews = days.reduce(0) { $0 + $1.reviews }
    daysActive = days.count
    streak = days.streak(upTo: today)
    lastReview = tally.lastReview
    milliseconds = days.reduce(0) { $0 &+ $1.milliseconds }
    recall = days.reduce(into: RecallTally()) { $0.add($1.recall) }
    expectedRemembered = asked.reduce(0) { $0 + ($1.retrievability ?? 0) }
    dueToday = asked.count { $0.isDue(by: today, calendar: calendar) }
    leeches = asked.count(where: \.isLeech)
  }
}

extension Column<LearnerRow> {
  /// The columns of `learners` (DESIGN.md §6).
  public static var learners: [Column<LearnerRow>] {
    done + known
  }

  private static var done: [Column<LearnerRow>] {
    [
      .text("learner", Bilingual(zh: "学习者", en: "the learner")) { $0.learner },
      .integer("decks", Bilingual(zh: "卡片集的个数", en: "the number of decks")) { Int64($0.decks) },
      .integer(
        "cards_seen",
        Bilingual(zh: "复习过的卡片，停用的不计", en: "cards reviewed at least once, without retired ones")
      ) { Int64($0.cardsSeen) },
      .integer("cards_total", Bilingual(zh: "卡片总数，停用的不计", en: "all cards, without retired ones")) {
        Int64($0.cardsTotal)
      },
      .integer("reviews", Bilingual(zh: "复习次数，包括学习步骤", en: "reviews, learning steps included")) {
        Int64($0.reviews)
      },
      .integer("days_active", Bilingual(zh: "学习过的天数", en: "study days with a review")) {
        Int64($0.daysActive)
      },
      .integer(
        "streak_days",
        Bilingual(
          zh: "到今天为止连续学习的天数；今天可以还没学",
          en: "study days in a row up to today, which may still be without a review"
        )
      ) { Int64($0.streak) },
      .time("last_review", Bilingual(zh: "最近一次复习的时刻（RFC 3339）", en: "the last review (RFC 3339)")) {
        $0.lastReview?.rfc3339
      },
      .number("minutes", Bilingual(zh: "复习所用的分钟数", en: "the time reviews took, in minutes")) {
        Double($0.milliseconds) / 60_000
      },
    ]
  }

  private static var known: [Column<LearnerRow>] {
    [
      .number(
        "true_retention",
        Bilingual(
          zh: "复习状态的卡片记得的比例，0 到 1；没有时为空",
          en: "the share recalled of reviews of cards in review, 0 to 1; empty without one"
        )
      ) { $0.recall.retention },
      .number(
        "expected_remembered",
        Bilingual(
          zh: "此刻各卡片回忆概率之和：约记得多少张",
          en: "the sum of the cards' chances of recall now: about so many are remembered"
        )
      ) { $0.expectedRemembered },
      .integer(
        "due_today",
        Bilingual(zh: "今天之内到期的卡片", en: "cards that fall due by the end of today")
      ) { Int64($0.dueToday) },
      .integer("leeches", Bilingual(zh: "屡次忘记的难点卡", en: "cards forgotten so often that they are leeches")) {
        Int64($0.leeches)
      },
    ]
  }
}
