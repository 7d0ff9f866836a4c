/// FSRS-6's loss and its slopes, derived by hand and run backwards through each card's history.
///
/// The forward pass is `FSRS6Model`'s arithmetic with its intermediate results kept.
struct FSRS6Gradient: FittedModel {
  static let weightCount = 21
  static let name = SchedulerName.fsrs6

  /// Source of the deviations: fsrs-rs , but for w0…w3: there it holds them loosely to a first guess, here
  /// they may be 1.2 times off the default.
  ///
  /// the default. It also believes in the whole more than twice as strongly. Both were chosen by the loss on
  /// unseen reviews.
  static let prior = Prior(
    centre: Weights.fsrs6Default.values,
    deviations: [
      0.254, 1.552, 2.768, 9.955, 0.57, 0.28, 0.6, 0.12, 0.39, 0.18, 0.33, 0.3, 0.09, 0.16, 0.57, 0.25, 1.03,
      0.31, 0.32, 0.14, 0.27,
    ],
    strength: 0.4
  )

  /// w19 stays off 0 as in fsrs-rs's training, lest same-day reviews lose their slope.
  static let box: [ClosedRange<Double>] = {
    var box = Weights.box
    box[19] = 0.01...0.8
    return box
  }()

  /// What the forward pass keeps of one review.
  private struct Step {
    var s = 0.0
    var d = 0.0
    var t = 0.0
    var g = 0
    /// ln S before the review.
    var logS = 0.0
    /// ln(1 + F·t/S); also tells the same day by being 0.
    var logX = 0.0
    var r = 0.0
    /// dLoss/dR.
    var slope = 0.0
    /// The growth without its bonus over e^{w10(1−R)} − 1, or the lapse without its power of S.
    var base = 0.0
    /// e^{w10(1−R)} or e^{w14(1−R)}.
    var gain = 0.0
    /// ln D and ln(S + 1); only of lapses.
    var logD = 0.0
    var logGrown = 0.0
    /// S′ before it is bounded.
    var next = 0.0
  }

  private let w: [Double]
  private let model: FSRS6Model
  private let lapseScale: Double

  init(trainingWeights: [Double]) {
    w = trainingWeights
    model = FSRS6Model(weights: Weights(clipping: trainingWeights), capsStability: true)
    lapseScale = 1 / model.lapseDivisor
  }

  static func days(of log: TrainingLog) -> [Double] {
    log.days
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
    steps[0].g = first
    steps[0].next = w[first - 1]
    var s = model.firstStability(first)
    var d = model.firstDifficulty(first)
    var index = 1
    for place in range.dropFirst() {
      var step = Step()
      step.g = Int(log.ratings[place])
      step.t = days[place]
      step.s = s
      step.d = d
      step.logS = Libm.log(s)
      if step.t >= 1 {
        step.logX = Libm.log(1 + model.factor * step.t / s)
        step.r = Libm.exp(model.decay * step.logX)
        let weight = Double(weights[place])
        if weight > 0 {
          let r = step.r.clamped(1e-6, 1 - 1e-6)
          if step.g > 1 {
            loss -= weight * (r == step.r ? model.decay * step.logX : Libm.log(r))
            step.slope = -weight / r
          } else {
            loss -= weight * Libm.log(1 - r)
            step.slope = weight / (1 - r)
          }
          total += weight
          items += 1
        }
        if step.g > 1 {
          step.base = model.growth * (11 - d) * Libm.exp(-model.w9 * step.logS)
          step.gain = Libm.exp((1 - step.r) * model.w10)
          step.next = s * (1 + step.base * (step.gain - 1) * bonus(step.g))
        } else {
          step.gain = Libm.exp((1 - step.r) * model.w14)
          step.logD = Libm.log(d)
          step.logGrown = Libm.log(s + 1)
          step.base = model.w11 * Libm.exp(-model.w12 * step.logD) * step.gain
          let long = step.base * (Libm.exp(model.w13 * step.logGrown) - 1)
          let short = s * lapseScale
          step.next = long < short ? long : short
        }
      } else {
        step.gain = sameDayIncrease(step.g) * Libm.exp(-model.w19 * step.logS)
        step.next = s * (step.g > 1 && step.gain < 1 ? 1 : step.gain)
      }
      s = model.bounded(step.next)
      d = model.nextDifficulty(d, step.g)
      steps[index] = step
      index += 1
    }
    meanWeight = items > 0 ? total / items : 0
    return loss
  }

