public import Cards
public import Language

/// What a learner sees of a card, before and after answering, as parts that any front end can lay out.
///
/// Sessions and previews show cards from here, so that a preview is what a learner will see.
public struct CardFace: Sendable, Equatable {
  /// A stretch of a card with what it is.
  public struct Part: Sendable, Equatable {
    /// What it is.
    public let role: CardRole
    /// Its text; empty where there are only items.
    public let text: String
    /// The lines below it, in order: options or items.
    public let items: [Item]

    init(_ role: CardRole, _ text: String, items: [Item] = []) {
      self.role = role
      self.text = text
      self.items = items
    }
  }

  /// A line of a list or an option of a choice.
  public struct Item: Sendable, Equatable {
    /// Its number; nil where the order does not count.
    public let number: Int?
    /// Its text.
    public let text: String

    /// The line as it is shown.
    public var line: String { "\(number.map { "\($0). " } ?? "- ")\(text)" }
  }

  /// Context and question.
  public let question: [Part]
  /// The right answer and what is told with it.
  public let answer: [Part]

  /// The two sides of a card.
  ///
  /// - Parameters:
  ///   - card: the card.
  ///   - choices: its options in the order shown; as in the deck where that is nil.
  ///   - language: of the words for right and wrong.
  public init(_ card: Card, choices: [String]? = nil, language: InterfaceLanguage) {
    let choices = choices ?? card.choices
    let options = choices.enumerated().map { Item(number: $0.offset + 1, text: $0.element) }
    var question: [Part] = []
    if let context = card.context { question.append(Part(.context, context)) }
    question.append(Part(.question(card.kind), card.question, items: options))
    self.question = question
    var answer = CardFace.answer(of: card, options: options, language: language)
    if let correction = card.correction { answer.append(Part(.correction, correction)) }
    if let passage = card.passage { answer.append(Part(.passage, passage)) }
    if let remark = card.remark { answer.append(Part(.remark, remark)) }
    self.answer = answer
  }

  private static func answer(of card: Card, options: [Item], language: InterfaceLanguage) -> [Part] {
    switch card.kind {
    case .qa, .cloze:
      let first = Part(.answer, card.answers.first ?? "")
      guard card.answers.count > 1 else { return [first] }
      let separator = Bilingual(zh: "；", en: "; ").text(in: language)
      return [first, Part(.alternatives, card.answers.dropFirst().joined(separator: separator))]
    case .truefalse:
      let isTrue = card.truth ?? true
      return [Part(.answer, (isTrue ? CardRole.right : CardRole.wrong).text(in: language))]
    case .list:
      return [Part(.answer, "", items: card.answers.map { Item(number: nil, text: $0) })]
    case .order:
      let items = card.answers.enumerated().map { Item(number: $0.offset + 1, text: $0.element) }
      return [Part(.answer, "", items: items)]
    case .choice:
      return [Part(.answer, "", items: options.filter { card.answers.contains($0.text) })]
    }
  }
}

/// What a stretch of a card is.
public enum CardRole: Sendable, Equatable {
  /// What is shown above the question.
  case context
  /// What is asked.
  case question(CardKind)
  /// The right answer.
  case answer
  /// Other wordings that are right.
  case alternatives
  /// A false statement put right.
  case correction
  /// The source's words.
  case passage
  /// What the instructor adds.
  case remark

  /// The word before the stretch.
  public var label: Bilingual {
    switch self {
    case .context: Bilingual(zh: "背景", en: "Context")
    case .question(.qa): Bilingual(zh: "问题", en: "Question")
    case .question(.cloze): Bilingual(zh: "填空", en: "Fill in")
    case .question(.list): Bilingual(zh: "列举", en: "List")
    case .question(.order): Bilingual(zh: "按顺序列举", en: "List in order")
    case .question(.choice): Bilingual(zh: "选择", en: "Choose")
    case .question(.truefalse): Bilingual(zh: "判断", en: "True or false")
    case .answer: Bilingual(zh: "正确答案", en: "Correct answer")
    case .alternatives: Bilingual(zh: "也可以", en: "Or")
    case .correction: Bilingual(zh: "更正", en: "Correction")
    case .passage: Bilingual(zh: "原文", en: "Passage")
    case .remark: Bilingual(zh: "备注", en: "Remark")
    }
  }

  /// How a judgement is said.
  public static let right = Bilingual(zh: "对", en: "true")
  /// How its opposite is said.
  public static let wrong = Bilingual(zh: "错", en: "false")
}
