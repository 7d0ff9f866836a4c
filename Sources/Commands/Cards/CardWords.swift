import Cards
import Language
import Scheduling
import Study
import Terminal

extension Phase {
  /// The state under the name by which a query asks for it.
  var condition: CardCondition {
    switch self {
    case .new: .new
    case .learning: .learning
    case .review: .review
    case .relearning: .relearning
    }
  }
}

extension CardCondition {
  /// The condition in a word.
  var word: Bilingual {
    switch self {
    case .due: Bilingual(zh: "到期", en: "due")
    case .new: Bilingual(zh: "新卡", en: "new")
    case .learning: Bilingual(zh: "学习中", en: "learning")
    case .review: Bilingual(zh: "复习", en: "review")
    case .relearning: Bilingual(zh: "重学", en: "relearning")
    case .leech: Bilingual(zh: "难卡", en: "leech")
    case .suspended: Bilingual(zh: "已停用", en: "suspended")
    case .buried: Bilingual(zh: "已搁置", en: "buried")
    case .flagged: Bilingual(zh: "有标记", en: "flagged")
    case .retired: Bilingual(zh: "已撤下", en: "retired")
    }
  }
}

extension CardSearch {
  /// What holds of a card besides its state, in the order in which it is told.
  func marks(of candidate: Candidate) -> [CardCondition] {
    [.suspended, .buried, .flagged, .leech, .retired].filter { isMet($0, by: candidate) }
  }

  /// When a card falls due, seen from now; nil while it is new.
  func dueWords(of candidate: Candidate, at moment: Moment) -> Bilingual? {
    switch candidate.progress.due {
    case nil: return nil
    case .at(let instant)?:
      let wait = instant.since(moment.instant)
      guard wait.value > 0 else { return Bilingual(zh: "现在", en: "now") }
      let words = SpokenWords.duration(wait)
      return Bilingual(zh: "\(words.chinese)后", en: "in \(words.english)")
    case .day?:
      guard let days = figure(.due, of: candidate) else { return nil }
      return dayWords(Int(days))
    }
  }

  private func dayWords(_ days: Int) -> Bilingual {
    switch days {
    case 0: return Bilingual(zh: "今天", en: "today")
    case 1: return Bilingual(zh: "明天", en: "tomorrow")
    default:
      let words = SpokenWords.interval(.days(Int(days.magnitude)))
      return days < 0
        ? Bilingual(zh: "过期 \(words.chinese)", en: "\(words.english) ago")
        : Bilingual(zh: "\(words.chinese)后", en: "in \(words.english)")
    }
  }
}

/// A chance of recall in whole per cent.
func percentText(_ share: Double) -> String {
  guard share.isFinite else { return "–" }
  return "\(Int((min(max(share, 0), 1) * 100).rounded())) %"
}
