public import Cards
public import Scheduling
public import Study

/// A review from another program's log, or from a table `reviews`.
public struct ForeignReview: Sendable, Equatable {
  /// The card.
  public let card: CardID

  /// When it was.
  public let moment: Moment

  /// The learner's rating.
  public let rating: Rating

  /// How long it took; nil where the log does not say.
  public var duration: Milliseconds?

  /// What was typed.
  public var answer: String?

  /// Whether that was right.
  public var isCorrect: Bool?

  /// The fingerprint of the card's text, where it is known.
  public var revision: UInt64?

  /// The card's deck, by its name.
  public var deck: String?

  /// The interval that the card's review before this one had given, in days; nil where the log does not say.
  public var scheduled: Double?

  /// A review of which no more is known.
  public init(card: CardID, moment: Moment, rating: Rating) {
    self.card = card
    self.moment = moment
    self.rating = rating
  }
}
