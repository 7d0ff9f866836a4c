extension FSRS6 {
  /// The card after a review whose interval was given in days, as the default has it but without computing
  /// what the other ratings would have led to: replays of long logs spend their time here.
  public func state(
    after rating: Rating,
    from state: CardState,
    elapsed: Days,
    given interval: Interval,
    settings: SchedulingSettings
  ) -> CardState {
    guard case .days(let count) = interval else {
      return stateByOutcome(after: rating, from: state, elapsed: elapsed, given: interval, settings: settings)
    }
    let isLapse = state.phase == .review && rating == .again
    return CardState(
      phase: .review,
      memory: nextMemory(after: rating, from: state.memory, elapsed: elapsed),
      scheduledDays: count > 0 ? count : 0,
      lapses: isLapse ? state.lapses &+ 1 : state.lapses
    )
  }

  /// The memory that one rating leaves behind.
  private func nextMemory(after rating: Rating, from memory: Memory?, elapsed: Days) -> Memory {
    let g = rating.rawValue
    guard let memory else {
      return Memory(stability: Days(model.firstStability(g)), difficulty: model.firstDifficulty(g))
    }
    let d = memory.difficulty.clamped(1, 10)
    let s = model.bounded(memory.stability.value)
    return Memory(
      stability: Days(model.nextStability(d, s, elapsed.value, g)),
      difficulty: model.nextDifficulty(d, g)
    )
  }
}
