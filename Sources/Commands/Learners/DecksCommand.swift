import ArgumentParser
import Language
import LearnerStore
import Reports
import Study
import Terminal

/// The command `wengu decks`.
struct DecksCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "decks",
      abstract: told("列出学过的卡片集。", "List the decks that are remembered."),
      discussion: told("例：wengu decks", "Example: wengu decks")
    )
  }

  @Flag(help: help("输出 JSON", "Print JSON."))
  var json = false

  @OptionGroup var learner: LearnerOptions

  func run(in context: CommandContext) throws -> ExitStatus {
    let decks = try learner.openToRead(in: context).store.rememberedDecks()
    if json {
      let values = decks.map { deck in
        JSONValue.object([
          JSONMember("deck", .string(deck.name)), JSONMember("file", .string(deck.path)),
          JSONMember("cards", JSONValue(deck.cardCount)),
        ])
      }
      context.output.write(JSONValue.array(values).text + "\n")
      return .success
    }
    if decks.isEmpty {
      try context.say(
        Bilingual(zh: "还没有卡片集；用 wengu quiz 卡片集.md 开始", en: "no deck yet; start with 'wengu quiz deck.md'")
      )
    }
    for deck in decks {
      let count = Bilingual(zh: "\(deck.cardCount) 张卡片", en: "\(deck.cardCount) cards")
      let name = safe(deck.name)
      context.output.write("\(name)\t\(count.text(in: context.language))\t\(safe(deck.path))\n")
    }
    return .success
  }
}
