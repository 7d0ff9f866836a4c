/// Plans for a day on which a deck should be known.
///
/// The same arguments give the same answers, on any number of threads.
public struct ExamForecast: Sendable {
  private enum Model: Sendable {
    case fsrs6(FSRS6Model)
    case fsrs7(FSRS7Model)
  }

  private let model: Model
  private let plan: ExamPlan
  private let existing: [SimulatedCard]

  /// With FSRS-6.
  public init(_ scheduler: FSRS6, plan: ExamPlan, existing: [SimulatedCard] = []) {
    model = .fsrs6(scheduler.model)
    self.plan = plan
    self.existing = existing
  }

  /// With FSRS-7.
  public init(_ scheduler: FSRS7, plan: ExamPlan, existing: [SimulatedCard] = []) {
    model = .fsrs7(scheduler.model)
    self.plan = plan
    self.existing = existing
  }

  /// One possible course.
  ///
  /// - Parameters:
  ///   - policy: how the learner prepares.
  ///   - budget: the seconds of each day instead of the plan's, to compare policies at equal minutes.
  ///   - seed: another seed gives other luck.
  /// - Returns: how ready the learner is.
  public func simulate(_ policy: ExamPolicy, budget: [Double]? = nil, seed: UInt64 = 42) -> Readiness {
    switch model {
    case .fsrs6(let model):
      ExamSimulator(model: model, plan: plan).run(policy, budget: budget, seed: seed, existing: existing)
    case .fsrs7(let model):
      ExamSimulator(model: model, plan: plan).run(policy, budget: budget, seed: seed, existing: existing)
    }
  }

  /// The plain policy that leaves most known on the day, among retentions and paces of new cards.
  ///
  /// - Parameters:
  ///   - runs: how many courses to average for each, at least 1.
  ///   - threads: how many threads may work.
  /// - Returns: the policy and the mean of its expected recall.
  public func bestPlain(runs: Int = 4, threads: Int = 2) -> (policy: ExamPolicy, expectedRecall: Double) {
    var policies: [ExamPolicy] = []
    for share in [0.25, 0.5, 0.75, 0.95] {
      let pace = max(Int((Double(plan.newCards) / (Double(plan.days) * share)).rounded(.up)), 1)
      for percent in stride(from: 70, through: 98, by: 4) {
        let policy = ExamPolicy(retention: Double(percent) / 100, newPerDay: pace)
        if !policies.contains(policy) { policies.append(policy) }
      }
    }
    return best(of: policies, runs: runs, threads: threads)
  }

  /// The policy that leaves most known on the day: the best plain one, or the same with a focused end.
  ///
  /// - Parameters:
  ///   - runs: how many courses to average for each, at least 1.
  ///   - threads: how many threads may work.
  /// - Returns: the policy and the mean of its expected recall.
  public func best(runs: Int = 4, threads: Int = 2) -> (policy: ExamPolicy, expectedRecall: Double) {
    bestFocused(after: bestPlain(runs: runs, threads: threads).policy, runs: runs, threads: threads)
  }

  /// The end to a plain policy that leaves most known on the day: focused days, or none.
  ///
  /// - Parameters:
  ///   - plain: how the learner prepares before.
  ///   - runs: how many courses to average for each, at least 1.
  ///   - threads: how many threads may work.
  /// - Returns: the policy and the mean of its expected recall.
  public func bestFocused(
    after plain: ExamPolicy,
    runs: Int = 4,
    threads: Int = 2
  ) -> (policy: ExamPolicy, expectedRecall: Double) {
    let ends = [0, 3, 7, 14, 21, plan.days].filter { $0 <= plan.days }
    let policies = ends.map { end in
      ExamPolicy(retention: plain.retention, newPerDay: plain.newPerDay, focusedDays: end)
    }
    return best(of: policies, runs: runs, threads: threads)
  }

  private func best(
    of policies: [ExamPolicy],
    runs: Int,
    threads: Int
  ) -> (policy: ExamPolicy, expectedRecall: Double) {
    let means = Parallel.map(policies.count, threads: threads) { mean(of: policies[$0], runs: runs) }
    let best = means.indices.max { means[$0] < means[$1] } ?? 0
    return (policies[best], means[best])
  }

  /// The mean expected recall over several courses.
  public func mean(of policy: ExamPolicy, runs: Int = 4) -> Double {
    let runs = max(runs, 1)
    let sum = (0..<runs).reduce(0) { $0 + simulate(policy, seed: UInt64($1) &+ 1).expectedRecall }
    return sum / Double(runs)
  }

  /// What a policy comes to on average.
  ///
  /// - Parameters:
  ///   - policy: how the learner prepares.
  ///   - other: where given, each course gets on each day the seconds that this policy takes in it, instead of
  ///     the plan's, so that both can be compared at equal minutes.
  ///   - runs: how many courses to average, at least 1.
  ///   - threads: how many threads may work.
  /// - Returns: the averages.
  public func outlook(
    of policy: ExamPolicy,
    inTheMinutesOf other: ExamPolicy? = nil,
    runs: Int = 8,
    threads: Int = 2
  ) -> ExamOutlook {
    let courses = Parallel.map(max(runs, 1), threads: threads) { run in
      let seed = UInt64(run) &+ 1
      return simulate(policy, budget: other.map { simulate($0, seed: seed).secondsByDay }, seed: seed)
    }
    let count = Double(courses.count)
    func byDay(_ value: (ExamDay) -> Double) -> [Double] {
      (0..<plan.days).map { day in courses.reduce(0) { $0 + value($1.days[day]) } / count }
    }
    let mean = courses.reduce(0) { $0 + $1.expectedRecall } / count
    let squares = courses.reduce(0) { $0 + ($1.expectedRecall - mean) * ($1.expectedRecall - mean) }
    return ExamOutlook(
      expectedRecall: mean,
      standardError: count > 1 ? (squares / (count - 1) / count).squareRoot() : 0,
      minutesByDay: byDay { $0.seconds / 60 },
      learnedByDay: byDay { Double($0.learned) },
      reviewsByDay: byDay { Double($0.reviews) },
      cardsSeen: courses.reduce(0) { $0 + Double($1.cardsSeen) } / count
    )
  }

  /// Expected recall in the exam that a review now would add, for each second it takes: what a session sorts
  /// its cards by as the day comes near.
  ///
  /// - Parameters:
  ///   - memory: after the card's last review; nil for a card never seen.
  ///   - elapsed: days since that review.
  ///   - left: days until the exam, at least 0.
  /// - Returns: recall per second; negative where a review would do harm.
  public func gain(of memory: Memory?, elapsed: Days, left: Days) -> Double {
    func gain(_ model: some SimulatedModel) -> Double {
      ExamFocus(model: model, behaviour: plan.behaviour).gain(
        memory.map { model.trace($0) },
        elapsed: elapsed.value.clamped(0, 36_500),
        left: left.value.clamped(0, 36_500)
      )
    }
    return switch model {
    case .fsrs6(let model): gain(model)
    case .fsrs7(let model): gain(model)
    }
  }
}
