public import Cards
import GRDB

extension LearnerStore {
  /// The folders whose decks are the learner's, by path.
  ///
  /// - Throws: ``LearnerFileFailure``.
  public func deckFolders() throws -> [String] {
    try reading { try String.fetchAll($0, sql: "SELECT path FROM deckFolder ORDER BY path") }
  }

  /// The decks in those folders that the learner does not want.
  ///
  /// - Throws: ``LearnerFileFailure``.
  public func decksLeftOut() throws -> Set<String> {
    try reading { Set(try String.fetchAll($0, sql: "SELECT path FROM deckLeftOut")) }
  }

  /// Remembers a folder: all decks in it and below, now and later, are the learner's.
  ///
  /// - Parameter path: absolute.
  /// - Returns: whether it was not remembered before.
  /// - Throws: ``LearnerFileFailure``.
  @discardableResult
  public func remember(deckFolder path: String) throws -> Bool {
    if try deckFolders().contains(path) { return false }
    return try writing { db, _ in
      try db.execute(sql: "INSERT OR IGNORE INTO deckFolder (path) VALUES (?)", arguments: [path])
      return db.changesCount > 0
    }
  }

  /// Forgets a folder, and which of its decks were left out; its decks stay remembered.
  ///
  /// - Returns: whether it was remembered.
  /// - Throws: ``LearnerFileFailure``.
  @discardableResult
  public func forget(deckFolder path: String) throws -> Bool {
    try writing { db, _ in
      try db.execute(sql: "DELETE FROM deckFolder WHERE path = ?", arguments: [path])
      let wasRemembered = db.changesCount > 0
      let below = path.hasSuffix("/") ? path : path + "/"
      try db.execute(
        sql: "DELETE FROM deckLeftOut WHERE substr(path, 1, length(?1)) = ?1",
        arguments: [below]
      )
      return wasRemembered
    }
  }

  /// Notes whether a deck in a remembered folder is left out.
  ///
  /// - Throws: ``LearnerFileFailure``.
  public func leaveOut(deckAt path: String, _ isLeftOut: Bool) throws {
    guard try decksLeftOut().contains(path) != isLeftOut else { return }
    let sql =
      isLeftOut ? "INSERT INTO deckLeftOut (path) VALUES (?)" : "DELETE FROM deckLeftOut WHERE path = ?"
    try writing { db, _ in try db.execute(sql: sql, arguments: [path]) }
  }

  /// Remembers a deck under the path to which its file was moved.
  ///
  /// - Throws: ``LearnerFileFailure``, `.unknownDeck` where it is not remembered.
  public func moveDeck(at path: String, to newPath: String) throws {
    try writing { db, _ in
      let row = try deckRow(path, in: db)
      try db.execute(sql: "UPDATE deck SET path = ? WHERE id = ?", arguments: [newPath, row])
    }
  }

  /// The ids of a remembered deck's cards, as it was last taken up.
  ///
  /// - Throws: ``LearnerFileFailure``, `.unknownDeck` where it is not remembered.
  public func cardIDs(inDeckAt path: String) throws -> Set<CardID> {
    try reading { db in
      let sql = "SELECT card.name FROM deckCard JOIN card ON card.id = deckCard.card WHERE deck = ?"
      let names = try String.fetchAll(db, sql: sql, arguments: [try deckRow(path, in: db)])
      return Set(names.compactMap { CardID($0) })
    }
  }

  /// The number that stands for a remembered deck.
  func deckRow(_ path: String, in db: Database) throws -> Int64 {
    let row = try Int64.fetchOne(db, sql: "SELECT id FROM deck WHERE path = ?", arguments: [path])
    guard let row else { throw LearnerFileFailure.unknownDeck(path: self.path, deck: path) }
    return row
  }
}
