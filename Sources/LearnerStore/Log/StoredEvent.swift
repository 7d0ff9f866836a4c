import Cards
import GRDB
import Scheduling
import Study

/// A row of `event` as it stands in the file: numbers stand for the rows of other tables.
struct StoredEvent {
  var device: Int64
  var sequence: Int64
  var kind: Int64
  var card: Int64?
  var effectiveAt: Int64
  var wallLag: Int64
  var offsetMinutes: Int64
  var cardText: Int64?
  var rating: Int64?
  var duration: Int64?
  var answer: String?
  var isCorrect: Int64?
  var intervalDays: Int64?
  var intervalMilliseconds: Int64?
  var scheduler: Int64?
  var weightsVersion: Int64?
  var checksum: Int64

  /// The columns in the order in which `init(_:)` reads them.
  static let columns = """
    event.device, event.seq, event.kind, event.card, event.effectiveAt, event.wallLag, event.offsetMinutes,
    event.cardText, event.rating, event.durationMilliseconds, event.answer, event.isCorrect,
    event.intervalDays, event.intervalMilliseconds, event.scheduler, event.weightsVersion, event.checksum
    """
}

extension StoredEvent {
  /// Reads the row on which a statement stands; its first columns are `columns`.
  init(_ row: RawRow) {
    device = row.integer(0)
    sequence = row.integer(1)
    kind = row.integer(2)
    card = row.optionalInteger(3)
    effectiveAt = row.integer(4)
    wallLag = row.integer(5)
    offsetMinutes = row.integer(6)
    cardText = row.optionalInteger(7)
    rating = row.optionalInteger(8)
    duration = row.optionalInteger(9)
    answer = row.optionalText(10)
    isCorrect = row.optionalInteger(11)
    intervalDays = row.optionalInteger(12)
    intervalMilliseconds = row.optionalInteger(13)
    scheduler = row.optionalInteger(14)
    weightsVersion = row.optionalInteger(15)
    checksum = row.integer(16)
  }

  /// Which kind of event it is; nil for a number that stands for none.
  var code: EventCode? { EventCode(rawValue: kind) }

  /// The review of a card's text; nil where a field is missing or out of its range.
  func review(ofText fingerprint: UInt64) -> Review? {
    guard let rating = rating.flatMap({ Rating(rawValue: Int($0)) }), let duration,
      let interval = StoredEvent.interval(days: intervalDays, milliseconds: intervalMilliseconds),
      let scheduler = scheduler.flatMap({ SchedulerName(code: $0) }), let weightsVersion
    else { return nil }
    return Review(
      rating: rating,
      duration: Milliseconds(duration),
      answer: answer,
      isCorrect: isCorrect.map { $0 != 0 },
      interval: interval,
      revision: fingerprint,
      scheduler: scheduler,
      weightsVersion: Int(weightsVersion)
    )
  }

  /// The interval of two columns of which one is null.
  static func interval(days: Int64?, milliseconds: Int64?) -> Interval? {
    if let days { return .days(Int(days)) }
    return milliseconds.map { .exact(Milliseconds($0)) }
  }

  /// The event with what its numbers stand for; nil where that is not what was recorded.
  func event(device: DeviceID, card: CardID?, kind: EventKind) -> Event? {
    guard (-1_440...1_440).contains(offsetMinutes) else { return nil }
    let event = Event(
      key: EventKey(device: device, sequence: sequence),
      moment: Moment(
        Instant(milliseconds: effectiveAt &- wallLag),
        offset: UTCOffset(minutes: Int(offsetMinutes))
      ),
      effectiveAt: Instant(milliseconds: effectiveAt),
      card: card,
      kind: kind
    )
    return event.checksum == UInt64(bitPattern: checksum) ? event : nil
  }
}
