import Cards
import Language
import Scheduling
import Study
import Testing

/// Hours after 2026-11-01T00:00:00Z.
func moment(_ hours: Double, offset: Int = 0) -> Moment {
  Moment(
    Instant(milliseconds: 1_793_491_200_000 + Int64((hours * 3_600_000).rounded())),
    offset: UTCOffset(minutes: offset)
  )
}

extension Card {
  /// A card of a deck called `deck`.
  static func made(
    _ number: Int,
    kind: CardKind = .qa,
    answers: [String] = ["answer"],
    choices: [String] = [],
    truth: Bool? = nil,
    tags: [String] = [],
    group: String? = nil
  ) -> Card {
    let id = CardID.mint(deck: "deck", fact: "fact", ordinal: number)
    return Card(
      id: id,
      kind: kind,
      question: "question \(number)?",
      answers: answers,
      accept: kind == .list || kind == .order || kind == .choice ? .all : .any,
      choices: choices,
      truth: truth,
      tags: tags,
      siblingGroup: group ?? id.text,
      place: number
    )
  }
}

/// Settings with some changes; a change that does not fit leaves them as they were.
func settings(_ changes: [(Setting, String)] = []) -> LearnerSettings {
  var settings = LearnerSettings()
  for (setting, value) in [(.fuzz, "off")] + changes {
    try? settings.apply(SettingChange(setting, value: value))
  }
  return settings
}

/// Why the keeper could not write.
struct DiskFull: Error {}

/// A log in memory that does what a learner file does.
final class MemoryKeeper: EventKeeper {
  private(set) var events: [Event] = []
  let grading: Grading
  let device: DeviceID
  var isFull = false

  init(_ settings: LearnerSettings, device: String = "a") throws {
    grading = Grading(settings)
    self.device = try #require(DeviceID(device))
  }

  func progress(of card: CardID) -> CardProgress {
    grading.progress(of: card, from: events.filter { $0.card == card })
  }

  @discardableResult
  func append(_ kind: EventKind, card: CardID, at moment: Moment) -> Event {
    let last = events.last?.effectiveAt.advanced(by: Milliseconds(1))
    let event = Event(
      key: EventKey(device: device, sequence: Int64(events.count + 1)),
      moment: moment,
      effectiveAt: max(moment.instant, last ?? moment.instant),
      card: card,
      kind: kind
    )
    events.append(event)
    return event
  }

  func perform(_ effect: SessionEffect, at moment: Moment) throws -> Committed {
    guard !isFull else { throw DiskFull() }
    switch effect {
    case .review(let request):
      let before = progress(of: request.card.id)
      if before.revision != request.card.textFingerprint {
        let startsAnew = before.answerRevision.map { $0 != request.card.answerFingerprint } ?? false
        let revision = CardRevision(card: request.card, deck: request.deck, startsAnew: startsAnew)
        append(.revision(revision), card: request.card.id, at: moment)
      }
      let review = grading.review(request, of: progress(of: request.card.id), at: moment)
      let event = append(.review(review), card: request.card.id, at: moment)
      return Committed(event: event, progress: progress(of: request.card.id))
    case .mark(let card, let kind):
      let event = append(kind, card: card, at: moment)
      return Committed(event: event, progress: progress(of: card))
    case .undo(let key):
      guard let undone = events.first(where: { $0.key == key }) ?? lastUndoable, let card = undone.card else {
        throw SessionRefusal.nothingToUndo
      }
      let event = append(.undo(undone.key), card: card, at: moment)
      return Committed(event: event, undone: undone, progress: progress(of: card))
    }
  }

  private var lastUndoable: Event? {
    let undone = Set(events.compactMap(\.undoneKey))
    return events.last { event in
      switch event.kind {
      case .review, .suspend, .resume, .bury, .unbury, .flag, .forget, .reschedule:
        !undone.contains(event.key)
      case .undo, .revision, .setting: false
      }
    }
  }
}

/// A clock that stands still but for ratings.
final class StandingClock: Clock {
  var moment: Moment

  init(_ moment: Moment) { self.moment = moment }

  func now() -> Moment { moment }

  func pass(_ duration: Milliseconds) {
    moment = Moment(moment.instant.advanced(by: duration), offset: moment.offset)
  }
}

/// A session over cards, with its log and clock at hand.
struct Desk {
  let keeper: MemoryKeeper
  let clock: StandingClock
  var runner: SessionRunner

  init(
    _ cards: [Card],
    keeper: MemoryKeeper,
    at now: Moment,
    limits: DayCounts = DayCounts(newCards: 20, reviews: 200),
    counts: DayCounts = DayCounts(newCards: 0, reviews: 0),
    order: ReviewOrder = .due,
    time: Milliseconds? = nil,
    isCram: Bool = false
  ) {
    self.keeper = keeper
    clock = StandingClock(now)
    let session = Session(
      candidates: cards.map { Candidate(card: $0, deck: "deck", progress: keeper.progress(of: $0.id)) },
      counts: counts,
      plan: SessionPlan(limits: limits, order: order, time: time, isCram: isCram),
      grading: keeper.grading,
      seed: 1,
      at: now
    )
    runner = SessionRunner(session, keeper: keeper, clock: clock)
  }

  var session: Session { runner.session }

  /// The place of the card on show; nil at the end.
  var shown: Int? {
    switch session.phase {
    case .question(let showing), .answer(let showing, _): showing.candidate.card.place
    case .finished: nil
    }
  }

  var summary: Summary? {
    guard case .finished(let summary) = session.phase else { return nil }
    return summary
  }

  mutating func run(_ commands: SessionCommand...) throws {
    for command in commands { _ = try runner.run(command) }
  }

  /// Reveals and rates the card on show.
  mutating func rate(_ rating: Rating, taking milliseconds: Int64 = 5_000) throws {
    try run(.reveal, .rate(rating, taking: Milliseconds(milliseconds)))
  }

  /// Rates whatever is shown until the end or a number of cards; returns their places.
  mutating func rateAll(_ rating: Rating, atMost count: Int = 100) throws -> [Int] {
    var places: [Int] = []
    while let place = shown, places.count < count {
      places.append(place)
      try rate(rating)
    }
    return places
  }
}
