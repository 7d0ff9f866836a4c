/// FSRS-7's formulas over plain numbers, one function each.
///
/// Sources: ts-fsrs `fsrs-7.mdx` and `algorithm.ts`, fsrs-rs `model_v7.rs`. `slow` and `fast` are the two
/// stabilities and `t` elapsed time, all in days; `d` difficulty 1…10; `g` the rating 1…4.
struct FSRS7Model: Sendable {
  /// The eight weights of one stability's update, w[k]…w[k+7].
  struct Update: Sendable {
    let growth: Double
    let power: Double
    let gain: Double
    let lapseScale: Double
    let lapsePower: Double
    let lapseGain: Double
    let hard: Double
    let easy: Double

    init(_ w: ArraySlice<Double>) {
      let w = Array(w)
      growth = Libm.exp(w[0] - 1.5)
      power = w[1]
      gain = w[2]
      lapseScale = w[3]
      lapsePower = w[4]
      lapseGain = w[5]
      hard = w[6]
      easy = w[7]
    }

    /// T_k(x, q): what becomes of stability `x` at recall `q`.
    @inline(__always)
    func callAsFunction(_ x: Double, _ q: Double, _ d: Double, _ g: Int) -> Double {
      let relearned = lapseScale * (Libm.pow(x + 1, lapsePower) - 1) * Libm.exp((1 - q) * lapseGain)
      let lapsed = relearned < x ? relearned : x
      guard g > 1 else { return lapsed }
      let bonus = g == 2 ? hard : g == 4 ? easy : 1
      let grown =
        x * (1 + growth * (11 - d) * Libm.pow(x, -power) * (Libm.exp((1 - q) * gain) - 1) * bonus)
      return grown > lapsed ? grown : lapsed
    }
  }

  /// What the two stabilities and the difficulty make of the forgetting curve; time is still open.
  struct Curve {
    let decay1: Double
    let factor1: Double
    let decay2: Double
    let factor2: Double
    let share1: Double

    /// The fast curve alone.
    @inline(__always)
    func fast(_ t: Double) -> Double {
      Libm.pow(1 + factor1 * t, decay1)
    }

    /// R(t), 1e-5 … 1 − 1e-5.
    @inline(__always)
    func recall(_ t: Double, fast: Double) -> Double {
      let slow = Libm.pow(1 + factor2 * t, decay2)
      return (share1 * fast + (1 - share1) * slow) * (1 - 2e-5) + 1e-5
    }

    @inline(__always)
    func recall(_ t: Double) -> Double {
      recall(t, fast: fast(t))
    }

    /// R(t) and dR/d ln t.
    @inline(__always)
    func recallAndSlope(_ t: Double) -> (recall: Double, slope: Double) {
      let base1 = 1 + factor1 * t
      let base2 = 1 + factor2 * t
      let fast = share1 * Libm.pow(base1, decay1)
      let slow = (1 - share1) * Libm.pow(base2, decay2)
      let slope = fast * decay1 * (base1 - 1) / base1 + slow * decay2 * (base2 - 1) / base2
      return ((fast + slow) * (1 - 2e-5) + 1e-5, slope * (1 - 2e-5))
    }
  }

  static let minimumStability = 1e-4
  static let maximumStability = 36_500.0

  let initialStability: [Double]
  let initialDifficulty: [Double]
  let easyTarget: Double
  let w6: Double
  let slowUpdate: Update
  let fastUpdate: Update
  let w23: Double
  let fastDecayPower: Double
  let logFastBase: Double
  let decay2: Double
  let slowFactor: Double
  let w27: Double
  let w28: Double
  let w29: Double
  let w30: Double
  let shareDifficulty: Double
  let factorDifficulty: Double

  init(weights: FSRS7Weights) {
    self.init(values: weights.values)
  }

