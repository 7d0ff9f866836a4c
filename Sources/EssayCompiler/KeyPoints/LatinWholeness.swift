/// Whether a span of an English sentence is a phrase: one that a reader would cut out, and a learner can give back.
enum LatinWholeness {
  static func isWhole(_ answer: Range<Int>, in view: SentenceView) -> Bool {
    let words = view.tokens(in: answer)
    guard let first = words.first, !words.isEmpty else { return false }
    return standsAlone(answer, view) && !hidesNegation(first, view)
      && !tearsNounPhrase(words, view) && !tearsCoordination(words, view) && holdsWholeClauses(words, view)
      && !isFixed(words, view)
  }

  /// `/usr` and `FSRS-6` are not to be cut behind the sign.
  private static func standsAlone(_ answer: Range<Int>, _ view: SentenceView) -> Bool {
    let keys = view.essay.keys
    if answer.lowerBound > view.range.lowerBound, signs.contains(keys[answer.lowerBound - 1]) { return false }
    guard answer.upperBound + 1 < view.range.upperBound else { return true }
    let next = keys[answer.upperBound]
    return !(signs.contains(next) || next == 0x2E) || !Characters.isWordlike(keys[answer.upperBound + 1])
  }

  private static let signs = Set("/\\@#$-_=+*~^&".keys)

  private static func hidesNegation(_ first: Token, _ view: SentenceView) -> Bool {
    negations.contains(view.essay.word(first.range))
  }

  private static let negations: WordSet = [
    "not", "also", "n't", "never", "then", "so", "such", "as", "than", "very",
  ]

  private static func tearsNounPhrase(_ words: ArraySlice<Token>, _ view: SentenceView) -> Bool {
    guard let first = words.first, let last = words.last else { return true }
    let tokens = view.tokens
    if words.startIndex > 0, view.isBeside(words.startIndex), isNominal(first) {
      let before = tokens[words.startIndex - 1]
      if before.tag == .adjective || before.tag == .other || before.tag == .noun && before.form != .possessive
      {
        return true
      }
      if before.tag == .name, first.tag != .numeral, before.form != .possessive { return true }
    }
    guard words.endIndex < tokens.count else { return false }
    let next = tokens[words.endIndex]
    if view.isBeside(words.endIndex) {
      if isNominal(last) || last.tag == .adjective || last.tag == .numeral {
        return next.tag == .noun || next.tag == .name || next.tag == .numeral && last.tag == .name
          || last.tag == .adjective && next.tag == .adjective
      }
      return false
    }
    // an American not-for-profit, volunteer association; February 14, 1994
    guard next.tag == .punctuation, view.essay.keys[next.range.lowerBound] == 0x2C,
      words.endIndex + 1 < tokens.count
    else { return false }
    let after = tokens[words.endIndex + 1].tag
    if last.tag == .adjective { return after == .adjective || after == .noun }
    return last.tag == .numeral && after == .numeral
  }

  private static func isNominal(_ token: Token) -> Bool {
    token.tag == .noun || token.tag == .name || token.tag == .adjective
  }

  /// Both sides of `and` must be of one kind, and neither may be left outside.
  private static func tearsCoordination(_ words: ArraySlice<Token>, _ view: SentenceView) -> Bool {
    guard let first = words.first else { return true }
    let tokens = view.tokens
    for number in words.indices.dropFirst() where isCoordinator(number, view) {
      var right = number + 1
      while right < words.endIndex, tokens[right].tag == .adverb { right += 1 }
      guard right < words.endIndex else { return true }
      let next = tokens[right]
      // What follows the conjunction is the subject of the next clause.
      if words.endIndex < tokens.count, tokens[words.endIndex].isFinite { return true }
      if next.tag == .verb || next.tag == .auxiliary {
        let verbs = tokens[words.startIndex..<number].filter { $0.tag == .verb }
        let alike = verbs.contains { $0.form == next.form }
        if !alike { return true }
      }
      if first.tag == .verb, next.tag == .pronoun { return true }
    }
    if words.startIndex > 1, isCoordinator(words.startIndex - 1, view), first.tag != .verb {
      // The item after `and` alone, when what stands before is of its kind.
      let before = tokens[words.startIndex - 2]
      if before.tag == .adjective && first.tag == .adjective { return true }
    }
    guard isCoordinator(words.endIndex, view), words.endIndex + 1 < tokens.count else { return false }
    var number = words.endIndex + 1
    while number < tokens.count, tokens[number].tag == .adverb || tokens[number].tag == .particle {
      number += 1
    }
    guard number < tokens.count else { return true }
    switch tokens[number].tag {
    case .verb: return tokens[number].form != .third && tokens[number].form != .past
    case .auxiliary, .pronoun, .conjunction: return false
    case .noun, .name, .place, .time, .verbalNoun, .adjective, .adverb, .numeral, .measure, .preposition,
      .particle,
      .aspect, .idiom, .direction, .punctuation, .other:
      return !beginsClause(number, view)
    }
  }

