import Language
import Scheduling
import Study

/// What is said of essays, histories and searches.
extension Phrases {
  static let essayTitle = Bilingual(zh: "原文", en: "The essay")
  static let historyTitle = Bilingual(zh: "这张卡的历史", en: "This card's history")
  static let searchTitle = Bilingual(zh: "查找卡片", en: "Search the cards")
  static let hardTitle = Bilingual(zh: "这次较难的", en: "What was hard")
  static let curveTitle = Bilingual(zh: "如果不再复习，还记得的可能：", en: "Chance of recall if it is left alone:")
  static let searchPrompt = Bilingual(zh: "查找：", en: "Find: ")
  static let noEssay = Bilingual(
    zh: "卡片集旁边没有它的原文；把原文放在卡片集所在的文件夹，并在文件头写上 source: 文件名。",
    en:
      "The essay does not lie beside its deck; put it there, and its name behind 'source:' in the deck's header."
  )
  static let noReviewsYet = Bilingual(zh: "还没有复习过。", en: "Not reviewed yet.")
  static let cardEdited = Bilingual(zh: "已采用改过的卡片。", en: "The card as edited is asked now.")
  static let cardUnchanged = Bilingual(zh: "卡片没有改动。", en: "The card was not changed.")
  static let cardRemoved = Bilingual(
    zh: "这张卡已不在卡片集里，以后不再问；它的历史还在。",
    en: "The card is in its deck no more and is not asked again; its history stays."
  )
  static let timeIsOver = Bilingual(zh: "预定的时间到了。", en: "The time you planned is over.")
  static let practiceOnly = Bilingual(
    zh: "这次是练习，评分不计入学习记录。",
    en: "This is practice: ratings do not count towards your schedule."
  )

  static func edited(_ edit: CardEdit) -> Bilingual {
    switch edit {
    case .changed: cardEdited
    case .unchanged: cardUnchanged
    case .removed: cardRemoved
    case .impossible(let why): why
    }
  }

  static func markedPassage(_ text: String) -> Bilingual {
    Bilingual(zh: "【\(text)】", en: "[[\(text)]]")
  }

  static func found(_ count: Int) -> Bilingual {
    guard count > 0 else { return Bilingual(zh: "没有找到。", en: "Nothing found.") }
    let more = count > 50
    return Bilingual(
      zh: "找到 \(count) 张" + (more ? "，先看前 50 张。" : "。"),
      en: english(count, "card", "cards") + (more ? ", the first 50 of them:" : ":")
    )
  }

  static func memory(stability: Days, lapses: Int) -> Bilingual {
    let span = duration(Milliseconds(stability))
    return Bilingual(
      zh: "记忆稳定度 \(span.chinese)（过这么久还有 90% 的可能记得）；忘过 \(lapses) 次。",
      en: "Stability \(span.english) (then recall is 90 %); "
        + "forgotten \(english(lapses, "time", "times"))."
    )
  }

  static func recall(after days: Int, percent: Int) -> Bilingual {
    guard days > 0 else { return Bilingual(zh: "现在 \(percent)%", en: "now \(percent) %") }
    return Bilingual(zh: "\(days) 天后 \(percent)%", en: "in \(english(days, "day", "days")) \(percent) %")
  }

  /// One line on a review: its day, rating, the chance of recall then, the interval it led to, what was typed.
  static func pastReview(_ change: ReviewTransition, day: StudyDay) -> Bilingual {
    let name = rating(change.review.rating)
    let next = interval(change.review.interval)
    let percent = change.retrievability.map { Int(($0 * 100).rounded()) }
    let typed = change.review.answer.map(shortened)
    return Bilingual(
      zh: "\(day.text) \(name.chinese)" + (percent.map { "，当时有 \($0)% 的可能记得" } ?? "")
        + "，\(next.chinese)后再问" + (typed.map { "；答了“\($0)”" } ?? ""),
      en: "\(day.text) \(name.english)" + (percent.map { ", recall was \($0) % likely" } ?? "")
        + ", next in \(next.english)" + (typed.map { "; typed \"\($0)\"" } ?? "")
    )
  }
}
