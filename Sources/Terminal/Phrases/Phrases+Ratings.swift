import Language
import Scheduling

extension Phrases {
  static func rating(_ rating: Rating) -> Bilingual {
    switch rating {
    case .again: Bilingual(zh: "忘了", en: "again")
    case .hard: Bilingual(zh: "吃力", en: "hard")
    case .good: Bilingual(zh: "记得", en: "good")
    case .easy: Bilingual(zh: "轻松", en: "easy")
    }
  }

  /// The four ratings with the interval that each leads to.
  static func ratings(_ outcomes: Outcomes) -> [Bilingual] {
    Rating.allCases.map { rating in
      let name = Phrases.rating(rating)
      let interval = interval(outcomes[rating].interval)
      return Bilingual(
        zh: "\(rating.rawValue) \(name.chinese)（\(interval.chinese)）",
        en: "\(rating.rawValue) \(name.english) (\(interval.english))"
      )
    }
  }

  /// Told at the first rating of a session.
  static let howToRate = Bilingual(
    zh: "按记得怎样评分，括号里是多久以后再问。",
    en: "Rate how well you knew it; the time in brackets is when it comes back."
  )

  static func ratingPrompt(suggested: Rating?) -> Bilingual {
    guard let suggested else { return Bilingual(zh: "评分（1 到 4）：", en: "Rating (1 to 4): ") }
    let name = rating(suggested)
    return Bilingual(
      zh: "评分（回车即 \(suggested.rawValue) \(name.chinese)）：",
      en: "Rating (Enter for \(suggested.rawValue) \(name.english)): "
    )
  }

  static let notARating = Bilingual(
    zh: "请填 1 到 4；输入 ? 看帮助。",
    en: "Please type a number from 1 to 4, or ? for help."
  )

  static func recorded(_ rating: Rating, _ interval: Interval) -> Bilingual {
    let name = Phrases.rating(rating)
    let words = Phrases.interval(interval)
    return Bilingual(
      zh: "已保存：\(name.chinese)，\(words.chinese)后再问。",
      en: "Saved: \(name.english), back in \(words.english)."
    )
  }
}
