public import Cards
import GRDB

/// Cards whose ids stand in two remembered decks.
public struct SharedCards: Sendable, Equatable {
  /// The deck as which they are asked, by its path.
  public let askedIn: String

  /// The other deck, by its path.
  public let alsoIn: String

  /// How many they are.
  public let count: Int

  /// The first of them, by id.
  public let first: CardID

  /// Cards in common with all their parts.
  public init(askedIn: String, alsoIn: String, count: Int, first: CardID) {
    self.askedIn = askedIn
    self.alsoIn = alsoIn
    self.count = count
    self.first = first
  }
}

extension LearnerStore {
  /// The pairs of remembered decks that have cards in common, by path.
  ///
  /// Of the decks that have a card, it is asked as the one that has it unretired and was taken up last.
  ///
  /// - Throws: ``LearnerFileFailure``.
  public func sharedCards() throws -> [SharedCards] {
    try reading { db in
      let sql = """
        SELECT askedDeck.path, otherDeck.path, count(*), min(card.name)
        FROM deckCard other -- few or none are in two decks, so they come first
        CROSS JOIN deckCard asked ON asked.card = other.card AND NOT asked.isInLaterDeck
        JOIN deck askedDeck ON askedDeck.id = asked.deck
        JOIN deck otherDeck ON otherDeck.id = other.deck
        JOIN card ON card.id = other.card
        WHERE other.isInLaterDeck
        GROUP BY asked.deck, other.deck
        ORDER BY askedDeck.path, otherDeck.path
        """
      return try Row.fetchAll(db, sql: sql).compactMap { row in
        guard let first = CardID(row[3] ?? "") else { return nil }
        return SharedCards(askedIn: row[0] ?? "", alsoIn: row[1] ?? "", count: row[2] ?? 0, first: first)
      }
    }
  }
}
