public import Cards
public import Language

/// What a compile may be told.
public struct CompileOptions: Sendable {
  /// The most cards to keep; by default 22 for 1,000 characters of Chinese, 37 for 1,000 words of English.
  public var maximumCards: Int?
  /// The kinds of card to make; all by default.
  public var kinds: [CardKind]?
  /// The essay's language; told from the text by default.
  public var language: TextLanguage?
  /// The deck's name; the essay's own title by default.
  public var title: String?
  /// Sentences below this importance, 0…1, get no card.
  public var minimumImportance: Double?
  /// Whether to keep the candidates that were not taken, with the rule that dropped each.
  public var keepsRejections: Bool

  /// Options, each by default left to the compiler.
  public init(
    maximumCards: Int? = nil,
    kinds: [CardKind]? = nil,
    language: TextLanguage? = nil,
    title: String? = nil,
    minimumImportance: Double? = nil,
    keepsRejections: Bool = true
  ) {
    self.maximumCards = maximumCards
    self.kinds = kinds
    self.language = language
    self.title = title
    self.minimumImportance = minimumImportance
    self.keepsRejections = keepsRejections
  }
}

/// A note with its place in the essay and the reasons for it.
public struct CompiledCard: Sendable, Equatable {
  /// The note, without ids; its section holds the headings above it.
  public var note: Note
  /// What the note asks about, the same in every compile of an unchanged sentence wherever it stands.
  public var fact: String
  /// Where the passage stands, in scalars of the essay.
  public var source: Range<Int>
  /// The number of the block of text, from 0, titles and headings counted.
  public var paragraph: Int
  /// The number of the sentence in the essay, from 0, headings counted.
  public var sentence: Int
  /// How much the sentence matters to the essay, 0…1.
  public var importance: Double
  /// What the card was worth when cards were chosen; higher is better.
  public var score: Double
  /// The pattern that found the key point.
  public var family: KeyPointFamily
  /// Why it was thought worth asking.
  public var reasons: [Reason]
}

/// A candidate that did not become a card.
public struct Rejection: Sendable, Equatable {
  /// The question or the words it would have asked for.
  public var candidate: String
  /// Where it stands, in scalars of the essay.
  public var place: Range<Int>
  /// The pattern that found it.
  public var family: KeyPointFamily
  /// The rule that dropped it.
  public var rule: RejectionRule
}

/// A paragraph without a card.
public struct UncoveredParagraph: Sendable, Equatable {
  /// The number of the block of text, from 0.
  public var paragraph: Int
  /// Where it stands, in scalars of the essay.
  public var range: Range<Int>
}

/// Something about the whole essay that its author should know.
public enum CompileWarning: Sendable, Equatable {
  /// There is no text.
  case emptyEssay
  /// There is text, but nothing that a card could ask.
  case noKeyPoints
}

/// The cards of an essay and how they came about.
public struct Compilation: Sendable, Equatable {
  /// The essay's title, if it has one or was given one.
  public var title: String?
  /// The language most of the essay is written in.
  public var language: TextLanguage
  /// The cards in text order.
  public var cards: [CompiledCard]
  /// The candidates that were not taken, in text order.
  public var rejected: [Rejection]
  /// How many paragraphs and items there are, titles and headings not counted.
  public var paragraphCount: Int
  /// Paragraphs without a card.
  public var uncovered: [UncoveredParagraph]
  /// What the author should know.
  public var warnings: [CompileWarning]
}
