import GRDB
import Study

/// What merging another learner file did.
public struct MergeReport: Sendable, Equatable {
  /// Events that were new here.
  public var added = 0

  /// Events that both files had.
  public var known = 0

  /// Nothing merged yet.
  public init() {}
}

extension LearnerStore {
  /// Merges another file of the same learner into this one: the log becomes the union of both logs, and the
  /// states its replay.
  ///
  /// The same file twice changes nothing, and the order in which files are merged does not matter. Decks
  /// belong to a machine and are not merged. The other file is only read.
  ///
  /// - Parameters:
  ///   - other: the other file; one of an older version must be opened by its own machine first.
  ///   - plan: where a backup of this file goes before it is changed.
  /// - Returns: how many events were new, and how many both had.
  /// - Throws: ``LearnerFileFailure``, `.conflict` where both files hold different events under one key;
  ///   nothing is merged then.
  public func merge(_ other: String, backup plan: BackupPlan) throws -> MergeReport {
    let source = try LearnerStore.open(path: other, access: .readOnly)
    if try lastEffective() != nil { try backUp(plan) }
    let report = try writing { db, _ in
      var merge = LogMerge(into: db)
      try source.reading { from in
        // What is wrong in the other file is told with the other file's name.
        try LearnerFileFailure.translating(other) { try merge.takeAll(from) }
      }
      if let key = merge.conflict {
        throw LearnerFileFailure.conflict(path: other, device: key.device.text, sequence: key.sequence)
      }
      try merge.finish()
      return merge.report
    }
    try source.close()
    return report
  }
}

/// A merge on its way, within one transaction.
private struct LogMerge {
  private let db: Database
  private let insertion: EventInsertion
  private(set) var report = MergeReport()
  private(set) var conflict: EventKey?
  private var devices: Set<DeviceID> = []

  /// Times beyond the year 9999, after which nothing more could be appended, are taken for damage.
  private static let latest: Int64 = 253_402_300_800_000

  init(into db: Database) {
    self.db = db
    insertion = EventInsertion(db)
  }

  /// Takes every event of another file that is not here yet, up to the first conflict.
  mutating func takeAll(_ other: Database) throws {
    let decoder = try EventDecoder(forAllOf: other)
    let known = try db.makeStatement(
      sql: "SELECT checksum FROM event WHERE device = (SELECT id FROM device WHERE name = ?) AND seq = ?"
    )
    for device in try Int64.fetchAll(other, sql: "SELECT id FROM device ORDER BY name") {
      let rows = try LogReader.rows(ofDevice: device, in: other)
      while let row = try rows.next() {
        let stored = StoredEvent(row)
        let event = try decoder.event(stored)
        let key = event.key
        guard abs(stored.effectiveAt.clamped) < LogMerge.latest, key.sequence > 0 else {
          throw StoredDamage.event(device: key.device.text, sequence: key.sequence)
        }
        if let checksum = try Int64.fetchOne(known, arguments: [key.device.text, key.sequence]) {
          report.known += 1
          guard checksum == stored.checksum else {
            conflict = key
            return
          }
        } else {
          try insertion.insert(event)
          report.added += 1
          devices.insert(key.device)
        }
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
        throw StoredDamage.event(device: device.text, sequence: sequence)
      }
    }
    try States.replayAll(Grading(try LogReader.settings(in: db)), in: db)
  }
}

extension Int64 {
  /// The number with its one value that has no opposite brought into range.
  fileprivate var clamped: Int64 { Swift.max(self, -Int64.max) }
}