  /// Runs a card backward; adds ∂loss/∂w to `slopes`.
  private func backward(
    _ steps: UnsafeMutableBufferPointer<Step>,
    _ count: Int,
    _ slopes: UnsafeMutableBufferPointer<Double>
  ) {
    var slopeS = 0.0
    var slopeD = 0.0
    var slopeTarget = 0.0
    var slopeFactor = 0.0
    var index = count - 1
    while index > 0 {
      let step = steps[index]
      index -= 1
      var backS = 0.0
      var backD = 0.0
      if slopeD != 0 {
        let g = Double(step.g - 3)
        let delta = -w[6] * g
        let moved = step.d + (10 - step.d) * delta / 9
        let next = w[7] * model.easyTarget + (1 - w[7]) * moved
        if next > 1, next < 10 {
          slopes[7] += slopeD * (model.easyTarget - moved)
          slopeTarget += slopeD * w[7]
          let back = slopeD * (1 - w[7])
          backD += back * (1 - delta / 9)
          slopes[6] -= back * (10 - step.d) / 9 * g
        }
      }
      var slopeR = step.slope
      if slopeS != 0, step.next > FSRS6Model.minimumStability, step.next < FSRS6Model.maximumStability {
        if step.t < 1 {
          backS += sameDayBackward(step, slopeS, slopes)
        } else if step.g > 1 {
          let h = bonus(step.g)
          let growth = step.base * (step.gain - 1) * h
          let back = slopeS * step.s
          backS += slopeS * (1 + growth) - back * growth * w[9] / step.s
          backD -= back * growth / (11 - step.d)
          slopes[8] += back * growth
          slopes[9] -= back * growth * step.logS
          let gain = back * step.base * h * step.gain
          slopes[10] += gain * (1 - step.r)
          slopeR -= gain * w[10]
          if step.g != 3 { slopes[step.g == 2 ? 15 : 16] += back * step.base * (step.gain - 1) }
        } else if step.next < step.s * lapseScale {
          let power = step.next / step.base + 1
          slopes[11] += slopeS * step.next / w[11]
          slopes[12] -= slopeS * step.next * step.logD
          backD -= slopeS * step.next * w[12] / step.d
          slopes[13] += slopeS * step.base * power * step.logGrown
          backS += slopeS * step.base * w[13] * power / (step.s + 1)
          slopes[14] += slopeS * step.next * (1 - step.r)
          slopeR -= slopeS * step.next * w[14]
        } else {
          backS += slopeS * lapseScale
          slopes[17] -= slopeS * step.next * w[18]
          slopes[18] -= slopeS * step.next * w[17]
        }
      }
      if slopeR != 0 {
        let x = 1 + model.factor * step.t / step.s
        let inner = slopeR * model.decay * step.r / x * step.t / step.s
        slopeFactor += inner
        backS -= inner * model.factor / step.s
        slopes[20] -= slopeR * step.r * step.logX
      }
      slopeS = backS
      slopeD = backD
    }
    finish(steps[0], slopeS, slopeD, slopeTarget, slopeFactor, slopes)
  }

  /// S′ = S·e^{w17(g−3+w18)}·S^{−w19}, unless it is held at S.
  ///
  /// Returns ∂/∂S.
  @inline(__always)
  private func sameDayBackward(
    _ step: Step,
    _ slopeS: Double,
    _ slopes: UnsafeMutableBufferPointer<Double>
  ) -> Double {
    if step.g > 1, step.gain < 1 { return slopeS }
    let back = slopeS * step.next
    slopes[17] += back * (Double(step.g - 3) + w[18])
    slopes[18] += back * w[17]
    slopes[19] -= back * step.logS
    return slopeS * step.gain * (1 - w[19])
  }

  /// The first review, and what all reviews share.
  private func finish(
    _ first: Step,
    _ slopeS: Double,
    _ slopeD: Double,
    _ slopeTarget: Double,
    _ slopeFactor: Double,
    _ slopes: UnsafeMutableBufferPointer<Double>
  ) {
    slopes[first.g - 1] += slopeS
    let g = Double(first.g - 1)
    let start = w[4] - Libm.exp(w[5] * g) + 1
    if start > 1, start < 10 {
      slopes[4] += slopeD
      slopes[5] -= slopeD * g * Libm.exp(w[5] * g)
    }
    slopes[4] += slopeTarget
    slopes[5] -= slopeTarget * 3 * Libm.exp(w[5] * 3)
    slopes[20] += slopeFactor * (model.factor + 1) * Libm.log(0.9) / (w[20] * w[20])
  }

  @inline(__always)
  private func bonus(_ g: Int) -> Double {
    g == 2 ? model.w15 : g == 4 ? model.w16 : 1
  }

  @inline(__always)
  private func sameDayIncrease(_ g: Int) -> Double {
    switch g {
    case 1: model.sameDay.0
    case 2: model.sameDay.1
    case 3: model.sameDay.2
    default: model.sameDay.3
    }
  }

  func predict(_ log: TrainingLog, days: [Double], items: Range<Int>, into predictions: inout [Double]) {
    for card in 0..<log.cardCount {
      let range = log.starts[card]..<log.starts[card + 1]
      guard let start = range.first else { continue }
      let first = Int(log.ratings[start])
      var s = model.firstStability(first)
      var d = model.firstDifficulty(first)
      for place in range.dropFirst() {
        let g = Int(log.ratings[place])
        let item = Int(log.items[place])
        if item >= items.upperBound { break }
        if items.contains(item) { predictions[item] = model.retrievability(days[place], s) }
        s = model.nextStability(d, s, days[place], g)
        d = model.nextDifficulty(d, g)
      }
    }
  }
}
