import Language

/// Tags the words of an English sentence: by what the lexicon says a word can be, then by its neighbours.
///
/// One pass from left to right; what stands before is settled, what stands after is known by the lexicon only.
struct LatinTagger {
  private let essay: Essay
  private let isHeading: Bool
  private var tokens: [Token]
  /// What each word can be by itself; `nil` for closed classes, names, numbers and marks.
  private var entries: [EnglishWords.Entry?] = []
  /// Whether the clause has its finite verb, and where that is when it might be a participle.
  private var hasFinite = false
  /// Whether there was one before the last `and` or `or`.
  private var hadFinite = false
  private var doubtful: Int?

  static func tag(_ tokens: inout [Token], in essay: Essay, isHeading: Bool) {
    var tagger = LatinTagger(essay: essay, tokens: tokens, isHeading: isHeading)
    tagger.run()
    tokens = tagger.tokens
  }

  private init(essay: Essay, tokens: [Token], isHeading: Bool) {
    self.essay = essay
    self.tokens = tokens
    self.isHeading = isHeading
  }

  private mutating func run() {
    entries.reserveCapacity(tokens.count)
    for number in tokens.indices { entries.append(look(number)) }
    for number in tokens.indices {
      if let entry = entries[number] { settle(number, entry) } else { settleClosed(number) }
      note(number)
    }
  }

  // MARK: What a word can be

  private mutating func look(_ number: Int) -> EnglishWords.Entry? {
    guard tokens[number].tag == .other else { return nil }
    let range = tokens[number].range
    let first = essay.scalars[range.lowerBound].value
    if Characters.isDigit(first) {
      tokens[number].tag = .numeral
      return nil
    }
    guard Characters.isLatinLetter(first) else { return nil }
    var stem = range
    let word = essay.word(range)
    if let closed = LatinWords.closed[word] {
      tokens[number].tag = closed.tag
      tokens[number].form = closed.form
      if closed.tag == .adjective || closed.tag == .noun || closed.tag == .verb {
        if isName(number, closed: true) { return nameEntry(number) }
      }
      return closed.tag == .verb ? EnglishWords.entry(of: word) : nil
    }
    if range.count > 2, essay.keys[range.upperBound - 1] == 0x73,
      Self.apostrophes.contains(essay.keys[range.upperBound - 2])
    {
      stem = range.lowerBound..<range.upperBound - 2
      tokens[number].form = .possessive
    }
    let known = EnglishWords.entry(of: essay.word(stem))
    if isName(number, closed: known != nil) { return nameEntry(number) }
    if tokens[number].form == .possessive {
      tokens[number].tag = .noun
      return nil
    }
    return known ?? byEnding(range)
  }

  private static let apostrophes: Set<Key> = [0x27, 0x2019]

  private mutating func nameEntry(_ number: Int) -> EnglishWords.Entry? {
    tokens[number].tag = .name
    if tokens[number].form != .possessive { tokens[number].form = .none }
    return nil
  }

  /// A capital names, but not at the start of a sentence when the word is known, nor in a heading.
  private func isName(_ number: Int, closed: Bool) -> Bool {
    let range = tokens[number].range
    guard Characters.isUpper(essay.scalars[range.lowerBound].value) else { return false }
    let rest = essay.scalars[range].dropFirst()
    if range.count >= 2, rest.allSatisfy({ !(0x61...0x7A).contains($0.value) }), !isHeading { return true }
    if isHeading { return !closed }
    guard opens(number) else { return true }
    if !closed { return EnglishWords.entry(of: essay.word(range)) == nil && !endsAsWord(range) }
    guard number + 1 < tokens.count, !opens(number + 1) else { return false }
    let next = tokens[number + 1].range
    return Characters.isUpper(essay.scalars[next.lowerBound].value)
      && tokens[number].range.upperBound + 1 == next.lowerBound
      && !(LatinWords.closed[essay.word(next)].map { !$0.tag.isContent } ?? false)
  }

  /// Whether the word opens a sentence, a quotation or what follows a colon.
  private func opens(_ number: Int) -> Bool {
    guard number > 0 else { return true }
    let gap = tokens[number - 1].range
    if Characters.isLatinLetter(essay.keys[gap.lowerBound]) || Characters.isDigit(essay.keys[gap.lowerBound])
    {
      return false
    }
    if number == 1 { return true }
    return Self.openers.contains(essay.keys[gap.upperBound - 1])
  }

  private static let openers = Set(":.“\"‘!?—".keys)

  private func endsAsWord(_ range: Range<Int>) -> Bool {
    ["ly", "ing", "ed", "tion", "ness", "ment", "able"].contains { ends(range, $0) }
  }

