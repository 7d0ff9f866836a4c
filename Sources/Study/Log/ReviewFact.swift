public import Scheduling

/// A review that counts, in numbers: what reports count millions of.
///
/// It names its card by a number, the index in `LearnerLog.reviewedCards()`, so that counting needs no
/// look-up by text.
public struct ReviewFact: Sendable, Equatable {
  /// The card, as an index of `LearnerLog.reviewedCards()`.
  public let card: Int

  /// The wall clock when it happened.
  public let moment: Moment

  /// The learner's rating.
  public let rating: Rating

  /// The time from question to rating.
  public let duration: Milliseconds

  /// The card's phase before it.
  public let phase: Phase

  /// The interval that the review before had given; nil while the card was new.
  public let scheduled: Days?

  /// The chance of recall just before, 0…1; nil while the card was new.
  public let retrievability: Double?

  /// The card after it.
  public let after: CardState

  /// What was typed or chosen; nil where the answer was only revealed.
  public let answer: String?

  /// Whether that was right; nil where nothing was typed.
  public let isCorrect: Bool?

  /// The fingerprint of the card's text as asked.
  public let revision: UInt64

  /// A fact from its parts.
  public init(
    card: Int,
    moment: Moment,
    rating: Rating,
    duration: Milliseconds,
    phase: Phase,
    scheduled: Days?,
    retrievability: Double?,
    after: CardState,
    answer: String?,
    isCorrect: Bool?,
    revision: UInt64
  ) {
    self.card = card
    self.moment = moment
    self.rating = rating
    self.duration = duration
    self.phase = phase
    self.scheduled = scheduled
    self.retrievability = retrievability
    self.after = after
    self.answer = answer
    self.isCorrect = isCorrect
    self.revision = revision
  }

  /// What a replayed review says about the card of a number.
  public init(_ transition: ReviewTransition, card: Int) {
    self.init(
      card: card,
      moment: transition.event.moment,
      rating: transition.review.rating,
      duration: transition.review.duration,
      phase: transition.before.state.phase,
      scheduled: transition.before.interval?.days,
      retrievability: transition.retrievability,
      after: transition.after.state,
      answer: transition.review.answer,
      isCorrect: transition.review.isCorrect,
      revision: transition.review.revision
    )
  }
}
