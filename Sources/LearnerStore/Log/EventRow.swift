import Cards
import GRDB
import Scheduling
import Study

/// How an event stands in the file: one row of `event`, and one of a table of its own for the few kinds
/// that say more than a review.
enum EventRow {
  /// The start of every query whose rows `event(_:in:)` decodes.
  static let select = select(from: "event")

  /// The same over the setting events alone; the join's order is forced, as SQLite would scan all events.
  static let selectSettings = select(
    from: """
      eventSetting CROSS JOIN event
        ON event.device = eventSetting.device AND event.seq = eventSetting.seq
      """
  )

  private static func select(from events: String) -> String {
    """
    SELECT event.device, event.seq, event.kind, card.name, event.effectiveAt, event.wallLag,
      event.offsetMinutes, event.cardText, event.rating, event.durationMilliseconds, event.answer,
      event.isCorrect, event.intervalDays, event.intervalMilliseconds, event.scheduler,
      event.weightsVersion, event.checksum, device.name, cardText.fingerprint
    FROM \(events)
    JOIN device ON device.id = event.device
    LEFT JOIN card ON card.id = event.card
    LEFT JOIN cardText ON cardText.id = event.cardText
    """
  }

  /// The event of a row of `select`, compared with its checksum.
  static func event(_ row: Row, in db: Database) throws -> Event {
    let sequence = row[1] as Int64? ?? 0
    let damage = StoredDamage.event(device: row[17] ?? "", sequence: sequence)
    let effectiveAt = row[4] as Int64? ?? 0
    guard let device = DeviceID(row[17] ?? ""), let code = EventCode(rawValue: row[2] ?? 0),
      let offset = row[6] as Int64?, (-1_440...1_440).contains(offset)
    else { throw damage }
    let name = row[3] as String?
    let card = name.flatMap { CardID($0) }
    guard let kind = try kind(code, of: row, card: card, in: db) else { throw damage }
    let event = Event(
      key: EventKey(device: device, sequence: sequence),
      moment: Moment(
        Instant(milliseconds: effectiveAt &- (row[5] as Int64? ?? 0)),
        offset: UTCOffset(minutes: Int(offset))
      ),
      effectiveAt: Instant(milliseconds: effectiveAt),
      card: card,
      kind: kind
    )
    guard EventChecksum.of(event) == (row[16] as Int64?).map({ UInt64(bitPattern: $0) }) else { throw damage }
    return event
  }

  private static func kind(
    _ code: EventCode,
    of row: Row,
    card: CardID?,
    in db: Database
  ) throws -> EventKind? {
    switch code {
    case .review: review(row).map(EventKind.review)
    case .undo: try undone(by: row, in: db).map(EventKind.undo)
    case .suspend: .suspend
    case .resume: .resume
    case .bury: .bury
    case .unbury: .unbury
    case .flag: .flag(true)
    case .unflag: .flag(false)
    case .forget: .forget
    case .reschedule: try studyDay(of: row, in: db).map(EventKind.reschedule)
    case .revision: try card.flatMap { try revision(of: row, card: $0, in: db) }.map(EventKind.revision)
    case .setting: try setting(of: row, in: db).map(EventKind.setting)
    }
  }

  private static func review(_ row: Row) -> Review? {
    guard let rating = Rating(rawValue: Int(row[8] as Int64? ?? 0)), let duration = row[9] as Int64?,
      let interval = interval(days: row[12], milliseconds: row[13]), let revision = row[18] as Int64?,
      let scheduler = SchedulerName(code: row[14] ?? -1), let weightsVersion = row[15] as Int64?
    else { return nil }
    return Review(
      rating: rating,
      duration: Milliseconds(duration),
      answer: row[10],
      isCorrect: (row[11] as Int64?).map { $0 != 0 },
      interval: interval,
      revision: UInt64(bitPattern: revision),
      scheduler: scheduler,
      weightsVersion: Int(weightsVersion)
    )
  }

  /// The interval of two columns of which one is null.
  static func interval(days: Int64?, milliseconds: Int64?) -> Interval? {
    if let days { return .days(Int(days)) }
    return milliseconds.map { .exact(Milliseconds($0)) }
  }

  private static func detail(_ sql: String, of row: Row, in db: Database) throws -> Row? {
    let statement = try db.cachedStatement(sql: sql)
    return try Row.fetchOne(statement, arguments: [row[0] as Int64?, row[1] as Int64?])
  }

  private static func undone(by row: Row, in db: Database) throws -> EventKey? {
    let sql = """
      SELECT device.name, undoneSeq FROM eventUndo JOIN device ON device.id = undoneDevice
      WHERE device = ? AND seq = ?
      """
    guard let detail = try detail(sql, of: row, in: db), let device = DeviceID(detail[0] ?? ""),
      let sequence = detail[1] as Int64?
    else { return nil }
    return EventKey(device: device, sequence: sequence)
  }

  private static func studyDay(of row: Row, in db: Database) throws -> StudyDay? {
    let sql = "SELECT studyDay FROM eventReschedule WHERE device = ? AND seq = ?"
    guard let detail = try detail(sql, of: row, in: db), let number = detail[0] as Int64? else { return nil }
    return StudyDay(number: Int(number))
  }

  private static func revision(of row: Row, card: CardID, in db: Database) throws -> CardRevision? {
    let sql = """
      SELECT deckName.name, startsAnew FROM eventRevision JOIN deckName ON deckName.id = deckName
      WHERE device = ? AND seq = ?
      """
    let texts = try db.cachedStatement(sql: "SELECT \(CardText.columns) FROM cardText WHERE id = ?")
    guard let detail = try detail(sql, of: row, in: db), let deck = detail[0] as String?,
      let startsAnew = detail[1] as Int64?,
      let text = try Row.fetchOne(texts, arguments: [row[7] as Int64?])
    else { return nil }
    return CardRevision(
      card: try CardText.card(text, from: 0, id: card),
      deck: deck,
      startsAnew: startsAnew != 0
    )
  }

  private static func setting(of row: Row, in db: Database) throws -> SettingChange? {
    let sql = """
      SELECT setting, deckName.name, value FROM eventSetting LEFT JOIN deckName ON deckName.id = deckName
      WHERE device = ? AND seq = ?
      """
    guard let detail = try detail(sql, of: row, in: db), let setting = Setting(rawValue: detail[0] ?? "")
    else {
      return nil
    }
    return SettingChange(setting, deck: detail[1], value: detail[2])
  }
}
