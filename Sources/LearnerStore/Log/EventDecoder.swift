import Cards
import GRDB
import Study

/// Turns rows of `event` into events, compared with their checksums.
///
/// What the numbers of other tables stand for is looked up once and remembered.
final class EventDecoder {
  private let db: Database
  private var devices: [Int64: DeviceID] = [:]
  private var cards: [Int64: CardID] = [:]
  private var fingerprints: [Int64: UInt64] = [:]

  /// A decoder within one transaction.
  init(_ db: Database) {
    self.db = db
  }

  /// A decoder for all events, which reads the tables of names in one go.
  init(forAllOf db: Database) throws {
    self.db = db
    let names = try RawRows(db, "SELECT id, name FROM card")
    while let row = try names.next() {
      cards[row.integer(0)] = row.optionalText(1).flatMap { CardID($0) }
    }
    let texts = try RawRows(db, "SELECT id, fingerprint FROM cardText")
    while let row = try texts.next() { fingerprints[row.integer(0)] = UInt64(bitPattern: row.integer(1)) }
  }

  /// The event of a row.
  ///
  /// - Throws: ``StoredDamage`` where it cannot be decoded or its checksum differs.
  func event(_ stored: StoredEvent) throws -> Event {
    guard let device = try device(stored.device) else {
      throw StoredDamage.event(device: "\(stored.device)", sequence: stored.sequence)
    }
    let damage = StoredDamage.event(device: device.text, sequence: stored.sequence)
    var card: CardID?
    if let row = stored.card { card = try self.card(row) }
    guard let code = stored.code, let kind = try kind(code, of: stored, card: card),
      let event = stored.event(device: device, card: card, kind: kind)
    else { throw damage }
    return event
  }

  /// The device of a row of `device`.
  func device(_ row: Int64) throws -> DeviceID? {
    if let known = devices[row] { return known }
    let found = try text("SELECT name FROM device WHERE id = ?", row).flatMap { DeviceID($0) }
    devices[row] = found
    return found
  }

  /// The card of a row of `card`.
  func card(_ row: Int64) throws -> CardID? {
    if let known = cards[row] { return known }
    let found = try text("SELECT name FROM card WHERE id = ?", row).flatMap { CardID($0) }
    cards[row] = found
    return found
  }

  private func fingerprint(_ row: Int64) throws -> UInt64? {
    if let known = fingerprints[row] { return known }
    let select = try db.cachedStatement(sql: "SELECT fingerprint FROM cardText WHERE id = ?")
    let found = try Int64.fetchOne(select, arguments: [row]).map { UInt64(bitPattern: $0) }
    fingerprints[row] = found
    return found
  }

  private func text(_ sql: String, _ row: Int64) throws -> String? {
    try String.fetchOne(try db.cachedStatement(sql: sql), arguments: [row])
  }

  private func kind(_ code: EventCode, of stored: StoredEvent, card: CardID?) throws -> EventKind? {
    switch code {
    case .review:
      guard let row = stored.cardText, let fingerprint = try fingerprint(row) else { return nil }
      return stored.review(ofText: fingerprint).map(EventKind.review)
    case .undo: return try undone(by: stored).map(EventKind.undo)
    case .suspend: return .suspend
    case .resume: return .resume
    case .bury: return .bury
    case .unbury: return .unbury
    case .flag: return .flag(true)
    case .unflag: return .flag(false)
    case .forget: return .forget
    case .reschedule: return try studyDay(of: stored).map(EventKind.reschedule)
    case .revision:
      guard let card else { return nil }
      return try revision(of: stored, card: card).map(EventKind.revision)
    case .setting: return try setting(of: stored).map(EventKind.setting)
    }
  }

  private func detail(_ sql: String, of stored: StoredEvent) throws -> Row? {
    let statement = try db.cachedStatement(sql: sql)
    return try Row.fetchOne(statement, arguments: [stored.device, stored.sequence])
  }

  private func undone(by stored: StoredEvent) throws -> EventKey? {
    let sql = "SELECT undoneDevice, undoneSeq FROM eventUndo WHERE device = ? AND seq = ?"
    guard let detail = try detail(sql, of: stored), let row = detail[0] as Int64?,
      let device = try device(row), let sequence = detail[1] as Int64?
    else { return nil }
    return EventKey(device: device, sequence: sequence)
  }

  private func studyDay(of stored: StoredEvent) throws -> StudyDay? {
    let sql = "SELECT studyDay FROM eventReschedule WHERE device = ? AND seq = ?"
    return try detail(sql, of: stored).flatMap { $0[0] as Int64? }.map { StudyDay(number: Int($0)) }
  }

  private func revision(of stored: StoredEvent, card: CardID) throws -> CardRevision? {
    let sql = """
      SELECT deckName.name, startsAnew FROM eventRevision JOIN deckName ON deckName.id = deckName
      WHERE device = ? AND seq = ?
      """
    let texts = try db.cachedStatement(sql: "SELECT \(CardText.columns) FROM cardText WHERE id = ?")
    guard let detail = try detail(sql, of: stored), let deck = detail[0] as String?,
      let startsAnew = detail[1] as Int64?,
      let text = try Row.fetchOne(texts, arguments: [stored.cardText])
    else { return nil }
    return CardRevision(
      card: try CardText.card(text, from: 0, id: card),
      deck: deck,
      startsAnew: startsAnew != 0
    )
  }

  private func setting(of stored: StoredEvent) throws -> SettingChange? {
    let sql = """
      SELECT setting, deckName.name, value FROM eventSetting LEFT JOIN deckName ON deckName.id = deckName
      WHERE device = ? AND seq = ?
      """
    guard let detail = try detail(sql, of: stored), let setting = Setting(rawValue: detail[0] ?? "")
    else { return nil }
    return SettingChange(setting, deck: detail[1], value: detail[2])
  }
}
