/// One row of a review log.
public struct LoggedReview<Card: Hashable & Sendable>: Sendable {
  /// Whose review it is.
  public let card: Card

  /// When, in milliseconds since 1970 UTC.
  public let instant: Int64

  /// Local time minus UTC then, in minutes.
  public let utcOffsetMinutes: Int

  /// The learner's rating.
  public let rating: Rating

  /// The days since the card's last review where the log itself says so; it then wins over the times.
  public let elapsed: Days?

  /// A row.
  public init(card: Card, instant: Int64, utcOffsetMinutes: Int = 0, rating: Rating, elapsed: Days? = nil) {
    self.card = card
    self.instant = instant
    self.utcOffsetMinutes = utcOffsetMinutes
    self.rating = rating
    self.elapsed = elapsed
  }
}

/// What the scheduler makes of one row.
public struct ReplayedReview: Sendable, Equatable {
  /// The card before the review.
  public let before: CardState

  /// The card after it.
  public let after: CardState

  /// The days since its last review; 0 for the first.
  public let elapsed: Days

  /// The chance of recall just before; nil for the first review and under SM-2.
  public let retrievability: Double?

  /// The interval the scheduler gives now.
  public let interval: Interval

  /// When the card is due, in milliseconds since 1970 UTC.
  public let due: Int64

  /// Whether the row lies before the card's last one: the clock went back, or the log is not in order.
  ///
  /// The row then counts as 0 days later.
  public let isOutOfOrder: Bool
}

/// Runs a review log through a scheduler, row by row, without holding the rows.
///
/// It keeps one state per card. Rows of one card should come in the order of time; those of different cards
/// may mix freely. There is no fuzz.
public struct Replay<Card: Hashable & Sendable>: Sendable {
  private struct Track: Sendable {
    var state: CardState
    var instant: Int64
    var utcOffsetMinutes: Int
  }

  private let scheduler: any Scheduler
  private let settings: SchedulingSettings
  private let counting: DayCounting
  private var tracks: [Card: Track] = [:]

  /// - Parameters:
  ///   - scheduler: decides.
  ///   - settings: desired retention, steps and limits.
  ///   - counting: how days are counted where the log does not say.
  public init(scheduler: any Scheduler, settings: SchedulingSettings, counting: DayCounting) {
    self.scheduler = scheduler
    self.settings = settings
    self.counting = counting
  }

  /// The state a card has reached; new if it never came up.
  public func state(of card: Card) -> CardState {
    tracks[card]?.state ?? .new
  }

  /// Takes the next row.
  public mutating func apply(_ review: LoggedReview<Card>) -> ReplayedReview {
    let track = tracks[review.card]
    let before = track?.state ?? .new
    let now = (instant: review.instant, utcOffsetMinutes: review.utcOffsetMinutes)
    let counted = track.map {
      counting.elapsed(from: (instant: $0.instant, utcOffsetMinutes: $0.utcOffsetMinutes), to: now)
    }
    let elapsed = Days((review.elapsed ?? counted ?? .zero).value.clamped(0, 1e6))
    let outcomes = scheduler.outcomes(for: before, elapsed: elapsed, settings: settings, fuzz: nil)
    let outcome = outcomes[review.rating]
    tracks[review.card] = Track(
      state: outcome.state,
      instant: review.instant,
      utcOffsetMinutes: review.utcOffsetMinutes
    )
    return ReplayedReview(
      before: before,
      after: outcome.state,
      elapsed: elapsed,
      retrievability: scheduler.retrievability(of: before, elapsed: elapsed),
      interval: outcome.interval,
      due: counting.due(
        outcome.interval,
        after: review.instant,
        utcOffsetMinutes: review.utcOffsetMinutes
      ),
      isOutOfOrder: track.map { review.instant < $0.instant } ?? false
    )
  }
}
