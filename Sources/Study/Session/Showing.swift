public import Cards
public import Scheduling

/// A card on show.
public struct Showing: Sendable, Equatable {
  /// The card with its progress.
  public let candidate: Candidate

  /// For a choice card its options in the order shown, otherwise empty.
  public let choices: [String]

  /// When the question appeared.
  public let askedAt: Moment

  /// What is left today, this card included.
  public let left: CardsLeft

  let index: Int
}

/// How many cards a session has still to ask.
public struct CardsLeft: Sendable, Equatable {
  /// Cards never reviewed.
  public let new: Int

  /// Cards in learning or relearning.
  public let learning: Int

  /// Cards in review that are due.
  public let review: Int

  /// All of them.
  public var total: Int { new + learning + review }
}

/// The right answer with what the learner gave.
public struct Response: Sendable, Equatable {
  /// What was answered; nil where the answer was only revealed.
  public let answer: Answer?

  /// How the answer compares; nil where there was none.
  public let verdict: Verdict?

  /// The rating that fits, which the learner may override; nil without an answer.
  public let suggested: Rating?

  /// What each rating leads to.
  public let outcomes: Outcomes
}

/// What a session did.
public struct Summary: Sendable, Equatable {
  /// Reviews recorded and not undone, by rating from again to easy.
  public let ratings: [Rating: Int]

  /// The time they took.
  public let duration: Milliseconds

  /// The cards that were rated again or hard, the hardest first.
  public let hard: [Card]

  /// Cards of these decks that are due by the end of the next study day.
  public let dueTomorrow: Int

  /// Reviews recorded and not undone.
  public var reviewed: Int { ratings.values.reduce(0, +) }
}
