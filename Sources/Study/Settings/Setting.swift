/// The settings of a learner file, under the names in which `wengu settings` shows them.
public enum Setting: String, Sendable, CaseIterable {
  /// The chance of recall to aim for, 0.70…0.99; may differ by deck.
  case desiredRetention = "desired-retention"
  /// New cards a study day.
  case newPerDay = "new-per-day"
  /// Reviews a study day.
  case reviewsPerDay = "reviews-per-day"
  /// Waits between the first showings of a new card.
  case learningSteps = "learning-steps"
  /// Waits between showings after a lapse.
  case relearningSteps = "relearning-steps"
  /// The longest interval in days.
  case maximumInterval = "maximum-interval"
  /// Whether intervals are jittered.
  case fuzz = "fuzz"
  /// Whether siblings wait for the next study day.
  case burySiblings = "bury-siblings"
  /// How many minutes ahead learning cards may be asked when nothing else is left.
  case learnAhead = "learn-ahead"
  /// Lapses at which a card counts as a leech.
  case leechThreshold = "leech-threshold"
  /// The local hour at which the study day turns over.
  case rolloverHour = "rollover-hour"
  /// The algorithm that spaces reviews.
  case scheduler = "scheduler"
  /// FSRS-6's 21 weights.
  case weights = "weights"
  /// FSRS-7's 34 weights.
  case fsrs7Weights = "fsrs-7-weights"

  /// Whether a deck may have its own value.
  public var isPerDeck: Bool {
    switch self {
    case .desiredRetention: true
    case .newPerDay, .reviewsPerDay, .learningSteps, .relearningSteps, .maximumInterval, .fuzz,
      .burySiblings, .learnAhead, .leechThreshold, .rolloverHour, .scheduler, .weights, .fsrs7Weights:
      false
    }
  }
}

/// Why a setting's value was refused.
public enum SettingFailure: Error, Sendable, Equatable {
  /// The text is not a number, or a number outside the range.
  case notInRange(Setting, String, ClosedRange<Double>)
  /// The text is not a whole number within the range.
  case notWholeInRange(Setting, String, ClosedRange<Int>)
  /// The text is neither `on` nor `off`.
  case notSwitch(Setting, String)
  /// The text is not a list of durations such as `1m 10m`.
  case notDurations(Setting, String)
  /// The text is not a list of weights that the scheduler takes.
  case notWeights(Setting, String)
  /// The text is none of the words that the setting takes.
  case notOneOf(Setting, String, [String])
  /// The setting holds for all decks and cannot differ by deck.
  case notPerDeck(Setting)
}
