public import Cards
import GRDB
import Study

/// What a look over the whole file found.
public struct Verification: Sendable, Equatable {
  /// Events whose checksum fits.
  public var soundEvents = 0

  /// Events that cannot be decoded or whose checksum differs, as `device/sequence`.
  public var damagedEvents: [String] = []

  /// Events that are missing between those of one device, or stand before an earlier one in time, as
  /// `device/sequence`.
  public var misplacedEvents: [String] = []

  /// Cards whose stored state is not the replay of their events.
  public var differingStates: [CardID] = []

  /// What SQLite's own check says; empty where it found nothing.
  public var integrity: [String] = []

  /// Whether nothing was found.
  public var isSound: Bool {
    damagedEvents.isEmpty && misplacedEvents.isEmpty && differingStates.isEmpty && integrity.isEmpty
  }
}

extension LearnerStore {
  /// Looks over the whole file: SQLite's integrity check, every event's checksum and place, and every stored
  /// state against the replay of the log.
  ///
  /// The states are compared only where all events are sound.
  /// - Throws: ``LearnerFileFailure`` where the file cannot be read at all.
  public func verify() throws -> Verification {
    try reading { db in
      var found = Verification()
      let messages = try String.fetchAll(db, sql: "PRAGMA integrity_check(100)")
      found.integrity = messages.filter { $0 != "ok" }
      let orphans = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").compactMap { $0[0] as String? }
      found.integrity += Set(orphans).sorted().map { "foreign key: \($0)" }
      for device in try Int64.fetchAll(db, sql: "SELECT id FROM device ORDER BY name") {
        try verifyEvents(ofDevice: device, in: db, &found)
      }
      if found.damagedEvents.isEmpty && found.misplacedEvents.isEmpty {
        found.differingStates = try differingStates(in: db)
      }
      return found
    }
  }

  private func verifyEvents(ofDevice device: Int64, in db: Database, _ found: inout Verification) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: EventRow.select + "\nWHERE event.device = ? ORDER BY event.seq",
      arguments: [device]
    )
    var lastSequence: Int64 = 0
    var lastEffective: Int64?
    while let row = try rows.next() {
      let sequence = row[1] as Int64? ?? 0
      let effective = row[4] as Int64? ?? 0
      let name = "\(row[17] as String? ?? "")/\(sequence)"
      do {
        _ = try EventRow.event(row, in: db)
        found.soundEvents += 1
      } catch is StoredDamage {
        found.damagedEvents.append(name)
      }
      if sequence != lastSequence &+ 1 || lastEffective.map({ $0 >= effective }) ?? false {
        found.misplacedEvents.append(name)
      }
      lastSequence = sequence
      lastEffective = effective
    }
  }

  private func differingStates(in db: Database) throws -> [CardID] {
    let replayed = try States.replay(Grading(try LogReader.settings(in: db)), in: db) { _ in }
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT card.name, \(ProgressRow.columns) FROM card \(ProgressRow.join)
        WHERE cardState.card IS NOT NULL
        """
    )
    var missing = Set(replayed.keys)
    var differing: [CardID] = []
    while let row = try rows.next() {
      guard let id = CardID(row[0] ?? "") else { throw StoredDamage.table("card") }
      missing.remove(id)
      if try ProgressRow.progress(of: id, row, from: 1) != replayed[id] { differing.append(id) }
    }
    return (differing + missing).sorted()
  }
}
