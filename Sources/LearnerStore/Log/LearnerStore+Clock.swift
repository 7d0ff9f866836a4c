import GRDB
public import Scheduling
public import Study

extension LearnerStore {
  /// How far a clock stands behind the log's last event.
  ///
  /// - Returns: nil where it does not, or by less than a minute, as two machines' clocks may differ.
  /// - Throws: ``LearnerFileFailure``.
  public func clockBehind(at moment: Moment) throws -> Milliseconds? {
    guard let last = try lastEffective() else { return nil }
    let lag = last.since(moment.instant)
    return lag >= Milliseconds(60_000) ? lag : nil
  }
}
