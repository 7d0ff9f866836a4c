extension Fitter {
  /// A fit's outcome.
  struct Outcome {
    let weights: [Double]
    let evaluations: Int
    let items: Int
  }

  /// Fits to the items numbered below `limit`.
  ///
  /// Under 8 items there is nothing to learn, under 64 only the first stabilities are. A large log is fitted
  /// on a sample of its cards first: the sample's optimum is close, and finding it costs little.
  ///
  /// - Parameters:
  ///   - limit: items from here on stay unseen.
  ///   - isQuick: stop as soon as the loss is as low as Anki's optimiser leaves it, instead of at the optimum.
  ///   - progress: called before each evaluation; false stops the fit.
  /// - Returns: nil where it was stopped.
  func fit(below limit: Int, isQuick: Bool, progress: () -> Bool) -> Outcome? {
    let excluded = Outliers.cards(in: log, below: limit)
    let set = TrainingSet(log, below: limit, excluding: excluded, recency: true)
    guard set.count >= 8 else { return Outcome(weights: prior.centre, evaluations: 0, items: set.count) }
    let initial = InitialStability.estimate(
      log,
      below: limit,
      excluding: excluded,
      defaults: Array(prior.centre[0...3]),
      decay: Model.initialDecay
    )
    var start = prior.centre
    for index in 0...3 {
      start[index] = initial.stabilities[index].clamped(Model.box[index].lowerBound, Model.box[index].upperBound)
    }
    guard set.count >= 64 else { return Outcome(weights: start, evaluations: 0, items: set.count) }
    var fitter = self
    for index in 0...3 { fitter.prior.centre[index] = start[index] }
    var evaluations = 0
    var isStopped = false
    func goesOn() -> Bool {
      evaluations += 1
      isStopped = !progress()
      return !isStopped
    }
    let sample = 30_000
    if set.reviewCount > 2 * sample {
      start = fitter.minimise(
        set.thinned(to: sample),
        from: start,
        tolerance: 1e-5,
        evaluations: 60,
        onEvaluation: goesOn
      ).x
    }
    guard !isStopped else { return nil }
    let end = fitter.minimise(
      set,
      from: start,
      tolerance: isQuick ? 1e-5 : 1e-7,
      evaluations: isQuick ? 12 : 200,
      onEvaluation: goesOn
    )
    guard !isStopped else { return nil }
    var weights = end.x
    let ordered = InitialStability.monotone(
      Array(weights[0...3]),
      counts: initial.counts,
      defaults: Array(Model.prior.centre[0...3])
    )
    weights.replaceSubrange(0...3, with: ordered)
    return Outcome(weights: weights, evaluations: evaluations, items: set.count)
  }
}
