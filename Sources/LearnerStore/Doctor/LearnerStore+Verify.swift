public import Cards
import GRDB
import Study

/// What a look over the whole file found.
public struct Verification: Sendable, Equatable {
  /// Events whose checksum fits.
  public var soundEvents = 0

  /// Events that cannot be decoded or whose checksum differs, as `device/sequence`.
  public var damagedEvents: [String] = []

  /// Events that stand before an earlier one of their device in time, as `device/sequence`.
  public var misplacedEvents: [String] = []

  /// Events that are not there though later ones of their device are, as `device/first-last`; another copy
  /// of the file may have them.
  public var missingEvents: [String] = []

  /// Cards whose stored state is not the replay of their events.
  public var differingStates: [CardID] = []

  /// Rows that refer to rows that are not there, by table.
  public var orphans: [String] = []

  /// What SQLite's own check says; empty where it found nothing.
  public var integrity: [String] = []

  /// Nothing found, in a file that was not looked at.
  public init() {}

  /// Whether nothing was found; events that are merely missing do no harm.
  public var isSound: Bool { isLogSound && differingStates.isEmpty && orphans.isEmpty }

  /// Whether the truth is whole, so that all else can be computed from it.
  public var isLogSound: Bool {
    damagedEvents.isEmpty && misplacedEvents.isEmpty && integrity.isEmpty
  }

  /// The first thing found, for a message of one line.
  var firstFinding: String {
    let cards = differingStates.map(\.text)
    return (integrity + damagedEvents + misplacedEvents + orphans + cards).first ?? ""
  }
}

extension LearnerStore {
  /// Looks over the whole file: SQLite's integrity check, every event's checksum and place, every reference,
  /// and every stored state against the replay of the log.
  ///
  /// The states are compared only where all events are sound.
  /// - Throws: ``LearnerFileFailure`` where the file cannot be read at all.
  public func verify() throws -> Verification {
    try reading { db in
      var found = Verification()
      let messages = try String.fetchAll(db, sql: "PRAGMA integrity_check(100)")
      found.integrity = messages.filter { $0 != "ok" }
      let orphans = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").compactMap { $0[0] as String? }
      found.orphans = Set(orphans).sorted()
      let decoder = try EventDecoder(forAllOf: db)
      for device in try Int64.fetchAll(db, sql: "SELECT id FROM device ORDER BY name") {
        try verifyEvents(ofDevice: device, decoder, in: db, &found)
      }
      if found.damagedEvents.isEmpty && found.misplacedEvents.isEmpty {
        found.differingStates = try differingStates(in: db)
      }
      return found
    }
  }

  private func verifyEvents(
    ofDevice device: Int64,
    _ decoder: EventDecoder,
    in db: Database,
    _ found: inout Verification
  ) throws {
    let name = try decoder.device(device)?.text ?? "\(device)"
    let rows = try LogReader.rows(ofDevice: device, in: db)
    var lastSequence: Int64 = 0
    var lastEffective: Int64?
    while let row = try rows.next() {
      let stored = StoredEvent(row)
      let (sequence, effective) = (stored.sequence, stored.effectiveAt)
      do {
        _ = try decoder.event(stored)
        found.soundEvents += 1
      } catch is StoredDamage {
        found.damagedEvents.append("\(name)/\(sequence)")
      }
      if sequence < 1 || lastEffective.map({ $0 >= effective }) ?? false {
        found.misplacedEvents.append("\(name)/\(sequence)")
      } else if sequence > lastSequence + 1 {
        let range = sequence == lastSequence + 2 ? "" : "-\(sequence - 1)"
        found.missingEvents.append("\(name)/\(lastSequence + 1)\(range)")
      }
      lastSequence = max(0, sequence)
      lastEffective = effective
    }
  }

  private func differingStates(in db: Database) throws -> [CardID] {
    let replayed = try States.replay(Grading(try LogReader.settings(in: db)), in: db) { _ in }
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT card.name, card.id, \(ProgressRow.columns) FROM card \(ProgressRow.join)
        WHERE cardState.card IS NOT NULL
        """
    )
    var missing = replayed
    var differing: [CardID] = []
    while let row = try rows.next() {
      guard let id = CardID(row[0] ?? ""), let number = row[1] as Int64? else {
        throw StoredDamage.table("card")
      }
      let expected = missing.removeValue(forKey: number)
      if try ProgressRow.progress(of: id, row, from: 2) != expected { differing.append(id) }
    }
    return (differing + missing.values.map(\.card)).sorted()
  }
}
