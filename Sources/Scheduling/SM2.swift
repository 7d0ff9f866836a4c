/// SM-2 as Anki 26 runs it: ease factors, learning steps, late and early reviews.
///
/// Arithmetic is in 32 bits and ease is kept in thousandths, as in Anki, so that the days agree with it
/// exactly. Source: Anki `states/{learning,review,relearning}.rs`.
public struct SM2: Scheduler {
  /// The least ease.
  static let minimumEase: Float = 1.3

  /// SM-2 has no weights; what it needs stands in the settings.
  public init() {}

  /// SM-2.
  public var name: SchedulerName { .sm2 }

  /// Whole study days.
  public var elapsedRule: ElapsedRule { .studyDays }

  /// SM-2 has no notion of a chance of recall.
  public func retrievability(of state: CardState, elapsed: Days) -> Double? {
    nil
  }

  /// SM-2 has no notion of stability.
  public func stability(of state: CardState) -> Days? {
    nil
  }

  /// What each rating would lead to; see `Scheduler`.
  public func outcomes(
    for state: CardState,
    elapsed: Days,
    settings: SchedulingSettings,
    fuzz: FuzzSeed?
  ) -> Outcomes {
    let plan = SM2Plan(
      state: state,
      elapsed: max(elapsed.value.saturatingInt, 0),
      settings: settings,
      seed: settings.fuzz ? fuzz : nil
    )
    return switch state.phase {
    case .new, .learning: plan.learning
    case .review: plan.review
    case .relearning: plan.relearning
    }
  }
}
