import Cards
import Scheduling
public import Study

/// A card as the `cards` table tells it, at a moment.
public struct CardRow: Sendable, Equatable {
  /// When a card is wanted.
  public enum Due: Sendable, Equatable {
    /// A learning step's instant, in the zone of the table.
    case at(Moment)
    /// A review's study day.
    case day(StudyDay)
  }

  let card: String
  var learner: String
  let deck: String
  let section: String
  let kind: String?
  let question: String?
  let answers: [String]

  /// The options of a choice, where they are known; no column tells them.
  let choices: [String]
  let tags: String?
  let state: String?
  let due: Due?
  let interval: Double?
  let stability: Double?
  let difficulty: Double?
  let retrievability: Double?
  let repetitions: Int64?
  let lapses: Int64?
  let isSuspended: Bool
  let isBuried: Bool
  let isFlagged: Bool
  let isLeech: Bool
  let isRetired: Bool
  let firstReview: Moment?
  let lastReview: Moment?

  /// The card's place among the rows of its deck; the last for cards that left it.
  let place: Int
}

extension CardRow {
  /// A card of a learner as it is at a moment.
  init(_ candidate: Candidate, learner: String, grading: Grading, at moment: Moment) {
    let progress = candidate.progress
    let memory = MemoryFigures(progress.state, scheduler: grading.scheduler)
    card = candidate.card.id.text
    self.learner = learner
    deck = candidate.deck
    section = CardPlace(deck: candidate.deck, section: candidate.card.section).section
    kind = candidate.card.kind.rawValue
    question = candidate.card.question
    answers = candidate.card.answers
    choices = candidate.card.choices
    tags = candidate.card.tags.joined(separator: " ")
    state = progress.state.phase.name
    due =
      switch progress.due {
      case .at(let instant)?: .at(Moment(instant, offset: moment.offset))
      case .day(let day)?: .day(day)
      case nil: nil
      }
    interval = progress.interval?.days.value
    stability = memory.stability
    difficulty = memory.difficulty
    retrievability = grading.retrievability(of: progress, at: moment)
    repetitions = Int64(progress.repetitions)
    lapses = Int64(progress.lapses)
    isSuspended = progress.isSuspended
    isBuried = progress.buriedOn == grading.settings.calendar.day(of: moment)
    isFlagged = progress.isFlagged
    isLeech = grading.settings.isLeech(progress)
    isRetired = candidate.card.isRetired || !candidate.isInDeck
    firstReview = progress.firstReview
    lastReview = progress.lastReview
    place = candidate.isInDeck ? candidate.card.place : .max
  }

  /// Whether the card waits to be reviewed by the end of a study day.
  func isDue(by day: StudyDay, calendar: StudyCalendar) -> Bool {
    guard !isSuspended, !isBuried, !isRetired else { return false }
    switch due {
    case .at(let moment)?: return calendar.day(of: moment) <= day
    case .day(let due)?: return due <= day
    case nil: return false
    }
  }
}

extension CardRow.Due {
  /// The instant of a learning step, or the date of a study day.
  var text: String {
    switch self {
    case .at(let moment): moment.rfc3339
    case .day(let day): day.text
    }
  }
}

extension Phase {
  /// The state's name in everything a program reads.
  var name: String {
    switch self {
    case .new: "new"
    case .learning: "learning"
    case .review: "review"
    case .relearning: "relearning"
    }
  }
}
