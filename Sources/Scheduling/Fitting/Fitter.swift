/// Where a fit starts from and how strongly it is held there.
struct Prior: Sendable {
  /// The weights most learners have.
  let centre: [Double]

  /// How far learners' weights lie from them.
  let deviations: [Double]

  /// The penalty is `strength · Σ((w − centre)/deviation)²`.
  let strength: Double

  func add(to point: inout QuasiNewton.Point) {
    for index in centre.indices {
      let distance = (point.x[index] - centre[index]) / deviations[index]
      point.value += strength * distance * distance
      point.slopes[index] += 2 * strength * distance / deviations[index]
    }
  }
}

/// Fits one model's weights to a training set.
struct Fitter<Model: FittedModel>: Sendable {
  let log: TrainingLog
  let days: [Double]
  let prior: Prior
  let threads: Int

  init(_ log: TrainingLog, threads: Int) {
    self.log = log
    days = Model.days(of: log)
    prior = Model.prior
    self.threads = threads
  }

  /// Loss and slopes at `x`, without the prior.
  func gradient(at x: [Double], _ set: TrainingSet, curvature: Bool) -> Gradient {
    let model = Model(trainingWeights: x)
    let pieces = pieces(of: set)
    let log = log
    let days = days
    let parts = Parallel.map(pieces.count, threads: threads) { piece in
      var result = Gradient(weights: Model.weightCount, curvature: curvature)
      model.addGradient(of: log, days: days, set: set, cards: pieces[piece], to: &result)
      return result
    }
    var sum = Gradient(weights: Model.weightCount, curvature: curvature)
    for part in parts { sum.add(part) }
    return sum
  }

  /// The set's cards in pieces of about equal work, the same for any number of threads.
  private func pieces(of set: TrainingSet) -> [Range<Int>] {
    let share = max(set.reviewCount / 32, 256)
    var pieces: [Range<Int>] = []
    var start = 0
    var reviews = 0
    for card in set.cards.indices {
      reviews += set.cards[card].count
      if reviews >= share {
        pieces.append(start..<card + 1)
        start = card + 1
        reviews = 0
      }
    }
    if start < set.cards.count { pieces.append(start..<set.cards.count) }
    return pieces
  }

  /// Minimises loss and prior from `start`.
  func minimise(
    _ set: TrainingSet,
    from start: [Double],
    tolerance: Double,
    evaluations: Int,
    onEvaluation: () -> Bool
  ) -> QuasiNewton.Point {
    func point(_ x: [Double], _ gradient: Gradient) -> QuasiNewton.Point {
      var point = QuasiNewton.Point(x: x, value: gradient.loss, slopes: gradient.slopes)
      prior.add(to: &point)
      return point
    }
    func curvature(at x: [Double]) -> SymmetricMatrix {
      let fisher = gradient(at: x, set, curvature: true).curvature
      var curvature = SymmetricMatrix(lowerTriangle: fisher, size: Model.weightCount)
      for index in prior.centre.indices {
        let deviation = prior.deviations[index]
        curvature[index, index] += 2 * prior.strength / (deviation * deviation)
      }
      return curvature
    }
    let method = QuasiNewton(
      lower: Model.box.map(\.lowerBound),
      upper: Model.box.map(\.upperBound),
      reach: prior.deviations,
      tolerance: tolerance,
      evaluationLimit: evaluations
    )
    let first = point(start, gradient(at: start, set, curvature: false))
    return method.minimise(from: first, curvature: curvature) { x in
      onEvaluation() ? point(x, gradient(at: x, set, curvature: false)) : nil
    }
  }
}
