import Cards
import GRDB
import Scheduling
import Study

/// Appends events under one device's id, within one transaction.
///
/// Its own device's events come from here; those of other devices from a merge.
struct LogWriter {
  private let insertion: EventInsertion
  private let device: DeviceID
  private let deviceRow: Int64
  private var lastSequence: Int64
  private var lastEffective: Int64?

  /// A writer that goes on where the log stands.
  init(_ db: Database, device: DeviceID) throws {
    insertion = EventInsertion(db)
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
    try insertion.insert(event, checksum: event.checksum)
    lastSequence = event.key.sequence
    lastEffective = effective
    return event
  }
}

extension EventKind {
  /// The kind as the file can hold it: texts without NULs, a card as its text alone.
  var storable: EventKind {
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
