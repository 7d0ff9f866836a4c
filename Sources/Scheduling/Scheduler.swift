// Scheduling decides when a card is wanted again.
//
// In: a card's state, the days since its last review, a rating, settings, a seed for the fuzz.
// Out: the state and interval each rating leads to, the chance of recall; weights fitted to a log and judged on
//      unseen reviews; days simulated from a learner's cards; the schedule that serves an exam best.
// Never: a clock, a file, a random source of its own, Foundation. The same arguments give the same answer,
// and no argument traps: what is out of range is clamped, what cannot be meant is refused at construction.

/// The algorithms a learner can choose; the raw value is what settings, logs and the command line carry.
public enum SchedulerName: String, Sendable, CaseIterable, Hashable {
  case fsrs6 = "fsrs-6"
  case fsrs7 = "fsrs-7"
  case sm2 = "sm-2"
}

/// How a scheduler wants the days between two reviews counted.
public enum ElapsedRule: Sendable, Equatable {
  /// The difference of the study days' numbers: whole, 0 on the same study day.
  case studyDays
  /// The fraction of 24-hour days between the two instants.
  case exact
}

/// An algorithm that spaces reviews.
///
/// Values only: it remembers nothing between calls.
public protocol Scheduler: Sendable {
  /// Which algorithm this is.
  var name: SchedulerName { get }

  /// How the caller counts `elapsed`.
  var elapsedRule: ElapsedRule { get }

  /// What each rating would lead to.
  ///
  /// - Parameters:
  ///   - state: the card before the review.
  ///   - elapsed: the time since its last review, by `elapsedRule`; negative counts as 0, and it is ignored
  ///     for a new card.
  ///   - settings: desired retention, steps, limits.
  ///   - fuzz: seeds the jitter of review intervals; nil, or `settings.fuzz == false`, gives none.
  /// - Returns: a state and an interval for each rating.
  func outcomes(
    for state: CardState,
    elapsed: Days,
    settings: SchedulingSettings,
    fuzz: FuzzSeed?
  ) -> Outcomes

  /// The card after a review whose interval the learner was already told.
  ///
  /// A replay of the log uses this so that what was promised stays true: phase and scheduled days follow
  /// the interval that was given, even where today's settings would give another; memory, ease and lapses
  /// follow the algorithm.
  func state(
    after rating: Rating,
    from state: CardState,
    elapsed: Days,
    given interval: Interval,
    settings: SchedulingSettings
  ) -> CardState

  /// The chance of recall, 0…1; nil where the algorithm does not know one (a new card, SM-2).
  func retrievability(of state: CardState, elapsed: Days) -> Double?

  /// The days until recall falls to 90 %, the stability to show; nil where there is no memory.
  func stability(of state: CardState) -> Days?
}

extension SchedulerName {
  /// The algorithm of this name.
  ///
  /// - Parameters:
  ///   - weights: the learner's, as stored; none for the defaults. SM-2 takes none.
  ///   - capsStability: whether FSRS-6 keeps stability at or below 36,500 days.
  /// - Returns: the scheduler.
  /// - Throws: `WeightsFailure` where the weights cannot be this algorithm's.
  public func scheduler(
    weights: [Double] = [],
    capsStability: Bool = true
  ) throws(WeightsFailure) -> any Scheduler {
    switch self {
    case .fsrs6: return FSRS6(weights: try Weights(weights), capsStability: capsStability)
    case .fsrs7: return FSRS7(weights: try FSRS7Weights(weights))
    case .sm2:
      guard weights.isEmpty else { throw .count(weights.count) }
      return SM2()
    }
  }
}

extension Scheduler {
  /// By what the four ratings would lead to.
  public func state(
    after rating: Rating,
    from state: CardState,
    elapsed: Days,
    given interval: Interval,
    settings: SchedulingSettings
  ) -> CardState {
    stateByOutcome(after: rating, from: state, elapsed: elapsed, given: interval, settings: settings)
  }

  /// The card after a review, taken from what the rating would lead to and bent to the interval given.
  func stateByOutcome(
    after rating: Rating,
    from state: CardState,
    elapsed: Days,
    given interval: Interval,
    settings: SchedulingSettings
  ) -> CardState {
    var next = outcomes(for: state, elapsed: elapsed, settings: settings, fuzz: nil)[rating].state
    switch interval {
    case .days(let count):
      next.phase = .review
      next.step = 0
      next.scheduledDays = count > 0 ? count : 0
    case .exact:
      if next.phase == .review {
        next.phase = state.phase == .new || state.phase == .learning ? .learning : .relearning
        next.step = state.phase == .review ? 0 : state.step
      }
    }
    return next
  }
}
