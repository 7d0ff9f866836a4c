/// Simulates what lies before a learner.
///
/// The same arguments give the same days, on any number of threads.
public struct Forecast: Sendable {
  private enum Model: Sendable {
    case fsrs6(FSRS6Model)
    case fsrs7(FSRS7Model)
  }

  private let model: Model
  private let plan: SimulationPlan
  private let existing: [SimulatedCard]

  /// With FSRS-6.
  public init(_ scheduler: FSRS6, plan: SimulationPlan, existing: [SimulatedCard] = []) {
    model = .fsrs6(scheduler.model)
    self.plan = plan
    self.existing = existing
  }

  /// With FSRS-7.
  public init(_ scheduler: FSRS7, plan: SimulationPlan, existing: [SimulatedCard] = []) {
    model = .fsrs7(scheduler.model)
    self.plan = plan
    self.existing = existing
  }

  /// One possible course.
  ///
  /// - Parameters:
  ///   - retention: the chance of recall to aim for, 0.70…0.99.
  ///   - seed: another seed gives another course.
  /// - Returns: its days.
  public func simulate(retention: Double, seed: UInt64 = 42) -> Simulation {
    let retention = retention.clamped(0.7, 0.99)
    switch model {
    case .fsrs6(let model):
      return Simulator(model: model, plan: plan).run(retention: retention, seed: seed, existing: existing)
    case .fsrs7(let model):
      return Simulator(model: model, plan: plan).run(retention: retention, seed: seed, existing: existing)
    }
  }

  /// The days of several courses on average.
  ///
  /// - Parameters:
  ///   - retention: the chance of recall to aim for, 0.70…0.99.
  ///   - runs: how many courses, at least 1.
  ///   - threads: how many threads may work.
  /// - Returns: one entry for each day.
  public func averageDays(retention: Double, runs: Int = 4, threads: Int = 2) -> [AverageDay] {
    let courses = Parallel.map(max(runs, 1), threads: threads) { run in
      simulate(retention: retention, seed: UInt64(run) &+ 42).days
    }
    let share = 1 / Double(courses.count)
    return (0..<plan.days).map { day in
      courses.reduce(into: AverageDay()) { sum, course in
        sum.memorised += share * course[day].memorised
        sum.reviews += share * Double(course[day].reviews)
        sum.recalled += share * Double(course[day].recalled)
        sum.learned += share * Double(course[day].learned)
        sum.seconds += share * course[day].seconds
      }
    }
  }

  /// What each desired retention costs and brings.
  ///
  /// - Parameters:
  ///   - retentions: which to try.
  ///   - runs: how many courses to average, at least 1; the same chances fall to every retention.
  ///   - threads: how many threads may work.
  /// - Returns: one point for each retention, in the order given.
  public func retentionCurve(
    _ retentions: [Double] = (70...99).map { Double($0) / 100 },
    runs: Int = 4,
    threads: Int = 2
  ) -> [RetentionPoint] {
    let runs = max(runs, 1)
    return Parallel.map(retentions.count, threads: threads) { index in
      let retention = retentions[index]
      var memorised = 0.0
      var seconds = 0.0
      var reviews = 0.0
      for run in 0..<runs {
        let total = simulate(retention: retention, seed: UInt64(run) &+ 42).total
        memorised += total.memorised
        seconds += total.seconds
        reviews += Double(total.reviews)
      }
      let count = Double(runs)
      return RetentionPoint(
        retention: retention,
        memorised: memorised / count,
        minutesPerDay: seconds / count / 60 / Double(plan.days),
        reviewsPerDay: reviews / count / Double(plan.days),
        secondsPerMemorised: memorised > 0 ? seconds / memorised : .infinity
      )
    }
  }
}

/// A simulated day, averaged over several courses.
public struct AverageDay: Sendable, Equatable {
  /// Cards that would be recalled on this day.
  public var memorised = 0.0

  /// Reviews of cards seen before, steps not counted.
  public var reviews = 0.0

  /// Those that were recalled.
  public var recalled = 0.0

  /// Cards seen for the first time.
  public var learned = 0.0

  /// Seconds spent.
  public var seconds = 0.0
}

/// What a desired retention costs and brings.
public struct RetentionPoint: Sendable, Equatable {
  /// The chance of recall aimed for.
  public let retention: Double

  /// The expected number of cards recalled on the last day.
  public let memorised: Double

  /// Minutes a day, on average.
  public let minutesPerDay: Double

  /// Reviews a day, on average.
  public let reviewsPerDay: Double

  /// All seconds spent for each card recalled on the last day; infinite where none is.
  public let secondsPerMemorised: Double
}

extension [RetentionPoint] {
  /// The point where a memorised card costs least; nil of an empty curve.
  public var cheapest: RetentionPoint? {
    self.min { $0.secondsPerMemorised < $1.secondsPerMemorised }
  }
}
