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
  let scheduler: SchedulerName
  let revision: UInt64
  let answer: String?
  let isCorrect: Bool?
  let isUndone: Bool

  /// What a review of a learner says.
  init(
    _ transition: ReviewTransition,
    isUndone: Bool,
    learner: String,
    place: CardPlace,
    scheduler: any Scheduler
  ) {
    let before = transition.before
    card = before.card.text
    self.learner = learner
    self.place = place
    device = transition.event.key.device.text
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
    self.scheduler = transition.review.scheduler
    revision = transition.review.revision
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
    self.deck = deck
    self.section = section.joined(separator: " / ")
  }
}

/// A memory in the two numbers that people are shown.
struct MemoryFigures: Sendable, Equatable {
  let stability: Double?
  let difficulty: Double?

  /// The figures of a state; both nil while there is no memory.
  init(_ state: CardState, scheduler: any Scheduler) {
    stability = scheduler.stability(of: state)?.value
    difficulty = state.memory?.difficulty
  }
}
