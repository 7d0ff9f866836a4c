public import Cards

/// A card of today's decks with what the log says about it.
public struct Candidate: Sendable, Equatable {
  /// The card as the deck has it now.
  public let card: Card

  /// The deck's name.
  public let deck: String

  /// The card's progress.
  public var progress: CardProgress

  /// Whether its deck still holds it; a card that was taken out keeps its history.
  public let isInDeck: Bool

  /// A card with its deck and progress.
  public init(card: Card, deck: String, progress: CardProgress, isInDeck: Bool = true) {
    self.card = card
    self.deck = deck
    self.progress = progress
    self.isInDeck = isInDeck
  }

  /// Whether the answer changed since it was last asked, so that the learner must start anew on it.
  public var hasNewAnswer: Bool {
    guard let last = progress.answerRevision else { return false }
    return last != card.answerFingerprint
  }

  var siblings: String { deck + "\u{0}" + card.siblingGroup }
}

/// What was already done today, which counts against the day's limits.
public struct DayCounts: Sendable, Equatable {
  /// Cards first reviewed today.
  public let newCards: Int

  /// Reviews today of cards that were in review.
  public let reviews: Int

  /// Counts of today.
  public init(newCards: Int, reviews: Int) {
    self.newCards = newCards
    self.reviews = reviews
  }
}
