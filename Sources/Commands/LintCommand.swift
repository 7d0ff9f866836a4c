import ArgumentParser
import Cards
import Language
import Reports
import Terminal

/// The command `wengu lint`.
struct LintCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "lint",
      abstract: told("检查卡片集，逐行指出错误和可疑之处。", "Check decks and name what is wrong, line by line."),
      discussion: told(
        "有错误时退出码为 1，只有警告时为 0。\n例：wengu lint 卡片集.md",
        "Exits with 1 where there are errors; warnings alone leave it 0.\nExample: wengu lint deck.md"
      )
    )
  }

  @Argument(
    help: help("卡片集文件或文件夹", "Deck files or folders.", valueName: "deck"),
    completion: .file(extensions: ["md"])
  )
  var decks: [String]

  @Flag(help: help("每行一个 JSON 对象", "One JSON object a line."))
  var json = false

  @Flag(
    help: help(
      "改好能自动改的：缺少的编号、全角标记、排序的序号等",
      "Mend what is mechanical: missing ids, full-width marks, numbers."
    )
  )
  var fix = false

  @OptionGroup var place: PlaceOptions

  func run(in context: CommandContext) throws -> ExitStatus {
    var errors = 0
    var places: [CardID: (file: String, line: Int)] = [:]
    for path in try deckPaths(for: decks) {
      var deck = try LoadedDeck(at: path)
      if fix {
        let mended = try deck.fix()
        for diagnostic in mended.sorted(by: { $0.line < $1.line }) {
          try context.say(line: diagnostic.line(path: path, language: context.language, isMended: true))
        }
        if !mended.isEmpty { try context.say(Notice.deckMended(path: path, count: mended.count).message) }
      }
      let found = deck.file.lint(essay: try deck.essay()) + deck.file.lintIDs(against: places)
      for placed in deck.file.notes {
        for id in placed.note.ids where places[id] == nil { places[id] = (path, placed.firstLine) }
      }
      for diagnostic in found {
        if diagnostic.severity == .error { errors += 1 }
        let line =
          json
          ? diagnostic.json(path: path, language: context.language).text
          : diagnostic.line(path: path, language: context.language)
        context.output.write(line + "\n")
      }
    }
    guard errors == 0 else {
      try context.say(CommandFailure.deckErrors(count: errors).message)
      return .refused
    }
    return .success
  }
}

extension Diagnostic {
  /// The diagnostic as compilers print theirs: `file:line:column: error: message`.
  func line(path: String, language: InterfaceLanguage, isMended: Bool = false) -> String {
    let message = safe(problem.message.text(in: language))
    return "\(safe(path)):\(line):\(column): \(isMended ? "mended" : severity.rawValue): \(message)"
  }

  func json(path: String, language: InterfaceLanguage) -> JSONValue {
    .object([
      JSONMember("file", .string(path)), JSONMember("line", JSONValue(line)),
      JSONMember("column", JSONValue(column)),
      JSONMember("severity", .string(severity.rawValue)), JSONMember("code", .string(problem.code)),
      JSONMember("fixable", .bool(isFixable)),
      JSONMember("message", .string(problem.message.text(in: language))),
    ])
  }
}
