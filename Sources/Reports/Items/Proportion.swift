/// A share with the interval in which the true one probably lies.
public struct Proportion: Sendable, Equatable {
  /// How many of all.
  public let part: Int
  /// All.
  public let whole: Int
  /// part / whole, 0…1.
  public let share: Double
  /// The lower end of the 95 % interval.
  public let low: Double
  /// The upper end of the 95 % interval.
  public let high: Double

  /// The share of a part in a whole with its Wilson score interval; nil for an empty whole.
  ///
  /// Source: Wilson, "Probable inference, the law of succession, and statistical inference" (1927), with
  /// z = 1.959963984540054, the normal distribution's 97.5 % quantile.
  public init?(_ part: Int, of whole: Int) {
    guard whole > 0 else { return nil }
    let z = 1.959963984540054
    let n = Double(whole)
    let p = Double(part) / n
    let middle = p + z * z / (2 * n)
    let spread = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    self.part = part
    self.whole = whole
    share = p
    low = max(0, (middle - spread) / (1 + z * z / n))
    high = min(1, (middle + spread) / (1 + z * z / n))
  }
}

/// Pearson's correlation of pairs; nil where one side does not vary.
func correlation(_ pairs: [(Double, Double)]) -> Double? {
  guard pairs.count > 1 else { return nil }
  let n = Double(pairs.count)
  let meanX = pairs.reduce(0) { $0 + $1.0 } / n
  let meanY = pairs.reduce(0) { $0 + $1.1 } / n
  var xx = 0.0
  var yy = 0.0
  var xy = 0.0
  for (x, y) in pairs {
    xx += (x - meanX) * (x - meanX)
    yy += (y - meanY) * (y - meanY)
    xy += (x - meanX) * (y - meanY)
  }
  // What is left of equal scores after rounding does not count as variation.
  guard xx > 1e-18 * n, yy > 1e-18 * n else { return nil }
  return max(-1, min(1, xy / (xx * yy).squareRoot()))
}

/// The median of times in milliseconds, in seconds; nil of none.
///
/// Halved and turned into seconds by one division, so that 4 299 and 4 301 give 4.3 and not a neighbour of it.
func medianSeconds(_ milliseconds: [Int64]) -> Double? {
  guard !milliseconds.isEmpty else { return nil }
  let sorted = milliseconds.sorted()
  let middle = sorted.count / 2
  let other = sorted.count % 2 == 1 ? middle : middle - 1
  return Double(sorted[other] &+ sorted[middle]) / 2_000
}
