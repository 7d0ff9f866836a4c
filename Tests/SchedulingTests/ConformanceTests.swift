import Scheduling
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What every scheduler promises, over random states, weights, settings and times.
///
/// 3,000 samples in a normal run, 100,000 with `WENGU_TORTURE`; a failure names the seed of its sample.
struct ConformanceTests {
  static let samples = getenv("WENGU_TORTURE") == nil ? 3000 : 100_000

  @Test(arguments: SchedulerName.allCases)
  func `retrievability lies in 0…1 and falls with time`(name: SchedulerName) throws {
    var broken: [String] = []
    for seed in 0..<Self.samples {
      var sample = try Sample(name, seed: seed)
      let state = sample.state()
      var times = (0..<4).map { _ in sample.elapsed() }
      times.sort()
      var last = 1.0 + 1e-12
      for time in times {
        guard let recall = sample.scheduler.retrievability(of: state, elapsed: time) else { continue }
        if !(recall >= 0 && recall <= last) { broken.append("seed \(seed): \(recall) after \(last)") }
        last = recall
      }
    }
    #expect(broken.isEmpty, "\(broken.count): \(broken.prefix(3))")
  }

  @Test(arguments: SchedulerName.allCases)
  func `a better rating never brings the card back sooner`(name: SchedulerName) throws {
    var broken: [String] = []
    for seed in 0..<Self.samples {
      var sample = try Sample(name, seed: seed)
      let state = sample.state()
      let elapsed = sample.elapsed()
      let outcomes = sample.scheduler.outcomes(
        for: state,
        elapsed: elapsed,
        settings: try sample.settings(),
        fuzz: sample.random.next() % 2 == 0 ? nil : FuzzSeed(card: UInt64(seed), repetition: 3)
      )
      let days = Rating.allCases.map { outcomes[$0].interval.days.value }
      if zip(days, days.dropFirst()).contains(where: { $0 > $1 }) {
        broken.append("seed \(seed): \(days) from \(state) after \(elapsed.value)")
      }
    }
    #expect(broken.isEmpty, "\(broken.count): \(broken.prefix(3))")
  }

  @Test(arguments: SchedulerName.allCases)
  func `a lower desired retention never shortens an interval`(name: SchedulerName) throws {
    var broken: [String] = []
    for seed in 0..<Self.samples {
      var sample = try Sample(name, seed: seed)
      let state = sample.state()
      let elapsed = sample.elapsed()
      let high = try sample.settings()
      let low = try high.with(desiredRetention: 0.7 + (high.desiredRetention - 0.7) * sample.fraction())
      for rating in Rating.allCases {
        func days(_ settings: SchedulingSettings) -> Double {
          let scheduler = sample.scheduler
          return scheduler.outcomes(for: state, elapsed: elapsed, settings: settings, fuzz: nil)[rating]
            .interval.days.value
        }
        if days(low) < days(high) {
          broken.append("seed \(seed): \(rating) \(days(low)) < \(days(high)) from \(state)")
        }
      }
    }
    #expect(broken.isEmpty, "\(broken.count): \(broken.prefix(3))")
  }

  @Test(arguments: SchedulerName.allCases)
  func `states and intervals stay in their bounds along any history`(name: SchedulerName) throws {
    var broken: [String] = []
    for seed in 0..<Self.samples {
      var sample = try Sample(name, seed: seed)
      let settings = try sample.settings()
      var state = seed % 2 == 0 ? CardState.new : sample.state()
      for _ in 0..<(seed % 8 == 0 ? 8 : 1) {
        let fuzz = FuzzSeed(card: UInt64(seed), repetition: 1)
        let rating = sample.rating()
        let elapsed = sample.elapsed()
        let outcome = sample.scheduler.outcomes(for: state, elapsed: elapsed, settings: settings, fuzz: fuzz)
        state = outcome[rating].state
        if let flaw = flaw(in: outcome[rating], settings) { broken.append("seed \(seed): \(flaw)") }
        let given = outcome[rating].interval
        let replayed = sample.scheduler.state(
          after: rating,
          from: state,
          elapsed: elapsed,
          given: given,
          settings: settings
        )
        if case .days(let days) = given, replayed.scheduledDays != days || replayed.phase != .review {
          broken.append("seed \(seed): \(replayed) was promised \(days) days")
        }
      }
    }
    #expect(broken.isEmpty, "\(broken.count): \(broken.prefix(3))")
  }

  @Test(arguments: SchedulerName.allCases)
  func `the replay of a prefix is the prefix of the replay`(name: SchedulerName) throws {
    var broken: [String] = []
    for seed in 0..<Self.samples {
      var sample = try Sample(name, seed: seed)
      let settings = try sample.settings()
      let counting = DayCounting.studyDays(rolloverHour: 4)
      var instant: Int64 = 1_700_000_000_000
      let rows = (0..<6).map { _ in
        instant += Milliseconds(sample.elapsed()).value
        return LoggedReview(card: Int(sample.random.next() % 2), instant: instant, rating: sample.rating())
      }
      func replayed(_ rows: some Sequence<LoggedReview<Int>>) -> [ReplayedReview] {
        var replay = Replay<Int>(scheduler: sample.scheduler, settings: settings, counting: counting)
        return rows.map { replay.apply($0) }
      }
      let length = Int(sample.random.next() % 6)
      if Array(replayed(rows).prefix(length)) != replayed(rows.prefix(length)) {
        broken.append("seed \(seed): first \(length)")
      }
    }
    #expect(broken.isEmpty, "\(broken.count): \(broken.prefix(3))")
  }

