/// Spreads reviews over the days an interval may be jittered to, so that no day gets too many.
///
/// Source: Anki 26, `states/load_balancer.rs`. A day's chance is
/// (1/due)^2.15 · (1/interval)³ · easy day · siblings, where due is what already falls on it.
public struct LoadBalancer: Sendable, Equatable, Hashable {
  /// How much a weekday should get.
  public enum EasyDay: Sendable, Equatable, Hashable {
    /// As much as any other day.
    case normal
    /// Half as much.
    case reduced
    /// Nothing, if it can be helped.
    case minimum
  }

  /// Longer intervals are left to the plain jitter.
  static let longestInterval = 90.0

  /// The reviews due in so many days, from today (index 0) on; what lies beyond counts as none.
  public let dueByDay: [Int]

  /// In how many days siblings of the card fall due.
  public let siblingsDueIn: [Int]

  /// What each day from today on should get; what lies beyond is normal.
  public let easyDays: [EasyDay]

  /// What is due already.
  public init(dueByDay: [Int], siblingsDueIn: [Int] = [], easyDays: [EasyDay] = []) {
    self.dueByDay = dueByDay
    self.siblingsDueIn = siblingsDueIn
    self.easyDays = easyDays
  }

  /// A day for a review, or nil where the interval is too long to be balanced.
  ///
  /// - Parameters:
  ///   - interval: the unrounded interval in days.
  ///   - minimum: the least day allowed.
  ///   - maximum: the last day allowed.
  ///   - seed: decides among the days by their chances.
  /// - Returns: a day in the jitter's range.
  public func day(for interval: Double, minimum: Int, maximum: Int, seed: FuzzSeed) -> Int? {
    guard interval <= Self.longestInterval, minimum <= Int(Self.longestInterval) else { return nil }
    let range = Fuzz.range(of: interval, minimum: minimum, maximum: maximum)
    let chances = range.map { chance(of: $0, in: range) }
    let sum = chances.reduce(0, +)
    guard sum > 0 else { return range.lowerBound }
    var rest = seed.fraction * sum
    for (day, chance) in zip(range, chances) {
      rest -= chance
      if rest < 0 { return day }
    }
    return range.upperBound
  }

  private func due(on day: Int) -> Int {
    dueByDay.indices.contains(day) ? max(dueByDay[day], 0) : 0
  }

  /// The weight of a day.
  ///
  /// One that has nothing due yet weighs 1 whatever else speaks against it, as in Anki.
  private func chance(of day: Int, in range: ClosedRange<Int>) -> Double {
    let due = due(on: day)
    guard due > 0 else { return 1 }
    let load = 1 / Double(due)
    let nearness = 1 / Double(max(day, 1))
    return Libm.pow(load, 2.15) * nearness * nearness * nearness * ease(of: day, in: range)
      * distance(of: day)
  }

  private func ease(of day: Int, in range: ClosedRange<Int>) -> Double {
    switch easyDays.indices.contains(day) ? easyDays[day] : .normal {
    case .normal: return 1
    case .minimum: return 1e-4
    case .reduced:
      let others = range.filter { $0 != day }
      let reviews = others.reduce(0) { $0 + due(on: $1) }
      let shares = others.reduce(0) { $0 + share(of: $1) }
      guard shares > 0 else { return 1 }
      return Double(due(on: day)) / share(of: day) > Double(reviews) / shares ? 1e-4 : 1
    }
  }

  /// What a day should get beside a normal one.
  private func share(of day: Int) -> Double {
    switch easyDays.indices.contains(day) ? easyDays[day] : .normal {
    case .normal: 1
    case .reduced: 0.5
    case .minimum: 1e-4
    }
  }

  /// A sibling within four days makes a day less likely, the nearer the less.
  private func distance(of day: Int) -> Double {
    let nearest = siblingsDueIn.map { abs(min(max($0, -1000), 100_000) - day) }.min() ?? 5
    return [0.0001, 0.2, 0.4, 0.6, 0.8, 1][min(nearest, 5)]
  }
}
