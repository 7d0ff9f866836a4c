import Language

/// The phrases of the statistics in both languages; figures go in as they are to be shown.
enum StatisticsWords {
  static func title(learner: String, date: String) -> Bilingual {
    Bilingual(zh: "\(learner) 的学习情况，\(date)", en: "Progress of \(learner), \(date)")
  }

  static let nothingYet = Bilingual(
    zh: "还没有复习记录；用 wengu quiz 开始今天的学习",
    en: "No reviews yet; start today's session with 'wengu quiz'"
  )

  static let today = Bilingual(zh: "今天", en: "Today")
  static let streak = Bilingual(zh: "连续", en: "Streak")
  static let due = Bilingual(zh: "到期", en: "Due")
  static let new = Bilingual(zh: "新卡", en: "New")
  static let cards = Bilingual(zh: "卡片", en: "Cards")
  static let memory = Bilingual(zh: "记忆", en: "Memory")

  static func reviews(_ count: Int) -> Bilingual {
    Bilingual(zh: "复习 \(count) 次", en: counted(count, "review"))
  }

  static func newCards(_ count: Int) -> Bilingual {
    Bilingual(zh: "新卡 \(count) 张", en: counted(count, "new card"))
  }

  static func minutes(_ minutes: String) -> Bilingual {
    Bilingual(zh: "\(minutes) 分钟", en: "\(minutes) min")
  }

  static func streakDays(_ count: Int) -> Bilingual {
    Bilingual(zh: "\(count) 天", en: "\(counted(count, "day")) in a row")
  }

  static func daysActive(_ count: Int) -> Bilingual {
    Bilingual(zh: "共学习 \(count) 天", en: "\(counted(count, "day")) studied in all")
  }

  static func dueNow(_ count: Int) -> Bilingual {
    Bilingual(zh: "现在 \(count) 张", en: "\(count) now")
  }

  static func dueToday(_ count: Int) -> Bilingual {
    Bilingual(zh: "今天之内 \(count) 张", en: "\(count) by the end of today")
  }

  static func dueTomorrow(_ count: Int) -> Bilingual {
    Bilingual(zh: "明天 \(count) 张", en: "\(count) tomorrow")
  }

  static func dueInNextWeek(_ count: Int) -> Bilingual {
    Bilingual(zh: "今后七天 \(count) 张", en: "\(count) in the next 7 days")
  }

  static func newToday(_ count: Int) -> Bilingual {
    Bilingual(zh: "今天还可学 \(count) 张", en: "\(count) more today")
  }

  static func states(new: Int, learning: Int, review: Int, relearning: Int) -> [Bilingual] {
    [
      Bilingual(zh: "新卡 \(new)", en: "\(new) new"),
      Bilingual(zh: "学习中 \(learning)", en: "\(learning) learning"),
      Bilingual(zh: "复习 \(review)", en: "\(review) in review"),
      Bilingual(zh: "重学中 \(relearning)", en: "\(relearning) relearning"),
    ]
  }

  static func suspended(_ count: Int) -> Bilingual {
    Bilingual(zh: "其中停用 \(count)", en: "\(count) of them suspended")
  }

  static func seen(_ count: Int, of total: Int) -> Bilingual {
    Bilingual(zh: "已学 \(count)/\(total) 张", en: "\(count) of \(total) seen")
  }

  static func wouldKnow(_ count: String) -> Bilingual {
    Bilingual(zh: "现在约记得 \(count) 张", en: "about \(count) remembered now")
  }

  static func meanRecall(_ share: String) -> Bilingual {
    Bilingual(zh: "平均回忆率 \(share)", en: "\(share) mean chance of recall")
  }

  static let comingDays = Bilingual(zh: "今后几天到期", en: "Due in the coming days")
  static let todayShort = Bilingual(zh: "今天", en: "today")
  static let tomorrowShort = Bilingual(zh: "明天", en: "tomorrow")

  static let retention = Bilingual(zh: "复习时记得的比例（按间隔）", en: "Remembered at review, by interval")
  static let young = Bilingual(zh: "不到 21 天", en: "under 21 days")
  static let mature = Bilingual(zh: "21 天以上", en: "21 days and more")
  static let allReviews = Bilingual(zh: "合计", en: "all")

  static func recalled(_ count: Int, of total: Int) -> Bilingual {
    Bilingual(zh: "\(count)/\(total) 次", en: "\(count) of \(total)")
  }

  static let decks = Bilingual(zh: "卡片集", en: "Decks")
  static let noSection = Bilingual(zh: "（无标题）", en: "(no heading)")

  static let hardest = Bilingual(zh: "最常忘记的卡片", en: "Most often forgotten")

  static func forgotten(_ count: Int, of reviews: Int) -> Bilingual {
    Bilingual(zh: "\(reviews) 次忘 \(count) 次", en: "\(count) of \(reviews)")
  }

  static let leeches = Bilingual(
    zh: "屡次忘记的难点卡（改写或拆分它们往往有用）",
    en: "Leeches (rewording or splitting them often helps)"
  )

  static func lapses(_ count: Int) -> Bilingual {
    Bilingual(zh: "忘 \(count) 次", en: counted(count, "lapse"))
  }

  static let separator = Bilingual(zh: "，", en: ", ")
}

/// A number with an English noun.
func counted(_ count: Int, _ noun: String) -> String {
  count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
}
