import Cards
import GRDB
import Study

/// One taking up of a deck, within its transaction.
struct DeckTaking {
  private let db: Database
  private let name: String
  private let moment: Moment
  private var change: Change
  private var result = TakeUp(isChanged: true)

  init(_ db: Database, name: String, writer: LogWriter, at moment: Moment) {
    self.db = db
    self.name = CardText.storable(name)
    self.moment = moment
    change = Change(db, writer: writer, at: moment)
  }

  mutating func takeUp(path: String, fingerprint: UInt64, cards: [Card]) throws -> TakeUp {
    let deck = try remember(path: path, fingerprint: fingerprint)
    let before = Set(
      try String.fetchAll(
        db,
        sql: "SELECT card.name FROM deckCard JOIN card ON card.id = deckCard.card WHERE deck = ?",
        arguments: [deck]
      )
    )
    try db.execute(sql: "DELETE FROM deckCard WHERE deck = ?", arguments: [deck])
    var seen: Set<CardID> = []
    for (place, card) in cards.enumerated() {
      guard seen.insert(card.id).inserted else {
        result.repeated.append(card.id)
        continue
      }
      if !before.contains(card.id.text) { result.added.append(card.id) }
      try insert(card, deck: deck, place: place)
    }
    result.vanished = before.compactMap { CardID($0) }.filter { !seen.contains($0) }.sorted()
    try DeckTaking.markSharedCards(in: db)
    result.alsoInOtherDecks = try sharedCards(of: deck)
    return result
  }

  private func remember(path: String, fingerprint: UInt64) throws -> Int64 {
    try db.execute(
      sql: """
        INSERT INTO deck (path, name, fingerprint, takenUpAt, turn)
        VALUES (?, ?, ?, ?, (SELECT coalesce(max(turn), 0) + 1 FROM deck))
        ON CONFLICT (path) DO UPDATE SET name = excluded.name, fingerprint = excluded.fingerprint,
          takenUpAt = excluded.takenUpAt, turn = excluded.turn
        """,
      arguments: [path, name, Int64(bitPattern: fingerprint), moment.instant.milliseconds]
    )
    let row = try Int64.fetchOne(db, sql: "SELECT id FROM deck WHERE path = ?", arguments: [path])
    guard let row else { throw StoredDamage.table("deck") }
    return row
  }

  private mutating func insert(_ card: Card, deck: Int64, place: Int) throws {
    let row = try Names.row(of: card.id.text, in: .card, db)
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO deckCard (deck, place, card, cardText, line, siblingGroup, isRetired, isInLaterDeck)
        VALUES (?, ?, ?, ?, ?, ?, ?, 0)
        """
    )
    try insert.execute(arguments: [
      deck, place, row, try CardText.row(of: CardText.revision(of: card), in: db), card.line,
      CardText.storable(card.siblingGroup), card.isRetired,
    ])
    if try change.startAnewIfAnswerChanged(card, deck: name, row: row) { result.startedAnew.append(card.id) }
  }

  private func sharedCards(of deck: Int64) throws -> [CardID] {
    let sql = """
      SELECT card.name FROM deckCard mine JOIN card ON card.id = mine.card
      WHERE mine.deck = ?1
        AND EXISTS (SELECT 1 FROM deckCard other WHERE other.card = mine.card AND other.deck <> ?1)
      ORDER BY card.name
      """
    return try String.fetchAll(db, sql: sql, arguments: [deck]).compactMap { CardID($0) }
  }

  /// Notes which cards stand in a deck that was taken up later too, and therefore belong to that.
  static func markSharedCards(in db: Database) throws {
    try db.execute(
      sql: """
        UPDATE deckCard SET isInLaterDeck = NOT isInLaterDeck
        WHERE isInLaterDeck <> EXISTS (
          SELECT 1 FROM deckCard other JOIN deck otherDeck ON otherDeck.id = other.deck
          WHERE other.card = deckCard.card
            AND otherDeck.turn > (SELECT turn FROM deck WHERE deck.id = deckCard.deck))
        """
    )
  }
}

extension Change {
  /// Appends a revision where a card's answer is not the one last asked.
  ///
  /// - Returns: whether the learner starts anew on it.
  fileprivate mutating func startAnewIfAnswerChanged(_ card: Card, deck: String, row: Int64) throws -> Bool {
    let select = try db.cachedStatement(sql: "SELECT answerRevision FROM cardState WHERE card = ?")
    let last = try Int64.fetchOne(select, arguments: [row])
    guard let last, UInt64(bitPattern: last) != card.answerFingerprint else { return false }
    let progress = try progress(of: card.id, row: row)
    let candidate = Candidate(card: card, deck: deck, progress: progress)
    guard candidate.hasNewAnswer else { return false }
    _ = try revise(candidate, row: row)
    return true
  }
}
