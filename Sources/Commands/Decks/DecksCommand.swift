import ArgumentParser
import Language
import LearnerStore
import Reports
import Study
import Terminal

/// The command `wengu decks`.
struct DecksCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "decks",
      abstract: told("记住、列出和去掉卡片集。", "Remember, list and take away decks."),
      discussion: told(
        """
        学过的卡片集自动记住；记住一个文件夹，以后放进去的卡片集也算。文件改名或移动后按卡片编号认出。
        例：
          wengu decks
          wengu decks add 课程/
          wengu decks remove 茶为什么分六类
        """,
        """
        Decks once studied are remembered. Of a folder all decks are, also those put into it later.
        A file that was renamed or moved is known again by its card ids.
        Examples:
          wengu decks
          wengu decks add course/
          wengu decks remove "Why We Forget"
        """
      ),
      subcommands: [ListDecks.self, AddDecks.self, RemoveDecks.self],
      defaultSubcommand: ListDecks.self
    )
  }
}

/// The command `wengu decks list`.
struct ListDecks: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list",
      abstract: told("列出记住的卡片集。", "List the decks that are remembered.")
    )
  }

  @Flag(help: help("输出 JSON", "Print JSON."))
  var json = false

  @OptionGroup var learner: LearnerOptions

  func run(in context: CommandContext) throws -> ExitStatus {
    let list =
      try learner.hasFile(in: context)
      ? DeckList(learner.openToRead(in: context), context: context) : DeckList()
    if json {
      context.output.write(list.json.text + "\n")
    } else if list.isEmpty {
      try context.say(
        Bilingual(zh: "还没有卡片集；用 wengu quiz 卡片集.md 开始", en: "no deck yet; start with 'wengu quiz deck.md'")
      )
    } else {
      for line in list.lines(in: context.language) { context.output.write(line + "\n") }
    }
    return .success
  }
}

/// The command `wengu decks add`.
struct AddDecks: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "add",
      abstract: told("记住卡片集，或整个文件夹。", "Remember decks, or whole folders."),
      discussion: told("例：wengu decks add 课程/ 茶.md", "Example: wengu decks add course/ tea.md")
    )
  }

  @Argument(
    help: help("卡片集文件，或装有卡片集的文件夹", "Deck files, or folders of decks.", valueName: "deck"),
    completion: .file(extensions: ["md"])
  )
  var decks: [String]

  @Flag(help: help("输出 JSON：现在记住的全部", "Print JSON: all that is remembered now."))
  var json = false

  @OptionGroup var learner: LearnerOptions

  func run(in context: CommandContext) throws -> ExitStatus {
    for path in decks where fileKind(at: path) == nil { throw FileFailure.missing(path: path) }
    let opened = try learner.openOrCreate(in: context)
    var shelf = try DeckShelf(opened.store, context: context)
    for path in decks {
      let isFolder = fileKind(at: path) == .folder
      if isFolder, deckFiles(in: path).isEmpty {
        try opened.store.remember(deckFolder: absolutePath(path))
        try context.say(DeckNotice.folderAdded(path: path, decks: 0).message)
        continue
      }
      let taken = try shelf.takeUp(named: [path])
      if isFolder { try context.say(DeckNotice.folderAdded(path: path, decks: taken.count).message) }
      for deck in try opened.store.rememberedDecks() where !isFolder && taken.contains(deck.path) {
        try context.say(DeckNotice.added(name: deck.name, path: path, cards: deck.cardCount).message)
      }
    }
    if json { context.output.write(try DeckList(opened, context: context).json.text + "\n") }
    return .success
  }
}
