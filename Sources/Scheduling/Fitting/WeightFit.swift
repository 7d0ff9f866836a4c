/// How far a fit is taken.
public enum FitEffort: Sendable {
  /// To about where Anki's optimiser stops, as fast as possible.
  case quick
  /// To the optimum.
  case converged
}

/// What a fit found.
public struct FittedWeights: Sendable, Equatable {
  /// The scheduler they are for.
  public let scheduler: SchedulerName

  /// The weights, inside their box.
  public let weights: [Double]

  /// The number of items they were fitted to, outliers left out.
  public let items: Int

  /// How often the loss was computed.
  public let evaluations: Int
}

/// What fitting promises.
public struct Improvement: Sendable, Equatable {
  /// The weights fitted to all items.
  public let fitted: FittedWeights

  /// The current weights on unseen reviews.
  public let before: Evaluation

  /// Weights fitted in the same way, to what came before, on the same unseen reviews.
  public let after: Evaluation

  /// Whether the new weights should replace the current ones.
  public var isBetter: Bool {
    after.logLoss < before.logLoss
  }
}

/// Fits weights to a log and judges them on reviews they have not seen.
///
/// The same log gives the same weights, on any number of threads.
public struct WeightFit: Sendable {
  private let log: TrainingLog
  private let threads: Int

  /// - Parameters:
  ///   - log: the learner's reviews.
  ///   - threads: how many threads may work; at least 1.
  public init(_ log: TrainingLog, threads: Int = 2) {
    self.log = log
    self.threads = max(threads, 1)
  }

  /// Fits the weights of FSRS-6 or FSRS-7.
  ///
  /// - Parameters:
  ///   - scheduler: which; SM-2 has none to fit.
  ///   - limit: items from this number on stay unseen; nil uses all.
  ///   - effort: how far to go.
  ///   - progress: called now and then with a number that only grows; false stops the fit.
  /// - Returns: nil where the fit was stopped, and for SM-2.
  public func fit(
    _ scheduler: SchedulerName,
    below limit: Int? = nil,
    effort: FitEffort = .converged,
    progress: (Int) -> Bool = { _ in true }
  ) -> FittedWeights? {
    switch scheduler {
    case .fsrs6: fit(FSRS6Gradient.self, limit, effort, progress)
    case .fsrs7: fit(FSRS7Gradient.self, limit, effort, progress)
    case .sm2: nil
    }
  }

  private func fit<Model: FittedModel>(
    _ model: Model.Type,
    _ limit: Int?,
    _ effort: FitEffort,
    _ progress: (Int) -> Bool
  ) -> FittedWeights? {
    var calls = 0
    let fitter = Fitter<Model>(log, threads: threads)
    let outcome = fitter.fit(below: limit ?? log.itemCount, isQuick: effort == .quick) {
      calls += 1
      return progress(calls)
    }
    guard let outcome else { return nil }
    return FittedWeights(
      scheduler: Model.name,
      weights: outcome.weights,
      items: outcome.items,
      evaluations: outcome.evaluations
    )
  }

  /// How well weights predict all items, recent ones weighing more.
  public func evaluate(_ weights: [Double], of scheduler: SchedulerName) -> Evaluation {
    let last = Double(max(log.itemCount - 1, 1))
    let ages = (0..<log.itemCount).map { item in
      let age = Double(item) / last
      return 0.25 + 0.75 * age * age * age
    }
    return Evaluation(log, predictions: predict(weights, scheduler, 0..<log.itemCount), weights: ages)
  }

