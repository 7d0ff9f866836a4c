extension FSRS6 {
  /// One review of a card's history, as the replay of memories reads it.
  public struct Step: Sendable, Equatable {
    /// The learner's rating.
    public let rating: Rating

    /// Days since the review before; under a day is the same day.
    public let elapsed: Days

    /// A review.
    public init(rating: Rating, elapsed: Days) {
      self.rating = rating
      self.elapsed = elapsed
    }
  }

  /// The memory after a whole history, without intervals: the fastest way to a state.
  ///
  /// - Parameters:
  ///   - history: the card's reviews in order.
  ///   - start: the memory before them; nil for a new card.
  /// - Returns: nil for a new card without reviews.
  public func memory(after history: [Step], from start: Memory? = nil) -> Memory? {
    var s = start.map { model.bounded($0.stability.value) }
    var d = start?.difficulty.clamped(1, 10) ?? 0
    for step in history {
      let g = step.rating.rawValue
      guard let stability = s else {
        s = model.firstStability(g)
        d = model.firstDifficulty(g)
        continue
      }
      s = model.nextStability(d, stability, step.elapsed.value, g)
      d = model.nextDifficulty(d, g)
    }
    return s.map { Memory(stability: Days($0), difficulty: d) }
  }
}
