import Cards
import Language
import Reports
import Scheduling

/// What only the full screen says.
extension Phrases {
  static func standing(done: Int, left: Int, minutes: Int) -> Bilingual {
    guard left > 0 else { return Bilingual(zh: "已答 \(done)", en: "\(done) done") }
    return Bilingual(
      zh: "已答 \(done) · 剩 \(left) · 约 \(minutes) 分钟",
      en: "\(done) done · \(left) left · about \(minutes) min"
    )
  }

  static func leftShort(_ count: Int) -> Bilingual {
    Bilingual(zh: "剩 \(count)", en: "\(count) left")
  }

  static let hasFlag = Bilingual(zh: "有标记", en: "flagged")
  static let typed = Bilingual(zh: "你的答案", en: "Your answer")
  static let sessionOver = Bilingual(zh: "今天的练习", en: "Today's quiz")
  static let helpTitle = Bilingual(zh: "帮助", en: "Help")
  static let truthKeysPrompt = Bilingual(zh: "对（t）还是错（f）：", en: "True (t) or false (f): ")
  static let commandPrompt = Bilingual(zh: "按一个字母：", en: "Press a letter: ")

  static func unknownKey(_ key: String) -> Bilingual {
    let key = shortened(key)
    return Bilingual(
      zh: "“\(key)”在这里没有用处；按 ? 看有哪些键。",
      en: "\"\(key)\" does nothing here; press ? for the keys."
    )
  }

  /// An interval in the fewest columns.
  static func briefInterval(_ interval: Interval) -> Bilingual {
    let full = Phrases.interval(interval)
    let units = [
      "seconds": "s", "second": "s", "min": "m", "hours": "h", "hour": "h", "days": "d", "day": "d",
      "months": "mo", "month": "mo", "years": "y", "year": "y",
    ]
    let english = full.english.split(separator: " ").map { units[String($0)] ?? String($0) }.joined()
    let chinese = full.chinese.filter { $0 != " " }.replacing("分钟", with: "分").replacing("小时", with: "时")
    return Bilingual(zh: chinese.replacing("个月", with: "月"), en: english)
  }
}

extension Phrases {
  /// The keys while a card is asked.
  static func questionHints(_ kind: CardKind) -> [KeyHint] {
    let commands = KeyHint("Esc", Bilingual(zh: "命令", en: "commands"))
    let help = KeyHint("F1", helpTitle)
    switch kind {
    case .qa, .cloze:
      return [KeyHint("Enter", Bilingual(zh: "核对；空着就看答案", en: "check, or just show")), commands, help]
    case .list, .order:
      return [KeyHint("Enter", Bilingual(zh: "写下一项；空着就结束", en: "next item; empty ends")), commands, help]
    case .choice:
      return [
        KeyHint("1–9", Bilingual(zh: "选", en: "pick")), KeyHint("Enter", Bilingual(zh: "核对", en: "check")),
        KeyHint("?", helpTitle),
      ]
    case .truefalse:
      return [
        KeyHint("t", CardRole.right), KeyHint("f", CardRole.wrong),
        KeyHint("Enter", Bilingual(zh: "看答案", en: "show")), KeyHint("?", helpTitle),
      ]
    }
  }

  /// The letters that are commands, those first that must never be missing.
  static let letterHints = [
    KeyHint("u", Bilingual(zh: "撤销", en: "undo")), KeyHint("s", Bilingual(zh: "跳过", en: "skip")),
    KeyHint("b", Bilingual(zh: "搁置", en: "bury")), KeyHint("p", Bilingual(zh: "停用", en: "suspend")),
    KeyHint("f", Bilingual(zh: "标记", en: "flag")), KeyHint("q", Bilingual(zh: "结束", en: "quit")),
    KeyHint("?", helpTitle), KeyHint("e", Bilingual(zh: "编辑", en: "edit")),
    KeyHint("i", Bilingual(zh: "历史", en: "history")), KeyHint("o", Bilingual(zh: "原文", en: "essay")),
    KeyHint("/", Bilingual(zh: "查找", en: "search")),
  ]

  /// The keys after Escape.
  static let commandHints = [KeyHint("Esc", Bilingual(zh: "返回", en: "back"))] + letterHints

  /// The keys while an answer waits for its rating.
  static func ratingHints(suggested: Rating?) -> [KeyHint] {
    let rating =
      suggested.map {
        KeyHint("Enter", Bilingual(zh: Phrases.rating($0).chinese, en: Phrases.rating($0).english))
      }
      ?? KeyHint("1–4", Bilingual(zh: "评分", en: "rate"))
    return [rating] + letterHints
  }

  static let endHints = [
    KeyHint("Enter", Bilingual(zh: "完成", en: "finish")), KeyHint("u", Bilingual(zh: "撤销上一步", en: "undo")),
  ]

  static let helpHints = [
    KeyHint("↑↓", Bilingual(zh: "翻看", en: "scroll")), KeyHint("Esc", Bilingual(zh: "返回", en: "back")),
  ]

  /// All keys with what they do.
  static let helpRows: [(keys: Bilingual, meaning: Bilingual)] = [
    (key("Enter"), Bilingual(zh: "核对写下的答案；什么也没写就看答案", en: "check your answer, or show it if you typed none")),
    (
      key("1–4"),
      Bilingual(
        zh: "评分：忘了、吃力、记得、轻松；后面是多久以后再问",
        en: "rate: again, hard, good, easy; beside each is when the card comes back"
      )
    ),
    (
      key("1–9"),
      Bilingual(zh: "选择题：按编号选，再按一次取消", en: "pick an option by its number; again takes it back")
    ),
    (key("t f"), Bilingual(zh: "判断题：对、错", en: "true, false")),
    (key("u"), Bilingual(zh: "撤销上一步，以前的也行", en: "take back the last step, also from an earlier day")),
    (key("s"), Bilingual(zh: "先跳过，最后再问", en: "skip: ask again at the end")),
    (key("b"), Bilingual(zh: "搁置，今天不再问", en: "bury: not again today")),
    (key("p"), Bilingual(zh: "停用，以后都不问", en: "suspend: not again until resumed")),
    (key("f"), Bilingual(zh: "做标记，再按一次取消", en: "flag, or take the flag away")),
    (key("e"), Bilingual(zh: "在编辑器（$EDITOR）里改这张卡", en: "edit the card in your editor ($EDITOR)")),
    (key("i"), Bilingual(zh: "看这张卡的历史和遗忘曲线", en: "this card's history and forgetting curve")),
    (key("o"), Bilingual(zh: "读原文；看过答案后停在出处", en: "read the essay, at the passage once the answer is shown")),
    (key("/"), Bilingual(zh: "在卡片里查找", en: "search the cards")),
    (key("q"), Bilingual(zh: "结束；答过的都已保存", en: "quit; all you answered is saved")),
    (
      key("Esc"), Bilingual(zh: "写答案时，先按它再按上面的字母", en: "while you type: press it before one of these letters")
    ),
    (key("↑ ↓"), Bilingual(zh: "翻看放不下的部分；PgUp、PgDn 也行", en: "scroll, as do PgUp and PgDn")),
    (key("Ctrl-C"), Bilingual(zh: "立刻离开", en: "leave at once")),
    (key("Ctrl-Z"), Bilingual(zh: "暂时回到命令行，输入 fg 回来", en: "back to the shell for a while; fg returns")),
  ]

  private static func key(_ name: String) -> Bilingual {
    Bilingual(zh: name, en: name)
  }
}
