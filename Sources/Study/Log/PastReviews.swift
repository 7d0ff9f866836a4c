public import Scheduling

/// A card from its first review until the learner starts anew on it.
public struct CardLife: Sendable, Hashable {
  /// The card, as an index of `LearnerLog.reviewedCards()`.
  public let card: Int

  /// How often the learner started anew on it before.
  public let restarts: Int
}

/// What a log says to fitting and simulation: its reviews, and how the learner answers.
public struct PastReviews: Sendable {
  /// The reviews that count, in the order of their replay; a card that starts anew is another one.
  public let reviews: [LoggedReview<CardLife>]

  /// How the learner rates and how long that takes.
  public let behaviour: LearnerBehaviour

  /// Reads a learner's log.
  ///
  /// - Throws: what keeps the log from being read.
  public init(_ log: some LearnerLog) throws {
    let calendar = try log.settings().calendar
    var restarts: [Int] = []
    var last: [CardLife: (day: StudyDay, rating: Rating)] = [:]
    var reviews: [LoggedReview<CardLife>] = []
    var timed: [TimedReview] = []
    try log.forEachFact { fact in
      while restarts.count <= fact.card { restarts.append(-1) }
      if fact.phase == .new || restarts[fact.card] < 0 { restarts[fact.card] += 1 }
      let life = CardLife(card: fact.card, restarts: restarts[fact.card])
      reviews.append(
        LoggedReview(
          card: life,
          instant: fact.moment.instant.milliseconds,
          utcOffsetMinutes: fact.moment.offset.minutes,
          rating: fact.rating
        )
      )
      let day = calendar.day(of: fact.moment)
      let before = last.updateValue((day, fact.rating), forKey: life)
      timed.append(
        TimedReview(
          phase: fact.phase,
          rating: fact.rating,
          previousOnTheDay: before.flatMap { $0.day == day ? $0.rating : nil },
          seconds: fact.duration.value > 0 ? Double(fact.duration.value) / 1000 : nil
        )
      )
    }
    self.reviews = reviews
    behaviour = LearnerBehaviour(measuring: timed)
  }
}
