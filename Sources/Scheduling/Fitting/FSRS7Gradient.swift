/// FSRS-7's loss and its slopes, derived by hand and run backwards through each card's history.
///
/// The forward pass is `FSRS7Model`'s arithmetic with its intermediate results kept.
struct FSRS7Gradient: FittedModel {
  static let weightCount = 34
  static let name = SchedulerName.fsrs7
  static let box = FSRS7Weights.box

  /// Source of the deviations: fsrs-rs , but for w0…w3, which it leaves free: here they are 0.3 of the
  /// default.
  ///
  /// of the default. With the strength, that is what small logs need to beat FSRS-6 on unseen reviews.
  static let prior = Prior(
    centre: FSRS7Weights.standard.values,
    deviations: [
      0.0331, 0.6719, 1.1766, 3.5352, 0.523, 0.2528, 0.4329, 0.2966, 0.2139, 0.2889, 0.1862, 0.175, 0.3812,
      0.3013,
      0.9104, 0.3234, 0.2448, 0.3273, 0.1842, 0.1735, 0.4608, 0.311, 0.864, 0.0418, 0.2596, 0.0798, 0.0682,
      0.1282, 0.1397, 0.1407, 0.1489, 0.2, 0.15, 0.15,
    ],
    strength: 0.6
  )

  /// What the forward pass keeps of one stability's update.
  struct Update {
    /// The growth with its bonus over gain − 1, or the scale of a lapse times its gain.
    var base = 0.0
    /// e^{(1−q)·w[k+2]}, or (x+1)^{w[k+4]} of a lapse.
    var gain = 0.0
    /// Before it is bounded.
    var next = 0.0
    /// Whether a lapse left the stability where it was.
    var isHeld = false
  }

  /// What the forward pass keeps of one review.
  struct Step {
    var g = 0
    var t = 0.0
    var slow = 0.0
    var fast = 0.0
    var d = 0.0
    var logSlow = 0.0
    var logFast = 0.0
    var decay1 = 0.0
    var exponent1 = 0.0
    var factor1 = 0.0
    var base1 = 0.0
    var logBase1 = 0.0
    var r1 = 0.0
    var timescale = 0.0
    var base2 = 0.0
    var logBase2 = 0.0
    var r2 = 0.0
    var share1 = 0.0
    var recall = 0.0
    /// dLoss/dR.
    var slope = 0.0
    var slowUpdate = Update()
    var fastUpdate = Update()
    /// Whether the fast stability was held below 0.8 of the slow one.
    var isCapped = false
  }

  let w: [Double]
  let model: FSRS7Model
  let logW25: Double

  init(trainingWeights: [Double]) {
    w = trainingWeights
    model = FSRS7Model(values: trainingWeights)
    logW25 = Libm.log(trainingWeights[25])
  }

  static func days(of log: TrainingLog) -> [Double] {
    log.exactDays
  }

  func addGradient(
    of log: TrainingLog,
    days: [Double],
    set: TrainingSet,
    cards: Range<Int>,
    to result: inout Gradient
  ) {
    let longest = cards.reduce(0) { max($0, set.cards[$1].count) }
    var scratch = [Step](repeating: Step(), count: longest)
    var slopes = [Double](repeating: 0, count: Self.weightCount)
    scratch.withUnsafeMutableBufferPointer { steps in
      slopes.withUnsafeMutableBufferPointer { slopes in
        for card in cards {
          let range = set.cards[card]
          var weight = 0.0
          result.loss += forward(log, days, set.weights, range, steps, &weight)
          slopes.update(repeating: 0)
          backward(steps, range.count, slopes)
          result.add(slopes, weight: weight)
        }
      }
    }
  }

  func predict(_ log: TrainingLog, days: [Double], items: Range<Int>, into predictions: inout [Double]) {
    for card in 0..<log.cardCount {
      let range = log.starts[card]..<log.starts[card + 1]
      guard let start = range.first else { continue }
      var (slow, fast, d) = model.first(Int(log.ratings[start]))
      for place in range.dropFirst() {
        let item = Int(log.items[place])
        if item >= items.upperBound { break }
        let curve = model.curve(slow: slow, fast: fast, d: d)
        let fastRecall = curve.fast(days[place])
        let recall = curve.recall(days[place], fast: fastRecall)
        if items.contains(item) { predictions[item] = recall }
        let g = Int(log.ratings[place])
        (slow, fast, d) = model.next(
          slow: slow,
          fast: fast,
          d: d,
          recall: recall,
          fastRecall: fastRecall,
          g
        )
      }
    }
  }

