import Cards
import GRDB
import Scheduling
import Study

/// The only code that writes to the log, and it only inserts.
struct EventInsertion {
  private let db: Database

  /// Insertion within a transaction of a database.
  init(_ db: Database) {
    self.db = db
  }

  /// Puts an event into the log under its own key.
  ///
  /// - Parameters:
  ///   - event: the event.
  ///   - checksum: its checksum.
  /// - Throws: what SQLite says, also where the key is taken.
  func insert(_ event: Event, checksum: UInt64) throws {
    let deviceRow = try Names.row(of: event.key.device.text, in: .device, db)
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
      Int64(bitPattern: checksum),
    ])
    try insertDetail(of: event, deviceRow)
  }

  private func insertDetail(of event: Event, _ deviceRow: Int64) throws {
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
