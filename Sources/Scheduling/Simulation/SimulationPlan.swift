/// What a simulated learner sets out to do.
public struct SimulationPlan: Sendable, Equatable {
  /// How many days to simulate, 1…36,500.
  public var days: Int

  /// Cards that have not been seen yet.
  public var newCards: Int

  /// New cards a day.
  public var newPerDay: Int

  /// Reviews a day.
  public var reviewsPerDay: Int

  /// Whether new cards are shown even when the reviews of the day are used up.
  public var newIgnoreReviewLimit: Bool

  /// No card is begun once a day has taken this many seconds.
  public var secondsPerDay: Double

  /// The longest interval in days.
  public var maximumInterval: Int

  /// Learning steps on the day of a first review.
  public var learningSteps: Int

  /// Relearning steps on the day of a lapse.
  public var relearningSteps: Int

  /// Cards with this many lapses are not shown any more; nil never gives up.
  public var suspendedAfterLapses: Int?

  /// How the learner answers, and how long that takes.
  public var behaviour: LearnerBehaviour

  /// A plan; by default a year of 20 new cards a day without limits.
  public init(
    days: Int = 365,
    newCards: Int,
    newPerDay: Int = 20,
    reviewsPerDay: Int = .max,
    newIgnoreReviewLimit: Bool = true,
    secondsPerDay: Double = .infinity,
    maximumInterval: Int = 36_500,
    learningSteps: Int = 2,
    relearningSteps: Int = 1,
    suspendedAfterLapses: Int? = nil,
    behaviour: LearnerBehaviour = .average
  ) {
    self.days = min(max(days, 1), 36_500)
    self.newCards = max(newCards, 0)
    self.newPerDay = max(newPerDay, 0)
    self.reviewsPerDay = max(reviewsPerDay, 0)
    self.newIgnoreReviewLimit = newIgnoreReviewLimit
    self.secondsPerDay = secondsPerDay
    self.maximumInterval = min(max(maximumInterval, 1), 36_500)
    self.learningSteps = max(learningSteps, 0)
    self.relearningSteps = max(relearningSteps, 0)
    self.suspendedAfterLapses = suspendedAfterLapses
    self.behaviour = behaviour
  }
}

/// A card as a simulation begins; day 0 is today.
public struct SimulatedCard: Sendable, Equatable {
  /// FSRS's memory after its last review.
  public let memory: Memory

  /// Days since its last review, at least 0.
  public let elapsed: Days

  /// Days until it is due; negative if it is late.
  public let dueIn: Int

  /// How often it was forgotten in review.
  public let lapses: Int

  /// A card that was reviewed before.
  public init(memory: Memory, elapsed: Days, dueIn: Int, lapses: Int = 0) {
    self.memory = memory
    self.elapsed = elapsed
    self.dueIn = dueIn
    self.lapses = lapses
  }
}

/// What happened on one simulated day.
public struct SimulatedDay: Sendable, Equatable {
  /// The expected number of cards that would be recalled on this day.
  public var memorised = 0.0

  /// Reviews of cards seen before, steps not counted.
  public var reviews = 0

  /// Those that were recalled.
  public var recalled = 0

  /// Cards seen for the first time.
  public var learned = 0

  /// Seconds spent.
  public var seconds = 0.0
}

/// A simulated stretch of learning.
public struct Simulation: Sendable, Equatable {
  /// Day by day, from today on.
  public let days: [SimulatedDay]

  /// The cards seen so far on the last day, those that were there at the beginning included.
  public let cardsSeen: Int

  /// The sum of all days.
  public var total: SimulatedDay {
    days.reduce(into: SimulatedDay()) { sum, day in
      sum.memorised = day.memorised
      sum.reviews += day.reviews
      sum.recalled += day.recalled
      sum.learned += day.learned
      sum.seconds += day.seconds
    }
  }
}
