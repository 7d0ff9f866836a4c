/// Finds the least value of a smooth function inside a box, by the method of Broyden, Fletcher, Goldfarb and
/// Shanno with an active set.
///
/// The curvature starts from an estimate the caller has (for a likelihood, the Fisher information), which
/// saves most of the usual iterations. Updates are damped after Powell, so the curvature stays positive.
struct QuasiNewton: Sendable {
  /// A function's value and slopes at a point.
  struct Point: Sendable {
    var x: [Double]
    var value: Double
    var slopes: [Double]
  }

  let lower: [Double]
  let upper: [Double]

  /// No step moves a coordinate further than this; far from the optimum the curvature misleads.
  let reach: [Double]

  /// Ends when two iterations in a row gain less than this share of the value.
  var tolerance: Double

  /// Never more evaluations than this.
  var evaluationLimit: Int

  /// - Parameters:
  ///   - start: a point in the box, evaluated.
  ///   - estimate: an estimate of the second derivatives at a point, positive. It is asked for at the start,
  ///     and once more where the steps seem to have arrived, in case only the curvature had gone astray.
  ///   - evaluate: the value and slopes at a point; nil to stop early.
  /// - Returns: the best point found.
  func minimise(
    from start: Point,
    curvature estimate: ([Double]) -> SymmetricMatrix,
    _ evaluate: ([Double]) -> Point?
  ) -> Point {
    var point = start
    var evaluations = 0
    for _ in 0..<2 {
      let before = point.value
      guard descend(from: &point, estimate(point.x), &evaluations, evaluate) else { return point }
      if before - point.value < 10 * tolerance * abs(before) { break }
    }
    return point
  }

  /// Steps until they gain too little; false where the evaluation stopped it or the limit is reached.
  private func descend(
    from point: inout Point,
    _ estimate: SymmetricMatrix,
    _ evaluations: inout Int,
    _ evaluate: ([Double]) -> Point?
  ) -> Bool {
    var curvature = estimate
    var small = 0
    while small < 2 {
      let step = step(from: point, curvature)
      let farthest = zip(step, reach).reduce(0) { max($0, abs($1.0) / $1.1) }
      var share = farthest > 1 ? 1 / farthest : 1
      var next: Point?
      while next == nil {
        let x = zip(point.x.indices, step).map {
          (point.x[$0] + share * $1).clamped(lower[$0], upper[$0])
        }
        let expected = zip(x.indices, x).reduce(0) { $0 + point.slopes[$1.0] * ($1.1 - point.x[$1.0]) }
        guard expected < 0, share > 1e-6 else { return true }
        guard evaluations < evaluationLimit, let trial = evaluate(x) else { return false }
        evaluations += 1
        if trial.value <= point.value + 1e-4 * expected {
          next = trial
        } else {
          // The least point of the parabola through both values and the slope at the first.
          let bend = trial.value - point.value - expected
          share *= bend > 0 ? (-expected / (2 * bend)).clamped(0.1, 0.5) : 0.25
        }
      }
      guard let next else { return true }
      update(&curvature, from: point, to: next)
      small = point.value - next.value < tolerance * abs(point.value) ? small + 1 : 0
      point = next
    }
    return true
  }

  /// The minimum of the parabola in the box: weights that would leave it stop at its edge, and the others
  /// take that into account.
  private func step(from point: Point, _ curvature: SymmetricMatrix) -> [Double] {
    let size = point.x.count
    var step = [Double](repeating: 0, count: size)
    var free = (0..<size).filter { index in
      !(point.x[index] <= lower[index] && point.slopes[index] > 0)
        && !(point.x[index] >= upper[index] && point.slopes[index] < 0)
    }
    while !free.isEmpty {
      let fixedPart = curvature.times(step.indices.map { free.contains($0) ? 0 : step[$0] })
      let solution = curvature.solve(free.map { -point.slopes[$0] - fixedPart[$0] }, in: free)
      var inside: [Int] = []
      for (index, move) in zip(free, solution) {
        let target = point.x[index] + move
        if target < lower[index] {
          step[index] = lower[index] - point.x[index]
        } else if target > upper[index] {
          step[index] = upper[index] - point.x[index]
        } else {
          step[index] = move
          inside.append(index)
        }
      }
      if inside.count == free.count { break }
      free = inside
    }
    let downhill = zip(step, point.slopes).reduce(0) { $0 + $1.0 * $1.1 }
    guard downhill < 0 else {
      return step.indices.map { index in
        let move = -point.slopes[index] / max(curvature[index, index], 1e-12)
        return (point.x[index] + move).clamped(lower[index], upper[index]) - point.x[index]
      }
    }
    return step
  }

  private func update(_ curvature: inout SymmetricMatrix, from point: Point, to next: Point) {
    let s = zip(next.x, point.x).map { $0 - $1 }
    let y = zip(next.slopes, point.slopes).map { $0 - $1 }
    let bs = curvature.times(s)
    let sBs = zip(s, bs).reduce(0) { $0 + $1.0 * $1.1 }
    guard sBs > 1e-300 else { return }
    let sy = zip(s, y).reduce(0) { $0 + $1.0 * $1.1 }
    let share = sy >= 0.2 * sBs ? 1 : 0.8 * sBs / (sBs - sy)
    let r = zip(y, bs).map { share * $0 + (1 - share) * $1 }
    let sr = zip(s, r).reduce(0) { $0 + $1.0 * $1.1 }
    guard sr > 1e-300 else { return }
    for row in s.indices {
      for column in s.indices {
        curvature[row, column] += r[row] * r[column] / sr - bs[row] * bs[column] / sBs
      }
    }
  }
}
