public import Cards
import GRDB
public import Scheduling
public import Study

extension LearnerStore: EventLog {
  /// The learner's name: the file's, without its ending.
  public var learner: String {
    let name = Files.name(of: path)
    return name.hasSuffix(LearnerFolder.ending) ? String(name.dropLast(LearnerFolder.ending.count)) : name
  }

  /// All cards of the remembered decks, by deck and place, then the cards that were asked but are in no deck
  /// any more, by deck and id, each as it was last asked.
  ///
  /// - Throws: ``LearnerFileFailure``.
  public func cards() throws -> [Candidate] {
    try reading { db in
      try DeckRows.candidates(inDecks: nil, in: db) + DeckRows.cardsWithoutDeck(in: db)
    }
  }

  /// Replays all reviews in the order of `Event.replaysBefore`, from one consistent state of the file.
  ///
  /// - Parameter body: takes each review with what it changed. Whatever it throws ends the replay.
  /// - Throws: ``LearnerFileFailure``, or what `body` throws.
  public func forEachReview(_ body: (ReviewTransition, _ isUndone: Bool) throws -> Void) throws {
    try reading { db in
      let grading = Grading(try LogReader.settings(in: db))
      try States.replay(grading, in: db) { try body($0.transition, $0.isUndone) }
    }
  }

  /// Hands over all reviews that count, in the order of their replay, from one consistent state of the file.
  ///
  /// - Throws: ``LearnerFileFailure``, or what `body` throws.
  public func forEachFact(_ body: (ReviewFact) throws -> Void) throws {
    try reading { db in
      var replay = try FactReplay(db)
      var rows = try FactRows(db)
      while let row = try rows.next() {
        if let fact = try replay.take(row) { try body(fact) }
      }
    }
  }

  /// Hands over all events in the order of their replay, from one consistent state of the file.
  ///
  /// - Throws: ``LearnerFileFailure``, or what `body` throws.
  public func forEachEvent(_ body: (Event) throws -> Void) throws {
    try reading { db in
      var stream = try EventStream(db)
      while let item = try stream.next() { try body(item.event) }
    }
  }

  /// The cards with events, in the order in which the file came to know them.
  ///
  /// - Throws: ``LearnerFileFailure``.
  public func reviewedCards() throws -> [CardID] {
    try reading { db in
      try String.fetchAll(db, sql: "SELECT name FROM card ORDER BY id").map { name in
        guard let card = CardID(name) else { throw StoredDamage.table("card") }
        return card
      }
    }
  }

  /// How far at most a review's wall clock lies behind its effective time; zero while no clock ran back.
  ///
  /// - Throws: ``LearnerFileFailure``.
  public func greatestClockLag() throws -> Milliseconds {
    try reading { db in
      let sql = "SELECT max(wallLag) FROM event WHERE kind = ?"
      return Milliseconds(try Int64.fetchOne(db, sql: sql, arguments: [EventCode.review.rawValue]) ?? 0)
    }
  }

  /// What was done on a study day, undone reviews left out.
  ///
  /// - Returns: cards that were new when reviewed on that day, each counted once, and the reviews of cards
  ///   that were in review.
  /// - Throws: ``LearnerFileFailure``.
  public func dayCounts(on day: StudyDay) throws -> DayCounts {
    try reading { db in
      let grading = Grading(try LogReader.settings(in: db))
      var newCards = 0
      var reviews = 0
      for card in try LogReader.cardsTouched(since: day, in: db) {
        let events = try LogReader.events(ofCard: card, in: db).sorted(by: Event.replaysBefore)
        guard let id = events.first?.card else { continue }
        let undone = Set(events.compactMap(\.undoneKey))
        var progress = CardProgress(card: id)
        var wasNew = false
        for event in events where !undone.contains(event.key) {
          guard let change = grading.replay(event, on: &progress),
            grading.settings.calendar.day(of: event.moment) == day
          else { continue }
          switch change.before.state.phase {
          case .new: wasNew = true
          case .review: reviews += 1
          case .learning, .relearning: break
          }
        }
        if wasNew { newCards += 1 }
      }
      return DayCounts(newCards: newCards, reviews: reviews)
    }
  }
}

extension LogReader {
  /// The cards with a review that may have happened on a study day, in any zone, or later.
  ///
  /// The effective time never lies before the wall clock and rises within a device, so each device's log is
  /// read backwards until it lies before the day.
  static func cardsTouched(since day: StudyDay, in db: Database) throws -> [Int64] {
    let millisecondsPerDay: Int64 = 86_400_000
    let (start, overflow) = (Int64(day.number) - 1).multipliedReportingOverflow(by: millisecondsPerDay)
    guard !overflow else { return [] }
    let statement = try db.makeStatement(
      sql: "SELECT kind, card, effectiveAt FROM event WHERE device = ? ORDER BY seq DESC"
    )
    var cards: Set<Int64> = []
    for device in try Int64.fetchAll(db, sql: "SELECT id FROM device") {
      let rows = try Row.fetchCursor(statement, arguments: [device])
      while let row = try rows.next(), let effective = row[2] as Int64?, effective >= start {
        if row[0] as Int64? == EventCode.review.rawValue, let card = row[1] as Int64? { cards.insert(card) }
      }
    }
    return cards.sorted()
  }
}
