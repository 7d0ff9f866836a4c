/// Something that is wrong, or doubtful, at one place of a deck file.
public struct Diagnostic: Sendable, Equatable {
  /// How grave it is.
  public enum Severity: String, Sendable {
    /// The card cannot be asked until it is mended.
    case error
    /// The card is asked as it is.
    case warning
  }

  /// The line, from 1.
  public var line: Int
  /// The column in characters, from 1.
  public var column: Int
  /// How grave it is.
  public var severity: Severity
  /// What it is.
  public var problem: Problem
  /// Whether `DeckFile.fix` mends it.
  public var isFixable: Bool

  /// A diagnostic from its parts.
  public init(line: Int, column: Int, severity: Severity, problem: Problem, isFixable: Bool = false) {
    self.line = line
    self.column = column
    self.severity = severity
    self.problem = problem
    self.isFixable = isFixable
  }
}

/// What can be wrong in a deck file; `message` says it in words.
///
/// A `card` is the beginning of the card's question.
public enum Problem: Sendable, Equatable {
  /// The front matter has no closing `---`.
  case frontMatterNotClosed
  /// A line of the front matter is no `key: value`.
  case frontMatterLine(text: String)
  /// `source` is more than a bare file name.
  case sourceNotBare(name: String)
  /// A line stands before the first card or after a `---` and is no card.
  case textOutsideCard(text: String)
  /// A comment is not closed before the next one or the end.
  case commentNotClosed
  /// A comment begins in the middle of a line.
  case commentInText
  /// The comment that the next merge needs cannot be read.
  case stateDamaged
  /// A mark in full-width characters.
  case misspeltMark(found: String, meant: String)
  /// One letter and a colon that are no mark.
  case unknownMark(found: String, meant: String)
  /// `A:` where no question is open.
  case answerWithoutQuestion
  /// `A:` in a card that takes none.
  case misplacedAnswer(kind: CardKind)
  /// A card's mark with nothing behind it.
  case noQuestion(mark: String)
  /// `Q:` without `A:`, or with an empty one.
  case noAnswer(card: String)
  /// `F:` without `A:`.
  case noCorrection(card: String)
  /// `L:` or `O:` without items.
  case noItems(card: String, kind: CardKind)
  /// An item with nothing in it.
  case emptyItem(card: String)
  /// A list of one item.
  case onlyOneItem(card: String)
  /// More items than a learner can hold.
  case tooManyItems(card: String, count: Int, limit: Int)
  /// The numbers of an `O:` do not run 1, 2, 3.
  case numbering(expected: Int, found: Int)
  /// `C:` without brackets.
  case noGap(card: String)
  /// `[]`.
  case emptyGap(card: String)
  /// `[` within `[…]`.
  case nestedBracket(card: String)
  /// `[` without `]`.
  case unclosedBracket(card: String)
  /// `]` without `[`.
  case unopenedBracket(card: String)
  /// More gaps than one line may have.
  case tooManyGaps(count: Int, limit: Int)
  /// An option of `M:` without `[x]` or `[ ]`.
  case optionWithoutBox(text: String)
  /// `M:` with fewer than two options.
  case tooFewOptions(card: String, count: Int)
  /// `M:` without a ticked option.
  case noRightOption(card: String)
  /// `M:` with all options ticked.
  case noWrongOption(card: String)
  /// The same option twice.
  case duplicateOption(text: String)
  /// `^` with something that is no id.
  case malformedID(text: String)
  /// An id that stands on another line of a card than the first.
  case misplacedID(id: CardID)
  /// An id that stands on an earlier line too.
  case duplicateID(id: CardID, firstLine: Int)
  /// An id that stands in another deck file too.
  case idInOtherDeck(id: CardID, file: String, line: Int)
  /// Not as many ids as cards.
  case idCount(cards: Int, ids: Int)
  /// A card that has no id yet.
  case missingID(card: String)
  /// The answer stands in the question.
  case answerInQuestion(answer: String)
  /// Most of the answer stands in the question.
  case answerNearlyInQuestion(answer: String)
  /// A gap with nothing shown around it.
  case nothingButGap(answer: String)
  /// An item of a list or an option of a choice that stands there twice, perhaps in another spelling.
  case duplicateItem(text: String)
  /// A card that asks and answers the same as an earlier one.
  case duplicateCard(firstLine: Int)
  /// A question that stands on an earlier line with another answer.
  case ambiguousQuestion(firstLine: Int)
  /// An answer too long to recall.
  case overlongAnswer(length: Int, limit: Int)
  /// The right options are much longer than the wrong ones.
  case rightOptionsStandOut(card: String)
  /// A passage that the source does not hold.
  case passageNotInSource(source: String)
}

extension Problem {
  /// The problem's name without what it holds, such as `noAnswer`: by this programs tell problems apart.
  public var code: String { String(String(describing: self).prefix { $0 != "(" }) }
}
