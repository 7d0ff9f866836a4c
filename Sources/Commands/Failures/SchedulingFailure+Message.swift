import Language
import Scheduling
import Study

extension WeightsFailure {
  /// What is wrong with the weights and what to do about it.
  func message(for scheduler: SchedulerName) -> Bilingual {
    let wanted =
      switch scheduler {
      case .fsrs6:
        Bilingual(zh: "FSRS-6 要 21 个（或旧版的 19、17 个）", en: "FSRS-6 takes 21 (or 19 or 17 of older versions)")
      case .fsrs7: Bilingual(zh: "FSRS-7 要 34 个", en: "FSRS-7 takes 34")
      case .sm2: Bilingual(zh: "SM-2 没有权重，请去掉 --weights", en: "SM-2 has none, so leave out --weights")
      }
    switch self {
    case .count(let count):
      return Bilingual(
        zh: "给了 \(count) 个权重；\(wanted.chinese)",
        en: "\(count) weights given; \(wanted.english)"
      )
    case .notFinite(let index):
      return Bilingual(
        zh: "权重 w\(index) 不是有限的数；\(wanted.chinese)",
        en: "weight w\(index) is not a finite number; \(wanted.english)"
      )
    }
  }
}

extension SettingsFailure {
  /// What is out of range and what to do about it.
  var message: Bilingual {
    switch self {
    case .desiredRetention(let value):
      Bilingual(
        zh: "希望还记得的把握是 \(value)；请给出 0.70 到 0.99 之间的数",
        en: "desired retention is \(value); give a number from 0.70 to 0.99"
      )
    case .step(let step):
      Bilingual(
        zh: "步骤 \(durationsText([step])) 不行；请在 1 秒到 36500 天之间",
        en: "a step of \(durationsText([step])) will not do; keep steps between 1 second and 36,500 days"
      )
    case .maximumInterval(let days):
      Bilingual(
        zh: "最长间隔是 \(days) 天；请给出 1 到 36500 之间的整数",
        en: "the longest interval is \(days) days; give a whole number from 1 to 36,500"
      )
    case .leechThreshold(let lapses):
      Bilingual(zh: "难卡的次数是 \(lapses)；请给出不小于 0 的整数", en: "the leech threshold is \(lapses); give 0 or more")
    case .sm2(let name, let value):
      Bilingual(
        zh: "SM-2 的 \(name) 是 \(value)，超出了 Anki 的范围；用 wengu replay --help 查看这些选项",
        en: "SM-2's \(name) is \(value), outside Anki's range; 'wengu replay --help' lists these options"
      )
    }
  }
}
