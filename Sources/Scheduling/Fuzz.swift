/// Seeds the jitter of one review: the same card at the same repetition always draws the same.
public struct FuzzSeed: Sendable, Equatable, Hashable {
  /// The draw, 0 ≤ value < 1.
  public let fraction: Double

  /// Chooses among the days of the jitter by what is due on them already; nil draws them evenly.
  public var balancer: LoadBalancer?

  /// - Parameters:
  ///   - card: any number that names the card, the same on every machine.
  ///   - repetition: how many reviews the card has had.
  public init(card: UInt64, repetition: Int) {
    var random = SplitMix(seed: card &+ UInt64(truncatingIfNeeded: repetition) &* 0x9E37_79B9_7F4A_7C15)
    fraction = random.nextFraction()
  }

  /// A draw chosen by the caller, clamped into 0 ≤ fraction < 1.
  public init(fraction: Double) {
    self.fraction = fraction.clamped(0, 1.0.nextDown)
  }
}

/// The range of days from which a jittered interval is drawn.
///
/// Source: Anki, `states/fuzz.rs`.
public enum Fuzz {
  /// Days that are added and taken away: none below 2.5 days, else 1 + 15 % of the days in 2.5…7, 10 % of
  /// those in 7…20 and 5 % of those beyond.
  static func delta(of interval: Double) -> Double {
    guard interval >= 2.5 else { return 0 }
    return 1
      + 0.15 * max(min(interval, 7) - 2.5, 0)
      + 0.1 * max(min(interval, 20) - 7, 0)
      + 0.05 * max(interval - 20, 0)
  }

  /// The days an interval may become: never outside `minimum...maximum`, and at least two of them where
  /// the interval is above 2 and the maximum allows.
  public static func range(of interval: Double, minimum: Int, maximum: Int) -> ClosedRange<Int> {
    let maximum = max(maximum, 1)
    let minimum = min(max(minimum, 0), maximum)
    let interval = interval.clamped(Double(minimum), Double(maximum))
    let delta = delta(of: interval)
    let lower = min(max((interval - delta).rounded().saturatingInt, minimum), maximum)
    let upper = min(max((interval + delta).rounded().saturatingInt, minimum), maximum)
    return lower...(upper == lower && upper > 2 && upper < maximum ? lower + 1 : upper)
  }

  /// The day drawn from the range, or the rounded interval without a seed; always in `minimum...maximum`
  /// (the maximum wins where they cross).
  static func days(
    _ interval: Double,
    minimum: Int,
    maximum: Int,
    seed: FuzzSeed?,
    rounding: IntervalRounding
  ) -> Int {
    guard let seed else {
      return max(min(rounding.days(interval), maximum), min(minimum, maximum))
    }
    if let day = seed.balancer?.day(for: interval, minimum: minimum, maximum: maximum, seed: seed) {
      return day
    }
    let range = range(of: interval, minimum: minimum, maximum: maximum)
    let span = Double(1 + range.upperBound - range.lowerBound)
    return min(range.lowerBound + (seed.fraction * span).saturatingInt, range.upperBound)
  }

  /// The least an interval may be jittered to: one that grows stays above the previous one, one that stays
  /// within reach of it does not fall below, one that really shrinks is free.
  static func minimum(of interval: Double, previous: Int, maximum: Int) -> Int {
    if interval.rounded().saturatingInt > previous { return previous + 1 }
    return previous <= range(of: interval, minimum: 1, maximum: maximum).upperBound ? previous : 0
  }
}

extension IntervalRounding {
  /// The whole number of days nearest to `interval`.
  @inline(__always)
  func days(_ interval: Double) -> Int {
    switch self {
    case .awayFromZero: interval.rounded(.toNearestOrAwayFromZero).saturatingInt
    case .toEven: interval.rounded(.toNearestOrEven).saturatingInt
    }
  }
}
