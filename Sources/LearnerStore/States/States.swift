import Cards
import GRDB
import Study

/// The cached states and the replay that fills them.
enum States {
  /// A card's progress by the log's last word: the cached one where it is up to date, else the replay.
  static func progress(of card: CardID, row: Int64, grading: Grading, in db: Database) throws -> CardProgress
  {
    let select = try db.cachedStatement(
      sql: "SELECT \(ProgressRow.columns) FROM card \(ProgressRow.join) WHERE card.id = ?"
    )
    let last = try LogReader.lastEvent(ofCard: row, in: db)
    if let found = try Row.fetchOne(select, arguments: [row]) {
      let cached = try ProgressRow.progress(of: card, found, from: 0)
      if cached.lastEvent == last { return cached }
    }
    return try replayed(card, row: row, grading: grading, in: db)
  }

  /// A card's progress, replayed from all its events.
  static func replayed(_ card: CardID, row: Int64, grading: Grading, in db: Database) throws -> CardProgress {
    grading.progress(of: card, from: try LogReader.events(ofCard: row, in: db))
  }

  /// Replays the whole log into the cache.
  static func replayAll(_ grading: Grading, in db: Database) throws {
    let states = try replay(grading, in: db) { _ in }
    try db.execute(sql: "DELETE FROM cardState")
    for (row, progress) in states.sorted(by: { $0.key < $1.key }) {
      try ProgressRow.store(progress, card: row, in: db)
    }
  }

  /// Carries every card over its events, in the order of the replay.
  ///
  /// `body` takes each review with what it changed, and whether it was undone; the result is what the log
  /// says about every card it names, by the card's row.
  @discardableResult
  static func replay(
    _ grading: Grading,
    in db: Database,
    _ body: ((transition: ReviewTransition, isUndone: Bool)) throws -> Void
  ) throws -> [Int64: CardProgress] {
    let undone = try LogReader.undoneKeys(in: db)
    var states: [Int64: CardProgress] = [:]
    var stream = try EventStream(db)
    while let item = try stream.next() {
      let event = item.event
      guard let card = event.card, let row = item.card else { continue }
      let isUndone = !undone.isEmpty && undone.contains(event.key)
      let transition =
        isUndone
        ? grading.passOver(event, on: &states[row, default: CardProgress(card: card)])
        : grading.replay(event, on: &states[row, default: CardProgress(card: card)])
      if let transition { try body((transition, isUndone)) }
    }
    return states
  }
}
