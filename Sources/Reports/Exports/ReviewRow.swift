import Cards
import Scheduling
import Study

/// A review as the `reviews` table tells it.
///
/// A class, since each row is handed to many columns and may be held back among many others until its turn
/// comes: a reference costs less to move.
public final class ReviewRow: Sendable {
  let card: String
  let learner: String
  let place: CardPlace
  let device: String
  let sequence: Int64
  let moment: Moment
  let rating: Rating
  let phase: Phase
  let duration: Milliseconds
  let elapsed: Double?
  let scheduled: Double?
  let retrievability: Double?
  let before: MemoryFigures
  let after: MemoryFigures
  let scheduler: String
  let revision: String
  let answer: String?
  let isCorrect: Bool?
  let isUndone: Bool

  /// A row from its cells.
  init(
    card: String,
    learner: String,
    place: CardPlace,
    device: String,
    sequence: Int64,
    moment: Moment,
    rating: Rating,
    phase: Phase,
    duration: Milliseconds,
    elapsed: Double?,
    scheduled: Double?,
    retrievability: Double?,
    before: MemoryFigures,
    after: MemoryFigures,
    scheduler: String,
    revision: String,
    answer: String?,
    isCorrect: Bool?,
    isUndone: Bool
  ) {
    self.card = card
    self.learner = learner
    self.place = place
    self.device = device
    self.sequence = sequence
    self.moment = moment
    self.rating = rating
    self.phase = phase
    self.duration = duration
    self.elapsed = elapsed
    self.scheduled = scheduled
    self.retrievability = retrievability
    self.before = before
    self.after = after
    self.scheduler = scheduler
    self.revision = revision
    self.answer = answer
    self.isCorrect = isCorrect
    self.isUndone = isUndone
  }

  /// What a review of a learner says.
  init(
    _ transition: ReviewTransition,
    isUndone: Bool,
    learner: String,
    device: String,
    place: CardPlace,
    scheduler: any Scheduler
  ) {
    let before = transition.before
    card = before.card.text
    self.learner = learner
    self.place = place
    self.device = device
    sequence = transition.event.key.sequence
    moment = transition.event.moment
    rating = transition.review.rating
    phase = before.state.phase
    duration = transition.review.duration
    elapsed = transition.elapsed?.value
    scheduled = before.interval?.days.value
    retrievability = transition.retrievability
    self.before = MemoryFigures(before.state, scheduler: scheduler)
    after = MemoryFigures(transition.after.state, scheduler: scheduler)
    self.scheduler = transition.review.scheduler.rawValue
    revision = hexadecimal(transition.review.revision)
    answer = transition.review.answer
    isCorrect = transition.review.isCorrect
    self.isUndone = isUndone
  }

  /// The order of the table: by the wall clock, then device and sequence.
  static func isBefore(_ left: ReviewRow, _ right: ReviewRow) -> Bool {
    let leftTime = left.moment.instant.milliseconds
    let rightTime = right.moment.instant.milliseconds
    guard leftTime == rightTime else { return leftTime < rightTime }
    return (left.device, left.sequence) < (right.device, right.sequence)
  }
}

/// Where a card stands: its deck and the headings above it.
struct CardPlace: Sendable, Equatable {
  let deck: String
  let section: String

  /// The place of a card of a deck; headings are joined by ` / `, outermost first.
  init(deck: String, section: [String]) {
    self.init(deck: deck, joined: section.joined(separator: " / "))
  }

  /// The place with its headings joined.
  init(deck: String, joined section: String) {
    self.deck = deck
    self.section = section
  }
}

/// A memory in the two numbers that people are shown.
struct MemoryFigures: Sendable, Equatable {
  let stability: Double?
  let difficulty: Double?

  /// The two numbers.
  init(stability: Double?, difficulty: Double?) {
    self.stability = stability
    self.difficulty = difficulty
  }

  /// The figures of a state; both nil while there is no memory.
  init(_ state: CardState, scheduler: any Scheduler) {
    self.init(stability: scheduler.stability(of: state)?.value, difficulty: state.memory?.difficulty)
  }
}
