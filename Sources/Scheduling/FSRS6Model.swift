/// FSRS-6's formulas over plain numbers, one function each; everything else in this room calls these.
///
/// Sources: py-fsrs 6.3 `scheduler.py`, fsrs-rs 6.6 `model.rs`. `s` is stability and `t` elapsed time, both
/// in days; `d` difficulty 1…10; `r` retrievability 0…1; `g` the rating 1…4.
struct FSRS6Model: Sendable {
  let initialStability: (Double, Double, Double, Double)
  let initialDifficulty: (Double, Double, Double, Double)
  let easyTarget: Double
  let w6: Double
  let w7: Double
  let growth: Double
  let w9: Double
  let w10: Double
  let w11: Double
  let w12: Double
  let w13: Double
  let w14: Double
  let w15: Double
  let w16: Double
  let lapseDivisor: Double
  let sameDay: (Double, Double, Double, Double)
  let w19: Double
  let decay: Double
  let factor: Double
  let stabilityCap: Double
  let allowsShortTerm: Bool

  static let minimumStability = 0.001
  static let maximumStability = 36_500.0

  init(weights: Weights, capsStability: Bool) {
    let w = weights.values
    stabilityCap = capsStability ? Self.maximumStability : .infinity
    initialStability = (w[0], w[1], w[2], w[3])
    func difficulty(_ g: Double) -> Double {
      w[4] - Libm.exp(w[5] * (g - 1)) + 1
    }
    initialDifficulty = (
      difficulty(1).clamped(1, 10), difficulty(2).clamped(1, 10), difficulty(3).clamped(1, 10),
      difficulty(4).clamped(1, 10)
    )
    easyTarget = difficulty(4)
    w6 = w[6]
    w7 = w[7]
    growth = Libm.exp(w[8])
    w9 = w[9]
    w10 = w[10]
    w11 = w[11]
    w12 = w[12]
    w13 = w[13]
    w14 = w[14]
    w15 = w[15]
    w16 = w[16]
    lapseDivisor = Libm.exp(w[17] * w[18])
    func sameDay(_ g: Double) -> Double {
      Libm.exp(w[17] * (g - 3 + w[18]))
    }
    self.sameDay = (sameDay(1), sameDay(2), sameDay(3), sameDay(4))
    w19 = w[19]
    decay = -w[20]
    factor = Libm.pow(0.9, 1 / decay) - 1
    allowsShortTerm = w[17] > 0 && w[18] > 0
  }

  /// R(t, S): the chance of recall.
  @inline(__always)
  func retrievability(_ t: Double, _ s: Double) -> Double {
    Libm.pow(1 + factor * t / s, decay)
  }

  /// What S/F is multiplied by to get the interval at this retention.
  func intervalFactor(_ retention: Double) -> Double {
    Libm.pow(retention, 1 / decay) - 1
  }

  /// The days until recall falls to the retention that `intervalFactor` was made for.
  @inline(__always)
  func interval(_ s: Double, _ intervalFactor: Double) -> Double {
    s / factor * intervalFactor
  }

  @inline(__always)
  func bounded(_ s: Double) -> Double {
    s.clamped(Self.minimumStability, stabilityCap)
  }

  /// S₀(G).
  @inline(__always)
  func firstStability(_ g: Int) -> Double {
    bounded(pick(initialStability, g))
  }

  /// D₀(G).
  @inline(__always)
  func firstDifficulty(_ g: Int) -> Double {
    pick(initialDifficulty, g)
  }

  /// D′: linear damping towards 10, then reversion to the unclamped D₀(4).
  @inline(__always)
  func nextDifficulty(_ d: Double, _ g: Int) -> Double {
    let delta = -(w6 * Double(g - 3))
    return (w7 * easyTarget + (1 - w7) * (d + (10 - d) * delta / 9)).clamped(1, 10)
  }

  /// S after a review a day or more later that was recalled: the growth all three ratings share,
  /// (S′/S − 1) for good.
  @inline(__always)
  func recallGrowth(_ d: Double, _ s: Double, _ r: Double) -> Double {
    growth * (11 - d) * Libm.pow(s, -w9) * (Libm.exp((1 - r) * w10) - 1)
  }

  @inline(__always)
  func recalled(_ s: Double, _ recallGrowth: Double, _ g: Int) -> Double {
    bounded(s * (1 + recallGrowth * (g == 2 ? w15 : 1) * (g == 4 ? w16 : 1)))
  }

  /// S after forgetting a day or more later: never above what a same-day again would leave.
  @inline(__always)
  func forgotten(_ d: Double, _ s: Double, _ r: Double) -> Double {
    let long = w11 * Libm.pow(d, -w12) * (Libm.pow(s + 1, w13) - 1) * Libm.exp((1 - r) * w14)
    let short = s / lapseDivisor
    return bounded(long < short ? long : short)
  }

  /// S^−w19, which the same-day ratings share.
  @inline(__always)
  func sameDayPower(_ s: Double) -> Double {
    Libm.pow(s, -w19)
  }

  /// S after a review on the same day; only again may shrink it.
  @inline(__always)
  func sameDayStability(_ s: Double, _ power: Double, _ g: Int) -> Double {
    let increase = pick(sameDay, g) * power
    return bounded(s * (g >= 2 && increase < 1 ? 1 : increase))
  }

  /// S′ for one rating; `t` under a day is the same day.
  @inline(__always)
  func nextStability(_ d: Double, _ s: Double, _ t: Double, _ g: Int) -> Double {
    guard t >= 1 else { return sameDayStability(s, sameDayPower(s), g) }
    let r = retrievability(t, s)
    return g == 1 ? forgotten(d, s, r) : recalled(s, recallGrowth(d, s, r), g)
  }

  @inline(__always)
  private func pick(_ values: (Double, Double, Double, Double), _ g: Int) -> Double {
    switch g {
    case 1: values.0
    case 2: values.1
    case 3: values.2
    default: values.3
    }
  }
}
