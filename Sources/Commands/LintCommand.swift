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
        """
        有错误时退出码为 1，只有警告时为 0。
        例：
          wengu lint 卡片集.md
          wengu lint 卡片集.md --from 全班/     也按全班的作答指出要改的卡片
        """,
        """
        Exits with 1 where there are errors; warnings alone leave it 0.
        Examples:
          wengu lint deck.md
          wengu lint deck.md --from class/     also cards that the answers of a class speak against
        """
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

  @Option(
    help: help(
      "也按全班的作答提醒：含学习记录或他们交来的 CSV 的文件夹",
      "Warn by a class's answers too: a folder of learner files, or of the CSVs they sent.",
      valueName: "dir"
    ),
    completion: .directory
  )
  var from: String?

  @OptionGroup var place: PlaceOptions

  func run(in context: CommandContext) throws -> ExitStatus {
    var errors = 0
    var places: [CardID: (file: String, line: Int)] = [:]
    let answers = try from.map { try ClassFindings(from: $0, in: context) }
    for path in try deckPaths(for: decks) {
      var deck = try LoadedDeck(at: path)
      if fix {
        let mended = try deck.fix()
        for diagnostic in mended.sorted(by: { $0.line < $1.line }) {
          try context.say(line: diagnostic.line(path: path, language: context.language, isMended: true))
        }
        if !mended.isEmpty { try context.say(Notice.deckMended(path: path, count: mended.count).message) }
      }
      let problems = deck.file.lint(essay: try deck.essay()) + deck.file.lintIDs(against: places)
      let warnings = try answers?.warnings(on: deck.file, path: path) { try context.say($0.message) } ?? []
      for placed in deck.file.notes {
        for id in placed.note.ids where places[id] == nil { places[id] = (path, placed.firstLine) }
      }
      errors += problems.count { $0.severity == .error }
      for diagnostic in problems.map({ DiagnosticText($0, path: path) }) + warnings {
        let line =
          json ? diagnostic.json(in: context.language).text : diagnostic.text(in: context.language)
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
