public import Cards
public import Scheduling

/// When a card is to be shown next.
public enum Due: Sendable, Hashable {
  /// At an exact instant: learning steps.
  case at(Instant)
  /// From the start of a study day: reviews.
  case day(StudyDay)
}

/// All that the log says about one card: a cache, always the replay of the card's events.
public struct CardProgress: Sendable, Equatable {
  /// The card.
  public let card: CardID

  /// Phase, step and memory.
  public var state: CardState

  /// When it is to be shown next; nil while new.
  public var due: Due?

  /// The interval last given; nil while new.
  public var interval: Interval?

  /// Reviews that count, since the card last started anew.
  public var repetitions: Int

  /// When it was first reviewed, over its whole history.
  public var firstReview: Moment?

  /// When it was last reviewed; elapsed time counts from here.
  public var lastReview: Moment?

  /// Whether it is hidden until resumed.
  public var isSuspended: Bool

  /// The study day on which it was buried; hidden while that day lasts.
  public var buriedOn: StudyDay?

  /// Whether the learner marked it.
  public var isFlagged: Bool

  /// The text last asked, by its fingerprint; nil before the first revision event.
  public var revision: UInt64?

  /// The answer last asked, by its fingerprint.
  public var answerRevision: UInt64?

  /// The last event replayed, by which a second process notices that its picture is old.
  public var lastEvent: EventKey?

  /// A card about which the log says nothing.
  public init(card: CardID) {
    self.card = card
    state = .new
    due = nil
    interval = nil
    repetitions = 0
    firstReview = nil
    lastReview = nil
    isSuspended = false
    buriedOn = nil
    isFlagged = false
    revision = nil
    answerRevision = nil
    lastEvent = nil
  }

  /// Times it was rated again while in review, since it last started anew.
  public var lapses: Int { state.lapses }

  /// Whether the learner hides it on a study day.
  public func isHidden(on day: StudyDay) -> Bool {
    isSuspended || buriedOn == day
  }
}
