public import Cards
import GRDB
public import Study

extension LearnerStore {
  /// The decks that the learner has studied, in the order in which they were first taken up.
  ///
  /// - Throws: ``LearnerFileFailure``.
  public func rememberedDecks() throws -> [RememberedDeck] {
    try reading { db in
      let sql = """
        SELECT path, name, fingerprint, takenUpAt, cardCount FROM deck ORDER BY id
        """
      return try Row.fetchAll(db, sql: sql).map { row in
        RememberedDeck(
          path: row[0] ?? "",
          name: row[1] ?? "",
          fingerprint: UInt64(bitPattern: row[2] as Int64? ?? 0),
          takenUpAt: Instant(milliseconds: row[3] ?? 0),
          cardCount: Int(row[4] as Int64? ?? 0)
        )
      }
    }
  }

  /// The cards of remembered decks with their progress, for a session.
  ///
  /// - Parameter paths: the decks wanted, in this order; nil for all, as first taken up.
  /// - Returns: the decks' cards, each deck's in its order; a card that stands in several remembered decks
  ///   comes with the one taken up last.
  /// - Throws: ``LearnerFileFailure``, `.unknownDeck` where a deck is not remembered.
  public func candidates(in paths: [String]? = nil) throws -> [Candidate] {
    try reading { db in
      guard let paths else {
        return try DeckRows.candidates(
          inDecks: Int64.fetchAll(db, sql: "SELECT id FROM deck ORDER BY id"),
          in: db
        )
      }
      let rows = try paths.map { try deckRow($0, in: db) }
      return try DeckRows.candidates(inDecks: rows, in: db)
    }
  }

  /// Remembers a deck as its file is now.
  ///
  /// Nothing is written where the fingerprint is the one remembered. Otherwise the deck's cards replace those
  /// it had, and a card whose answer changed since it was last asked starts anew. A card that vanished keeps
  /// its history and goes on from there when it comes back.
  ///
  /// - Parameters:
  ///   - path: names the deck; absolute.
  ///   - name: the deck's name.
  ///   - fingerprint: made by the caller of the file's bytes and of the parser's version.
  ///   - cards: the deck's cards in order.
  ///   - moment: now.
  /// - Returns: what changed against the deck as it was remembered.
  /// - Throws: ``LearnerFileFailure``.
  @discardableResult
  public func takeUp(
    deckAt path: String,
    name: String,
    fingerprint: UInt64,
    cards: [Card],
    at moment: Moment
  ) throws -> TakeUp {
    let known = try reading { db in
      try Row.fetchOne(db, sql: "SELECT fingerprint, name FROM deck WHERE path = ?", arguments: [path])
    }
    if let known, known[0] as Int64? == Int64(bitPattern: fingerprint), known[1] as String? == name {
      return TakeUp()
    }
    return try writing { db, device in
      var taking = DeckTaking(db, name: name, writer: try LogWriter(db, device: device), at: moment)
      return try taking.takeUp(path: path, fingerprint: fingerprint, cards: cards)
    }
  }

  /// Forgets a deck; the history of its cards stays.
  ///
  /// - Throws: ``LearnerFileFailure``, `.unknownDeck` where it is not remembered.
  public func forgetDeck(at path: String) throws {
    try writing { db, _ in
      let row = try deckRow(path, in: db)
      try db.execute(sql: "DELETE FROM deckCard WHERE deck = ?", arguments: [row])
      try db.execute(sql: "DELETE FROM deck WHERE id = ?", arguments: [row])
      try DeckTaking.markSharedCards(in: db)
    }
  }
}
