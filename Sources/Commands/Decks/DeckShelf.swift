import Cards
import Language
import LearnerStore
import Study

/// A learner's decks: brings the learner's file up to date with the deck files, and tells what it met.
struct DeckShelf {
  let store: LearnerStore
  let context: CommandContext
  /// Whether anything was taken up anew.
  private(set) var hasChanged = false
  private var remembered: [String: RememberedDeck]
  /// Decks that were looked at, by absolute path.
  private var read: Set<String> = []

  init(_ store: LearnerStore, context: CommandContext) throws {
    self.store = store
    self.context = context
    remembered = Dictionary(try store.rememberedDecks().map { ($0.path, $0) }) { first, _ in first }
  }

  /// Takes up decks and folders that were named, and remembers them.
  ///
  /// - Parameter paths: what was named; each stands there.
  /// - Returns: the decks with cards, by absolute path, each once.
  /// - Throws: why a named file cannot be read; `CommandFailure.deckWithoutCards` where no deck has a card.
  mutating func takeUp(named paths: [String]) throws -> [String] {
    var wanted: [String] = []
    var empty: [String] = []
    for path in paths {
      let isFolder = fileKind(at: path) == .folder
      if isFolder { try store.remember(deckFolder: absolutePath(path)) }
      let files = isFolder ? deckFiles(in: path) : [path]
      guard !files.isEmpty else { throw CommandFailure.noDeckIn(folder: path) }
      for file in files {
        let absolute = absolutePath(file)
        if !isFolder { try store.leaveOut(deckAt: absolute, false) }
        if try store.decksLeftOut().contains(absolute) || read.contains(absolute) { continue }
        try follow(toOneOf: [file])
        if try takeUp(file, as: absolute, isFound: isFolder) {
          wanted.append(absolute)
        } else {
          empty.append(file)
        }
      }
    }
    if wanted.isEmpty, let first = empty.first { throw CommandFailure.deckWithoutCards(path: first) }
    try settleSharedCards()
    return wanted
  }

  /// Takes up all decks that are remembered, and those that are new in remembered folders.
  ///
  /// A deck whose file is gone or cannot be read is asked as it was last time.
  ///
  /// - Returns: the decks, by absolute path: as first taken up, then the new ones.
  mutating func takeUpRemembered() throws -> [String] {
    try followMovedDecks()
    var paths: [String] = []
    for deck in try store.rememberedDecks() where fileKind(at: deck.path) != nil {
      paths.append(deck.path)
      do {
        _ = try takeUp(deck.path, as: deck.path, isFound: false)
      } catch {
        guard let failure = told(error) else { throw error }
        try context.say(DeckNotice.deckUnread(failure.0).message)
      }
    }
    paths += try takeUpNewInFolders()
    paths += try goneDecks()
    try settleSharedCards()
    return paths
  }

  private mutating func takeUpNewInFolders() throws -> [String] {
    var found: [String] = []
    let leftOut = try store.decksLeftOut()
    for folder in try store.deckFolders() {
      for file in deckFiles(in: folder) {
        let absolute = absolutePath(file)
        guard remembered[absolute] == nil, !read.contains(absolute), !leftOut.contains(absolute) else {
          continue
        }
        do {
          guard try takeUp(file, as: absolute, isFound: true) else { continue }
          found.append(absolute)
          let name = try store.rememberedDecks().first { $0.path == absolute }?.name
          try context.say(DeckNotice.deckFound(path: file, name: name ?? "").message)
        } catch {
          guard let failure = told(error) else { throw error }
          try context.say(DeckNotice.deckUnread(failure.0).message)
        }
      }
    }
    return found
  }

  /// Takes up one deck, parsing it only where its bytes changed; whether it has cards.
  ///
  /// In a folder (`isFound`) a text that is no deck is passed over.
  private mutating func takeUp(_ path: String, as absolute: String, isFound: Bool) throws -> Bool {
    read.insert(absolute)
    let known = remembered[absolute]
    if let known, try known.fingerprint == DeckBytes.fingerprint(at: path) { return known.cardCount > 0 }
    var deck = try LoadedDeck(at: path)
    if known == nil, deck.file.notes.isEmpty, isFound { return false }
    let minted = try deck.giveMissingIDs()
    if minted > 0 { try context.say(Notice.idsGiven(path: path, count: minted).message) }
    for diagnostic in deck.file.diagnostics where diagnostic.severity == .error {
      try context.say(line: diagnostic.line(path: path, language: context.language))
    }
    let cards = deck.file.cards
    guard known != nil || !cards.isEmpty else {
      if isFound { try context.say(CommandFailure.deckWithoutCards(path: path).message) }
      return false
    }
    let taken = try store.takeUp(
      deckAt: absolute,
      name: deck.name,
      fingerprint: deck.fingerprint,
      cards: cards,
      at: context.clock.now()
    )
    hasChanged = hasChanged || taken.isChanged
    if known != nil, let notice = DeckNotice.deckChanged(path: path, taken) {
      try context.say(notice.message)
    }
    return !cards.isEmpty
  }
}

