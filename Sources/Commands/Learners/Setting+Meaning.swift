import Language
import Study

extension Setting {
  /// What the setting means, in words.
  var meaning: Bilingual {
    switch self {
    case .desiredRetention:
      Bilingual(
        zh: "复习时希望还记得的把握，0.70 到 0.99；越高复习越勤",
        en: "the chance of recall to aim for at a review, 0.70 to 0.99; higher means more reviews"
      )
    case .newPerDay: Bilingual(zh: "每天最多几张新卡片", en: "new cards a day, at most")
    case .reviewsPerDay: Bilingual(zh: "每天最多复习几张", en: "reviews a day, at most")
    case .learningSteps: Bilingual(zh: "新卡片头几次出现的间隔", en: "waits between the first showings of a new card")
    case .relearningSteps: Bilingual(zh: "忘记之后再出现的间隔", en: "waits after a card was forgotten")
    case .maximumInterval: Bilingual(zh: "最长间隔（天）", en: "the longest interval, in days")
    case .fuzz:
      Bilingual(zh: "间隔略微错开，免得总在同一天到期（on/off）", en: "jitter intervals so that cards part company (on/off)")
    case .burySiblings:
      Bilingual(zh: "同一段原文的卡片不在同一天出现（on/off）", en: "ask cards of one passage on different days (on/off)")
    case .learnAhead:
      Bilingual(
        zh: "没有别的卡片时，可提前多少分钟问学习中的卡片",
        en: "minutes by which learning cards may come early when nothing else is left"
      )
    case .leechThreshold:
      Bilingual(zh: "忘记几次算难卡（0 表示不算）", en: "lapses that make a card a leech (0 for never)")
    case .rolloverHour: Bilingual(zh: "每天从几点算起", en: "the hour at which a day begins")
    case .scheduler:
      Bilingual(
        zh: "安排复习的算法：fsrs-6、fsrs-7 或 sm-2",
        en: "the algorithm that spaces reviews: fsrs-6, fsrs-7 or sm-2"
      )
    case .weights:
      Bilingual(
        zh: "FSRS-6 的 21 个权重，由 wengu optimize 拟合",
        en: "FSRS-6's 21 weights, fitted by 'wengu optimize'"
      )
    case .fsrs7Weights:
      Bilingual(
        zh: "FSRS-7 的 34 个权重",
        en: "FSRS-7's 34 weights, fitted by 'wengu optimize --scheduler fsrs-7'"
      )
    }
  }
}
