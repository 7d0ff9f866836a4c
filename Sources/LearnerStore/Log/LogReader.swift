import Cards
import GRDB
import Study

/// Reads events.
enum LogReader {
  /// The rows of a device's log in its order, for `StoredEvent`.
  static func rows(ofDevice device: Int64, in db: Database) throws -> RawRows {
    try RawRows(db, "SELECT \(StoredEvent.columns) FROM event WHERE device = ? ORDER BY seq", [device])
  }

  /// All events of a card, in no order.
  static func events(ofCard card: Int64, in db: Database) throws -> [Event] {
    try events("SELECT \(StoredEvent.columns) FROM event WHERE card = ?", [card], in: db)
  }

  /// All setting events, in the order of their replay.
  ///
  /// The join's order is forced, as SQLite would scan all events.
  static func settingEvents(in db: Database) throws -> [Event] {
    let sql = """
      SELECT \(StoredEvent.columns) FROM eventSetting CROSS JOIN event
        ON event.device = eventSetting.device AND event.seq = eventSetting.seq
      """
    return try events(sql, [], in: db).sorted(by: Event.replaysBefore)
  }

  /// One event; nil where there is none.
  static func event(_ key: EventKey, in db: Database) throws -> Event? {
    let sql = """
      SELECT \(StoredEvent.columns) FROM event
      WHERE device = (SELECT id FROM device WHERE name = ?) AND seq = ?
      """
    return try events(sql, [key.device.text, key.sequence], in: db).first
  }

  private static func events(
    _ sql: String,
    _ arguments: StatementArguments,
    in db: Database
  ) throws -> [Event] {
    let decoder = EventDecoder(db)
    let rows = try RawRows(db, sql, arguments, isShort: true)
    var events: [Event] = []
    while let row = try rows.next() { events.append(try decoder.event(StoredEvent(row))) }
    return events
  }

  /// The last event of a card in the order of the replay, without decoding it.
  static func lastEvent(ofCard card: Int64, in db: Database) throws -> EventKey? {
    let sql = """
      SELECT device.name, event.seq FROM event JOIN device ON device.id = event.device
      WHERE event.card = ? ORDER BY event.effectiveAt DESC, device.name DESC, event.seq DESC LIMIT 1
      """
    guard let row = try Row.fetchOne(try db.cachedStatement(sql: sql), arguments: [card]) else { return nil }
    guard let device = DeviceID(row[0] ?? ""), let sequence = row[1] as Int64? else {
      throw StoredDamage.table("event")
    }
    return EventKey(device: device, sequence: sequence)
  }

  /// The last sequence number of a device; 0 where it has no event.
  static func lastSequence(of device: DeviceID, in db: Database) throws -> Int64 {
    let sql = "SELECT max(seq) FROM event WHERE device = (SELECT id FROM device WHERE name = ?)"
    return try Int64.fetchOne(try db.cachedStatement(sql: sql), arguments: [device.text]) ?? 0
  }

  /// The settings in force, folded from the log.
  static func settings(in db: Database) throws -> LearnerSettings {
    var settings = LearnerSettings()
    for event in try settingEvents(in: db) {
      guard case .setting(let change) = event.kind else { continue }
      do {
        try settings.apply(change)
      } catch {
        throw StoredDamage.event(device: event.key.device.text, sequence: event.key.sequence)
      }
    }
    return settings
  }

  /// Whether an event was undone.
  static func isUndone(_ key: EventKey, in db: Database) throws -> Bool {
    let sql = """
      SELECT EXISTS (
        SELECT 1 FROM eventUndo JOIN device ON device.id = undoneDevice
        WHERE device.name = ? AND undoneSeq = ?
      )
      """
    return try Bool.fetchOne(db, sql: sql, arguments: [key.device.text, key.sequence]) ?? false
  }

  /// The keys of all events that were undone.
  static func undoneKeys(in db: Database) throws -> Set<EventKey> {
    let sql = "SELECT device.name, undoneSeq FROM eventUndo JOIN device ON device.id = undoneDevice"
    let rows = try Row.fetchCursor(db, sql: sql)
    var keys: Set<EventKey> = []
    while let row = try rows.next() {
      guard let device = DeviceID(row[0] ?? ""), let sequence = row[1] as Int64? else {
        throw StoredDamage.table("eventUndo")
      }
      keys.insert(EventKey(device: device, sequence: sequence))
    }
    return keys
  }

  /// The newest events of a device that its learner can take back and has not yet, newest first.
  static func lastUndoable(_ limit: Int, ofDevice device: Int64, in db: Database) throws -> [Int64] {
    let undone = try db.cachedStatement(
      sql: "SELECT undoneSeq FROM eventUndo WHERE device = ?1 AND seq = ?2 AND undoneDevice = ?1"
    )
    let rows = try Row.fetchCursor(
      try db.cachedStatement(sql: "SELECT seq, kind FROM event WHERE device = ? ORDER BY seq DESC"),
      arguments: [device]
    )
    var taken: Set<Int64> = []
    var found: [Int64] = []
    while found.count < limit, let row = try rows.next() {
      guard let sequence = row[0] as Int64?, let code = EventCode(rawValue: row[1] ?? 0) else {
        throw StoredDamage.table("event")
      }
      if code == .undo {
        if let target = try Int64.fetchOne(undone, arguments: [device, sequence]) { taken.insert(target) }
      } else if code.canBeUndone, !taken.contains(sequence) {
        found.append(sequence)
      }
    }
    return found
  }
}
