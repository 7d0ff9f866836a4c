import Scheduling
import Study

/// How the chance of recall that was predicted compares with what was recalled, in bins of predictions.
///
/// Only reviews of cards in review count, as for true retention.
public struct Calibration: Sendable, Equatable {
  /// The reviews whose predictions fall into one range.
  public struct Bin: Sendable, Equatable {
    /// The reviews.
    public internal(set) var reviews = 0
    /// Those of them that were recalled.
    public internal(set) var recalled = 0
    /// The sum of their predictions.
    public internal(set) var predictedSum = 0.0

    /// An empty bin.
    public init() {}

    /// The mean prediction, 0…1; nil while empty.
    public var predicted: Double? { reviews > 0 ? predictedSum / Double(reviews) : nil }

    /// The share recalled, 0…1; nil while empty.
    public var actual: Double? { share(recalled, of: reviews) }
  }

  /// The number of bins, each as wide as the others.
  public static let count = 20

  /// The bins from 0 up to 1.
  public private(set) var bins = Array(repeating: Bin(), count: count)

  /// Nothing counted yet.
  public init() {}

  /// Counts a review where it counts.
  mutating func add(_ fact: ReviewFact) {
    guard fact.phase == .review, let predicted = fact.retrievability, predicted.isFinite else { return }
    let index = min(Self.count - 1, max(0, Int(predicted * Double(Self.count))))
    bins[index].reviews += 1
    bins[index].predictedSum += predicted
    if fact.rating != .again { bins[index].recalled += 1 }
  }

  /// Counts what another one counted.
  mutating func add(_ other: Calibration) {
    for index in bins.indices {
      bins[index].reviews += other.bins[index].reviews
      bins[index].recalled += other.bins[index].recalled
      bins[index].predictedSum += other.bins[index].predictedSum
    }
  }

  /// All reviews that counted.
  public var reviews: Int { bins.reduce(0) { $0 + $1.reviews } }

  /// The mean prediction of all, 0…1; nil without a review.
  public var predicted: Double? {
    reviews > 0 ? bins.reduce(0) { $0 + $1.predictedSum } / Double(reviews) : nil
  }

  /// The share recalled of all, 0…1; nil without a review.
  public var actual: Double? { share(bins.reduce(0) { $0 + $1.recalled }, of: reviews) }

  /// The root of the mean square of predicted less recalled over the bins, weighted by their reviews.
  ///
  /// It is RMSE(bins) with bins of predictions; 0 is perfect. Nil without a review.
  public var error: Double? {
    guard reviews > 0 else { return nil }
    let sum = bins.reduce(0.0) { sum, bin in
      guard let predicted = bin.predicted, let actual = bin.actual else { return sum }
      return sum + Double(bin.reviews) * (predicted - actual) * (predicted - actual)
    }
    return (sum / Double(reviews)).squareRoot()
  }
}
