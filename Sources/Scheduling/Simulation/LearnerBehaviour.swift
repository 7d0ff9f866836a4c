/// How a learner answers and how long it takes, apart from what FSRS predicts.
///
/// The defaults are averages over many learners. Source: fsrs-rs `simulation.rs`.
public struct LearnerBehaviour: Sendable, Equatable {
  /// The shares of again, hard, good and easy at the first review of a card.
  public var firstRating: [Double]

  /// The shares of hard, good and easy among recalled reviews.
  public var recalledRating: [Double]

  /// In learning steps: after again, hard and good (rows), the shares of the next rating (columns).
  public var learningTransitions: [[Double]]

  /// Likewise in relearning steps.
  public var relearningTransitions: [[Double]]

  /// Seconds a review takes, by rating, in learning.
  public var learningSeconds: [Double]

  /// Seconds a review takes, by rating, in review.
  public var reviewSeconds: [Double]

  /// Seconds a review takes, by rating, in relearning.
  public var relearningSeconds: [Double]

  /// Average learners.
  public static let average = LearnerBehaviour(
    firstRating: [0.24, 0.094, 0.495, 0.171],
    recalledRating: [0.224, 0.631, 0.145],
    learningTransitions: [
      [0.3686, 0.0628, 0.5108, 0.0577], [0.0442, 0.4553, 0.4457, 0.0549], [0.0519, 0.047, 0.8462, 0.055],
    ],
    relearningTransitions: [
      [0.2157, 0.0643, 0.6595, 0.0604], [0.05, 0.4638, 0.4475, 0.0387], [0.1057, 0.1434, 0.7266, 0.0244],
    ],
    learningSeconds: [19.58, 18.79, 13.78, 10.71],
    reviewSeconds: [19.38, 17.59, 12.38, 8.94],
    relearningSeconds: [16.44, 15.25, 12.32, 8.03]
  )

  /// A behaviour as measured; use `average` where nothing is known.
  public init(
    firstRating: [Double],
    recalledRating: [Double],
    learningTransitions: [[Double]],
    relearningTransitions: [[Double]],
    learningSeconds: [Double],
    reviewSeconds: [Double],
    relearningSeconds: [Double]
  ) {
    self.firstRating = firstRating
    self.recalledRating = recalledRating
    self.learningTransitions = learningTransitions
    self.relearningTransitions = relearningTransitions
    self.learningSeconds = learningSeconds
    self.reviewSeconds = reviewSeconds
    self.relearningSeconds = relearningSeconds
  }
}
