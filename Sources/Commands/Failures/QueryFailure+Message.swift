import Cards
import Language
import Study

extension QueryFailure {
  /// What is wrong and what to do about it.
  var message: Bilingual {
    let words = reason.words
    return Bilingual(
      zh: "查询第 \(position) 个字：\(words.chinese)",
      en: "query, character \(position): \(words.english)"
    )
  }
}

extension QueryFailure.Reason {
  fileprivate var words: Bilingual {
    switch self {
    case .unknownKey(let key): unknownKey(key)
    case .missingValue(let key):
      Bilingual(
        zh: "\(key): 后面什么也没有；请写成 \(Self.example(of: key))",
        en: "nothing follows '\(key):'; write it like \(Self.example(of: key))"
      )
    case .unknownState(let name):
      unknown("is:", name, among: CardCondition.allCases.map(\.rawValue), Bilingual(zh: "状态", en: "state"))
    case .unknownKind(let name):
      unknown("kind:", name, among: CardKind.allCases.map(\.rawValue), Bilingual(zh: "题型", en: "kind"))
    case .unknownProperty(let name):
      unknown("prop:", name, among: CardProperty.allCases.map(\.rawValue), Bilingual(zh: "数值", en: "figure"))
    case .missingComparison(let name):
      Bilingual(
        zh: "prop:\(safe(name)) 后面要有比较，如 prop:\(safe(name))>10（可用 < <= = != >= >）",
        en: "'prop:\(safe(name))' lacks a comparison; write prop:\(safe(name))>10 (or < <= = != >=)"
      )
    case .notNumber(let text):
      Bilingual(
        zh: "“\(safe(text))”不是数；请写 10、0.8 或 -3 这样的数",
        en: "'\(safe(text))' is no number; write one like 10, 0.8 or -3"
      )
    case .notID(let text):
      Bilingual(
        zh: "“\(safe(text))”不是卡片编号；编号有十个字符，如 7k3m9q2a5x，wengu cards 会列出",
        en: "'\(safe(text))' is no card id; an id has ten characters, as 7k3m9q2a5x; 'wengu cards' lists them"
      )
    case .openParenthesis:
      Bilingual(zh: "这个左括号没有配对；请补上“)”", en: "this '(' is never closed; add ')'")
    case .strayParenthesis:
      Bilingual(zh: "这个右括号没有配对；请删去，或在前面补上“(”", en: "this ')' closes nothing; delete it, or add '(' before it")
    case .openQuote:
      Bilingual(
        zh: "这个引号没有配对；请补上另一半，或用 \\\" 表示引号本身",
        en: "this quotation mark has no partner; close it, or write \\\" for the mark itself"
      )
    case .nothingAfter(let mark):
      Bilingual(
        zh: "“\(mark)”后面要紧跟一个条件；请补上，或用引号括起来当作文字",
        en: "'\(mark)' must be followed by what it is about; add it, or quote '\(mark)' to search for it"
      )
    case .nothingBefore(let mark):
      Bilingual(
        zh: "“\(mark)”前面要有一个条件；请补上，或用引号括起来当作文字",
        en: "'\(mark)' must stand between two terms; add one before it, or quote '\(mark)' to search for it"
      )
    case .tooDeep:
      Bilingual(zh: "括号套得太深；请写得简单些", en: "too many parentheses within each other; write it more simply")
    case .tooLong:
      Bilingual(zh: "太长了；请缩短查询", en: "the query is too long; shorten it")
    }
  }

  private static let keys = ["deck", "section", "tag", "kind", "is", "prop", "id"]

  private static func example(of key: String) -> String {
    switch key {
    case "kind": "kind:cloze"
    case "is": "is:due"
    case "prop": "prop:stability>10"
    case "id": "id:7k3m9q2a5x"
    default: "\(key):\"…\""
    }
  }

  private func unknownKey(_ key: String) -> Bilingual {
    let near = nearest(to: key, among: Self.keys)
    let list = Self.keys.map { "\($0):" }.joined(separator: " ")
    return Bilingual(
      zh: "不认识“\(safe(key)):”\(near.map { "（是不是 \($0):？）" } ?? "")；可用 \(list)，要找文字就加引号",
      en: """
        there is no '\(safe(key)):'\(near.map { " (did you mean '\($0):'?)" } ?? ""); use \(list), or quote it \
        to search for text
        """
    )
  }

  private func unknown(_ key: String, _ name: String, among names: [String], _ what: Bilingual) -> Bilingual {
    let near = nearest(to: name, among: names)
    return Bilingual(
      zh:
        "\(key) 没有“\(safe(name))”这种\(what.chinese)\(near.map { "（是不是 \($0)？）" } ?? "")；可用 \(names.joined(separator: "、"))",
      en: """
        '\(key)' knows no \(what.english) '\(safe(name))'\(near.map { " (did you mean '\($0)'?)" } ?? ""); \
        use one of \(names.joined(separator: ", "))
        """
    )
  }
}
