import Cards
import Language
import LearnerStore
import Study

/// A deck that a session asks: where it lies, and its content where that could be read anew.
struct DeckToAsk {
  /// The path from the root, by which the learner's file knows the deck.
  let absolute: String

  /// The deck's content; nil where its file is gone and its cards are asked as they were last seen.
  let deck: LoadedDeck?
}

extension QuizCommand {
  /// Reads the decks named on the command line.
  ///
  /// - Returns: those with cards to ask; empty where none was named.
  /// - Throws: `CommandFailure.deckWithoutCards` where some were named and none has a card.
  func namedDecks(context: CommandContext) throws -> [DeckToAsk] {
    let paths = try deckPaths(for: decks)
    return try withCards(paths.map { ($0, true) }, context: context)
  }

  /// Reads the decks that the learner's file remembers.
  ///
  /// - Throws: `CommandFailure.noDecks` where there is none.
  func rememberedDecks(of opened: OpenLearner, context: CommandContext) throws -> [DeckToAsk] {
    let paths = try opened.store.rememberedDecks().map(\.path)
    guard !paths.isEmpty else { throw CommandFailure.noDecks(learner: opened.name.text) }
    return try withCards(paths.map { ($0, fileKind(at: $0) != nil) }, context: context)
  }

  private func withCards(
    _ paths: [(path: String, isThere: Bool)],
    context: CommandContext
  ) throws -> [DeckToAsk] {
    var result: [DeckToAsk] = []
    for (path, isThere) in paths {
      guard isThere else {
        try context.say(Notice.deckGone(path: path).message)
        result.append(DeckToAsk(absolute: path, deck: nil))
        continue
      }
      let deck = try read(path, context: context)
      guard !deck.file.cards.isEmpty else {
        try context.say(CommandFailure.deckWithoutCards(path: path).message)
        continue
      }
      result.append(DeckToAsk(absolute: absolutePath(path), deck: deck))
    }
    if result.isEmpty, let first = paths.first { throw CommandFailure.deckWithoutCards(path: first.path) }
    return result
  }

  /// Reads one deck, gives its cards the ids that they lack, and tells what is wrong with the others.
  private func read(_ path: String, context: CommandContext) throws -> LoadedDeck {
    var deck = try LoadedDeck(at: path)
    let minted = try deck.giveMissingIDs()
    if minted > 0 { try context.say(Notice.idsGiven(path: path, count: minted).message) }
    for diagnostic in deck.file.diagnostics where diagnostic.severity == .error {
      try context.say(line: diagnostic.line(path: path, language: context.language))
    }
    return deck
  }

  /// Lets the learner's file take up what changed in a deck.
  func takeUp(_ entry: DeckToAsk, into store: LearnerStore, context: CommandContext) throws {
    guard let deck = entry.deck else { return }
    let taken = try store.takeUp(
      deckAt: entry.absolute,
      name: deck.name,
      fingerprint: deck.fingerprint,
      cards: deck.file.cards,
      at: context.clock.now()
    )
    if !taken.alsoInOtherDecks.isEmpty {
      let notice = Notice.cardsInOtherDecks(path: deck.path, count: taken.alsoInOtherDecks.count)
      try context.say(notice.message)
    }
  }
}
