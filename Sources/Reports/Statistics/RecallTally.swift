import Scheduling
public import Study

/// How often cards in review were recalled, young and mature apart.
///
/// Only reviews of cards in review count: learning steps and relearning steps do not. A card is mature when
/// the interval before the review was at least 21 days; recalled means not rated again.
public struct RecallTally: Sendable, Equatable {
  /// Reviews of young cards.
  public internal(set) var youngReviews = 0
  /// Those of them that were recalled.
  public internal(set) var youngRecalled = 0
  /// Reviews of mature cards.
  public internal(set) var matureReviews = 0
  /// Those of them that were recalled.
  public internal(set) var matureRecalled = 0

  /// The interval from which a card is mature.
  static let matureFrom = Days(21)

  /// Nothing counted yet.
  public init() {}

  /// Counts a review where it counts.
  public mutating func add(_ fact: ReviewFact) {
    guard fact.phase == .review else { return }
    let isRecalled = fact.rating != .again
    if (fact.scheduled ?? .zero) < Self.matureFrom {
      youngReviews += 1
      youngRecalled += isRecalled ? 1 : 0
    } else {
      matureReviews += 1
      matureRecalled += isRecalled ? 1 : 0
    }
  }

  /// Counts what another tally counted.
  public mutating func add(_ other: RecallTally) {
    youngReviews += other.youngReviews
    youngRecalled += other.youngRecalled
    matureReviews += other.matureReviews
    matureRecalled += other.matureRecalled
  }

  /// All reviews that counted.
  public var reviews: Int { youngReviews + matureReviews }

  /// All that were recalled.
  public var recalled: Int { youngRecalled + matureRecalled }

  /// The share recalled of young cards, 0…1; nil without a review.
  public var youngRetention: Double? { share(youngRecalled, of: youngReviews) }

  /// The share recalled of mature cards, 0…1; nil without a review.
  public var matureRetention: Double? { share(matureRecalled, of: matureReviews) }

  /// The share recalled of all, 0…1: true retention; nil without a review.
  public var retention: Double? { share(recalled, of: reviews) }
}

func share(_ part: Int, of whole: Int) -> Double? {
  whole > 0 ? Double(part) / Double(whole) : nil
}
