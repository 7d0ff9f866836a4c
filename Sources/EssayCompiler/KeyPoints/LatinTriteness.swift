/// Spans that are phrases and yet nobody should be asked for: what an instructor struck out of compiled decks.
///
/// Each rule names a class of fault that readers found: gaps in a condition or concession, in a bare comparison, in a
/// subject that is the essay's topic, in the verb together with its object, in a truism or a pointer.
enum LatinTriteness {
  /// Whether a sentence has nothing to ask for at all.
  static func isTrite(_ view: SentenceView) -> Bool {
    if view.essay.keys[view.range.upperBound - 1] == 0x3F { return true }
    if case .item = view.kind, !view.tokens.contains(where: \.isFinite) { return true }
    let words = view.tokens.count { $0.tag != .punctuation }
    return words <= 4 && !view.tokens.contains { $0.tag == .name || $0.tag == .numeral }
  }

  static func isTrite(_ point: KeyPoint, in view: SentenceView, terms: (UInt64) -> Bool) -> Bool {
    guard point.answers.count == 1, let answer = point.answers.first else { return false }
    switch point.family {
    case .naming, .quotation, .date, .number, .negation, .heading, .outline, .essence, .generated:
      return false
    case .definition, .cause, .effect, .condition, .purpose, .role, .enumeration, .series, .ordinal,
      .contrast,
      .obligation, .name, .object, .phrase, .predicate, .parallel:
      break
    }
    let words = view.tokens(in: answer)
    guard let first = words.first else { return true }
    let names = words.contains { $0.tag == .noun || $0.tag == .name || $0.tag == .numeral }
    let acts = words.contains { $0.tag == .verb }
    if !names, !acts || words.count < 2 { return true }
    if first.tag == .preposition || prepositional.contains(view.essay.word(first.range))
      || isGraded(words, view) || isHollow(words, view)
    {
      return true
    }
    if takesObject(words, view) || isFrame(words, view) { return true }
    return isInCondition(answer, view) || isTopic(words, view, terms)
  }

  /// Words in -ing that work as prepositions.
  private static let prepositional: WordSet = [
    "according", "including", "following", "regarding", "concerning", "owing", "depending", "considering",
  ]

  /// A bare comparison or grade: `more time`, `less detail`, `a good example`.
  private static func isGraded(_ words: ArraySlice<Token>, _ view: SentenceView) -> Bool {
    guard words.count <= 2, let first = words.first else { return false }
    if graded.contains(view.essay.word(first.range)) { return true }
    return words.startIndex > 0 && words.count == 1
      && graded.contains(view.essay.word(view.tokens[words.startIndex - 1].range))
  }

  private static let graded: WordSet = [
    "more", "less", "fewer", "many", "few", "several", "some", "various", "other", "such", "another",
    "certain", "good",
    "great", "much", "same", "different", "better", "best", "worse", "bad", "big", "little", "large", "small",
    "own",
    "enough", "similar", "further", "additional", "possible", "important", "necessary", "numerous", "easy",
    "hard",
    "difficult", "useful",
  ]

  /// One word that could be many others.
  private static func isHollow(_ words: ArraySlice<Token>, _ view: SentenceView) -> Bool {
    words.count == 1 && words.allSatisfy { hollow.contains(view.essay.word($0.range)) }
  }

  private static let hollow: WordSet = [
    "thing", "things", "way", "ways", "people", "time", "times", "problem", "problems", "fact", "case",
    "cases", "place",
    "point", "points", "example", "examples", "reason", "reasons", "part", "parts", "number", "work", "man",
    "men",
    "something", "others", "day", "days", "year", "years", "change", "changes", "use", "need", "issue",
    "issues", "end",
    "question", "order", "system", "systems", "process", "kind", "form", "set", "result", "results",
    "importance",
  ]

  /// A finite verb with its object: the object alone is the question.
  private static func takesObject(_ words: ArraySlice<Token>, _ view: SentenceView) -> Bool {
    guard let first = words.first, first.tag == .verb, let next = words.dropFirst().first else {
      return false
    }
    let before = words.startIndex > 0 ? view.tokens[words.startIndex - 1].tag : .punctuation
    let hasSubject = before == .pronoun || before == .noun || before == .name
    guard first.form == .third || first.form == .past || first.form == .base && hasSubject else {
      return false
    }
    switch next.tag {
    case .noun, .name, .adjective, .numeral, .particle, .pronoun: return true
    case .place, .time, .verb, .verbalNoun, .adverb, .measure, .preposition, .conjunction, .aspect, .idiom,
      .direction, .auxiliary, .punctuation, .other:
      return false
    }
  }

  /// As a general rule, On occasion: what only leads in.
  private static func isFrame(_ words: ArraySlice<Token>, _ view: SentenceView) -> Bool {
    guard let comma = view.tokens.first(where: { $0.tag == .punctuation }), let first = view.tokens.first,
      view.essay.keys[comma.range.lowerBound] == 0x2C, first.tag == .preposition, let last = words.last
    else { return false }
    guard last.range.upperBound <= comma.range.lowerBound else { return false }
    return !words.contains { $0.tag == .name || $0.tag == .numeral }
  }

  /// What stands in a clause that opens the sentence with if, although, while: the main clause is the point.
  private static func isInCondition(_ answer: Range<Int>, _ view: SentenceView) -> Bool {
    guard let first = view.tokens.first, let clause = view.clauses.first, view.clauses.count > 1 else {
      return false
    }
    var word = view.essay.word(first.range)
    if word == even, view.tokens.count > 1 { word = view.essay.word(view.tokens[1].range) }
    return conditions.contains(word) && answer.upperBound <= clause.range.upperBound
  }

  private static let even = WordSet.number("even")
  private static let conditions: WordSet = [
    "if", "although", "though", "while", "when", "given", "unless", "whereas", "since", "once", "despite",
    "whenever",
  ]

  /// The subject of the sentence, when all its words are the essay's own topic.
  private static func isTopic(_ words: ArraySlice<Token>, _ view: SentenceView, _ terms: (UInt64) -> Bool)
    -> Bool
  {
    guard words.startIndex <= 1, words.endIndex < view.tokens.count, view.tokens[words.endIndex].isFinite
    else {
      return false
    }
    return words.allSatisfy { !$0.tag.isContent || terms(view.essay.word($0.range)) }
  }
}
