/// What came of a merge: the new deck and what happened to each card.
public struct MergeResult: Sendable {
  /// The merged deck; its text is the old one when there was nothing to do.
  public var deck: DeckFile
  /// What happened, by card, in the order of the deck; cards that stay deleted come last.
  public var outcomes: [MergeOutcome]
  /// Hand-written and edited cards whose passage no longer stands in the essay.
  public var warnings: [Diagnostic]

  /// The ids of the cards to which something happened.
  public func ids(_ change: MergeChange) -> [CardID] {
    outcomes.filter { $0.change == change }.map(\.id)
  }
}

/// What happened to a card in a merge.
public struct MergeOutcome: Sendable, Equatable {
  /// The card.
  public var id: CardID
  /// What happened.
  public var change: MergeChange
  /// The beginning of its question; empty for a card that stays deleted.
  public var label: String
  /// The line of its note in the merged deck, from 1; 0 for a card that stays deleted.
  public var line: Int

  /// An outcome from its parts.
  public init(id: CardID, change: MergeChange, label: String, line: Int) {
    self.id = id
    self.change = change
    self.label = label
    self.line = line
  }
}

/// What can happen to a card in a merge.
public enum MergeChange: String, CaseIterable, Sendable {
  /// Not in the deck before.
  case new
  /// Nothing changed, or only the passage of an edited card.
  case kept
  /// The text changed, the answer did not.
  case updated
  /// The answer changed: the learner relearns it.
  case answerChanged
  /// No longer in the compile: it stays, tagged, and is not asked.
  case retired
  /// In the compile again after a merge had retired it.
  case resumed
  /// Changed by the instructor and by the compiler: the instructor's text stays.
  case conflict
  /// Deleted by the instructor, and it stays deleted.
  case staysDeleted
}
