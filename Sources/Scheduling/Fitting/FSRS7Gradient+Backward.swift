extension FSRS7Gradient {
  /// Runs a card backward; adds ∂loss/∂w to `slopes`.
  func backward(
    _ steps: UnsafeMutableBufferPointer<Step>,
    _ count: Int,
    _ slopes: UnsafeMutableBufferPointer<Double>
  ) {
    var slopeSlow = 0.0
    var slopeFast = 0.0
    var slopeD = 0.0
    var slopeTarget = 0.0
    var slopeDecay2 = 0.0
    var slopeFactor2 = 0.0
    var index = count - 1
    while index > 0 {
      let step = steps[index]
      index -= 1
      var back = Back(recall: step.slope)
      if slopeD != 0 { difficulty(step, slopeD, &back, &slopeTarget, slopes) }
      if step.isCapped {
        slopeSlow += 0.8 * slopeFast
        slopeFast = 0
      }
      if slopeSlow != 0, isInside(step.slowUpdate.next) {
        let (x, q) = update(
          step.slowUpdate,
          step.slow,
          step.logSlow,
          step.recall,
          step,
          7,
          slopeSlow,
          &back.d,
          slopes
        )
        back.slow += x
        back.recall += q
      }
      if slopeFast != 0, isInside(step.fastUpdate.next) {
        let (x, q) = update(
          step.fastUpdate,
          step.fast,
          step.logFast,
          step.r1,
          step,
          15,
          slopeFast,
          &back.d,
          slopes
        )
        back.fast += x
        back.r1 += q
      }
      curve(step, &back, &slopeDecay2, &slopeFactor2, slopes)
      slopeSlow = back.slow
      slopeFast = back.fast
      slopeD = back.d
    }
    let first = steps[0].g
    slopes[first - 1] += slopeSlow + 0.8 * slopeFast
    let g = Double(first - 1)
    let start = w[4] - Libm.exp(w[5] * g) + 1
    if start > 1, start < 10 {
      slopes[4] += slopeD
      slopes[5] -= slopeD * g * Libm.exp(w[5] * g)
    }
    slopes[4] += slopeTarget
    slopes[5] -= slopeTarget * 3 * Libm.exp(w[5] * 3)
    let decay2 = -model.decay2
    let grown = model.slowFactor + 1
    slopes[26] -= slopeFactor2 * grown / (decay2 * w[26])
    if w[24] > 0.01, w[24] < 0.95 {
      slopes[24] += slopeDecay2 + slopeFactor2 * grown * Libm.log(w[26]) / (decay2 * decay2)
    }
  }

  /// ∂loss/∂ what stood before a review.
  private struct Back {
    var slow = 0.0
    var fast = 0.0
    var d = 0.0
    var recall: Double
    var r1 = 0.0
  }

  @inline(__always)
  private func isInside(_ stability: Double) -> Bool {
    stability > FSRS7Model.minimumStability && stability < FSRS7Model.maximumStability
  }

  @inline(__always)
  private func difficulty(
    _ step: Step,
    _ slopeD: Double,
    _ back: inout Back,
    _ slopeTarget: inout Double,
    _ slopes: UnsafeMutableBufferPointer<Double>
  ) {
    let g = Double(step.g - 3)
    let surprise = step.g == 1 ? step.recall + 0.1 : 1
    let delta = -w[6] * g * surprise
    let next = 0.01 * model.easyTarget + 0.99 * (step.d + (10 - step.d) / 9 * delta)
    guard next > 1, next < 10 else { return }
    slopeTarget += 0.01 * slopeD
    let slope = 0.99 * slopeD
    back.d += slope * (1 - delta / 9)
    let slopeDelta = slope * (10 - step.d) / 9
    slopes[6] -= slopeDelta * g * surprise
    if step.g == 1 { back.recall -= slopeDelta * w[6] * g }
  }

  /// One stability's update; returns ∂loss/∂x and ∂loss/∂q.
  @inline(__always)
  private func update(
    _ update: Update,
    _ x: Double,
    _ logX: Double,
    _ q: Double,
    _ step: Step,
    _ k: Int,
    _ slope: Double,
    _ slopeD: inout Double,
    _ slopes: UnsafeMutableBufferPointer<Double>
  ) -> (x: Double, q: Double) {
    if step.g > 1 {
      let growth = update.base * (update.gain - 1)
      let back = slope * x
      slopes[k] += back * growth
      slopes[k + 1] -= back * growth * logX
      slopeD -= back * growth / (11 - step.d)
      let gained = back * update.base * update.gain
      slopes[k + 2] += gained * (1 - q)
      if step.g != 3 {
        let bonus = step.g == 2 ? w[k + 6] : w[k + 7]
        if bonus > 0 { slopes[step.g == 2 ? k + 6 : k + 7] += back * growth / bonus }
      }
      return (slope * (1 + growth) - back * growth * w[k + 1] / x, -gained * w[k + 2])
    }
    if update.isHeld { return (slope, 0) }
    slopes[k + 3] += slope * (update.gain - 1) * update.base
    let powered = slope * w[k + 3] * update.gain * update.base
    slopes[k + 4] += powered * Libm.log(x + 1)
    slopes[k + 5] += slope * update.next * (1 - q)
    return (powered * w[k + 4] / (x + 1), -slope * update.next * w[k + 5])
  }

  /// The forgetting curve, from ∂loss/∂R and ∂loss/∂R₁ to the memory and the weights.
  @inline(__always)
  private func curve(
    _ step: Step,
    _ back: inout Back,
    _ slopeDecay2: inout Double,
    _ slopeFactor2: inout Double,
    _ slopes: UnsafeMutableBufferPointer<Double>
  ) {
    let mixed = back.recall * (1 - 2e-5)
    let slope1 = back.r1 + mixed * step.share1
    let slope2 = mixed * (1 - step.share1)
    let odds = mixed * (step.r1 - step.r2) * step.share1 * (1 - step.share1)
    guard step.t > 0, slope1 != 0 || slope2 != 0 else { return }
    let distance = step.d - 5
    var slopeLogFast = -odds * w[29]
    var slopeLogSlow = -odds * w[30]
    slopes[27] += odds / w[27]
    slopes[29] -= odds * step.logFast
    slopes[28] -= odds / w[28]
    slopes[30] -= odds * step.logSlow
    slopes[31] -= odds * distance
    back.d -= odds * model.shareDifficulty

    slopeDecay2 -= slope2 * step.r2 * step.logBase2
    let slopeBase2 = slope2 * model.decay2 * step.r2 / step.base2
    let reached2 = slopeBase2 * (step.base2 - 1)
    slopeFactor2 += slopeBase2 * step.timescale * step.t / step.slow
    slopeLogSlow -= reached2
    slopes[32] += reached2 * distance
    back.d += reached2 * model.factorDifficulty

    var slopeDecay1 = -slope1 * step.r1 * step.logBase1
    let slopeBase1 = -slope1 * step.decay1 * step.r1 / step.base1
    slopeLogFast -= slopeBase1 * (step.base1 - 1)
    if step.exponent1 < 60 {
      let slopeExponent = slopeBase1 * step.t / step.fast * (step.factor1 + 1)
      slopes[25] -= slopeExponent / (step.decay1 * w[25])
      slopeDecay1 += slopeExponent * logW25 / (step.decay1 * step.decay1)
    }
    if step.decay1 > 0.01, step.decay1 < 0.95 {
      slopes[23] += slopeDecay1 * step.decay1 / w[23]
      slopes[33] += slopeDecay1 * step.decay1 * step.logFast
      slopeLogFast += slopeDecay1 * step.decay1 * model.fastDecayPower
    }
    back.slow += slopeLogSlow / step.slow
    back.fast += slopeLogFast / step.fast
  }
}
