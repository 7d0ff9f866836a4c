import Cards
import Language
import LearnerStore
import Study
import Terminal

extension QuizCommand {
  /// Reads today's decks and lets the learner's file take up what changed in them.
  ///
  /// Without decks on the command line these are the remembered ones; a remembered deck whose file is gone
  /// is asked as it was last seen.
  ///
  /// - Returns: where the decks lie.
  func takeUpDecks(
    into store: LearnerStore,
    learner: LearnerName,
    context: CommandContext
  ) throws -> [String] {
    let remembered = try store.rememberedDecks()
    let paths = try decks.isEmpty ? remembered.map(\.path) : deckPaths(for: decks)
    guard !paths.isEmpty else { throw CommandFailure.noDecks(learner: learner.text) }
    var taken: [String] = []
    for path in paths {
      let absolute = absolutePath(path)
      if decks.isEmpty, fileKind(at: path) == nil {
        try context.say(Notice.deckGone(path: path).message)
        taken.append(absolute)
        continue
      }
      if try takeUp(path, at: absolute, into: store, context: context) { taken.append(absolute) }
    }
    guard !taken.isEmpty else { throw CommandFailure.deckWithoutCards(path: paths[0]) }
    return taken
  }

  /// Takes up one deck.
  ///
  /// - Returns: whether it has cards to ask.
  private func takeUp(
    _ path: String,
    at absolute: String,
    into store: LearnerStore,
    context: CommandContext
  ) throws -> Bool {
    var deck = try LoadedDeck(at: path)
    let minted = try deck.giveMissingIDs()
    if minted > 0 { try context.say(Notice.idsGiven(path: path, count: minted).message) }
    for diagnostic in deck.file.diagnostics where diagnostic.severity == .error {
      context.messages.write(diagnostic.line(path: path, language: context.language) + "\n")
    }
    let cards = deck.file.cards
    guard !cards.isEmpty else {
      try context.say(CommandFailure.deckWithoutCards(path: path).message)
      return false
    }
    try store.takeUp(
      deckAt: absolute,
      name: deck.name,
      fingerprint: deck.fingerprint,
      cards: cards,
      at: context.clock.now()
    )
    return true
  }
}
