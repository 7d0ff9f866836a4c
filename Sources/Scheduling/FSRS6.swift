/// FSRS-6: 21 weights, one stability, whole study days; a review on the same day has its own formula.
public struct FSRS6: Scheduler {
  /// The weights in use.
  public let weights: Weights

  let model: FSRS6Model

  /// - Parameters:
  ///   - weights: the learner's, or the defaults.
  ///   - capsStability: keep stability at or below 36,500 days as fsrs-rs and Anki do; py-fsrs does not.
  public init(weights: Weights = .fsrs6Default, capsStability: Bool = true) {
    self.weights = weights
    model = FSRS6Model(weights: weights, capsStability: capsStability)
  }

  /// FSRS-6.
  public var name: SchedulerName { .fsrs6 }

  /// Whole study days.
  public var elapsedRule: ElapsedRule { .studyDays }

  /// What each rating would lead to; see `Scheduler`.
  public func outcomes(
    for state: CardState,
    elapsed: Days,
    settings: SchedulingSettings,
    fuzz: FuzzSeed?
  ) -> Outcomes {
    let factor = model.intervalFactor(settings.desiredRetention)
    let next = nextMemories(after: state.memory, elapsed: elapsed)
    func candidate(_ memory: Memory) -> MemoryPlan.Candidate {
      MemoryPlan.Candidate(memory: memory, interval: model.interval(memory.stability.value, factor))
    }
    return MemoryPlan(
      state: state,
      settings: settings,
      seed: settings.fuzz ? fuzz : nil,
      allowsShortTerm: model.allowsShortTerm,
      again: candidate(next.again),
      hard: candidate(next.hard),
      good: candidate(next.good),
      easy: candidate(next.easy)
    ).outcomes
  }

  /// The chance of recall now; nil for a card without a memory.
  public func retrievability(of state: CardState, elapsed: Days) -> Double? {
    guard let memory = state.memory else { return nil }
    let stability = model.bounded(memory.stability.value)
    return model.retrievability(elapsed.value.clamped(0, .greatestFiniteMagnitude), stability)
  }

  /// The card's stability; nil for a card without a memory.
  public func stability(of state: CardState) -> Days? {
    state.memory?.stability
  }

  /// The days until the chance of recall falls to `retention`, unrounded and without limits.
  public func interval(for stability: Days, retention: Double) -> Days {
    Days(
      model.interval(model.bounded(stability.value), model.intervalFactor(retention.clamped(0.01, 0.9999)))
    )
  }

  /// The memory each rating leaves behind.
  func nextMemories(
    after memory: Memory?,
    elapsed: Days
  ) -> (again: Memory, hard: Memory, good: Memory, easy: Memory) {
    guard let memory else {
      func first(_ g: Int) -> Memory {
        Memory(stability: Days(model.firstStability(g)), difficulty: model.firstDifficulty(g))
      }
      return (first(1), first(2), first(3), first(4))
    }
    let d = memory.difficulty.clamped(1, 10)
    let s = model.bounded(memory.stability.value)
    let t = elapsed.value
    func next(_ stability: Double, _ g: Int) -> Memory {
      Memory(stability: Days(stability), difficulty: model.nextDifficulty(d, g))
    }
    guard t >= 1 else {
      let power = model.sameDayPower(s)
      return (
        next(model.sameDayStability(s, power, 1), 1), next(model.sameDayStability(s, power, 2), 2),
        next(model.sameDayStability(s, power, 3), 3), next(model.sameDayStability(s, power, 4), 4)
      )
    }
    let r = model.retrievability(t, s)
    let growth = model.recallGrowth(d, s, r)
    return (
      next(model.forgotten(d, s, r), 1), next(model.recalled(s, growth, 2), 2),
      next(model.recalled(s, growth, 3), 3), next(model.recalled(s, growth, 4), 4)
    )
  }
}
