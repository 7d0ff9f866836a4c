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
      for retention in stride(from: 0.7, through: 0.98, by: 0.04) {
        policies.append(ExamPolicy(retention: retention, newPerDay: pace))
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
    let plain = bestPlain(runs: runs, threads: threads).policy
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