// MARK: - Moved files

extension DeckShelf {
  /// The decks whose files are gone and were not found again; one whose cards all stand in other decks now is
  /// forgotten.
  private mutating func goneDecks() throws -> [String] {
    let all = try store.rememberedDecks()
    let gone = all.filter { fileKind(at: $0.path) == nil }
    guard !gone.isEmpty else { return [] }
    let present = all.filter { fileKind(at: $0.path) != nil }
    let there = try present.map { (path: $0.path, ids: try store.cardIDs(inDeckAt: $0.path)) }
    var paths: [String] = []
    for deck in gone {
      let ids = try store.cardIDs(inDeckAt: deck.path)
      let heirs = there.filter { !$0.ids.isDisjoint(with: ids) }
      if !ids.isEmpty, heirs.reduce(ids, { $0.subtracting($1.ids) }).isEmpty {
        try store.forgetDeck(at: deck.path)
        let heir = heirs.map(\.path).joined(separator: ", ")
        try context.say(DeckNotice.deckMoved(from: deck.path, to: heir).message)
      } else {
        paths.append(deck.path)
        try context.say(DeckNotice.deckGone(path: deck.path, name: deck.name).message)
      }
    }
    return paths
  }

  /// Looks for decks whose files are gone where they may have been moved: in their folder, in remembered
  /// folders and beside other decks.
  private mutating func followMovedDecks() throws {
    let gone = remembered.keys.filter { fileKind(at: $0) == nil }
    guard !gone.isEmpty else { return }
    var places: Set<String> = []
    for path in remembered.keys.sorted() {
      places.formUnion(deckFiles(in: folderPath(of: path), withSubfolders: false))
    }
    for folder in try store.deckFolders() { places.formUnion(deckFiles(in: folder)) }
    try follow(toOneOf: places.sorted())
  }

  /// Remembers gone decks under the paths of files that hold most of their cards.
  private mutating func follow(toOneOf files: [String]) throws {
    let gone = remembered.values.filter { fileKind(at: $0.path) == nil && $0.cardCount > 0 }
      .sorted { $0.path < $1.path }
    guard !gone.isEmpty else { return }
    for file in files.prefix(DeckShelf.mostFiles) where remembered[absolutePath(file)] == nil {
      guard let deck = try? LoadedDeck(at: file) else { continue }
      let ids = Set(deck.file.cards.map(\.id))
      var best: (deck: RememberedDeck, shared: Int)?
      for old in gone where remembered[old.path] != nil {
        let shared = try store.cardIDs(inDeckAt: old.path).intersection(ids).count
        if 2 * shared >= old.cardCount, shared > best?.shared ?? 0 { best = (old, shared) }
      }
      guard let old = best?.deck else { continue }
      let new = absolutePath(file)
      try store.moveDeck(at: old.path, to: new)
      remembered[old.path] = nil
      // Its name may hang on the file's, so it is read anew.
      remembered[new] = RememberedDeck(
        path: new,
        name: old.name,
        fingerprint: ~deck.fingerprint,
        takenUpAt: old.takenUpAt,
        cardCount: old.cardCount
      )
      try context.say(DeckNotice.deckMoved(from: old.path, to: file).message)
    }
  }

  /// So many files are looked into for a deck that is gone.
  private static let mostFiles = 2_000
}

// MARK: - Cards in two decks

extension DeckShelf {
  /// Tells of cards that stand in two decks.
  ///
  /// A card that was moved may still be remembered in its old deck, so decks that were not read yet are read
  /// before.
  private mutating func settleSharedCards() throws {
    guard hasChanged else { return }
    var pairs = try store.sharedCards()
    let unread = pairs.flatMap { [$0.askedIn, $0.alsoIn] }.filter { !read.contains($0) }
    for path in unread where !read.contains(path) && fileKind(at: path) != nil {
      _ = try? takeUp(path, as: path, isFound: false)
    }
    if !unread.isEmpty { pairs = try store.sharedCards() }
    for pair in pairs {
      try context.say(DeckNotice.cardsInTwoDecks(pair).message)
    }
  }
}
