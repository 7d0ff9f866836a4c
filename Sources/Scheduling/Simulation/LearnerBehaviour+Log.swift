/// A review with the time it took, as a learner's behaviour is measured from it.
public struct TimedReview: Sendable, Equatable {
  /// The card before the review.
  public let phase: Phase

  /// The learner's rating.
  public let rating: Rating

  /// The rating of the card's review before, if that was on the same study day.
  public let previousOnTheDay: Rating?

  /// Seconds taken; nil where it was not measured.
  public let seconds: Double?

  /// A review.
  public init(phase: Phase, rating: Rating, previousOnTheDay: Rating?, seconds: Double?) {
    self.phase = phase
    self.rating = rating
    self.previousOnTheDay = previousOnTheDay
    self.seconds = seconds
  }
}

extension LearnerBehaviour {
  /// The behaviour a log shows, drawn to the average as if that had been seen thirty times in each place.
  ///
  /// Times beyond two minutes count as two minutes: the learner had gone away.
  public init(measuring reviews: some Sequence<TimedReview>) {
    self = .average
    let belief = 30.0
    var seconds: [Phase: [(sum: Double, count: Double)]] = [:]
    func scale(_ shares: inout [Double]) {
      for index in shares.indices { shares[index] *= belief }
    }
    scale(&firstRating)
    scale(&recalledRating)
    for row in learningTransitions.indices { scale(&learningTransitions[row]) }
    for row in relearningTransitions.indices { scale(&relearningTransitions[row]) }
    for review in reviews {
      let rating = review.rating.rawValue - 1
      let previous = review.previousOnTheDay.map { min($0.rawValue - 1, 2) }
      switch review.phase {
      case .new: firstRating[rating] += 1
      case .learning: if let previous { learningTransitions[previous][rating] += 1 }
      case .relearning: if let previous { relearningTransitions[previous][rating] += 1 }
      case .review: if rating > 0 { recalledRating[rating - 1] += 1 }
      }
      guard let taken = review.seconds, taken > 0 else { continue }
      let phase = review.phase == .new ? Phase.learning : review.phase
      seconds[phase, default: Array(repeating: (0, 0), count: 4)][rating].sum += min(taken, 120)
      seconds[phase, default: Array(repeating: (0, 0), count: 4)][rating].count += 1
    }
    normalise(&firstRating)
    normalise(&recalledRating)
    for row in learningTransitions.indices { normalise(&learningTransitions[row]) }
    for row in relearningTransitions.indices { normalise(&relearningTransitions[row]) }
    func mean(_ usual: inout [Double], _ phase: Phase) {
      guard let measured = seconds[phase] else { return }
      for index in usual.indices {
        usual[index] = (usual[index] * belief + measured[index].sum) / (belief + measured[index].count)
      }
    }
    mean(&learningSeconds, .learning)
    mean(&reviewSeconds, .review)
    mean(&relearningSeconds, .relearning)
  }

  private func normalise(_ shares: inout [Double]) {
    let sum = shares.reduce(0, +)
    guard sum > 0 else { return }
    for index in shares.indices { shares[index] /= sum }
  }
}
