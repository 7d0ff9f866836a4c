import Cards
import Language

extension Phrases {
  /// Told when a kind is asked for the first time in a session.
  static func howToAnswer(_ kind: CardKind) -> Bilingual {
    switch kind {
    case .qa, .cloze:
      Bilingual(
        zh: "写出答案后回车，会替你核对；直接回车看答案。",
        en: "Type your answer and press Enter to have it checked, or just press Enter to see the answer."
      )
    case .list:
      Bilingual(
        zh: "每行写一项，顺序不限，写完后空一行；直接回车看答案。",
        en: "Type one item a line, in any order, then an empty line; or just press Enter to see the answer."
      )
    case .order:
      Bilingual(
        zh: "按顺序每行写一项，写完后空一行；直接回车看答案。",
        en: "Type the items in order, one a line, then an empty line; or just press Enter to see the answer."
      )
    case .choice:
      Bilingual(
        zh: "填编号，不止一个时用空格隔开，如 1 3；直接回车看答案。",
        en: "Type the number, or several such as 1 3; or just press Enter to see the answer."
      )
    case .truefalse:
      Bilingual(
        zh: "填“对”或“错”（t、f 也行）；直接回车看答案。",
        en: "Type t for true or f for false; or just press Enter to see the answer."
      )
    }
  }

  static func itemCount(_ count: Int) -> Bilingual {
    Bilingual(zh: "共 \(count) 项。", en: english(count, "item", "items") + ".")
  }

  static let answerPrompt = Bilingual(zh: "答案：", en: "Answer: ")
  static let choicePrompt = Bilingual(zh: "编号：", en: "Number: ")
  static let truthPrompt = Bilingual(zh: "对还是错：", en: "True or false: ")

  static func itemPrompt(_ number: Int) -> Bilingual {
    Bilingual(zh: "第 \(number) 项：", en: "Item \(number): ")
  }

  static func noSuchOption(_ text: String) -> Bilingual {
    let text = shortened(text)
    return Bilingual(
      zh: "没有“\(text)”这个选项，请填上面的编号。",
      en: "There is no option \"\(text)\"; type a number from above."
    )
  }

  static let neitherTrueNorFalse = Bilingual(
    zh: "请填“对”或“错”（t、f 也行）。",
    en: "Please type t for true or f for false."
  )

  /// Asks for more items than there are, in case one is to be added.
  static func lastItemPrompt(_ count: Int) -> Bilingual {
    Bilingual(
      zh: "已写 \(count) 项，直接回车完成：",
      en: "\(english(count, "item", "items")) so far, Enter to finish: "
    )
  }

  static let lineTooLong = Bilingual(
    zh: "这一行太长，没有采用；请写短一些。",
    en: "That line is too long and was not taken; please type a shorter one."
  )
}
