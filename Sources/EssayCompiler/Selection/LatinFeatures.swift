/// What the ranker may know of a key point in an English sentence: of its words, its place, and its sentence.
///
/// The order of `names` is the order of the weights; a change here asks for a new fit (`Scripts/ranker`).
struct LatinFeatures {
  /// The indices of the features that hold, with their values.
  private(set) var values: [(index: Int, value: Double)] = []

  init(_ point: KeyPoint, in view: SentenceView, sentence: LatinSentenceFeatures, terms: Importance) {
    guard let answer = point.answers.first else { return }
    values.reserveCapacity(48)
    let words = view.tokens(in: answer)
    guard let first = words.first, let last = words.last else { return }
    set(.family, point.family.number)
    set(.strength, 0, point.strength)
    set(.length, Self.lengthClass(words.count))
    set(.first, Self.kind(first))
    set(.last, Self.kind(last))
    neighbours(words.startIndex, words.endIndex, view)
    shape(words, answer, view)
    place(words.startIndex, words.endIndex, view, sentence)
    set(.share, 0, Double(words.count) / Double(max(1, sentence.words)))
    recurrence(words, view, terms)
    values += sentence.values
  }

  private mutating func set(_ group: Group, _ offset: Int, _ value: Double = 1) {
    values.append((group.base + offset, value))
  }

  static func lengthClass(_ words: Int) -> Int {
    switch words {
    case ...4: max(0, words - 1)
    case 5...6: 4
    case 7...8: 5
    case 9...11: 6
    default: 7
    }
  }

  /// The word's class with its form.
  static func kind(_ token: Token) -> Int {
    switch token.tag {
    case .noun: token.form == .plural ? 1 : 0
    case .name, .place: 2
    case .adjective: 3
    case .adverb: 4
    case .numeral: 5
    case .verb:
      switch token.form {
      case .base: 6
      case .third: 7
      case .past: 8
      case .participle: 9
      case .gerund: 10
      case .none, .modal, .be, .have, .act, .plural, .possessive: 6
      }
    case .auxiliary: 11
    case .pronoun: 12
    case .particle: 13
    case .preposition: 14
    case .conjunction: 15
    case .punctuation: 16
    case .time, .verbalNoun, .measure, .aspect, .idiom, .direction, .other: 17
    }
  }

  private static let kinds = 18
  private static let governors: [UInt64: Int] = {
    var table: [UInt64: Int] = [:]
    let words = [
      "of", "to", "by", "for", "in", "with", "from", "as", "on", "and", "or", "that", "because", "if", "when",
      "than", "but", "which", "who", "not",
    ]
    for (number, word) in words.enumerated() { table[WordSet.number(word)] = kinds + number }
    return table
  }()

  /// The word's own number for the commonest function words, the form of an auxiliary, else its class.
  private static func governor(_ token: Token, _ essay: Essay) -> Int {
    switch token.form {
    case .be: return kinds + 20
    case .have: return kinds + 21
    case .modal: return kinds + 22
    case .act: return kinds + 23
    case .none, .base, .third, .past, .participle, .gerund, .plural, .possessive: break
    }
    if token.tag == .punctuation {
      switch essay.keys[token.range.lowerBound] {
      case 0x2C: return kinds + 24
      case 0x3A: return kinds + 25
      case 0x201C, 0x22, 0x2018: return kinds + 26
      case 0x28: return kinds + 27
      case 0x2E, 0x3F, 0x21: return kinds + 28
      default: return kinds + 29
      }
    }
    return governors[essay.word(token.range)] ?? kind(token)
  }

  /// The word before with the determiner between them, and the word after.
  private mutating func neighbours(_ start: Int, _ end: Int, _ view: SentenceView) {
    var before = start - 1
    if before >= 0, view.tokens[before].tag == .particle {
      let word = view.essay.word(view.tokens[before].range)
      set(.determiner, word == Self.the ? 1 : Self.indefinite.contains(word) ? 2 : 3)
      before -= 1
    } else {
      set(.determiner, 0)
    }
    set(.before, before >= 0 ? Self.governor(view.tokens[before], view.essay) : Group.neighbours - 1)
    let after = end < view.tokens.count ? Self.governor(view.tokens[end], view.essay) : Group.neighbours - 1
    set(.after, after)
  }

