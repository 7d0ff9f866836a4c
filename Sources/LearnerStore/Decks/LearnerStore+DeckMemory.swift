import GRDB
public import Study

extension LearnerStore {
  /// All that the file remembers of decks, from one consistent state of it.
  ///
  /// - Throws: ``LearnerFileFailure``.
  public func deckMemory() throws -> DeckMemory {
    try reading { db in
      var memory = DeckMemory()
      let sql = "SELECT id, path, name, fingerprint, takenUpAt, turn FROM deck ORDER BY id"
      for row in try Row.fetchAll(db, sql: sql) {
        memory.decks.append(
          DeckSnapshot(
            path: row[1] ?? "",
            name: row[2] ?? "",
            fingerprint: UInt64(bitPattern: row[3] as Int64? ?? 0),
            takenUpAt: Instant(milliseconds: row[4] ?? 0),
            turn: row[5] ?? 0,
            cards: try DeckRows.cards(ofDeck: row[0] ?? 0, in: db)
          )
        )
      }
      memory.folders = try String.fetchAll(db, sql: "SELECT path FROM deckFolder ORDER BY path")
      memory.leftOut = try String.fetchAll(db, sql: "SELECT path FROM deckLeftOut ORDER BY path")
      return memory
    }
  }
}

extension DeckMemory {
  /// Remembers these decks in a file that remembers none.
  ///
  /// - Returns: whether they were taken over: not where the file has decks or folders of its own, since those
  ///   belong to its machine.
  func fill(_ db: Database) throws -> Bool {
    let isEmpty = try Bool.fetchOne(
      db,
      sql: "SELECT NOT EXISTS (SELECT 1 FROM deck) AND NOT EXISTS (SELECT 1 FROM deckFolder)"
    )
    guard isEmpty ?? false, !self.isEmpty else { return false }
    for deck in decks { try DeckRows.insert(deck, in: db) }
    for path in folders {
      try db.execute(sql: "INSERT OR IGNORE INTO deckFolder (path) VALUES (?)", arguments: [path])
    }
    for path in leftOut {
      try db.execute(sql: "INSERT OR IGNORE INTO deckLeftOut (path) VALUES (?)", arguments: [path])
    }
    try DeckTaking.markSharedCards(in: db)
    return true
  }
}
