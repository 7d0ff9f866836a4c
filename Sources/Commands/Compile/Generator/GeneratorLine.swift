import Cards
import EssayCompiler
import Language
import Reports

/// A line that a generator printed and that is no card.
struct GeneratorFault: Error, Equatable {
  /// What is wrong with it.
  enum Reason: Equatable {
    case notJSON
    case tooLong(limit: Int)
    case noKind
    case noText(member: String)
    case badText(member: String)
    case noSource
    case badGap
  }

  /// The number of the line, from 1.
  let line: Int
  /// What is wrong.
  let reason: Reason
}

/// Reads the lines of a generator: the members that `compile --format jsonl` writes, as far as they are needed.
enum GeneratorLine {
  /// A longer line is no card.
  static let longest = 65_536
  /// A longer text is nothing to ask or answer.
  private static let longestText = 600
  /// More items or options than this are none.
  private static let mostTexts = 12

  /// The card of a line.
  static func card(_ bytes: ArraySlice<UInt8>) throws(Stop) -> ProposedCard {
    guard bytes.count <= longest else { throw .because(.tooLong(limit: longest)) }
    guard let value = try? JSONValue(parsing: Array(bytes)), case .object = value else {
      throw .because(.notJSON)
    }
    guard case .string(let name)? = value["kind"], let kind = CardKind(rawValue: name) else {
      throw .because(.noKind)
    }
    let passage = try passage(value)
    let context = value["context"] ?? .null
    return ProposedCard(
      content: try content(kind, value),
      context: context == .null ? nil : try text(value, "context"),
      passage: passage
    )
  }

  /// Why a line is no card.
  enum Stop: Error {
    case because(GeneratorFault.Reason)
  }

  private static func content(_ kind: CardKind, _ value: JSONValue) throws(Stop) -> NoteContent {
    let question = try text(value, "question")
    switch kind {
    case .qa: return .qa(question: question, answers: try texts(value, "answers"))
    case .list: return .list(question: question, items: try texts(value, "answers"))
    case .order: return .order(question: question, items: try texts(value, "answers"))
    case .choice:
      let right = try texts(value, "answers")
      let options = try texts(value, "choices").map { ChoiceOption(text: $0, isRight: right.contains($0)) }
      guard right.allSatisfy({ answer in options.contains { $0.text == answer } }) else {
        throw .because(.badText(member: "choices"))
      }
      return .choice(question: question, options: options)
    case .cloze:
      let parts = question.split(separator: ClozeText.gap, omittingEmptySubsequences: false)
      let answers = try texts(value, "answers")
      guard parts.count == 2, answers.count == 1, !question.contains("_____") else { throw .because(.badGap) }
      return .cloze(
        ClozeText([.shown(String(parts[0])), .hidden(answers[0]), .shown(String(parts[1]))])
      )
    case .truefalse:
      guard case .bool(let isTrue)? = value["truth"] else { throw .because(.noText(member: "truth")) }
      let correction = isTrue ? nil : try text(value, "correction")
      return .trueFalse(statement: question, isTrue: isTrue, correction: correction)
    }
  }

  private static func passage(_ value: JSONValue) throws(Stop) -> ProposedCard.Passage {
    if let source = value["source"], case .object = source {
      var start: Int?
      if case .integer(let number)? = source["start"] { start = Int(exactly: number) }
      return .words(try text(source, "text"), start: start)
    }
    if case .integer(let number)? = value["key_point"], let number = Int(exactly: number) {
      return .keyPoint(number)
    }
    throw .because(.noSource)
  }

  private static func text(_ value: JSONValue, _ member: String) throws(Stop) -> String {
    guard let found = value[member] else { throw .because(.noText(member: member)) }
    return try checked(found, member)
  }

  private static func texts(_ value: JSONValue, _ member: String) throws(Stop) -> [String] {
    guard case .array(let values)? = value[member], !values.isEmpty else {
      throw .because(.noText(member: member))
    }
    guard values.count <= mostTexts else { throw .because(.badText(member: member)) }
    var texts: [String] = []
    for value in values { texts.append(try checked(value, member)) }
    guard Set(texts).count == texts.count else { throw .because(.badText(member: member)) }
    return texts
  }

  /// A text of sensible length without characters that cannot be seen.
  private static func checked(_ value: JSONValue, _ member: String) throws(Stop) -> String {
    guard case .string(let text) = value, text.unicodeScalars.count <= longestText, safe(text) == text,
      text.contains(where: { !$0.isWhitespace })
    else { throw .because(.badText(member: member)) }
    return text
  }
}

extension GeneratorFault.Reason {
  /// What is wrong, in words.
  var meaning: Bilingual {
    switch self {
    case .notJSON: Bilingual(zh: "不是 JSON 对象", en: "not a JSON object")
    case .tooLong(let limit): Bilingual(zh: "一行超过 \(limit) 字节", en: "a line longer than \(limit) bytes")
    case .noKind:
      Bilingual(
        zh: "kind 不是 \(CardKind.allCases.map(\.rawValue).joined(separator: "、")) 之一",
        en: "kind is none of \(CardKind.allCases.map(\.rawValue).joined(separator: ", "))"
      )
    case .noText(let member): Bilingual(zh: "缺少 \(member)", en: "no \(member)")
    case .badText(let member):
      Bilingual(zh: "\(member) 为空、太长、重复或不能显示", en: "\(member) is empty, too long, doubled or unprintable")
    case .noSource: Bilingual(zh: "没有 key_point，也没有 source.text", en: "neither key_point nor source.text")
    case .badGap:
      Bilingual(zh: "question 里要有一个 ____，answers 里一项", en: "a cloze takes one ____ and one answer")
    }
  }
}
