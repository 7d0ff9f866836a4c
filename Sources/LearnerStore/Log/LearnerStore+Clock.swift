import GRDB
public import Scheduling
public import Study

extension LearnerStore {
  /// How far a clock stands behind the log's last event.
  ///
  /// - Returns: nil where it does not, or by less than a minute, as two machines' clocks may differ.
  /// - Throws: ``LearnerFileFailure``.
  public func clockBehind(at moment: Moment) throws -> Milliseconds? {
    let last = try reading { db in
      try Int64.fetchOne(
        db,
        sql: """
          SELECT max((SELECT effectiveAt FROM event WHERE device = device.id ORDER BY seq DESC LIMIT 1))
          FROM device
          """
      )
    }
    guard let last else { return nil }
    let lag = Instant(milliseconds: last).since(moment.instant)
    return lag >= Milliseconds(60_000) ? lag : nil
  }
}
