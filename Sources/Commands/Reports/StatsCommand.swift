import ArgumentParser
import Language
import LearnerStore
import Reports
import Study
import Terminal

/// The command `wengu stats`.
struct StatsCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "stats",
      abstract: told("今天、连续天数、到期预测和记得多少。", "Today, the streak, what falls due and what is remembered."),
      discussion: told("例：wengu stats --json | jq .today", "Example: wengu stats --json | jq .today")
    )
  }

  @Option(help: help("只看这个卡片集", "This deck only.", valueName: "deck"))
  var deck: String?

  @Flag(help: help("输出 JSON", "Print JSON."))
  var json = false

  @OptionGroup var learner: LearnerOptions

  func run(in context: CommandContext) throws -> ExitStatus {
    let store = try learner.openToRead(in: context).store
    if let deck {
      let known = Set(try store.cards().map(\.deck))
      guard known.contains(deck) else { throw CommandFailure.unknownDeck(deck, known: known.sorted()) }
    }
    let statistics = try Statistics(of: store, deck: deck, at: context.clock.now())
    if json {
      context.output.write(statistics.json.text + "\n")
    } else {
      let style = TextStyle(
        language: context.language,
        width: context.output.width ?? 80,
        hasBars: context.showsUnicode
      )
      for line in statistics.lines(style) { context.output.write(line + "\n") }
    }
    return .success
  }
}
