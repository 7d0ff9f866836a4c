import ArgumentParser
import Language
import LearnerStore
import Reports
import Study
import Terminal

/// The command `wengu decks remove`.
struct RemoveDecks: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "remove",
      abstract: told("不再问这些卡片集；学过的都留着。", "Ask decks no more; what was learnt is kept."),
      discussion: told(
        "可以写卡片集的名字、文件名或路径，文件不在了也行；文件夹连同其中的卡片集一起去掉。\n例：wengu decks remove 茶.md",
        """
        A deck's name, its file's name or its path, also where the file is gone; a folder goes with its decks.
        Example: wengu decks remove tea.md
        """
      )
    )
  }

  @Argument(help: help("卡片集的名字、文件或文件夹", "Names or files of decks, or folders.", valueName: "deck"))
  var decks: [String]

  @Flag(help: help("输出 JSON：还记住的全部", "Print JSON: all that is still remembered."))
  var json = false

  @OptionGroup var learner: LearnerOptions

  func run(in context: CommandContext) throws -> ExitStatus {
    // What cannot be found is told before anything is forgotten.
    let known = try learner.openToRead(in: context).store
    let targets = try decks.map { try target($0, among: known) }
    let opened = try learner.openOrCreate(in: context)
    let counts = try opened.deckCounts(context: context)
    for target in targets {
      switch target {
      case .folder(let path): try removeFolder(path, from: opened.store, context: context)
      case .deck(let deck):
        guard try opened.store.rememberedDecks().contains(where: { $0.path == deck.path }) else { continue }
        let isLeftOut = try opened.store.deckFolders().contains { isPath(deck.path, below: $0) }
        try opened.store.forgetDeck(at: deck.path)
        if isLeftOut { try opened.store.leaveOut(deckAt: deck.path, true) }
        let due = counts[deck.path]?.due ?? 0
        let notice = DeckNotice.removed(name: deck.name, path: deck.path, due: due, isLeftOut: isLeftOut)
        try context.say(notice.message)
      }
    }
    if json { context.output.write(try DeckList(opened, context: context).json.text + "\n") }
    return .success
  }

  private func removeFolder(_ path: String, from store: LearnerStore, context: CommandContext) throws {
    try store.forget(deckFolder: path)
    let inside = try store.rememberedDecks().filter { isPath($0.path, below: path) }
    for deck in inside { try store.forgetDeck(at: deck.path) }
    try context.say(DeckNotice.folderRemoved(path: path, decks: inside.count).message)
  }

  private enum Target {
    case deck(RememberedDeck)
    case folder(String)
  }

  /// What a name stands for: a path first, then a deck's name, then a file's.
  private func target(_ name: String, among store: LearnerStore) throws -> Target {
    let path = absolutePath(name)
    let all = try store.rememberedDecks()
    if let deck = all.first(where: { $0.path == path }) { return .deck(deck) }
    let isFolder = try store.deckFolders().contains(path)
    if isFolder || all.contains(where: { isPath($0.path, below: path) }) { return .folder(path) }
    let byName = all.filter { $0.name == name }
    let byFile = all.filter { fileName(of: $0.path) == name }
    let found = byName.isEmpty ? byFile : byName
    if found.count > 1 { throw CommandFailure.ambiguousDeck(name, paths: found.map(\.path)) }
    guard let deck = found.first else { throw CommandFailure.unknownDeck(name, known: all.map(\.name)) }
    return .deck(deck)
  }
}
