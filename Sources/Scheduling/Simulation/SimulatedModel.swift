/// A memory as a simulation carries it: plain numbers.
struct Trace: Sendable {
  var slow: Double
  var fast: Double
  var d: Double
}

/// What a simulation needs of a forgetting model.
protocol SimulatedModel: Sendable {
  /// The memory after a first rating, 1…4.
  func start(_ g: Int) -> Trace

  /// The memory after a rating within the day's steps.
  func again(_ trace: Trace, _ g: Int) -> Trace

  /// The memory after a rating `t` days later, at a recall of `r` then.
  func next(_ trace: Trace, t: Double, r: Double, _ g: Int) -> Trace

  /// The chance of recall `t` days later.
  func recall(_ trace: Trace, t: Double) -> Double

  /// Adds the chance of recall on each day from `start` to before `end`, `since` days after the review on the
  /// first of them.
  func addRecall(_ trace: Trace, from start: Int, to end: Int, since: Double, _ sums: inout [Double])

  /// The days until recall falls to a retention, of which `factor` was made by `intervalFactor`.
  func interval(_ trace: Trace, _ factor: Double) -> Double

  /// What `interval` needs of a retention.
  func intervalFactor(_ retention: Double) -> Double

  /// A stored memory.
  func trace(_ memory: Memory) -> Trace
}

extension FSRS6Model: SimulatedModel {
  func start(_ g: Int) -> Trace {
    Trace(slow: firstStability(g), fast: 0, d: firstDifficulty(g))
  }

  /// Hard may shrink stability within a day here, unlike in scheduling: fsrs-rs's simulator, whose transition
  /// shares are used, still has it so.
  @inline(__always)
  func again(_ trace: Trace, _ g: Int) -> Trace {
    let s =
      g == 2
      ? bounded(trace.slow * sameDay.1 * sameDayPower(trace.slow))
      : sameDayStability(trace.slow, sameDayPower(trace.slow), g)
    return Trace(slow: s, fast: 0, d: nextDifficulty(trace.d, g))
  }

  @inline(__always)
  func next(_ trace: Trace, t: Double, r: Double, _ g: Int) -> Trace {
    let s =
      g == 1
      ? forgotten(trace.d, trace.slow, r)
      : recalled(trace.slow, recallGrowth(trace.d, trace.slow, r), g)
    return Trace(slow: s, fast: 0, d: nextDifficulty(trace.d, g))
  }

  @inline(__always)
  func recall(_ trace: Trace, t: Double) -> Double {
    retrievability(t, trace.slow)
  }

  func addRecall(_ trace: Trace, from start: Int, to end: Int, since: Double, _ sums: inout [Double]) {
    let rate = factor / trace.slow
    var x = 1 + rate * since
    for day in start..<max(start, end) {
      sums[day] += Libm.exp(decay * Libm.log(x))
      x += rate
    }
  }

  func interval(_ trace: Trace, _ factor: Double) -> Double {
    interval(trace.slow, factor)
  }

  func trace(_ memory: Memory) -> Trace {
    Trace(slow: bounded(memory.stability.value), fast: 0, d: memory.difficulty.clamped(1, 10))
  }
}

extension FSRS7Model: SimulatedModel {
  func start(_ g: Int) -> Trace {
    let (slow, fast, d) = first(g)
    return Trace(slow: slow, fast: fast, d: d)
  }

  /// A step ten minutes later.
  func again(_ trace: Trace, _ g: Int) -> Trace {
    let t = 10.0 / 1440
    return next(trace, t: t, r: recall(trace, t: t), g)
  }

  func next(_ trace: Trace, t: Double, r: Double, _ g: Int) -> Trace {
    let curve = curve(slow: trace.slow, fast: trace.fast, d: trace.d)
    let (slow, fast, d) = next(
      slow: trace.slow,
      fast: trace.fast,
      d: trace.d,
      recall: r,
      fastRecall: curve.fast(t),
      g
    )
    return Trace(slow: slow, fast: fast, d: d)
  }

  func recall(_ trace: Trace, t: Double) -> Double {
    curve(slow: trace.slow, fast: trace.fast, d: trace.d).recall(t)
  }

  func addRecall(_ trace: Trace, from start: Int, to end: Int, since: Double, _ sums: inout [Double]) {
    let curve = curve(slow: trace.slow, fast: trace.fast, d: trace.d)
    for day in start..<max(start, end) {
      sums[day] += curve.recall(since + Double(day - start))
    }
  }

  func interval(_ trace: Trace, _ factor: Double) -> Double {
    interval(slow: trace.slow, fast: trace.fast, d: trace.d, retention: factor)
  }

  func intervalFactor(_ retention: Double) -> Double {
    retention
  }

  func trace(_ memory: Memory) -> Trace {
    let slow = bounded(memory.stability.value)
    let fast = bounded(memory.fastStability?.value ?? 0.8 * slow)
    return Trace(slow: slow, fast: fast, d: memory.difficulty.clamped(1, 10))
  }
}
