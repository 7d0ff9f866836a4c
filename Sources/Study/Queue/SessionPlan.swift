public import Scheduling

/// What a session is to ask, within what the learner's settings allow.
public struct SessionPlan: Sendable, Equatable {
  /// How many new cards and reviews today may have in all.
  public var limits: DayCounts

  /// The order of reviews.
  public var order: ReviewOrder

  /// How long the session is to take; nil sets no time.
  ///
  /// Only what gains most within it is asked, and nothing more once it is over.
  public var time: Milliseconds?

  /// How long this learner takes for a review.
  public var pace: Milliseconds

  /// Whether all cards are asked, due or not, siblings too, without limits.
  public var isCram: Bool

  /// A plan with all its parts.
  public init(
    limits: DayCounts,
    order: ReviewOrder = .standard,
    time: Milliseconds? = nil,
    pace: Milliseconds = SessionPlan.usualPace,
    isCram: Bool = false
  ) {
    self.limits = limits
    self.order = order
    self.time = time
    self.pace = pace
    self.isCram = isCram
  }

  /// The time for a review of a learner about whom nothing is known.
  public static let usualPace = Milliseconds(12_000)
}
