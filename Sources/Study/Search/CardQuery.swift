public import Cards
import Language

/// What a learner looks for among cards.
///
/// `QueryParser` reads one from text, `CardSearch` says which cards it means.
public indirect enum CardQuery: Sendable, Equatable {
  /// A text that stands somewhere in the card: question, answers, options, passage and what else is shown.
  case text(SearchText)
  /// The card of an id.
  case card(CardID)
  /// The deck's name.
  case deck(SearchName)
  /// A heading above the card.
  case section(SearchName)
  /// One of its tags, whole.
  case tag(SearchText)
  /// What it asks for.
  case kind(CardKind)
  /// How it stands.
  case state(CardCondition)
  /// A figure of it, compared; no card that lacks the figure is meant.
  case property(CardProperty, Comparison, Double)
  /// All cards that are not meant.
  case not(CardQuery)
  /// Cards that all parts mean; without parts, every card.
  case all([CardQuery])
  /// Cards that at least one part means; without parts, none.
  case any([CardQuery])

  /// Every card.
  public static let everything = CardQuery.all([])
}

/// How a card stands, as `is:` asks for it.
public enum CardCondition: String, Sendable, CaseIterable {
  /// Waits to be reviewed by the end of today, and is neither hidden nor retired.
  case due
  /// Never reviewed.
  case new
  /// In its first learning steps.
  case learning
  /// Reviewed at intervals of days.
  case review
  /// In the steps after a lapse.
  case relearning
  /// Forgotten so often that it counts as a leech.
  case leech
  /// Hidden until resumed.
  case suspended
  /// Hidden for today.
  case buried
  /// Marked by the learner.
  case flagged
  /// Kept but no longer asked, or taken out of its deck.
  case retired
}

/// A figure of a card, as `prop:` names it.
public enum CardProperty: String, Sendable, CaseIterable {
  /// Days in which recall falls to 90 %.
  case stability
  /// 1 (easy) … 10 (hard).
  case difficulty
  /// The chance of recall now, 0…1.
  case retrievability
  /// Days until it is due; 0 is today, negative is overdue.
  case due
  /// The interval last given, in days.
  case interval
  /// Reviews since it last started anew.
  case reps
  /// Times it was forgotten in review.
  case lapses
}

/// How two numbers are compared.
public enum Comparison: String, Sendable, CaseIterable {
  case less = "<"
  case atMost = "<="
  case equal = "="
  case unequal = "!="
  case atLeast = ">="
  case greater = ">"

  /// Whether the comparison holds between two numbers.
  public func holds(_ left: Double, _ right: Double) -> Bool {
    switch self {
    case .less: left < right
    case .atMost: left <= right
    case .equal: left == right
    case .unequal: left != right
    case .atLeast: left >= right
    case .greater: left > right
    }
  }
}

/// A text to be found, folded once.
public struct SearchText: Sendable, Equatable {
  /// The text as it was given.
  public let text: String

  private let folded: String
  private let plain: String

  /// A text to look for.
  public init(_ text: String) {
    self.text = text
    folded = foldedForSearch(text)
    plain = foldedForPlainSearch(text)
  }

  /// Whether another text contains this one.
  public func isFound(in other: String) -> Bool {
    if plain.isEmpty || foldedForPlainSearch(other).contains(plain) { return true }
    return !folded.isEmpty && foldedForSearch(other).contains(folded)
  }

  /// Whether another text is this one.
  public func isSame(as other: String) -> Bool {
    foldedForPlainSearch(other) == plain || !folded.isEmpty && foldedForSearch(other) == folded
  }
}

/// A name to be found: a part of it will do, unless the whole is asked for.
public struct SearchName: Sendable, Equatable {
  /// What to look for.
  public let text: SearchText

  /// Whether the name must be this and no longer.
  public let isWhole: Bool

  /// A name to look for.
  public init(_ text: String, isWhole: Bool = false) {
    self.text = SearchText(text)
    self.isWhole = isWhole
  }

  /// Whether a name is meant.
  public func matches(_ name: String) -> Bool {
    isWhole ? text.isSame(as: name) : text.isFound(in: name)
  }
}
