import Cards
import Scheduling
import Study

/// A learner's log in memory.
struct MemoryLog: LearnerLog {
  var learner = "li"
  var changes: [SettingChange] = []
  var decks: [(deck: String, card: Card)] = []
  var departed: Set<CardID> = []
  var events: [Event] = []

  func settings() throws -> LearnerSettings {
    var settings = LearnerSettings()
    for change in changes { try settings.apply(change) }
    return settings
  }

  func cards() throws -> [Candidate] {
    let grading = Grading(try settings())
    return decks.map { deck, card in
      Candidate(
        card: card,
        deck: deck,
        progress: grading.progress(of: card.id, from: events.filter { $0.card == card.id }),
        isInDeck: !departed.contains(card.id)
      )
    }
  }

  func forEachReview(_ body: (ReviewTransition, _ isUndone: Bool) throws -> Void) throws {
    let grading = Grading(try settings())
    let undone = Set(events.compactMap(\.undoneKey))
    var progress: [CardID: CardProgress] = [:]
    for event in events.sorted(by: Event.replaysBefore) {
      guard let card = event.card else { continue }
      let isUndone = undone.contains(event.key)
      var current = progress[card] ?? CardProgress(card: card)
      let transition =
        isUndone ? grading.passOver(event, on: &current) : grading.replay(event, on: &current)
      progress[card] = current
      if let transition { try body(transition, isUndone) }
    }
  }
}

extension MemoryLog {
  /// A log of a deck with so many questions.
  static func deck(_ name: String = "deck", cards count: Int, section: [String] = []) -> MemoryLog {
    var log = MemoryLog()
    log.add(deck: name, cards: count, section: section)
    return log
  }

  mutating func add(deck name: String, cards count: Int, section: [String] = []) {
    for index in 0..<count {
      let id = CardID.mint(deck: name, fact: "\(section)", ordinal: index)
      decks.append(
        (
          name,
          Card(
            id: id,
            kind: .qa,
            section: section,
            question: "question \(index)?",
            answers: ["answer \(index)"],
            accept: .any,
            siblingGroup: id.text,
            place: decks.count
          )
        )
      )
    }
  }

  /// Appends an event; `time` counts hours after 2026-11-01T00:00:00Z by the wall clock.
  @discardableResult
  mutating func append(
    _ kind: EventKind,
    card: Int = 0,
    at time: Double,
    device: String = "a",
    offset: Int = 0
  ) -> EventKey {
    let instant = Instant(milliseconds: 1_793_491_200_000 + Int64(time * 3_600_000))
    let own = events.filter { $0.key.device.text == device }
    let next = EventKey(device: device.device, sequence: Int64(own.count + 1))
    let last = own.map(\.effectiveAt).max()
    events.append(
      Event(
        key: next,
        moment: Moment(instant, offset: UTCOffset(minutes: offset)),
        effectiveAt: max(instant, last?.advanced(by: Milliseconds(1)) ?? instant),
        card: decks.indices.contains(card) ? decks[card].card.id : nil,
        kind: kind
      )
    )
    return next
  }

  /// Appends a review.
  @discardableResult
  mutating func review(
    _ rating: Rating,
    card: Int = 0,
    at time: Double,
    interval: Interval,
    duration: Int64 = 6_000,
    answer: String? = nil,
    isCorrect: Bool? = nil,
    device: String = "a",
    offset: Int = 0
  ) -> EventKey {
    let review = Review(
      rating: rating,
      duration: Milliseconds(duration),
      answer: answer,
      isCorrect: isCorrect,
      interval: interval,
      revision: 0xabc,
      scheduler: .fsrs6,
      weightsVersion: 0
    )
    return append(.review(review), card: card, at: time, device: device, offset: offset)
  }
}

extension String {
  /// The device of this name; tests only use good names.
  var device: DeviceID {
    DeviceID(self) ?? DeviceID.fallback
  }
}

extension DeviceID {
  fileprivate static let fallback: DeviceID = {
    guard let device = DeviceID("fallback") else { preconditionFailure("a plain word is a device") }
    return device
  }()
}

/// The moment so many hours after 2026-11-01T00:00:00Z.
func moment(_ time: Double, offset: Int = 0) -> Moment {
  Moment(
    Instant(milliseconds: 1_793_491_200_000 + Int64(time * 3_600_000)),
    offset: UTCOffset(minutes: offset)
  )
}
