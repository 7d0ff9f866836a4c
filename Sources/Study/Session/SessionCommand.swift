public import Cards
public import Scheduling

/// What a learner can do in a session.
public enum SessionCommand: Sendable, Equatable {
  /// Show the answer without answering.
  case reveal
  /// Give an answer, then see the right one.
  case answer(Answer)
  /// Rate how well it went; the time taken, or nil to measure it by the clock.
  case rate(Rating, taking: Milliseconds?)
  /// Take back the last thing done to a card on this device, also from an earlier session.
  case undo
  /// Ask this card again at the end of the session.
  case skip
  /// Hide the card until the next study day.
  case bury
  /// Hide the card until it is resumed.
  case suspend
  /// Mark the card, or take the mark away.
  case flag
  /// End the session.
  case quit
}

/// What must be recorded before the session goes on.
public enum SessionEffect: Sendable, Equatable {
  /// Append a review.
  case review(ReviewRequest)
  /// Append an undo of the named event, or without one of this device's last event that can be undone.
  case undo(EventKey?)
  /// Append what hides or marks a card.
  case mark(CardID, EventKind)
}

/// A rating on its way into the log; the interval is computed where it is appended, from the log's last word.
public struct ReviewRequest: Sendable, Equatable {
  /// The card as asked.
  public let card: Card

  /// The deck it stands in.
  public let deck: String

  /// The learner's rating.
  public let rating: Rating

  /// The time from question to rating.
  public let duration: Milliseconds

  /// What was typed or chosen, if anything.
  public let answer: String?

  /// Whether it was right; nil where nothing was typed.
  public let isCorrect: Bool?

  /// A request with all its parts.
  public init(
    card: Card,
    deck: String,
    rating: Rating,
    duration: Milliseconds,
    answer: String?,
    isCorrect: Bool?
  ) {
    self.card = card
    self.deck = deck
    self.rating = rating
    self.duration = duration
    self.answer = answer
    self.isCorrect = isCorrect
  }
}

/// What the log holds after an effect: returned only after the commit.
public struct Committed: Sendable, Equatable {
  /// The event appended.
  public let event: Event

  /// For an undo, the event that it undid.
  public let undone: Event?

  /// The card's progress after it.
  public let progress: CardProgress

  /// An event with what it led to.
  public init(event: Event, undone: Event? = nil, progress: CardProgress) {
    self.event = event
    self.undone = undone
    self.progress = progress
  }
}

/// Why a command was refused; the session is as before.
public enum SessionRefusal: Error, Sendable, Equatable {
  /// The answer is not yet shown, so there is nothing to rate.
  case answerNotShown
  /// The answer is shown already.
  case answerAlreadyShown
  /// The session is over.
  case finished
  /// This device has nothing left to undo.
  case nothingToUndo
}

/// Keeps the log that a session writes to.
public protocol EventKeeper {
  /// Appends what an effect asks for and returns after the commit.
  ///
  /// - Throws: `SessionRefusal.nothingToUndo`, or what kept the log from being written.
  func perform(_ effect: SessionEffect, at moment: Moment) throws -> Committed
}