  @Test(arguments: SchedulerName.allCases)
  func `no state, time or weight traps, however absurd`(name: SchedulerName) throws {
    var broken: [String] = []
    let absurd = [Double.nan, .infinity, -.infinity, -1, 0, 1e-300, 1e300, 36_500, 5]
    for value in absurd {
      for other in absurd {
        let state = CardState(
          phase: .review,
          step: Int.min,
          memory: Memory(stability: Days(value), difficulty: other, fastStability: Days(other)),
          ease: other,
          scheduledDays: value > 10 ? Int.max - 1 : Int.min,
          lapses: Int.max
        )
        for phase in Phase.allCases {
          var state = state
          state.phase = phase
          let scheduler = try name.scheduler()
          _ = scheduler.retrievability(of: state, elapsed: Days(value))
          let outcomes = scheduler.outcomes(
            for: state,
            elapsed: Days(value),
            settings: .standard,
            fuzz: FuzzSeed(card: 1, repetition: 1)
          )
          for rating in Rating.allCases {
            guard let flaw = flaw(in: outcomes[rating], .standard) else { continue }
            broken.append("\(state) after \(value): \(flaw)")
          }
        }
      }
    }
    #expect(broken.isEmpty, "\(broken.count): \(broken.prefix(3))")
  }

  private func flaw(in outcome: Outcome, _ settings: SchedulingSettings) -> String? {
    if let memory = outcome.state.memory {
      let values = [memory.stability.value, memory.fastStability?.value ?? 1]
      if values.contains(where: { !($0 >= 1e-4 && $0 <= 36_500) }) { return "stability of \(memory)" }
      if !(memory.difficulty >= 1 && memory.difficulty <= 10) { return "difficulty of \(memory)" }
    }
    if let ease = outcome.state.ease, !(ease >= 1.3) { return "ease \(ease)" }
    switch outcome.interval {
    case .days(let days): return (1...settings.maximumInterval).contains(days) ? nil : "\(days) days"
    case .exact(let span): return span.value > 0 ? nil : "\(span) ms"
    }
  }
}

/// A random scheduler and what it is asked.
private struct Sample {
  var random: SeededRandom
  let scheduler: any Scheduler

  init(_ name: SchedulerName, seed: Int) throws {
    random = SeededRandom(seed: UInt64(seed))
    switch name {
    case .sm2: scheduler = SM2()
    case .fsrs6:
      let weights = Self.weights(near: Weights.fsrs6Default.values, in: Weights.box, &random)
      scheduler = FSRS6(weights: try Weights(weights))
    case .fsrs7:
      let weights = Self.weights(near: FSRS7Weights.standard.values, in: FSRS7Weights.box, &random)
      scheduler = FSRS7(weights: try FSRS7Weights(weights))
    }
  }

  /// Half of the sets lie anywhere in the box, half around the defaults; first stabilities are in order.
  private static func weights(
    near defaults: [Double],
    in box: [ClosedRange<Double>],
    _ random: inout SeededRandom
  ) -> [Double] {
    let anywhere = random.next() % 2 == 0
    var weights = zip(defaults, box).map { value, bounds in
      let draw = Double.random(in: bounds, using: &random)
      return anywhere ? draw : value * Double.random(in: 0.7...1.4, using: &random)
    }
    weights[0...3].sort()
    return weights
  }

  mutating func fraction() -> Double {
    Double.random(in: 0...1, using: &random)
  }

  mutating func rating() -> Rating {
    Rating(rawValue: Int(random.next() % 4) + 1) ?? .good
  }

  mutating func elapsed() -> Days {
    let days = exp(Double.random(in: -8...9, using: &random))
    return Days(scheduler.elapsedRule == .studyDays ? days.rounded() : days)
  }

  mutating func state() -> CardState {
    let stability = exp(Double.random(in: -9...10.5, using: &random))
    let slow = scheduler.name == .fsrs6 ? max(stability, 0.001) : stability
    let fast = min(exp(Double.random(in: -9...10.5, using: &random)), 36_500)
    let memory = Memory(
      stability: Days(min(slow, 36_500)),
      difficulty: Double.random(in: 1...10, using: &random),
      fastStability: scheduler.name == .fsrs7 ? Days(fast) : nil
    )
    let phase: Phase = [.review, .learning, .relearning, .review][Int(random.next() % 4)]
    return CardState(
      phase: phase,
      step: phase == .review ? 0 : Int(random.next() % 2),
      memory: scheduler.name == .sm2 ? nil : memory,
      ease: scheduler.name == .sm2 ? Double.random(in: 1.3...4, using: &random) : nil,
      scheduledDays: phase == .learning ? 0 : Int(random.next() % 400) + 1,
      lapses: Int(random.next() % 20)
    )
  }

  mutating func settings() throws -> SchedulingSettings {
    let steps: [[Milliseconds]] = [[.minutes(1), .minutes(10)], [.minutes(10)], []]
    return try SchedulingSettings(
      desiredRetention: Double.random(in: 0.7...0.99, using: &random),
      learningSteps: steps[Int(random.next() % 3)],
      relearningSteps: steps[Int(random.next() % 3)],
      maximumInterval: [36_500, 365, 30][Int(random.next() % 3)]
    )
  }
}
