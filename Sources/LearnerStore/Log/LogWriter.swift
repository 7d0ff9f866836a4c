import Cards
import GRDB
import Scheduling
import Study

/// Appends events under one device's id, within one transaction.
///
/// It is the only code that writes to the log, and it only inserts.
struct LogWriter {
  private let db: Database
  private let device: DeviceID
  private let deviceRow: Int64
  private var lastSequence: Int64
  private var lastEffective: Int64?

  /// A writer that goes on where the log stands.
  init(_ db: Database, device: DeviceID) throws {
    self.db = db
    self.device = device
    deviceRow = try Names.row(of: device.text, in: .device, db)
    let sql = """
      SELECT device.id,
        (SELECT max(seq) FROM event WHERE device = device.id),
        (SELECT effectiveAt FROM event WHERE device = device.id ORDER BY seq DESC LIMIT 1)
      FROM device
      """
    var sequence: Int64 = 0
    var effective: Int64?
    let rows = try Row.fetchCursor(try db.cachedStatement(sql: sql))
    while let row = try rows.next() {
      if row[0] as Int64? == deviceRow { sequence = row[1] ?? 0 }
      if let last = row[2] as Int64? { effective = max(effective ?? last, last) }
    }
    lastSequence = sequence
    lastEffective = effective
  }

  /// The row of this device.
  var deviceID: Int64 { deviceRow }

  /// Appends an event.
  ///
  /// Its effective time is the moment's, or a millisecond after the log's last where the clock stands or
  /// went back.
  /// - Throws: ``StoredDamage`` where the log's numbers are at their end.
  mutating func append(_ kind: EventKind, card: CardID?, at moment: Moment) throws -> Event {
    guard lastSequence >= 0, lastSequence < .max, lastEffective ?? 0 < .max else {
      throw StoredDamage.table("event")
    }
    let now = moment.instant.milliseconds
    let effective = lastEffective.map { max(now, $0 + 1) } ?? now
    let event = Event(
      key: EventKey(device: device, sequence: lastSequence + 1),
      moment: moment,
      effectiveAt: Instant(milliseconds: effective),
      card: card,
      kind: kind.storable
    )
    try insert(event)
    lastSequence = event.key.sequence
    lastEffective = effective
    return event
  }

  private func insert(_ event: Event) throws {
    var review: Review?
    var text: Int64?
    switch event.kind {
    case .review(let made):
      review = made
      text = try CardText.row(ofFingerprint: made.revision, in: db)
    case .revision(let revision): text = try CardText.row(of: revision.card, in: db)
    case .undo, .suspend, .resume, .bury, .unbury, .flag, .forget, .reschedule, .setting: break
    }
    var days: Int?
    var milliseconds: Int64?
    switch review.map(\.interval) {
    case .days(let count)?: days = count
    case .exact(let wait)?: milliseconds = wait.value
    case nil: break
    }
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO event (device, seq, kind, card, effectiveAt, wallLag, offsetMinutes, cardText, rating,
          durationMilliseconds, answer, isCorrect, intervalDays, intervalMilliseconds, scheduler,
          weightsVersion, checksum)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    )
    try insert.execute(arguments: [
      deviceRow, event.key.sequence, EventCode(event.kind).rawValue,
      try event.card.map { try Names.row(of: $0.text, in: .card, db) },
      event.effectiveAt.milliseconds, event.effectiveAt.milliseconds &- event.moment.instant.milliseconds,
      event.moment.offset.minutes, text, review?.rating.rawValue, review?.duration.value, review?.answer,
      review?.isCorrect, days, milliseconds, review?.scheduler.code, review?.weightsVersion,
      Int64(bitPattern: EventChecksum.of(event)),
    ])
    try insertDetail(of: event)
  }

  private func insertDetail(of event: Event) throws {
    let sequence = event.key.sequence
    switch event.kind {
    case .undo(let key):
      try execute(
        "INSERT INTO eventUndo (device, seq, undoneDevice, undoneSeq) VALUES (?, ?, ?, ?)",
        [deviceRow, sequence, try Names.row(of: key.device.text, in: .device, db), key.sequence]
      )
    case .reschedule(let day):
      try execute(
        "INSERT INTO eventReschedule (device, seq, studyDay) VALUES (?, ?, ?)",
        [deviceRow, sequence, day.number]
      )
    case .revision(let revision):
      try execute(
        "INSERT INTO eventRevision (device, seq, deckName, startsAnew) VALUES (?, ?, ?, ?)",
        [deviceRow, sequence, try Names.row(of: revision.deck, in: .deckName, db), revision.startsAnew]
      )
    case .setting(let change):
      try execute(
        "INSERT INTO eventSetting (device, seq, setting, deckName, value) VALUES (?, ?, ?, ?, ?)",
        [
          deviceRow, sequence, change.setting.rawValue,
          try change.deck.map { try Names.row(of: $0, in: .deckName, db) }, change.value,
        ]
      )
    case .review, .suspend, .resume, .bury, .unbury, .flag, .forget: break
    }
  }

  private func execute(_ sql: String, _ arguments: StatementArguments) throws {
    try db.cachedStatement(sql: sql).execute(arguments: arguments)
  }
}

extension EventKind {
  /// The kind as the file can hold it: texts without NULs, a card as its text alone.
  fileprivate var storable: EventKind {
    switch self {
    case .review(let review):
      .review(
        Review(
          rating: review.rating,
          duration: review.duration,
          answer: review.answer.map(CardText.storable),
          isCorrect: review.isCorrect,
          interval: review.interval,
          revision: review.revision,
          scheduler: review.scheduler,
          weightsVersion: review.weightsVersion
        )
      )
    case .revision(let revision):
      .revision(
        CardRevision(
          card: CardText.revision(of: revision.card),
          deck: CardText.storable(revision.deck),
          startsAnew: revision.startsAnew
        )
      )
    case .setting(let change):
      .setting(
        SettingChange(
          change.setting,
          deck: change.deck.map(CardText.storable),
          value: change.value.map(CardText.storable)
        )
      )
    case .undo, .suspend, .resume, .bury, .unbury, .flag, .forget, .reschedule: self
    }
  }
}
