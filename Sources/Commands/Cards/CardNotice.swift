import Language
import Study
import Terminal

/// What a learner is told about cards that were changed.
enum CardNotice {
  /// So many cards were found.
  case found(Int)
  /// Cards were changed.
  case marked(CardMark, count: Int)
  /// Cards would be changed.
  case wouldMark(CardMark, count: Int)
  /// Cards were as they should be.
  case unchanged(CardMark, count: Int)
  /// An event was taken back; the beginning of its card's question.
  case undone(Event, question: String?)
  /// An event would be taken back.
  case wouldUndo(Event, question: String?)

  /// The notice in words.
  var message: Bilingual {
    switch self {
    case .found(let count):
      Bilingual(
        zh: "共 \(count) 张卡片；wengu cards 编号 显示一张的全部",
        en: "\(count) card\(count == 1 ? "" : "s"); 'wengu cards ID' shows all of one"
      )
    case .marked(let mark, let count):
      Bilingual(
        zh: "已\(mark.done(count).chinese)；用 wengu undo\(Self.number(count)) 撤销",
        en: "\(mark.done(count).english); 'wengu undo\(Self.number(count))' takes it back"
      )
    case .wouldMark(let mark, let count):
      Bilingual(
        zh: "会\(mark.intention(count).chinese)；没有改动，去掉 --dry-run 才改",
        en: "would \(mark.intention(count).english); nothing was changed, leave out --dry-run to do it"
      )
    case .unchanged(let mark, let count):
      Bilingual(
        zh: "\(count) 张卡片\(mark.already.chinese)，不改",
        en: "\(count) card\(count == 1 ? " is" : "s are") \(mark.already.english) and left so"
      )
    case .undone(let event, let question):
      Bilingual(
        zh: "已撤销：\(Self.words(event, question).chinese)",
        en: "undone: \(Self.words(event, question).english)"
      )
    case .wouldUndo(let event, let question):
      Bilingual(
        zh: "会撤销：\(Self.words(event, question).chinese)",
        en: "would undo: \(Self.words(event, question).english)"
      )
    }
  }

  private static func number(_ count: Int) -> String { count == 1 ? "" : " \(count)" }

  private static func words(_ event: Event, _ question: String?) -> Bilingual {
    let time = event.moment.rfc3339.prefix(16).replacing("T", with: " ")
    let what = event.kind.word
    let card = event.card.map { " ^\($0)" } ?? ""
    let text = question.map { " " + safe($0) } ?? ""
    return Bilingual(
      zh: "\(time) \(what.chinese)\(card)\(text)",
      en: "\(what.english) of \(time)\(card)\(text)"
    )
  }
}

extension EventKind {
  /// What happened, in a word or two.
  fileprivate var word: Bilingual {
    switch self {
    case .review(let review):
      Bilingual(
        zh: "复习（\(SpokenWords.rating(review.rating).chinese)）",
        en: "review '\(SpokenWords.rating(review.rating).english)'"
      )
    case .undo: Bilingual(zh: "撤销", en: "undo")
    case .suspend: Bilingual(zh: "停用", en: "suspension")
    case .resume: Bilingual(zh: "恢复提问", en: "resumption")
    case .bury: Bilingual(zh: "搁置", en: "burial")
    case .unbury: Bilingual(zh: "取消搁置", en: "unburial")
    case .flag(true): Bilingual(zh: "加标记", en: "flag")
    case .flag(false): Bilingual(zh: "去标记", en: "unflagging")
    case .forget: Bilingual(zh: "从头学起", en: "forgetting")
    case .reschedule(let day): Bilingual(zh: "改到 \(day.text)", en: "rescheduling to \(day.text)")
    case .revision: Bilingual(zh: "题面改动", en: "revision")
    case .setting: Bilingual(zh: "设置", en: "setting")
    }
  }
}
