import Cards
import LearnerStore
import Study

/// The cards that a command line names, by ids or by a query.
struct CardSelection {
  /// The cards, by deck and place.
  let cards: [Candidate]

  /// Whether each card was named by its id.
  let isNamed: Bool

  /// The search that found them, which also tells how a card stands.
  let search: CardSearch

  /// The learner's scheduler and settings.
  let grading: Grading

  /// Looks among all cards that a learner's file knows.
  ///
  /// - Parameters:
  ///   - words: ids, or the words of a query; none for every card.
  ///   - store: the learner's file.
  ///   - moment: now.
  /// - Throws: `CommandFailure.query`, `.unknownCards`, or what keeps the file from being read.
  init(_ words: [String], in store: LearnerStore, at moment: Moment) throws {
    let all = try store.cards()
    grading = Grading(try store.settings())
    if let ids = namedIDs(words, among: all) {
      let known = Set(all.map(\.card.id))
      let unknown = ids.filter { !known.contains($0) }
      guard unknown.isEmpty else { throw CommandFailure.unknownCards(unknown.map(\.text)) }
      let wanted = Set(ids)
      search = CardSearch(.any(ids.map(CardQuery.card)), grading: grading, at: moment)
      cards = all.filter { wanted.contains($0.card.id) }
      isNamed = true
      return
    }
    do {
      search = CardSearch(try CardQuery(parsing: words.joined(separator: " ")), grading: grading, at: moment)
    } catch {
      throw CommandFailure.query(error)
    }
    cards = all.filter(search.matches)
    isNamed = false
  }

  private init(_ selection: CardSelection, cards: [Candidate]) {
    self.cards = cards
    isNamed = selection.isNamed
    search = selection.search
    grading = selection.grading
  }

  /// Some of these cards.
  func narrowed(to cards: [Candidate]) -> CardSelection {
    CardSelection(self, cards: cards)
  }

  /// The same, where nothing found is a failure.
  ///
  /// - Throws: `CommandFailure.noCardFound` too.
  init(atLeastOneOf words: [String], in store: LearnerStore, at moment: Moment) throws {
    try self.init(words, in: store, at: moment)
    guard !cards.isEmpty else { throw CommandFailure.noCardFound(query: words) }
  }
}

/// The ids that the words are, where all of them are ids; a word that only looks like one is none.
private func namedIDs(_ words: [String], among cards: [Candidate]) -> [CardID]? {
  let parts = words.flatMap { $0.split(whereSeparator: \.isWhitespace) }
  let ids = parts.compactMap { CardID(($0.first == "^" ? $0.dropFirst() : $0).lowercased()) }
  guard !ids.isEmpty, ids.count == parts.count else { return nil }
  if parts.allSatisfy({ $0.first == "^" }) { return ids }
  let known = Set(cards.map(\.card.id))
  return ids.contains(where: known.contains) ? ids : nil
}