  /// How well weights do that are fitted to the past and predict the future: the items in order of time are
  /// cut into `splits + 1` parts, and each part after the first is predicted from those before it.
  ///
  /// - Parameters:
  ///   - scheduler: which.
  ///   - first: the first item to predict, which begins the second part; nil where all parts are of one size.
  ///   - splits: at least 1.
  ///   - effort: how far each fit goes.
  ///   - weights: predicts with these instead of fitting, to compare; nil fits.
  ///   - progress: called now and then with the number of the part and one that grows while it is fitted;
  ///     false stops.
  /// - Returns: nil where it was stopped.
  public func evaluateUnseen(
    _ scheduler: SchedulerName,
    from first: Int? = nil,
    splits: Int = 5,
    effort: FitEffort = .converged,
    fixed weights: [Double]? = nil,
    progress: (_ split: Int, _ step: Int) -> Bool = { _, _ in true }
  ) -> Evaluation? {
    let splits = max(splits, 1)
    let first = min(max(first ?? log.itemCount / (splits + 1), 0), log.itemCount)
    let size = (log.itemCount - first) / splits
    var predictions = [Double](repeating: .nan, count: log.itemCount)
    for split in 0..<splits {
      let seen = first + size * split
      let fitted =
        weights ?? fit(scheduler, below: seen, effort: effort) { progress(split, $0) }?.weights
      guard let fitted else { return nil }
      let range = seen..<(split == splits - 1 ? log.itemCount : seen + size)
      let predicted = predict(fitted, scheduler, range)
      for item in range { predictions[item] = predicted[item] }
    }
    return Evaluation(log, predictions: predictions)
  }

  /// Fits all items, and judges on unseen ones whether fitting beats keeping the current weights.
  ///
  /// - Parameters:
  ///   - current: the weights in use.
  ///   - scheduler: which.
  ///   - first: the first item that the current weights have not seen; nil where they have seen none.
  ///   - progress: called now and then with the share that is done, 0…1; false stops.
  /// - Returns: nil where it was stopped, for SM-2, and for a log without items.
  public func improve(
    on current: [Double],
    of scheduler: SchedulerName,
    unseenFrom first: Int? = nil,
    progress: (Double) -> Bool = { _ in true }
  ) -> Improvement? {
    guard log.itemCount > 0, scheduler != .sm2 else { return nil }
    let splits = 5
    // A fit's time grows with its part of the log, and most fits need some forty evaluations.
    func report(_ split: Int, _ step: Int) -> Bool {
      let done = Double(split * (split + 1)) / 2 + Double(split + 1) * (1 - Libm.exp(-Double(step) / 20))
      return progress(done / (Double((splits + 1) * (splits + 2)) / 2))
    }
    guard let before = evaluateUnseen(scheduler, from: first, splits: splits, fixed: current),
      let after = evaluateUnseen(scheduler, from: first, splits: splits, progress: report),
      let fitted = fit(scheduler, progress: { report(splits, $0) })
    else { return nil }
    return Improvement(fitted: fitted, before: before, after: after)
  }

  /// The loss of all items and its slope in every weight, for tests to hold against differences.
  package func slopes(of scheduler: SchedulerName, at weights: [Double]) -> (loss: Double, slopes: [Double]) {
    func of<Model: FittedModel>(_ model: Model.Type) -> (loss: Double, slopes: [Double]) {
      let none = [Bool](repeating: false, count: log.cardCount)
      let set = TrainingSet(log, below: log.itemCount, excluding: none, recency: true)
      let fitter = Fitter<Model>(log, threads: threads)
      let gradient = fitter.gradient(at: weights, set, curvature: false)
      return (gradient.loss, gradient.slopes)
    }
    return switch scheduler {
    case .fsrs6: of(FSRS6Gradient.self)
    case .fsrs7: of(FSRS7Gradient.self)
    case .sm2: (0, [])
    }
  }

  private func predict(_ weights: [Double], _ scheduler: SchedulerName, _ items: Range<Int>) -> [Double] {
    var predictions = [Double](repeating: .nan, count: log.itemCount)
    switch scheduler {
    case .fsrs6:
      let model = FSRS6Gradient(trainingWeights: weights)
      model.predict(log, days: FSRS6Gradient.days(of: log), items: items, into: &predictions)
    case .fsrs7:
      let model = FSRS7Gradient(trainingWeights: weights)
      model.predict(log, days: FSRS7Gradient.days(of: log), items: items, into: &predictions)
    case .sm2: break
    }
    return predictions
  }
}
