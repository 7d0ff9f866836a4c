import GRDB
public import Study

/// What is to be done in a remembered deck.
public struct DeckCounts: Sendable, Equatable {
  /// Cards that were never asked.
  public var new = 0

  /// Cards that fall due by the end of the study day.
  public var due = 0

  /// Cards that are asked as another deck's.
  public var askedElsewhere = 0

  /// Nothing to do.
  public init() {}
}

extension LearnerStore {
  /// What is to be done in each remembered deck, by its path.
  ///
  /// Retired and suspended cards do not count, nor do the day's limits.
  ///
  /// - Parameters:
  ///   - today: the study day.
  ///   - end: its last instant, for cards whose next showing is an instant.
  /// - Returns: the counts of decks that have cards.
  /// - Throws: ``LearnerFileFailure``.
  public func deckCounts(on today: StudyDay, until end: Instant) throws -> [String: DeckCounts] {
    try reading { db in
      let sql = """
        SELECT deck.path,
          sum(NOT deckCard.isInLaterDeck AND cardState.dueDay IS NULL AND cardState.dueAt IS NULL),
          sum(NOT deckCard.isInLaterDeck AND (cardState.dueDay <= ?1 OR cardState.dueAt <= ?2)),
          sum(deckCard.isInLaterDeck)
        FROM deckCard
        JOIN deck ON deck.id = deckCard.deck
        LEFT JOIN cardState ON cardState.card = deckCard.card
        WHERE NOT deckCard.isRetired AND NOT coalesce(cardState.isSuspended, 0)
        GROUP BY deck.id
        """
      var counts: [String: DeckCounts] = [:]
      let rows = try Row.fetchCursor(db, sql: sql, arguments: [today.number, end.milliseconds])
      while let row = try rows.next() {
        var count = DeckCounts()
        count.new = row[1] ?? 0
        count.due = row[2] ?? 0
        count.askedElsewhere = row[3] ?? 0
        counts[row[0] ?? ""] = count
      }
      return counts
    }
  }
}