  private static let the = WordSet.number("the")
  private static let indefinite: WordSet = ["a", "an"]

  private mutating func shape(_ words: ArraySlice<Token>, _ answer: Range<Int>, _ view: SentenceView) {
    var holds = [Bool](repeating: false, count: 10)
    for (number, token) in zip(words.indices, words) {
      switch token.tag {
      case .name: holds[0] = true
      case .numeral: holds[1] = true
      case .pronoun: holds[2] = true
      case .preposition:
        holds[3] = true
        if view.essay.word(token.range) == Self.of { holds[4] = true }
      case .conjunction: holds[5] = true
      case .adverb: if number == words.startIndex { holds[9] = true }
      case .noun, .place, .time, .verb, .verbalNoun, .adjective, .measure, .particle, .aspect, .idiom,
        .direction, .auxiliary, .punctuation, .other:
        break
      }
      if token.isFinite, number > words.startIndex { holds[6] = true }
      if token.tag == .verb, number > words.startIndex { holds[7] = true }
    }
    holds[8] = view.pairs.contains { $0.inside == answer }
    for (flag, isSet) in holds.enumerated() where isSet { set(.shape, flag) }
  }

  private static let of = WordSet.number("of")

  private mutating func place(
    _ start: Int,
    _ end: Int,
    _ view: SentenceView,
    _ sentence: LatinSentenceFeatures
  ) {
    if end <= sentence.mainVerb { set(.place, 0) }
    if start == sentence.afterMainVerb { set(.place, 1) }
    if start > sentence.afterMainVerb { set(.place, 2) }
    if start == sentence.mainVerb { set(.place, 3) }
    if start == 0 { set(.place, 4) }
    if end >= sentence.words { set(.place, 5) }
    let closes = end >= view.tokens.count || view.tokens[end].tag == .punctuation
    if closes { set(.place, 6) }
    let opens = start == 0 || view.tokens[start - 1].tag == .punctuation
    if opens { set(.place, 7) }
    if opens && closes { set(.place, 8) }
    if let colon = sentence.colon { set(.place, start > colon ? 9 : 10) }
    if view.pair(around: view.tokens[start].range) != nil { set(.place, 11) }
    set(.place, 12, Double(start) / Double(max(1, sentence.words)))
  }

  private mutating func recurrence(_ words: ArraySlice<Token>, _ view: SentenceView, _ terms: Importance) {
    var count = 0
    var once = 0
    var often = 0
    var headed = 0
    for token in words where token.tag.isContent {
      let word = view.essay.word(token.range)
      count += 1
      let seen = terms.count(of: word)
      if seen <= 1 { once += 1 }
      if seen >= 4 { often += 1 }
      if terms.isHeadingTerm(word) { headed += 1 }
    }
    let all = Double(max(1, count))
    set(.terms, 0, Double(once) / all)
    set(.terms, 1, Double(often) / all)
    set(.terms, 2, Double(headed) / all)
    set(.terms, 3, Double(count))
  }

  /// The blocks of features, each from its base on.
  enum Group: Int {
    case family, strength, length, first, last, before, after, determiner, shape, place, share, terms,
      sentence

    static let neighbours = 18 + 31
    private static let sizes = [
      KeyPointFamily.allCases.count, 1, 8, 18, 18, neighbours, neighbours, 4, 10, 13, 1, 4,
      LatinSentenceFeatures.names.count,
    ]
    private static let bases: [Int] = sizes.indices.map { sizes[..<$0].reduce(0, +) }
    var base: Int { Self.bases[rawValue] }
    fileprivate var size: Int { Self.sizes[rawValue] }
    fileprivate static let all: [Group] = [
      .family, .strength, .length, .first, .last, .before, .after, .determiner, .shape, .place, .share,
      .terms,
      .sentence,
    ]
  }

  /// All names in the order of the weights.
  static let names: [String] = Group.all.flatMap { group in
    (0..<group.size).map { number in
      switch group {
      case .family: "family." + KeyPointFamily.allCases[number].rawValue
      case .sentence: "sentence." + LatinSentenceFeatures.names[number]
      case .strength, .length, .first, .last, .before, .after, .determiner, .shape, .place, .share, .terms:
        "\(group).\(number)"
      }
    }
  }
}
