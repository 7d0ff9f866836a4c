/// The pattern that found a key point.
public enum KeyPointFamily: String, Sendable, CaseIterable {
  /// What a heading states.
  case heading
  /// The points that a section makes, one paragraph each, or the parts of the essay.
  case outline
  /// `X is Y`.
  case definition
  /// `at bottom X is Y`, `X lies in Y`.
  case essence
  /// What something comes from.
  case cause
  /// What something leads to.
  case effect
  /// What must hold for something else.
  case condition
  /// What something is for.
  case purpose
  /// `takes X as Y`.
  case role
  /// What something is called.
  case naming
  /// Words between quotation marks, or the title of a work.
  case quotation
  /// Items between enumeration commas.
  case enumeration
  /// Clauses built alike.
  case series
  /// First, second, third.
  case ordinal
  /// `not X but Y`.
  case contrast
  /// An explicit negation.
  case negation
  /// What must be done.
  case obligation
  /// A quantity.
  case number
  /// A year, a day, an era.
  case date
  /// A proper name.
  case name
  /// The object of a verb that reports an achievement, a property or a relation.
  case object
  /// A term or phrase without a stronger reason.
  case phrase
  /// What a clause says of its subject.
  case predicate
  /// What differs between two clauses of one mould.
  case parallel
  /// What a generator outside the compiler asks for.
  case generated

  /// The place among all cases.
  var number: Int {
    switch self {
    case .heading: 0
    case .outline: 1
    case .definition: 2
    case .essence: 3
    case .cause: 4
    case .effect: 5
    case .condition: 6
    case .purpose: 7
    case .role: 8
    case .naming: 9
    case .quotation: 10
    case .enumeration: 11
    case .series: 12
    case .ordinal: 13
    case .contrast: 14
    case .negation: 15
    case .obligation: 16
    case .number: 17
    case .date: 18
    case .name: 19
    case .object: 20
    case .phrase: 21
    case .predicate: 22
    case .parallel: 23
    case .generated: 24
    }
  }
}

/// Why a key point or a card was thought worth its place.
public enum Reason: String, Sendable {
  case marker
  case quoted
  case exactBoundaries
  case namedSet
  case headingWord
  case firstSentence
  case lastSentence
  case repeatedTerm
  case clauseEnd
  case shortAnswer
  case longAnswer
  case newParagraph
  case needsContext
  case wholeSubject
}

/// How a key point may be asked beside a plain gap.
enum Ask: Sendable, Equatable {
  /// Only as a gap.
  case gap
  /// The answer's place taken by 什么, 做什么, 多少, …; `region` is what the word replaces.
  case inPlace(word: String, region: Range<Int>)
  /// The reason for what `stated` says.
  case reason(stated: Range<Int>)
  /// `What is X?` in a language that moves its question words.
  case whatIs(subject: Range<Int>, verb: Range<Int>)
  /// Several items that stand in `region`; `head` names them (不良现象), `count` is how many.
  case items(region: Range<Int>, head: Range<Int>?)
  /// Items of a whole section; the question does not quote the text.
  case points(of: Range<Int>?, ordered: Bool)
  /// Items that stand under a lead-in or a heading.
  case listed(under: Range<Int>)
  /// What a term of a glossary means.
  case meaning(of: Range<Int>)
  /// Several items, each in its own place.
  case gaps
  /// A statement that a changed word turns round.
  case statement(replaced: Range<Int>, by: String)
}

/// An idea found in a sentence: its answers, and how it may be asked.
struct KeyPoint: Sendable {
  var family: KeyPointFamily
  /// The spans that are asked for, in text order.
  var answers: [Range<Int>]
  var ask: Ask = .gap
  /// How sure the family is that this is worth asking, 0…1.
  var strength: Double
  var reasons: [Reason] = []
}
