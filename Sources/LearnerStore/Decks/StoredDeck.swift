import Cards
import GRDB

/// A deck as a learner file remembers it, on its way from one file to another.
struct StoredDeck {
  /// A card in its place; its text alone, as revisions keep it.
  struct Place {
    let card: Card
    let line: Int64
    let siblingGroup: String
    let isRetired: Bool
  }

  let path: String
  let name: String
  let fingerprint: UInt64
  let takenUpAt: Int64
  let cards: [Place]
}

extension DeckRows {
  /// Remembers a deck after all others, its cards in their order.
  ///
  /// A card that stands in it twice counts once. `DeckTaking.markSharedCards` is the caller's.
  static func insert(_ deck: StoredDeck, in db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO deck (path, name, fingerprint, takenUpAt, turn)
        VALUES (?, ?, ?, ?, (SELECT coalesce(max(turn), 0) + 1 FROM deck))
        """,
      arguments: [deck.path, deck.name, Int64(bitPattern: deck.fingerprint), deck.takenUpAt]
    )
    let row = db.lastInsertedRowID
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO deckCard (deck, place, card, cardText, line, siblingGroup, isRetired, isInLaterDeck)
        VALUES (?, ?, ?, ?, ?, ?, ?, 0)
        """
    )
    var seen: Set<CardID> = []
    for (place, entry) in deck.cards.enumerated() where seen.insert(entry.card.id).inserted {
      try insert.execute(arguments: [
        row, place, try Names.row(of: entry.card.id.text, in: .card, db),
        try CardText.row(of: entry.card, in: db), entry.line, entry.siblingGroup, entry.isRetired,
      ])
    }
  }
}
