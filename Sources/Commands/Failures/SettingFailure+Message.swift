import Language
import Study

extension SettingFailure {
  /// What is wrong and what to do about it.
  var message: Bilingual {
    switch self {
    case .notInRange(let setting, let text, let range):
      refusal(
        setting,
        text,
        zh: "\(range.lowerBound) 到 \(range.upperBound) 之间的数",
        en: "a number from \(range.lowerBound) to \(range.upperBound)"
      )
    case .notWholeInRange(let setting, let text, let range):
      refusal(
        setting,
        text,
        zh: "\(range.lowerBound) 到 \(range.upperBound) 之间的整数",
        en: "a whole number from \(range.lowerBound) to \(range.upperBound)"
      )
    case .notSwitch(let setting, let text):
      refusal(setting, text, zh: "on 或 off", en: "on or off")
    case .notDurations(let setting, let text):
      refusal(
        setting,
        text,
        zh: "“1m 10m 1d”这样的一串时间（单位 s、m、h、d，最多十个）",
        en: "durations such as '1m 10m 1d' (units s, m, h, d; at most ten)"
      )
    case .notWeights(.fsrs7Weights, let text):
      refusal(.fsrs7Weights, text, zh: "用逗号分开的 34 个数", en: "34 numbers with commas between them")
    case .notWeights(let setting, let text):
      refusal(
        setting,
        text,
        zh: "用逗号分开的 21 个数（也可以是旧的 17 或 19 个；FSRS-7 的用 fsrs-7-weights）",
        en: """
          21 numbers with commas between them (17 or 19 of older versions also do; FSRS-7's go to \
          fsrs-7-weights)
          """
      )
    case .notOneOf(let setting, let text, let words):
      refusal(setting, text, zh: words.joined(separator: "、") + " 之一", en: words.joined(separator: ", "))
    case .notPerDeck(let setting):
      Bilingual(
        zh: "\(setting.rawValue) 对所有卡片集有效，不能单独设置；请去掉 --deck",
        en: "\(setting.rawValue) holds for all decks and cannot differ by deck; leave out --deck"
      )
    }
  }

  private func refusal(_ setting: Setting, _ text: String, zh: String, en: String) -> Bilingual {
    Bilingual(
      zh: "\(setting.rawValue) 不能设为“\(safe(text))”；应当是\(zh)",
      en: "\(setting.rawValue) cannot be '\(safe(text))'; it takes \(en)"
    )
  }
}
