/// What a word does, as coarsely as the patterns need it.
enum Tag: UInt8, Sendable, CaseIterable {
  case noun
  case name
  case place
  case time
  case verb
  /// A verb used as a noun (建设, 发展).
  case verbalNoun
  case adjective
  case adverb
  case pronoun
  case numeral
  case measure
  case preposition
  case conjunction
  /// 的, 地, 得; in English the articles and other determiners.
  case particle
  /// 了, 着, 过.
  case aspect
  case idiom
  case direction
  case auxiliary
  case punctuation
  case other

  /// Whether a word of this kind can be the head of what is asked for.
  var isNominal: Bool {
    switch self {
    case .noun, .name, .place, .time, .verbalNoun, .idiom: true
    case .verb, .adjective, .adverb, .pronoun, .numeral, .measure, .preposition, .conjunction, .particle,
      .aspect, .direction, .auxiliary, .punctuation, .other:
      false
    }
  }

  /// Whether a word of this kind carries meaning of its own.
  var isContent: Bool {
    switch self {
    case .noun, .name, .place, .time, .verbalNoun, .idiom, .verb, .adjective, .numeral, .other: true
    case .adverb, .pronoun, .measure, .preposition, .conjunction, .particle, .aspect, .direction, .auxiliary,
      .punctuation:
      false
    }
  }
}

/// A word of the essay, kept small: an essay of five million characters has a million of them.
struct Token: Sendable, Equatable {
  private let start: Int32
  private let end: Int32
  private let count: Int32
  var tag: Tag
  /// The form of an English word.
  var form = WordForm.none

  init(range: Range<Int>, tag: Tag, frequency: Int) {
    start = Int32(clamping: range.lowerBound)
    end = Int32(clamping: range.upperBound)
    count = Int32(clamping: frequency)
    self.tag = tag
  }

  var range: Range<Int> { Int(start)..<Int(end) }
  /// How often the lexicon has met it; 0 when unknown.
  var frequency: Int { Int(count) }
}

extension Token {
  /// Whether the word can be the verb that a clause is built on.
  var isFinite: Bool {
    switch form {
    case .third, .past, .modal, .be, .have, .act: tag == .verb || tag == .auxiliary
    case .base: tag == .verb
    case .none, .participle, .gerund, .plural, .possessive: false
    }
  }
}
