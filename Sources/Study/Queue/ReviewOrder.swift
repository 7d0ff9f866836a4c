/// In which order the reviews that are due are asked, and which of them where not all can be.
public enum ReviewOrder: String, Sendable, CaseIterable {
  /// What gains the most expected recall for a second of the learner's time first.
  case gain
  /// What was due first, first.
  case due
  /// What is likeliest to be forgotten first.
  case weakest
  /// What is likeliest to be known first.
  case strongest
  /// As they stand in their decks.
  case deck
  /// By chance, from the session's seed.
  case random

  /// The order where none is asked for: in `wengu-bench backlog`, a learner who works off 1,000 overdue cards
  /// remembers as much by it as by any other, and what was due longest waits least.
  public static let standard = ReviewOrder.due
}
