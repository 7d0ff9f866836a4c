/// FSRS-7: 34 weights, a slow and a fast stability, exact elapsed time; no special case for the same day.
///
/// Its stability is *not* the interval at 90 %: show `stability(of:)`. States of FSRS-6 cannot be converted;
/// replay the history instead.
public struct FSRS7: Scheduler {
  /// The weights in use.
  public let weights: FSRS7Weights

  let model: FSRS7Model

  /// FSRS-7 with the learner's weights, or the defaults.
  public init(weights: FSRS7Weights = .standard) {
    self.weights = weights
    model = FSRS7Model(weights: weights)
  }

  /// FSRS-7.
  public var name: SchedulerName { .fsrs7 }

  /// Fractions of days.
  public var elapsedRule: ElapsedRule { .exact }

  /// What each rating would lead to; see `Scheduler`.
  public func outcomes(
    for state: CardState,
    elapsed: Days,
    settings: SchedulingSettings,
    fuzz: FuzzSeed?
  ) -> Outcomes {
    let next = nextMemories(after: state.memory, elapsed: elapsed)
    var longest = 0.0
    func candidate(_ memory: Memory) -> MemoryPlan.Candidate {
      // Difficulty bends the curve, so a better rating's interval may come out shorter; nobody expects that.
      longest = max(longest, interval(for: memory, retention: settings.desiredRetention).value)
      return MemoryPlan.Candidate(memory: memory, interval: longest)
    }
    let again = candidate(next.again)
    let hard = candidate(next.hard)
    let good = candidate(next.good)
    let easy = candidate(next.easy)
    return MemoryPlan(
      state: state,
      settings: settings,
      seed: settings.fuzz ? fuzz : nil,
      allowsShortTerm: true,
      again: again,
      hard: hard,
      good: good,
      easy: easy
    ).outcomes
  }

  /// The chance of recall now; nil for a card without a memory.
  public func retrievability(of state: CardState, elapsed: Days) -> Double? {
    guard let memory = state.memory else { return nil }
    let (slow, fast, d) = bounded(memory)
    let t = elapsed.value.clamped(0, FSRS7Model.maximumStability)
    return model.curve(slow: slow, fast: fast, d: d).recall(t)
  }

  /// The days until the chance of recall falls to 0.9; nil for a card without a memory.
  public func stability(of state: CardState) -> Days? {
    state.memory.map { interval(for: $0, retention: 0.9) }
  }

  /// The days until the chance of recall falls to `retention`, unrounded; 0 from 0.9999 on.
  public func interval(for memory: Memory, retention: Double) -> Days {
    let (slow, fast, d) = bounded(memory)
    return Days(model.interval(slow: slow, fast: fast, d: d, retention: retention.clamped(0.01, 1)))
  }

  /// The memory that fits a card scheduled by SM-2 so far: of middling difficulty, recalled with
  /// probability `retention` after `interval`.
  ///
  /// Source: fsrs-rs, the FSRS-7 bridge.
  public func memory(fromInterval interval: Days, retention: Double) -> Memory {
    let retention = retention.clamped(0.01, 0.9999)
    let t = interval.value.clamped(1 / 86_400.0, FSRS7Model.maximumStability)
    var short = Libm.log(FSRS7Model.minimumStability)
    var long = Libm.log(FSRS7Model.maximumStability)
    func recall(_ slow: Double) -> Double {
      model.curve(slow: slow, fast: model.bounded(0.8 * slow), d: 5).recall(t)
    }
    if recall(FSRS7Model.minimumStability) >= retention { long = short }
    for _ in 0..<60 {
      let middle = (short + long) / 2
      if recall(Libm.exp(middle)) < retention { short = middle } else { long = middle }
    }
    let slow = model.bounded(Libm.exp((short + long) / 2))
    return Memory(stability: Days(slow), difficulty: 5, fastStability: Days(model.bounded(0.8 * slow)))
  }

  /// The memory each rating leaves behind.
  func nextMemories(
    after memory: Memory?,
    elapsed: Days
  ) -> (again: Memory, hard: Memory, good: Memory, easy: Memory) {
    guard let memory else {
      func first(_ g: Int) -> Memory { Self.memory(model.first(g)) }
      return (first(1), first(2), first(3), first(4))
    }
    let (slow, fast, d) = bounded(memory)
    let t = elapsed.value.clamped(0, FSRS7Model.maximumStability)
    let curve = model.curve(slow: slow, fast: fast, d: d)
    let fastRecall = curve.fast(t)
    let recall = curve.recall(t, fast: fastRecall)
    func next(_ g: Int) -> Memory {
      Self.memory(model.next(slow: slow, fast: fast, d: d, recall: recall, fastRecall: fastRecall, g))
    }
    return (next(1), next(2), next(3), next(4))
  }

  /// A memory inside the bounds; one that FSRS-6 left gets the fast stability of a first review.
  private func bounded(_ memory: Memory) -> (slow: Double, fast: Double, d: Double) {
    let slow = model.bounded(memory.stability.value)
    let fast = model.bounded(memory.fastStability?.value ?? 0.8 * slow)
    return (slow, fast, memory.difficulty.clamped(1, 10))
  }

  private static func memory(_ values: (slow: Double, fast: Double, d: Double)) -> Memory {
    Memory(stability: Days(values.slow), difficulty: values.d, fastStability: Days(values.fast))
  }
}
