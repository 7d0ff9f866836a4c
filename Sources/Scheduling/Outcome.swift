/// When a card is wanted again.
public enum Interval: Sendable, Equatable, Hashable {
  /// A learning step: due this long after the instant of the review.
  case exact(Milliseconds)
  /// A review: due when the study day this many days after the review's begins.
  case days(Int)

  /// The interval in days, fractional for a learning step.
  public var days: Days {
    switch self {
    case .exact(let span): Days(span)
    case .days(let count): Days(Double(count))
    }
  }
}

/// What one rating leads to.
public struct Outcome: Sendable, Equatable {
  /// The card after the review.
  public let state: CardState

  /// When it is wanted again.
  public let interval: Interval

  /// A state and the interval that goes with it.
  public init(state: CardState, interval: Interval) {
    self.state = state
    self.interval = interval
  }
}

/// What each of the four ratings would lead to.
public struct Outcomes: Sendable, Equatable {
  /// If the learner forgot.
  public let again: Outcome
  /// If it was hard.
  public let hard: Outcome
  /// If it was good.
  public let good: Outcome
  /// If it was easy.
  public let easy: Outcome

  /// The four outcomes, worst rating first.
  public init(again: Outcome, hard: Outcome, good: Outcome, easy: Outcome) {
    self.again = again
    self.hard = hard
    self.good = good
    self.easy = easy
  }

  /// The outcome of one rating.
  public subscript(rating: Rating) -> Outcome {
    switch rating {
    case .again: again
    case .hard: hard
    case .good: good
    case .easy: easy
    }
  }
}