  /// Runs a card forward; returns its loss and the mean weight of its items.
  private func forward(
    _ log: TrainingLog,
    _ days: [Double],
    _ weights: [Float],
    _ range: Range<Int>,
    _ steps: UnsafeMutableBufferPointer<Step>,
    _ meanWeight: inout Double
  ) -> Double {
    var loss = 0.0
    var total = 0.0
    var items = 0.0
    let first = Int(log.ratings[range.lowerBound])
    var (slow, fast, d) = model.first(first)
    steps[0].g = first
    var index = 1
    for place in range.dropFirst() {
      var step = Step()
      step.g = Int(log.ratings[place])
      step.t = days[place]
      step.slow = slow
      step.fast = fast
      step.d = d
      recall(&step)
      let weight = Double(weights[place])
      if weight > 0 {
        let chance = step.g > 1 ? step.recall : 1 - step.recall
        loss -= weight * Libm.log(chance)
        step.slope = (step.g > 1 ? -weight : weight) / chance
        total += weight
        items += 1
      }
      step.slowUpdate = update(step.slow, step.logSlow, step.recall, step, model.slowUpdate)
      step.fastUpdate = update(step.fast, step.logFast, step.r1, step, model.fastUpdate)
      slow = model.bounded(step.slowUpdate.next)
      fast = model.bounded(step.fastUpdate.next)
      if step.g == 1, fast > 0.8 * slow {
        step.isCapped = true
        fast = model.bounded(0.8 * slow)
      }
      d = model.nextDifficulty(d, step.recall, step.g)
      steps[index] = step
      index += 1
    }
    meanWeight = items > 0 ? total / items : 0
    return loss
  }

  /// The forgetting curve at the review's time.
  @inline(__always)
  private func recall(_ step: inout Step) {
    step.logSlow = Libm.log(step.slow)
    step.logFast = Libm.log(step.fast)
    step.decay1 = (w[23] * Libm.exp(model.fastDecayPower * step.logFast)).clamped(0.01, 0.95)
    step.exponent1 = -logW25 / step.decay1
    step.factor1 = Libm.exp(step.exponent1 < 60 ? step.exponent1 : 60) - 1
    step.timescale = Libm.exp((step.d - 5) * model.factorDifficulty)
    if step.t > 0 {
      step.base1 = 1 + step.factor1 * step.t / step.fast
      step.logBase1 = Libm.log(step.base1)
      step.r1 = Libm.exp(-step.decay1 * step.logBase1)
      step.base2 = 1 + model.slowFactor * step.timescale * step.t / step.slow
      step.logBase2 = Libm.log(step.base2)
      step.r2 = Libm.exp(model.decay2 * step.logBase2)
    } else {
      (step.base1, step.r1, step.base2, step.r2) = (1, 1, 1, 1)
    }
    // ln(B/A), so that one exponential gives the share.
    let odds =
      Libm.log(w[28] / w[27]) + w[30] * step.logSlow + (step.d - 5) * model.shareDifficulty
      + w[29] * step.logFast
    step.share1 = 1 / (1 + Libm.exp(odds))
    step.recall = (step.share1 * step.r1 + (1 - step.share1) * step.r2) * (1 - 2e-5) + 1e-5
  }

  @inline(__always)
  private func update(
    _ x: Double,
    _ logX: Double,
    _ q: Double,
    _ step: Step,
    _ weights: FSRS7Model.Update
  ) -> Update {
    var update = Update()
    if step.g > 1 {
      let bonus = step.g == 2 ? weights.hard : step.g == 4 ? weights.easy : 1
      update.base = weights.growth * (11 - step.d) * Libm.exp(-weights.power * logX) * bonus
      update.gain = Libm.exp((1 - q) * weights.gain)
      update.next = x * (1 + update.base * (update.gain - 1))
    } else {
      update.base = Libm.exp((1 - q) * weights.lapseGain)
      update.gain = Libm.exp(weights.lapsePower * Libm.log(x + 1))
      let lapsed = weights.lapseScale * (update.gain - 1) * update.base
      update.isHeld = lapsed >= x
      update.next = update.isHeld ? x : lapsed
    }
    return update
  }
}