  private static func isCoordinator(_ number: Int, _ view: SentenceView) -> Bool {
    guard view.tokens.indices.contains(number), view.tokens[number].tag == .conjunction else { return false }
    return coordinators.contains(view.essay.word(view.tokens[number].range))
  }

  private static let coordinators: WordSet = ["and", "or", "nor"]

  /// Whether a finite verb follows before the next mark.
  private static func beginsClause(_ start: Int, _ view: SentenceView) -> Bool {
    for token in view.tokens[start...] {
      if token.tag == .punctuation { return false }
      if token.isFinite { return true }
    }
    return false
  }

  /// A finite verb whose subject stands inside makes the span a clause: only one behind a connective or a colon may
  /// be hidden, and only as a whole.
  private static func holdsWholeClauses(_ words: ArraySlice<Token>, _ view: SentenceView) -> Bool {
    guard let first = words.first else { return false }
    var isOpen = false
    for number in words.indices {
      let token = view.tokens[number]
      if subordinators.contains(view.essay.word(token.range)), token.tag != .particle { isOpen = true }
      guard token.isFinite, number > words.startIndex else { continue }
      if isOpen {
        isOpen = false
        continue
      }
      if first.tag == .verb || first.tag == .conjunction || first.tag == .preposition { continue }
      guard opensClause(words.startIndex, view) else { return false }
      return words.endIndex >= view.tokens.count || view.tokens[words.endIndex].tag == .punctuation
        || view.tokens[words.endIndex].tag == .conjunction
    }
    return true
  }

  /// Whether only determiners stand between the place and a connective or a colon.
  private static func opensClause(_ start: Int, _ view: SentenceView) -> Bool {
    var number = start - 1
    while number >= 0, view.tokens[number].tag == .particle { number -= 1 }
    guard number >= 0 else { return false }
    let word = view.tokens[number].range
    if view.tokens[number].tag == .punctuation { return view.essay.keys[word.lowerBound] == 0x3A }
    return view.tokens[number].tag != .particle && clauseOpeners.contains(view.essay.word(word))
  }

  private static let subordinators: WordSet = [
    "that", "which", "who", "whom", "whose", "where", "when", "if", "because", "while", "what", "how",
    "whether", "as",
    "than", "until", "unless", "although", "though", "since", "before", "after", "why", "whereby", "wherein",
  ]
  private static let clauseOpeners: WordSet = [
    "that", "because", "if", "when", "so", "while", "whereas", "unless", "until", "although", "since", "how",
    "whether", "where", "why", "though", "what",
  ]

  /// `as a result of` and the like say nothing alone.
  private static func isFixed(_ words: ArraySlice<Token>, _ view: SentenceView) -> Bool {
    guard let first = words.first, hollow.contains(view.essay.word(first.range)) else { return false }
    return words.count == 1 || view.tokens[words.startIndex + 1].tag == .preposition
  }

  private static let hollow: WordSet = [
    "result", "example", "instance", "case", "terms", "order", "addition", "fact", "way", "ways", "basis",
    "lot",
    "kind", "kinds", "sort", "sorts", "number", "variety", "amount", "rest", "part", "parts", "means",
    "majority",
    "following", "one", "some", "many", "most", "any", "thing", "things", "end", "beginning", "course",
    "general",
    "people", "time", "times",
  ]
}
