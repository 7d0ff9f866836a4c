import GRDB
public import Study

/// What a learner's file holds, in figures.
public struct FileContents: Sendable, Equatable {
  /// Reviews in the log, undone ones included.
  public let reviews: Int

  /// Cards with a state.
  public let cards: Int

  /// The last review by the wall clock; nil where there is none.
  public let lastReview: Moment?

  /// The events of each device.
  let eventsByDevice: [String: Int]

  /// Events of any kind.
  public var events: Int { eventsByDevice.values.reduce(0, +) }

  /// How many events another file lacks of those here.
  public func eventsMissing(in other: FileContents) -> Int {
    eventsByDevice.reduce(0) { $0 + max(0, $1.value - (other.eventsByDevice[$1.key] ?? 0)) }
  }
}

extension LearnerStore {
  /// Counts what the file holds.
  ///
  /// - Throws: ``LearnerFileFailure``.
  public func contents() throws -> FileContents {
    try reading { db in
      let last = try Row.fetchOne(
        db,
        sql: "SELECT effectiveAt - wallLag, offsetMinutes, max(effectiveAt) FROM event WHERE kind = 1"
      )
      let devices = try Row.fetchAll(
        db,
        sql: "SELECT name, (SELECT count(*) FROM event WHERE device = device.id) FROM device"
      )
      return FileContents(
        reviews: try Int.fetchOne(db, sql: "SELECT count(*) FROM event WHERE kind = 1") ?? 0,
        cards: try Int.fetchOne(db, sql: "SELECT count(*) FROM cardState") ?? 0,
        lastReview: last.flatMap { row in
          (row[0] as Int64?).map { instant in
            let minutes = min(max(row[1] as Int64? ?? 0, -1_440), 1_440)
            return Moment(Instant(milliseconds: instant), offset: UTCOffset(minutes: Int(minutes)))
          }
        },
        eventsByDevice: Dictionary(devices.map { ($0[0] ?? "", $0[1] ?? 0) }) { $0 + $1 }
      )
    }
  }
}
