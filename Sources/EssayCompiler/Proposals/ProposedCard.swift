public import Cards

/// A card that a generator outside the compiler proposes.
public struct ProposedCard: Sendable, Equatable {
  /// What a proposal says it is made of.
  public enum Passage: Sendable, Equatable {
    /// The sentence of a key point, by its place in ``EssayReading/keyPoints``.
    case keyPoint(Int)
    /// Words of the essay, verbatim; where they stand, in scalars, if the proposal says so.
    case words(String, start: Int?)
  }

  /// Question and answers.
  public var content: NoteContent
  /// A text shown above the question, nil for none.
  public var context: String?
  /// What it cites.
  public var passage: Passage

  /// A proposal from its parts.
  public init(content: NoteContent, context: String? = nil, passage: Passage) {
    self.content = content
    self.context = context
    self.passage = passage
  }
}