  private func ends(_ range: Range<Int>, _ ending: String) -> Bool {
    let keys = ending.unicodeScalars
    guard range.count > keys.count + 1 else { return false }
    var index = range.upperBound - keys.count
    for key in keys {
      if essay.keys[index] != key.value { return false }
      index += 1
    }
    return true
  }

  private func byEnding(_ range: Range<Int>) -> EnglishWords.Entry {
    if ends(range, "ly") { return .init(.adverb) }
    if ends(range, "ing") { return .init(.gerund, verb: true) }
    if ends(range, "ed") { return .init(.past, verb: true, pastAndParticiple: true) }
    if Self.adjectiveEnds.contains(where: { ends(range, $0) }) { return .init(.adjective, adjective: true) }
    if let hyphen = essay.keys[range].lastIndex(of: 0x2D), hyphen + 2 < range.upperBound,
      let last = EnglishWords.entry(of: essay.word(hyphen + 1..<range.upperBound)), last.use != .plural
    {
      return .init(last.use == .noun ? .noun : .adjective, noun: last.use == .noun, adjective: true)
    }
    guard ends(range, "s"), !ends(range, "ss"), !ends(range, "us"), !ends(range, "is") else {
      return .init(.noun, noun: true)
    }
    let stem = EnglishWords.entry(of: essay.word(range.lowerBound..<range.upperBound - 1))
    return .init(stem?.use == .base ? .third : .plural, noun: true, verb: stem?.canBeVerb ?? false)
  }

  private static let adjectiveEnds = [
    "able", "ible", "ful", "ous", "ive", "ish", "less", "ical", "ary", "ial", "ual", "onal", "ant", "ent",
    "tic",
  ]

  // MARK: What it does here

  private mutating func set(_ number: Int, _ tag: Tag, _ form: WordForm = .none) {
    tokens[number].tag = tag
    tokens[number].form = form
  }

  private mutating func settleClosed(_ number: Int) {
    guard essay.word(tokens[number].range) == Self.that else { return }
    guard let next = nextWord(number) else { return }
    if let entry = entries[next] {
      // that idea, but: that ideas matter; that uses a cache
      if entry.use == .noun || entry.use == .adjective {
        set(number, isAfterNoun(number) ? .pronoun : .particle)
      }
    } else if tokens[next].tag == .auxiliary || tokens[next].tag == .adverb {
      set(number, .pronoun)
    } else {
      set(number, .conjunction)
    }
  }

  private static let that = WordSet.number("that")
  private static let to = WordSet.number("to")
  private static let by = WordSet.number("by")

  private func isAfterNoun(_ number: Int) -> Bool {
    guard let before = previous(number) else { return false }
    return tokens[before].tag == .noun || tokens[before].tag == .name
  }

  /// The word before, when only spaces stand between.
  private func previous(_ number: Int) -> Int? {
    guard number > 0, tokens[number - 1].tag != .punctuation,
      tokens[number].range.lowerBound - tokens[number - 1].range.upperBound <= 1
    else { return nil }
    return number - 1
  }

  /// The word before, adverbs left out.
  private func governor(_ number: Int) -> Int? {
    var before = previous(number)
    while let place = before, tokens[place].tag == .adverb { before = previous(place) }
    return before
  }

  private func nextWord(_ number: Int) -> Int? {
    guard number + 1 < tokens.count, tokens[number + 1].tag != .punctuation,
      tokens[number + 1].range.lowerBound - tokens[number].range.upperBound <= 1
    else { return nil }
    return number + 1
  }

  /// Whether the next word can go on with a noun phrase.
  private func nounFollows(_ number: Int) -> Bool {
    guard let next = nextWord(number) else { return false }
    if tokens[next].tag == .name { return true }
    if tokens[next].tag == .noun { return true }
    if LatinWords.closed[essay.word(tokens[next].range)]?.tag == .adjective { return true }
    guard let entry = entries[next] else { return false }
    return entry.canBeNoun || entry.use == .noun || entry.use == .plural
      || entry.use == .adjective && nounFollows(next)
  }

  /// Whether the next word is one of an open class that might be a noun here.
  private func wordFollows(_ number: Int) -> Bool {
    guard let next = nextWord(number), let entry = entries[next] else { return false }
    return entry.use == .base
  }

  /// Whether the next word begins an object or complement: an article, a pronoun, a preposition, an adverb.
  private func complementFollows(_ number: Int) -> Bool {
    guard let next = nextWord(number) else { return false }
    guard entries[next] == nil else {
      return entries[next]?.use == .adverb || entries[next]?.use == .gerund
        || entries[next]?.use == .adjective
    }
    switch tokens[next].tag {
    case .particle, .pronoun, .adverb, .numeral, .adjective: return true
    case .preposition: return essay.word(tokens[next].range) != Self.of
    case .conjunction: return essay.word(tokens[next].range) == Self.that
    case .noun, .name, .place, .time, .verb, .verbalNoun, .measure, .aspect, .idiom, .direction, .auxiliary,
      .punctuation, .other:
      return false
    }
  }

