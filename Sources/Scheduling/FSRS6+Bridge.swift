extension FSRS6 {
  /// The memory that fits a card scheduled by SM-2 so far.
  ///
  /// Its stability makes the last interval end at `retention`; its difficulty would have made good multiply
  /// the interval by the ease. Source: fsrs-rs `inference.rs`, `memory_state_from_sm2`.
  ///
  /// - Parameters:
  ///   - ease: the ease factor, 2.5 by default in SM-2.
  ///   - interval: the last interval in days.
  ///   - retention: the share recalled at the end of intervals so far, 0…1 exclusive; 0.9 where unknown.
  /// - Returns: a memory whose stability, as fsrs-rs's, is not clamped; reviews clamp it.
  public func memory(fromEase ease: Double, interval: Days, retention: Double) -> Memory {
    let retention = retention.clamped(0.01, 0.9999)
    let length = interval.value > FSRS6Model.minimumStability ? interval.value : FSRS6Model.minimumStability
    let stability = length * model.factor / model.intervalFactor(retention)
    let perDifficulty = model.recallGrowth(10, stability, retention)
    let difficulty = (11 - (ease - 1) / perDifficulty).clamped(1, 10)
    return Memory(stability: Days(stability), difficulty: difficulty)
  }
}
