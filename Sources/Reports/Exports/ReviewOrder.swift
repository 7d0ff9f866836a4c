import Cards
import Scheduling
import Study

/// A log's reviews as rows, by the wall clock, device and sequence.
///
/// The log is replayed in the order of effective times, which never run back; wall clocks may. A row is
/// therefore held back until no earlier one can follow: until the effective time reached is further ahead
/// than the log's greatest clock lag. Where clocks kept good time that is one row; after a clock that ran
/// far ahead was put right it is all rows since, some 300 bytes each.
struct ReviewOrder<Log: LearnerLog> {
  private let log: Log
  private let learner: String
  private let pseudonyms: Pseudonyms?

  init(_ log: Log, learner: String, pseudonyms: Pseudonyms?) {
    self.log = log
    self.learner = learner
    self.pseudonyms = pseudonyms
  }

  /// Hands over the rows in the order of the table.
  func forEachRow(includesUndone: Bool, _ body: (ReviewRow) throws -> Void) throws {
    let places = Dictionary(
      try log.cards().map { ($0.card.id, CardPlace(deck: $0.deck, section: $0.card.section)) },
      uniquingKeysWith: { first, _ in first }
    )
    let nowhere = CardPlace(deck: "", section: [])
    let scheduler = try log.settings().scheduler
    let lag = try log.greatestClockLag()
    var devices: [DeviceID: String] = [:]
    var waiting = Heap<ReviewRow>(by: ReviewRow.isBefore)
    try log.forEachReview { transition, isUndone in
      guard includesUndone || !isUndone else { return }
      let row = ReviewRow(
        transition,
        isUndone: isUndone,
        learner: learner,
        device: name(of: transition.event.key.device, known: &devices),
        place: places[transition.before.card] ?? nowhere,
        scheduler: scheduler
      )
      let reached = transition.event.effectiveAt
      while let next = waiting.removeFirst(if: { lag < reached.since($0.moment.instant) }) { try body(next) }
      waiting.insert(row)
    }
    while let row = waiting.removeFirst() { try body(row) }
  }

  private func name(of device: DeviceID, known: inout [DeviceID: String]) -> String {
    guard let pseudonyms else { return device.text }
    if let name = known[device] { return name }
    let name = pseudonyms.device(device.text)
    known[device] = name
    return name
  }
}