  private static let of = WordSet.number("of")
  private static let one = WordSet.number("one")

  /// Whether a determiner, an adjective or a preposition before the word asks for a noun.
  private func wantsNoun(_ number: Int) -> Bool {
    guard let before = previous(number) else { return false }
    switch tokens[before].tag {
    case .particle, .adjective: return true
    case .numeral: return essay.word(tokens[before].range) != Self.one
    case .noun, .name: return tokens[before].form == .possessive
    case .preposition: return essay.word(tokens[before].range) != Self.to
    case .place, .time, .verb, .verbalNoun, .adverb, .pronoun, .measure, .conjunction, .aspect, .idiom,
      .direction, .auxiliary, .punctuation, .other:
      return false
    }
  }

  /// Whether the word must be a bare verb: after `to`, a modal, or `do`.
  private func wantsBase(_ number: Int) -> Bool {
    guard let before = governor(number) else { return false }
    if tokens[before].tag == .auxiliary {
      return tokens[before].form == .modal || tokens[before].form == .act
    }
    return tokens[before].tag == .preposition && essay.word(tokens[before].range) == Self.to
  }

  private func follows(_ number: Int, _ forms: [WordForm]) -> Bool {
    guard let before = governor(number) else { return false }
    return tokens[before].tag == .auxiliary && forms.contains(tokens[before].form)
  }

  private mutating func settle(_ number: Int, _ entry: EnglishWords.Entry) {
    if wantsBase(number), entry.canBeVerb || entry.use == .base, !isInflected(entry) {
      return set(number, .verb, .base)
    }
    switch entry.use {
    case .gerund: gerund(number)
    case .past, .participle: past(number, entry)
    case .adverb: set(number, .adverb)
    case .adjective: adjective(number, entry)
    case .noun where entry.canBeVerb, .base: base(number, entry)
    case .plural where entry.canBeVerb, .third: third(number, entry)
    case .noun: noun(number, entry)
    case .plural: set(number, .noun, .plural)
    }
  }

  private func isInflected(_ entry: EnglishWords.Entry) -> Bool {
    switch entry.use {
    case .third, .gerund, .plural, .adverb: true
    case .past, .participle: !entry.canBeNoun
    case .noun, .base, .adjective: false
    }
  }

  private mutating func noun(_ number: Int, _ entry: EnglishWords.Entry) {
    if ends(tokens[number].range, "ing"), follows(number, [.be]), complementFollows(number) {
      return set(number, .verb, .gerund)
    }
    set(number, .noun)
  }

  private mutating func gerund(_ number: Int) {
    if follows(number, [.be]) { return set(number, .verb, .gerund) }
    guard wantsNoun(number), let before = previous(number) else { return set(number, .verb, .gerund) }
    if tokens[before].tag == .preposition { return set(number, .verb, .gerund) }
    set(number, nounFollows(number) ? .adjective : .noun)
  }

  private mutating func past(_ number: Int, _ entry: EnglishWords.Entry) {
    if follows(number, [.be, .have]) { return set(number, .verb, .participle) }
    if wantsNoun(number) {
      return nounFollows(number) ? set(number, .adjective) : set(number, .verb, .participle)
    }
    if entry.use == .participle, !entry.isPastAndParticiple { return set(number, .verb, .participle) }
    if entry.use == .past, !entry.isPastAndParticiple { return set(number, .verb, .past) }
    guard let before = governor(number) else {
      return set(number, .verb, hasFinite || number == 0 || opensClause(number) ? .participle : .past)
    }
    switch tokens[before].tag {
    case .pronoun: set(number, .verb, .past)
    case .conjunction: set(number, .verb, formBefore(before))
    case .noun, .name, .numeral:
      let next = nextWord(number).map { tokens[$0] }
      let passive = next.map { essay.word($0.range) == Self.by } ?? false
      if passive || hasFinite || hadFinite && next?.tag == .preposition {
        set(number, .verb, .participle)
      } else {
        set(number, .verb, .past)
        doubtful = number
      }
    case .verb where tokens[before].form != .gerund && nounFollows(number): set(number, .adjective)
    case .place, .time, .verb, .verbalNoun, .adjective, .adverb, .measure, .preposition, .particle, .aspect,
      .idiom, .direction, .auxiliary, .punctuation, .other:
      set(number, .verb, .participle)
    }
  }

  /// The form of the verb before a conjunction, which the verb after it shares.
  private func formBefore(_ conjunction: Int) -> WordForm {
    var place = conjunction - 1
    while place >= 0, tokens[place].tag != .punctuation {
      if tokens[place].tag == .verb, tokens[place].form == .participle || tokens[place].form == .past {
        return tokens[place].form
      }
      place -= 1
    }
    return hasFinite ? .participle : .past
  }

