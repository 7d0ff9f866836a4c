/// What FSRS believes about one card's trace in memory.
public struct Memory: Sendable, Equatable, Hashable {
  /// FSRS-6: days in which recall falls to 90 %.
  ///
  /// FSRS-7: its slow stability, which is *not* that; ask the scheduler for the interval at 0.9 to show one.
  public var stability: Days

  /// 1 (easy) … 10 (hard).
  public var difficulty: Double

  /// FSRS-7's fast stability; nil under FSRS-6.
  public var fastStability: Days?

  /// A memory as stored or as a bridge computed it.
  ///
  /// Schedulers clamp what lies outside their bounds.
  public init(stability: Days, difficulty: Double, fastStability: Days? = nil) {
    self.stability = stability
    self.difficulty = difficulty
    self.fastStability = fastStability
  }
}

/// Everything a scheduler needs to know about a card besides how long ago it was seen.
public struct CardState: Sendable, Equatable, Hashable {
  /// Where the card stands.
  public var phase: Phase

  /// The index of the current learning or relearning step, from 0; 0 in other phases.
  public var step: Int

  /// FSRS's memory; nil before the first review and under SM-2.
  public var memory: Memory?

  /// SM-2's ease factor (2.5 by default, at least 1.3); nil under FSRS and before SM-2 graduates the card.
  public var ease: Double?

  /// The last review interval in whole days; 0 before there was one.
  ///
  /// In relearning, SM-2 keeps here the interval that waits for the card at the end of its steps.
  public var scheduledDays: Int

  /// How often the card was forgotten in review.
  public var lapses: Int

  /// A state as stored.
  public init(
    phase: Phase,
    step: Int = 0,
    memory: Memory? = nil,
    ease: Double? = nil,
    scheduledDays: Int = 0,
    lapses: Int = 0
  ) {
    self.phase = phase
    self.step = step
    self.memory = memory
    self.ease = ease
    self.scheduledDays = scheduledDays
    self.lapses = lapses
  }

  /// A card that was never reviewed.
  public static let new = CardState(phase: .new)
}
