/// How well the learner remembered.
///
/// The raw value is what logs and files carry.
public enum Rating: Int, Sendable, CaseIterable, Comparable, Hashable {
  case again = 1
  case hard
  case good
  case easy

  /// Worse before better.
  public static func < (left: Rating, right: Rating) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// Where a card stands; "state" in everything a user reads.
///
/// The raw value is the CSV's `review_state`.
public enum Phase: Int, Sendable, CaseIterable, Hashable {
  /// Never reviewed.
  case new = 0
  /// In its first learning steps.
  case learning
  /// Reviewed at intervals of days.
  case review
  /// In the steps after a lapse.
  case relearning
}