  private func opensClause(_ number: Int) -> Bool {
    number > 0 && tokens[number - 1].tag == .punctuation
  }

  private mutating func adjective(_ number: Int, _ entry: EnglishWords.Entry) {
    if entry.canBeVerb, !hasFinite, let before = previous(number), tokens[before].form == .plural,
      complementFollows(number)
    {
      return set(number, .verb, .base)
    }
    if ends(tokens[number].range, "ed"), !wantsNoun(number), let before = previous(number),
      tokens[before].tag == .noun || tokens[before].tag == .name || tokens[before].tag == .pronoun
    {
      return past(number, .init(.past, verb: true, pastAndParticiple: true))
    }
    if entry.canBeNoun, wantsNoun(number), !nounFollows(number), !wordFollows(number) {
      return set(number, .noun)
    }
    set(number, .adjective)
  }

  /// A word that is now noun, now verb.
  private mutating func base(_ number: Int, _ entry: EnglishWords.Entry) {
    if wantsNoun(number) {
      return set(number, entry.canBeAdjective && nounFollows(number) ? .adjective : .noun)
    }
    guard let before = governor(number) else {
      let verb = entry.use == .base || number == 0 && complementFollows(number) && !entry.canBeNoun
      return verb ? set(number, .verb, .base) : set(number, .noun)
    }
    let plural = tokens[before].form == .plural || tokens[before].tag == .pronoun
    if tokens[before].tag == .pronoun, !hasFinite || essay.word(tokens[before].range) == Self.that {
      return set(number, .verb, .base)
    }
    if plural, !hasFinite, entry.use == .base || complementFollows(number) {
      return set(number, .verb, .base)
    }
    if tokens[before].tag == .conjunction, before > 0, tokens[before - 1].tag == .verb,
      tokens[before - 1].form == .base
    {
      return set(number, .verb, .base)
    }
    if entry.use == .base, tokens[before].tag != .verb, tokens[before].tag != .noun || hasFinite == false {
      return set(number, .verb, .base)
    }
    entry.canBeNoun || entry.use == .noun ? set(number, .noun) : set(number, .verb, .base)
  }

  /// A word with -s that is now plural, now verb.
  private mutating func third(_ number: Int, _ entry: EnglishWords.Entry) {
    if wantsNoun(number), entry.canBeNoun { return set(number, .noun, .plural) }
    guard let before = governor(number) else {
      return entry.use == .third && !entry.canBeNoun
        ? set(number, .verb, .third) : set(number, .noun, .plural)
    }
    let subject: Bool
    switch tokens[before].tag {
    case .noun, .name, .other: subject = tokens[before].form != .plural && tokens[before].form != .possessive
    case .pronoun: subject = true
    case .conjunction: subject = formIs(.third, before: before)
    case .place, .time, .verb, .verbalNoun, .adjective, .adverb, .numeral, .measure, .preposition, .particle,
      .aspect, .idiom, .direction, .auxiliary, .punctuation:
      subject = false
    }
    if subject, !hasFinite || tokens[before].tag == .conjunction || tokens[before].tag == .pronoun {
      if entry.use == .third || tokens[before].tag == .pronoun || complementFollows(number) {
        return set(number, .verb, .third)
      }
    }
    if entry.use == .third, !entry.canBeNoun { return set(number, .verb, .third) }
    set(number, .noun, .plural)
  }

  private func formIs(_ form: WordForm, before place: Int) -> Bool {
    var place = place - 1
    while place >= 0 {
      if tokens[place].tag == .verb { return tokens[place].form == form }
      place -= 1
    }
    return false
  }

  // MARK: The clause so far

  /// Keeps track of clauses; a past tense before another finite verb was a participle (`the principles
  /// established there are old`).
  private mutating func note(_ number: Int) {
    let token = tokens[number]
    if token.tag == .punctuation || token.tag == .conjunction || isRelative(number) {
      let joins = token.tag == .conjunction && Self.coordinators.contains(essay.word(token.range))
      hadFinite = joins && (hasFinite || hadFinite)
      hasFinite = false
      doubtful = nil
    } else if token.isFinite {
      if let earlier = doubtful, hasFinite, token.form != .have || token.tag == .auxiliary {
        tokens[earlier].form = .participle
      }
      if doubtful != number { doubtful = nil }
      hasFinite = true
    }
  }

  private func isRelative(_ number: Int) -> Bool {
    tokens[number].tag == .pronoun && Self.relatives.contains(essay.word(tokens[number].range))
  }

  private static let coordinators: WordSet = ["and", "or"]
  private static let relatives: WordSet = ["who", "which", "that", "whom", "what", "whoever"]
}
