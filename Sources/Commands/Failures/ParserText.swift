import Language

/// What the argument parser says: help pages and complaints, which it words in English only.
struct ParserText {
  private let english: String

  /// Wraps the parser's words.
  init(_ english: String) {
    self.english = english
  }

  /// The words in a language; what has no translation stays as it is.
  func text(in language: InterfaceLanguage) -> String {
    switch language {
    case .english: english
    case .chinese:
      english.split(separator: "\n", omittingEmptySubsequences: false).map(translated).joined(separator: "\n")
    }
  }

  private func translated(_ line: Substring) -> String {
    for (before, after) in Self.beginnings where line.hasPrefix(before) {
      return after + translatedQuotes(line.dropFirst(before.count))
    }
    for (before, after) in Self.endings where line.hasSuffix(before) {
      return line.dropLast(before.count).replacing("See '", with: "用 '") + after
    }
    return String(line)
  }

  private func translatedQuotes(_ text: Substring) -> String {
    for (before, after) in Self.sentenceEnds {
      guard let found = text.firstRange(of: before) else { continue }
      return text[..<found.lowerBound] + after + text[found.upperBound...]
    }
    return String(text)
  }

  private static let beginnings: [(String, String)] = [
    ("OVERVIEW: ", ""), ("USAGE: ", "用法："), ("Usage: ", "用法："), ("ARGUMENTS:", "参数："),
    ("OPTIONS:", "选项："), ("SUBCOMMANDS:", "命令："), ("Error: Unknown option ", "错误：不认识选项 "),
    ("Error: Missing expected argument ", "错误：缺少参数 "), ("Error: Missing value for ", "错误：缺少值："),
    ("Error: Unexpected argument ", "错误：多余的参数 "), ("Error: The value ", "错误：不接受的值 "),
    ("Error: ", "错误："),
  ]

  private static let sentenceEnds: [(String, String)] = [
    (". Did you mean ", "，是不是 "), (" is invalid for ", "，选项 "),
  ]

  private static let endings: [(String, String)] = [
    ("Show the version.", "显示版本。"), ("Show help information.", "显示帮助。"),
    ("Show subcommand help information.", "显示命令的帮助。"), (" for more information.", " 查看详细说明。"),
    (" for detailed help.", " 查看某个命令的帮助。"),
  ]
}
