import Cards
import Language
import Scheduling

extension Event {
  /// A hash over all that the event says, by which silent damage is found; kept with it wherever it is
  /// written.
  public var checksum: UInt64 { EventChecksum.of(self) }
}

/// The bytes of an event, hashed.
///
/// Every field is fed with its length or width, so that no two events are spelled alike. The order of the
/// fields is part of the file format: it never changes.
private struct EventChecksum {
  private var bytes: [UInt8] = []

  /// The checksum of an event.
  static func of(_ event: Event) -> UInt64 {
    var checksum = EventChecksum()
    checksum.feed(event.key)
    checksum.feed(EventCode(event.kind).rawValue)
    checksum.feed(event.card?.text)
    checksum.feed(event.moment.instant.milliseconds)
    checksum.feed(Int64(event.moment.offset.minutes))
    checksum.feed(event.effectiveAt.milliseconds)
    checksum.feed(event.kind)
    return stableHash(checksum.bytes)
  }

  private mutating func feed(_ kind: EventKind) {
    switch kind {
    case .review(let review): feed(review)
    case .undo(let key): feed(key)
    case .reschedule(let day): feed(Int64(day.number))
    case .revision(let revision):
      feed(revision.card)
      feed(revision.deck)
      feed(revision.startsAnew ? 1 : 0)
    case .setting(let change):
      feed(change.setting.rawValue)
      feed(change.deck)
      feed(change.value)
    case .suspend, .resume, .bury, .unbury, .flag, .forget: break
    }
  }

  private mutating func feed(_ review: Review) {
    feed(Int64(review.rating.rawValue))
    feed(review.duration.value)
    feed(review.answer)
    feed(review.isCorrect.map { $0 ? 1 : 0 } ?? -1)
    switch review.interval {
    case .days(let days):
      feed(0)
      feed(Int64(days))
    case .exact(let wait):
      feed(1)
      feed(wait.value)
    }
    feed(Int64(bitPattern: review.revision))
    feed(review.scheduler.rawValue)
    feed(Int64(review.weightsVersion))
  }

  private mutating func feed(_ card: Card) {
    feed(card.kind.rawValue)
    feed(card.accept.rawValue)
    feed(card.section)
    feed(card.context)
    feed(card.question)
    feed(card.answers)
    feed(card.choices)
    feed(card.truth.map { $0 ? 1 : 0 } ?? -1)
    feed(card.correction)
    feed(card.passage)
    feed(card.remark)
    feed(card.tags)
  }

  private mutating func feed(_ key: EventKey) {
    feed(key.device.text)
    feed(key.sequence)
  }

  private mutating func feed(_ texts: [String]) {
    feed(Int64(texts.count))
    for text in texts { feed(text) }
  }

  private mutating func feed(_ text: String?) {
    guard let text else { return feed(-1) }
    feed(Int64(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func feed(_ number: Int64) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
