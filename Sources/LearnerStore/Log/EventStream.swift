import GRDB
import Study

/// All events in the order of their replay, one at a time.
///
/// The effective time rises within each device, so the devices' logs need only be merged, and nothing is
/// sorted.
struct EventStream {
  private let db: Database
  private var heads: [(event: Event, rest: RowCursor)] = []

  /// The stream over a whole log.
  init(_ db: Database) throws {
    self.db = db
    for device in try Int64.fetchAll(db, sql: "SELECT id FROM device ORDER BY name") {
      let statement = try db.makeStatement(
        sql: EventRow.select + "\nWHERE event.device = ? ORDER BY event.seq"
      )
      let rest = try Row.fetchCursor(statement, arguments: [device])
      if let row = try rest.next() { heads.append((try EventRow.event(row, in: db), rest)) }
    }
  }

  /// The next event; nil at the end.
  ///
  /// - Throws: ``StoredDamage`` at an event whose checksum or place in time does not fit.
  mutating func next() throws -> Event? {
    guard let index = heads.indices.min(by: { Event.replaysBefore(heads[$0].event, heads[$1].event) }) else {
      return nil
    }
    let event = heads[index].event
    if let row = try heads[index].rest.next() {
      let following = try EventRow.event(row, in: db)
      guard event.effectiveAt < following.effectiveAt else {
        throw StoredDamage.event(device: event.key.device.text, sequence: following.key.sequence)
      }
      heads[index].event = following
    } else {
      heads.remove(at: index)
    }
    return event
  }
}
