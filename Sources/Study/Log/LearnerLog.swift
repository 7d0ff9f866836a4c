/// A learner's log as reports read it.
public protocol LearnerLog {
  /// The learner's name.
  var learner: String { get }

  /// The settings in force.
  func settings() throws -> LearnerSettings

  /// All cards of the remembered decks, by deck and place, then the cards that were reviewed but are in no
  /// deck any more, by deck and id, each as it was last asked.
  func cards() throws -> [Candidate]

  /// Replays all reviews in the order of `Event.replaysBefore`, holding no more than one card state each.
  ///
  /// - Parameter body: takes each review with what it changed. An undone review changed nothing: `after`
  ///   equals `before`. Whatever it throws ends the replay.
  func forEachReview(_ body: (ReviewTransition, _ isUndone: Bool) throws -> Void) throws
}
