public import Cards
public import Language
public import Study

/// What a session shows besides its cards, and whoever brings it.
public struct SessionServices {
  /// The text of the essay behind a deck, by the deck's name; nil where it is not at hand.
  public var essay: (String) -> String?

  /// The reviews of a card so far.
  public var history: (CardID) throws -> [ReviewTransition]

  /// Lets the learner edit a card in an editor of theirs, which has the terminal meanwhile.
  public var edit: (Candidate) throws -> CardEdit

  /// Services with all their parts.
  public init(
    essay: @escaping (String) -> String?,
    history: @escaping (CardID) throws -> [ReviewTransition],
    edit: @escaping (Candidate) throws -> CardEdit
  ) {
    self.essay = essay
    self.history = history
    self.edit = edit
  }
}

/// What came of editing a card.
public enum CardEdit: Sendable, Equatable {
  /// The card's new text.
  case changed(Card)
  /// Nothing was changed.
  case unchanged
  /// The card stands in its deck no more.
  case removed
  /// It could not be edited; why, and what to do.
  case impossible(Bilingual)
}

extension SessionRunner {
  /// Takes up what came of editing a card; whether it, or another one, is to be asked anew.
  mutating func take(_ edit: CardEdit, of card: CardID) -> Bool {
    switch edit {
    case .changed(let text): replace(text)
    case .removed: leaveOut(card)
    case .unchanged, .impossible: return false
    }
    return true
  }
}