  /// From 34 numbers inside the box, whatever their order: a fit passes through such.
  init(values w: [Double]) {
    initialStability = Array(w[0...3])
    func difficulty(_ g: Double) -> Double {
      w[4] - Libm.exp(w[5] * (g - 1)) + 1
    }
    initialDifficulty = [1, 2, 3, 4].map { difficulty($0).clamped(1, 10) }
    easyTarget = difficulty(4)
    w6 = w[6]
    slowUpdate = Update(w[7...14])
    fastUpdate = Update(w[15...22])
    w23 = w[23]
    fastDecayPower = w[33] - 0.3
    logFastBase = Libm.log(w[25])
    decay2 = -w[24].clamped(0.01, 0.95)
    slowFactor = Libm.pow(w[26], 1 / decay2) - 1
    w27 = w[27]
    w28 = w[28]
    w29 = w[29]
    w30 = w[30]
    shareDifficulty = w[31] - 0.5
    factorDifficulty = w[32] - 0.3
  }

  @inline(__always)
  func bounded(_ s: Double) -> Double {
    s.clamped(Self.minimumStability, Self.maximumStability)
  }

  /// The forgetting curve of a memory.
  @inline(__always)
  func curve(slow: Double, fast: Double, d: Double) -> Curve {
    let logFast = Libm.log(fast)
    let decay1 = -(w23 * Libm.exp(logFast * fastDecayPower)).clamped(0.01, 0.95)
    let exponent = logFastBase / decay1
    let factor1 = Libm.exp(exponent < 60 ? exponent : 60) - 1
    let factor2 = slowFactor * Libm.exp((d - 5) * factorDifficulty)
    let a = w27 * Libm.exp(-w29 * logFast)
    let b = w28 * Libm.exp(w30 * Libm.log(slow) + (d - 5) * shareDifficulty)
    return Curve(
      decay1: decay1,
      factor1: factor1 / fast,
      decay2: decay2,
      factor2: factor2 / slow,
      share1: a / (a + b)
    )
  }

  /// D′: a forgotten card that was well known gets harder than one that was expected to be lost.
  @inline(__always)
  func nextDifficulty(_ d: Double, _ recall: Double, _ g: Int) -> Double {
    let delta = -w6 * Double(g - 3) * (g == 1 ? recall + 0.1 : 1)
    return (0.01 * easyTarget + 0.99 * (d + (10 - d) / 9 * delta)).clamped(1, 10)
  }

  /// The memory after a rating, from the recall of both curves before it.
  @inline(__always)
  func next(
    slow: Double,
    fast: Double,
    d: Double,
    recall: Double,
    fastRecall: Double,
    _ g: Int
  ) -> (slow: Double, fast: Double, d: Double) {
    let nextSlow = bounded(slowUpdate(slow, recall, d, g))
    var nextFast = bounded(fastUpdate(fast, fastRecall, d, g))
    if g == 1, nextFast > 0.8 * nextSlow { nextFast = bounded(0.8 * nextSlow) }
    return (nextSlow, nextFast, nextDifficulty(d, recall, g))
  }

  /// The memory after the first rating.
  func first(_ g: Int) -> (slow: Double, fast: Double, d: Double) {
    let slow = bounded(initialStability[g - 1])
    return (slow, bounded(0.8 * slow), initialDifficulty[g - 1])
  }

  /// The days until recall falls to `retention`: Newton's method in ln t, then bisection where it failed.
  func interval(slow: Double, fast: Double, d: Double, retention: Double) -> Double {
    guard retention < 0.9999 else { return 0 }
    let curve = curve(slow: slow, fast: fast, d: d)
    let low = Libm.log(1 / 86_400.0)
    let high = Libm.log(Self.maximumStability)
    var logT = Libm.log(max(slow, fast))
    for _ in 0..<7 {
      logT = logT.clamped(low, high)
      let t = Libm.exp(logT)
      let (recall, slope) = curve.recallAndSlope(t)
      let step = ((recall - retention) / (slope < -1e-12 ? slope : -1e-12)).clamped(-4, 4)
      logT -= step
      if abs(step) < 1e-11 { break }
    }
    let t = Libm.exp(logT).clamped(0, Self.maximumStability)
    guard abs(curve.recall(t) - retention) > 1e-9 else { return t }
    var short = 0.0
    var long = Self.maximumStability
    for _ in 0..<70 {
      let middle = (short + long) / 2
      if curve.recall(middle) > retention { short = middle } else { long = middle }
    }
    return (short + long) / 2
  }
}
