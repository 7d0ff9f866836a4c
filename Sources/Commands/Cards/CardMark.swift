import Language
import Scheduling
import Study

/// What a learner can do to cards from the command line.
enum CardMark: String {
  case suspend
  case resume
  case forget
  case bury
  case unbury
  case flag
  case unflag

  /// What the log gets.
  var kind: EventKind {
    switch self {
    case .suspend: .suspend
    case .resume: .resume
    case .forget: .forget
    case .bury: .bury
    case .unbury: .unbury
    case .flag: .flag(true)
    case .unflag: .flag(false)
    }
  }

  /// Whether it would change anything about a card.
  func changes(_ candidate: Candidate, search: CardSearch) -> Bool {
    switch self {
    case .suspend: !candidate.progress.isSuspended
    case .resume: candidate.progress.isSuspended
    case .forget: candidate.progress.state.phase != .new
    case .bury: !search.isMet(.buried, by: candidate)
    case .unbury: search.isMet(.buried, by: candidate)
    case .flag: !candidate.progress.isFlagged
    case .unflag: candidate.progress.isFlagged
    }
  }

  /// What is to be done to so many cards, without a full stop.
  func intention(_ count: Int) -> Bilingual {
    Bilingual(zh: done(count).chinese, en: "\(rawValue) \(Self.cards(count)), \(consequence)")
  }

  /// What was done to so many cards, without a full stop.
  func done(_ count: Int) -> Bilingual {
    let zh = "\(count) 张卡片"
    let en = Self.cards(count)
    return switch self {
    case .suspend: Bilingual(zh: "停用 \(zh)，恢复之前不再提问", en: "suspended \(en), \(consequence)")
    case .resume: Bilingual(zh: "恢复提问 \(zh)", en: "resumed \(en), \(consequence)")
    case .forget: Bilingual(zh: "让 \(zh)从头学起，经过都留着", en: "forgot \(en), \(consequence)")
    case .bury: Bilingual(zh: "搁置 \(zh)，今天不再问", en: "buried \(en), \(consequence)")
    case .unbury: Bilingual(zh: "取消搁置 \(zh)，今天又问", en: "unburied \(en), \(consequence)")
    case .flag: Bilingual(zh: "给 \(zh)加标记", en: "flagged \(en), \(consequence)")
    case .unflag: Bilingual(zh: "去掉 \(zh)的标记", en: "unflagged \(en), \(consequence)")
    }
  }

  private static func cards(_ count: Int) -> String { count == 1 ? "1 card" : "\(count) cards" }

  private var consequence: String {
    switch self {
    case .suspend: "not asked until resumed"
    case .resume: "asked again"
    case .forget: "to be learnt anew with the history kept"
    case .bury: "not asked until tomorrow"
    case .unbury: "asked today after all"
    case .flag: "found again by is:flagged"
    case .unflag: "no longer found by is:flagged"
    }
  }

  /// What cards are that it does not change.
  var already: Bilingual {
    switch self {
    case .suspend: Bilingual(zh: "早已停用", en: "suspended already")
    case .resume: Bilingual(zh: "没有停用", en: "not suspended")
    case .forget: Bilingual(zh: "还没有学过", en: "new anyway")
    case .bury: Bilingual(zh: "早已搁置", en: "buried already")
    case .unbury: Bilingual(zh: "没有搁置", en: "not buried")
    case .flag: Bilingual(zh: "早有标记", en: "flagged already")
    case .unflag: Bilingual(zh: "没有标记", en: "not flagged")
    }
  }
}
