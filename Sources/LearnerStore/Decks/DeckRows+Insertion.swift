import Cards
import GRDB
import Study

extension DeckRows {
  /// Remembers a deck as it was taken up elsewhere, its cards in their order.
  ///
  /// A card that stands in it twice counts once. `DeckTaking.markSharedCards` is the caller's.
  static func insert(_ deck: DeckSnapshot, in db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO deck (path, name, fingerprint, takenUpAt, turn)
        VALUES (?, ?, ?, ?, max(?, (SELECT coalesce(max(turn), 0) + 1 FROM deck WHERE turn >= ?)))
        """,
      arguments: [
        CardText.storable(deck.path), CardText.storable(deck.name), Int64(bitPattern: deck.fingerprint),
        deck.takenUpAt.milliseconds, deck.turn, deck.turn,
      ]
    )
    let row = db.lastInsertedRowID
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO deckCard (deck, place, card, cardText, line, siblingGroup, isRetired, isInLaterDeck)
        VALUES (?, ?, ?, ?, ?, ?, ?, 0)
        """
    )
    var seen: Set<CardID> = []
    for card in deck.cards where seen.insert(card.id).inserted {
      try insert.execute(arguments: [
        row, seen.count - 1, try Names.row(of: card.id.text, in: .card, db),
        try CardText.row(of: CardText.revision(of: card), in: db), card.line,
        CardText.storable(card.siblingGroup), card.isRetired,
      ])
    }
    try db.execute(sql: "UPDATE deck SET cardCount = ? WHERE id = ?", arguments: [seen.count, row])
  }

  /// A remembered deck's cards as they stand in its file, those included that belong to another deck.
  static func cards(ofDeck deck: Int64, in db: Database) throws -> [Card] {
    let sql = """
      SELECT card.name, deckCard.siblingGroup, deckCard.place, deckCard.line, \(CardText.columnsOfText)
      FROM deckCard
      JOIN card ON card.id = deckCard.card
      JOIN cardText ON cardText.id = deckCard.cardText
      WHERE deckCard.deck = ? ORDER BY deckCard.place
      """
    let rows = try Row.fetchCursor(db, sql: sql, arguments: [deck])
    var cards: [Card] = []
    while let row = try rows.next() {
      guard let id = CardID(row[0] ?? "") else { throw StoredDamage.table("deckCard") }
      cards.append(
        try CardText.card(
          row,
          from: 4,
          id: id,
          siblingGroup: row[1] ?? "",
          place: Int(row[2] as Int64? ?? 0),
          line: Int(row[3] as Int64? ?? 1)
        )
      )
    }
    return cards
  }
}
