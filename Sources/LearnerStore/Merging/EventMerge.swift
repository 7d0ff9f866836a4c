import Cards
import GRDB
import Scheduling
public import Study

/// Why an event cannot be merged; nothing is then.
public enum MergeRefusal: Error, Sendable, Equatable {
  /// This file holds another event under the same key.
  case conflict(EventKey)
  /// The event says what no event of ours says: a time, a number or a setting out of its range.
  case impossible(EventKey)
  /// The event would stand before an earlier one of its device in time.
  case misplaced(EventKey)

  /// The event.
  public var key: EventKey {
    switch self {
    case .conflict(let key), .impossible(let key), .misplaced(let key): key
    }
  }

  /// The refusal of an event that stands in another learner file.
  func failure(path: String) -> LearnerFileFailure {
    switch self {
    case .conflict(let key): .conflict(path: path, device: key.device.text, sequence: key.sequence)
    case .impossible(let key), .misplaced(let key):
      .damagedEvent(path: path, device: key.device.text, sequence: key.sequence)
    }
  }
}

/// A merge on its way, within one transaction.
public struct EventMerge {
  /// What it did so far.
  public private(set) var report = LogUnion()

  private let db: Database
  private let insertion: EventInsertion
  private let knownChecksum: Statement
  private var devices: Set<DeviceID> = []

  init(into db: Database) throws {
    self.db = db
    insertion = EventInsertion(db)
    knownChecksum = try db.makeStatement(
      sql: "SELECT checksum FROM event WHERE device = (SELECT id FROM device WHERE name = ?) AND seq = ?"
    )
  }

  /// Puts an event into the log unless it is there already.
  ///
  /// - Throws: ``MergeRefusal``, or what SQLite says.
  public mutating func take(_ event: Event) throws {
    try take(event, checksum: event.checksum)
  }

  /// Remembers decks where this file remembers none; else its own stay as they are.
  ///
  /// - Throws: what SQLite says.
  public mutating func take(_ decks: DeckMemory) throws {
    if try decks.fill(db) { report.hasDecks = true }
  }

  private mutating func take(_ event: Event, checksum: UInt64) throws {
    let key = event.key
    guard event.isPossible else { throw MergeRefusal.impossible(key) }
    let arguments: StatementArguments = [key.device.text, key.sequence]
    if let known = try Int64.fetchOne(knownChecksum, arguments: arguments) {
      report.known += 1
      guard UInt64(bitPattern: known) == checksum else { throw MergeRefusal.conflict(key) }
    } else {
      try insertion.insert(event, checksum: checksum)
      report.added += 1
      devices.insert(key.device)
    }
  }

  /// The learner's scheduler and settings as the log has them now.
  func grading() throws -> Grading {
    Grading(try LogReader.settings(in: db))
  }

  /// What names each review of the log.
  func reviewKeys() throws -> Set<ReviewKey> {
    let decoder = try EventDecoder(forAllOf: db)
    let rows = try RawRows(
      db,
      "SELECT card, effectiveAt - wallLag, rating FROM event WHERE kind = ?",
      [EventCode.review.rawValue]
    )
    var keys: Set<ReviewKey> = []
    while let row = try rows.next() {
      guard let card = try decoder.card(row.integer(0)), let rating = Rating(rawValue: Int(row.integer(2)))
      else { throw StoredDamage.table("event") }
      keys.insert(ReviewKey(card: card, at: row.integer(1), rating: rating))
    }
    return keys
  }

  /// Takes every event of another file that is not here yet, up to the first that cannot be merged.
  mutating func takeAll(_ other: Database) throws {
    let decoder = try EventDecoder(forAllOf: other)
    for device in try Int64.fetchAll(other, sql: "SELECT id FROM device ORDER BY name") {
      let rows = try LogReader.rows(ofDevice: device, in: other)
      while let row = try rows.next() {
        let stored = StoredEvent(row)
        try take(try decoder.event(stored), checksum: UInt64(bitPattern: stored.checksum))
      }
    }
  }

  /// Makes sure that the union is a log, and replays it.
  func finish() throws {
    guard report.added > 0 else { return }
    let disorder = """
      SELECT seq FROM (
        SELECT seq, effectiveAt <= lag(effectiveAt) OVER (ORDER BY seq) AS isEarlier FROM event
        WHERE device = (SELECT id FROM device WHERE name = ?)
      ) WHERE isEarlier LIMIT 1
      """
    for device in devices.sorted() {
      if let sequence = try Int64.fetchOne(db, sql: disorder, arguments: [device.text]) {
        throw MergeRefusal.misplaced(EventKey(device: device, sequence: sequence))
      }
    }
    try States.replayAll(Grading(try LogReader.settings(in: db)), in: db)
  }
}

extension Event {
  /// Times beyond the year 9999, after which nothing more could be appended, are taken for damage.
  private static let times: ClosedRange<Int64> = -253_402_300_800_000...253_402_300_800_000

  /// Whether the event could have been appended by a learner's session.
  fileprivate var isPossible: Bool {
    guard Event.times.contains(effectiveAt.milliseconds), Event.times.contains(moment.instant.milliseconds),
      key.sequence > 0, key.sequence < .max
    else { return false }
    switch kind {
    case .review, .suspend, .resume, .bury, .unbury, .flag, .forget, .reschedule: return card != nil
    case .revision(let revision): return card == revision.card.id
    case .undo(let undone): return undone != key
    case .setting(let change):
      var settings = LearnerSettings()
      return card == nil && (try? settings.apply(change)) != nil
    }
  }
}
