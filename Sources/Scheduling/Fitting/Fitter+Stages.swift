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
    let usual = Array(Weights.fsrs6Default.values[0...3])
    let initial = InitialStability.estimate(
      log,
      below: limit,
      excluding: excluded,
      defaults: usual
    )
    var start = prior.centre
    for index in 0...3 {
      // FSRS-7's first stabilities stand to FSRS-6's as the defaults do.
      let guess = initial.stabilities[index] * prior.centre[index] / usual[index]
      start[index] = guess.clamped(Model.box[index].lowerBound, Model.box[index].upperBound)
    }
    guard set.count >= 64 else { return Outcome(weights: start, evaluations: 0, items: set.count) }
    var evaluations = 0
    var isStopped = false
    func goesOn() -> Bool {
      evaluations += 1
      isStopped = !progress()
      return !isStopped
    }
    let sample = 30_000
    let isLarge = set.reviewCount > 2 * sample
    if isLarge {
      start =
        minimise(
          set.thinned(to: sample),
          from: start,
          tolerance: isQuick ? 5e-5 : 1e-5,
          evaluations: 60,
          onEvaluation: goesOn
        ).x
    }
    guard !isStopped else { return nil }
    let end = minimise(
      set,
      from: start,
      tolerance: isQuick ? 1e-4 : isLarge ? 1e-6 : 1e-7,
      evaluations: isQuick ? 12 : isLarge ? 20 : 300,
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
