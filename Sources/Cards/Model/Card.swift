// The room Cards: what a card, a note and a deck are, and the text file they live in.
//
// In:   the text of a deck file; the notes an essay was compiled into.
// Out:  notes and cards with their places, diagnostics with positions, and the new text of a deck file
//       after an edit, a repair or a merge, which differs from the old one only where it must.
// Never: touch the file system, the clock or a random source; change a byte that no edit asked for;
//        invent or recompute an id that a card already carries; trap on any input.

import Language

/// What a card asks of the learner.
public enum CardKind: String, CaseIterable, Sendable {
  /// A question with one answer, for which several wordings may stand.
  case qa
  /// A sentence with one gap.
  case cloze
  /// Several items, in any order.
  case list
  /// Several items, in the order given.
  case order
  /// Options of which one or more are right.
  case choice
  /// A statement to be judged.
  case truefalse
}

/// How the answers of a card are meant: one suffices, or all are needed.
public enum AcceptRule: String, Sendable {
  /// Any one of the answers is right.
  case any
  /// All answers belong to a right one.
  case all
}

/// One prompt as a learner meets it.
///
/// It is flat and complete, so that a learner's file can keep it as the revision that was reviewed.
public struct Card: Sendable, Equatable {
  /// What progress hangs on.
  public var id: CardID
  /// What is asked.
  public var kind: CardKind
  /// The headings above the card, outermost first.
  public var section: [String]
  /// A text shown above the question.
  public var context: String?
  /// The question; of a cloze the sentence with this gap as `____` and the other gaps filled.
  public var question: String
  /// Alternatives for `qa`, the hidden text for `cloze`, all items for `list` and `order`, the right
  /// options for `choice`, `true` or `false` for `truefalse`.
  public var answers: [String]
  /// Whether one of the answers suffices.
  public var accept: AcceptRule
  /// All options in the order of the file; empty unless the kind is `choice`.
  public var choices: [String]
  /// Whether the statement is true; only for `truefalse`.
  public var truth: Bool?
  /// The statement put right; only for a false one.
  public var correction: String?
  /// The source text the card came from, verbatim.
  public var passage: String?
  /// A remark shown after the answer.
  public var remark: String?
  /// Tags without their `#`, in the order of the file.
  public var tags: [String]
  /// The same text for all siblings: cards that share a passage or a `C:` line.
  public var siblingGroup: String
  /// The card's place in its deck, from 0.
  public var place: Int
  /// The line of the deck file on which the card begins, from 1.
  public var line: Int

  /// A card from its parts.
  public init(
    id: CardID,
    kind: CardKind,
    section: [String] = [],
    context: String? = nil,
    question: String,
    answers: [String],
    accept: AcceptRule,
    choices: [String] = [],
    truth: Bool? = nil,
    correction: String? = nil,
    passage: String? = nil,
    remark: String? = nil,
    tags: [String] = [],
    siblingGroup: String,
    place: Int = 0,
    line: Int = 1
  ) {
    self.id = id
    self.kind = kind
    self.section = section
    self.context = context
    self.question = question
    self.answers = answers
    self.accept = accept
    self.choices = choices
    self.truth = truth
    self.correction = correction
    self.passage = passage
    self.remark = remark
    self.tags = tags
    self.siblingGroup = siblingGroup
    self.place = place
    self.line = line
  }

  /// The tag of cards that are kept but no longer asked.
  public static let retiredTag = "retired"

  /// Whether the card is kept in the deck but no longer asked.
  public var isRetired: Bool { tags.contains(Card.retiredTag) }
}

extension Card {
  /// A hash of what the learner must answer; when it changes, the card is a new revision to relearn.
  ///
  /// Spelling that the answer check folds away (width, case, punctuation, spacing) does not change it.
  /// Of a `qa` card only the first answer counts: the others are wordings that are accepted too.
  public var answerFingerprint: UInt64 {
    let counted: [String] =
      switch kind {
      case .qa: answers.first.map { [foldedForComparison($0)] } ?? []
      case .cloze, .order, .truefalse: answers.map(foldedForComparison)
      case .list, .choice: answers.map(foldedForComparison).sorted()
      }
    return stableHash(([kind.rawValue] + counted).joined(separator: fieldSeparator))
  }

  /// A hash of everything a learner can see of the card; its place and its line do not count.
  public var textFingerprint: UInt64 {
    // Fed piece by piece, as joining the fields would cost more than hashing them.
    var hasher = StableHasher()
    hasher.combine(kind.rawValue)
    hasher.combine(field: accept.rawValue)
    hasher.combine(field: truth.map { $0 ? "true" : "false" } ?? "")
    hasher.combine(field: context ?? "")
    hasher.combine(field: question)
    hasher.combine(field: correction ?? "")
    hasher.combine(field: passage ?? "")
    hasher.combine(field: remark ?? "")
    hasher.combine(items: answers)
    hasher.combine(items: choices)
    hasher.combine(items: section)
    hasher.combine(items: tags)
    return hasher.finish()
  }
}

extension StableHasher {
  /// Feeds a field that another one precedes.
  fileprivate mutating func combine(field text: String) {
    combine(fieldSeparator)
    combine(text)
  }

  /// Feeds a field of several items that another field precedes.
  fileprivate mutating func combine(items: [String]) {
    combine(fieldSeparator)
    for (index, item) in items.enumerated() {
      if index > 0 { combine(itemSeparator) }
      combine(item)
    }
  }
}
