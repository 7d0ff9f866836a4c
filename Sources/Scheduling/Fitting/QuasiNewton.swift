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

  /// Ends when an iteration gains less than this share of the value.
  var tolerance: Double

  /// Never more evaluations than this.
  var evaluationLimit: Int

  /// - Parameters:
  ///   - start: a point in the box, evaluated.
  ///   - curvature: an estimate of the second derivatives there, positive.
  ///   - evaluate: the value and slopes at a point; nil to stop early.
  /// - Returns: the best point found and the curvature there.
  func minimise(
    from start: Point,
    curvature: SymmetricMatrix,
    _ evaluate: ([Double]) -> Point?
  ) -> (point: Point, curvature: SymmetricMatrix) {
    var point = start
    var curvature = curvature
    var evaluations = 0
    var small = 0
    while evaluations < evaluationLimit {
      let step = step(from: point, curvature)
      var share = 1.0
      var next: Point?
      while evaluations < evaluationLimit, share > 1e-6 {
        let x = zip(point.x.indices, step).map {
          (point.x[$0] + share * $1).clamped(lower[$0], upper[$0])
        }
        let expected = zip(x.indices, x).reduce(0) { $0 + point.slopes[$1.0] * ($1.1 - point.x[$1.0]) }
        guard expected < 0, let trial = evaluate(x) else { return (point, curvature) }
        evaluations += 1
        if trial.value <= point.value + 1e-4 * expected {
          next = trial
          break
        }
        // The parabola through both values and the slope at the first.
        let bend = trial.value - point.value - expected
        share *= bend > 0 ? (-expected / (2 * bend)).clamped(0.1, 0.5) : 0.25
      }
      guard let next else { break }
      update(&curvature, from: point, to: next)
      let gain = point.value - next.value
      point = next
      small = gain < tolerance * abs(point.value) ? small + 1 : 0
      if small == 2 { break }
    }
    return (point, curvature)
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
