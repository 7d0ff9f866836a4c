/// What the ranker may know of an English sentence, whatever is asked in it.
struct LatinSentenceFeatures {
  private(set) var values: [(index: Int, value: Double)] = []
  /// The index of the first finite verb, and of the first word after its group.
  let mainVerb: Int
  let afterMainVerb: Int
  /// The index of the first colon or dash.
  let colon: Int?
  /// The number of words without the marks at the end.
  let words: Int

  init(_ view: SentenceView, terms: Importance) {
    let tokens = view.tokens
    var end = tokens.count
    while end > 0, tokens[end - 1].tag == .punctuation { end -= 1 }
    words = end
    mainVerb = tokens.firstIndex { $0.isFinite } ?? tokens.count
    var after = mainVerb
    while after < tokens.count,
      tokens[after].tag == .auxiliary || tokens[after].tag == .adverb
        || tokens[after].tag == .verb && (after == mainVerb || tokens[after - 1].tag != .verb)
    {
      after += 1
    }
    while after < tokens.count, tokens[after].tag == .particle { after += 1 }
    afterMainVerb = after
    colon = tokens.firstIndex {
      $0.tag == .punctuation && ($0.range.count == 1)
        && Self.colons.contains(view.essay.keys[$0.range.lowerBound])
    }
    position(view)
    opening(view)
    content(view, terms)
  }

  private static let colons: Set<Key> = [0x3A, 0x2014, 0x2013]

  static let names = [
    "opens", "closes", "only", "second", "item", "underHeading", "length.0", "length.1", "length.2",
    "length.3",
    "length.4", "pointsBack", "contrast", "conclusion", "example", "firstPerson", "secondPerson", "question",
    "digits", "names", "headed", "repeated", "because", "must", "copula", "naming", "quote", "commas",
    "superlative",
    "negated", "longParagraph", "early",
  ]
  private enum Name: Int {
    case opens, closes, only, second, item, underHeading, length0, length1, length2, length3, length4
    case pointsBack, contrast, conclusion, example, firstPerson, secondPerson, question, digits, names, headed
    case repeated, because, must, copula, naming, quote, commas, superlative, negated, longParagraph, early
  }

  private mutating func set(_ name: Name, _ value: Double = 1) {
    values.append((LatinFeatures.Group.sentence.base + name.rawValue, value))
  }

  private mutating func position(_ view: SentenceView) {
    if view.place == 0 { set(.opens) }
    if view.place == 1 { set(.second) }
    if view.place == view.placeCount - 1 { set(view.placeCount == 1 ? .only : .closes) }
    if view.kind == .item { set(.item) }
    if view.heading != nil { set(.underHeading) }
    if view.placeCount >= 6 { set(.longParagraph) }
    if view.index < 6 { set(.early) }
    switch words {
    case ...8: set(.length0)
    case 9...14: set(.length1)
    case 15...22: set(.length2)
    case 23...32: set(.length3)
    default: set(.length4)
    }
  }

  private mutating func opening(_ view: SentenceView) {
    if Dangling.begins(at: view.range.lowerBound, in: view) { set(.pointsBack) }
    let first = view.tokens.prefix(4).map { view.essay.word($0.range) }
    if first.prefix(1).contains(where: Self.contrasts.contains) { set(.contrast) }
    if first.prefix(1).contains(where: Self.conclusions.contains) { set(.conclusion) }
    if first.contains(where: Self.examples.contains) { set(.example) }
  }

  private static let contrasts: WordSet = [
    "but", "however", "yet", "instead", "nevertheless", "although", "while",
  ]
  private static let conclusions: WordSet = [
    "thus", "therefore", "hence", "so", "consequently", "accordingly",
  ]
  private static let examples: WordSet = ["example", "instance", "suppose", "imagine", "e.g", "consider"]
  private static let first: WordSet = ["i", "we", "my", "our", "us", "me"]
  private static let second: WordSet = ["you", "your"]
  private static let superlatives: WordSet = [
    "most", "best", "largest", "first", "only", "greatest", "main", "least", "worst", "key", "important",
    "essential", "fundamental", "primary", "major", "central",
  ]
  private static let negations: WordSet = [
    "not", "no", "never", "nor", "cannot", "neither", "without", "rather",
  ]

  private mutating func content(_ view: SentenceView, _ terms: Importance) {
    var flags: [Name: Bool] = [:]
    var count = 0.0
    var headed = 0.0
    var repeated = 0.0
    var commas = 0.0
    for token in view.tokens {
      if token.tag == .punctuation {
        if view.essay.keys[token.range.lowerBound] == 0x2C { commas += 1 }
        continue
      }
      let word = view.essay.word(token.range)
      if token.tag.isContent {
        count += 1
        if terms.isHeadingTerm(word) { headed += 1 }
        if terms.count(of: word) >= 3 { repeated += 1 }
      }
      if Self.first.contains(word) { flags[.firstPerson] = true }
      if Self.second.contains(word) { flags[.secondPerson] = true }
      if Self.superlatives.contains(word) { flags[.superlative] = true }
      if Self.negations.contains(word) { flags[.negated] = true }
      if token.tag == .name { flags[.names] = true }
      if token.tag == .numeral { flags[.digits] = true }
    }
    for hit in view.hits {
      switch hit.marker {
      case .because, .causeOf, .leadsTo, .therefore: flags[.because] = true
      case .must: flags[.must] = true
      case .copula: flags[.copula] = true
      case .naming: flags[.naming] = true
      case .essence, .purpose, .takeAs, .asRole, .says, .onlyIf, .onlyThen, .ifCondition, .unless, .notBut,
        .butRather, .negation, .differs, .consistsOf, .include, .suchAs, .becomes, .through, .means:
        break
      }
    }
    if view.essay.keys[view.range.upperBound - 1] == 0x3F { flags[.question] = true }
    if view.pairs.contains(where: { $0.mark == 0x201C || $0.mark == 0x22 }) { flags[.quote] = true }
    for name in [
      Name.firstPerson, .secondPerson, .superlative, .negated, .names, .digits, .because, .must, .copula,
      .naming,
      .question, .quote,
    ] where flags[name] == true { set(name) }
    set(.headed, headed / max(1, count))
    set(.repeated, repeated / max(1, count))
    set(.commas, min(4, commas))
  }
}
