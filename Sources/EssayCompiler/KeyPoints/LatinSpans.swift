/// The phrases of an English sentence that could be asked for, by their ends.
///
/// Noun phrases with what hangs on them, predicates, complements, and clauses behind a connective. The ranker
/// chooses among them.
struct LatinSpans {
  private let view: SentenceView
  private let tokens: [Token]
  private let essay: Essay
  /// For every word: where its clause ends, as the index after its last word.
  private var clauseEnds: [Int]

  /// No phrase is longer than this many words.
  static let longest = 14

  static func find(in view: SentenceView, into points: inout [KeyPoint]) {
    LatinSpans(view).add(to: &points)
  }

  private init(_ view: SentenceView) {
    self.view = view
    tokens = view.tokens
    essay = view.essay
    clauseEnds = [Int](repeating: tokens.count, count: tokens.count)
    var end = tokens.count
    for number in tokens.indices.reversed() {
      if tokens[number].tag == .punctuation, Self.breaks.contains(essay.keys[tokens[number].range.lowerBound])
      {
        end = number
      }
      clauseEnds[number] = end
    }
  }

  private static let breaks = Set(",;:.!?—–()（），；：。".keys)

  private func add(to points: inout [KeyPoint]) {
    for start in tokens.indices where isStart(start) {
      let limit = min(clauseEnds[start], start + Self.longest)
      guard start < limit else { continue }
      var hasVerb = false
      for last in start..<limit {
        let token = tokens[last]
        if token.tag == .punctuation, !isQuote(token) { break }
        if last > start, token.isFinite { hasVerb = true }
        guard isEnd(last, from: start) else { continue }
        // What holds a clause of its own must hold all of it.
        if hasVerb || opensClause(start), last + 1 < clauseEnds[start], !endsBeforeClause(last) { continue }
        add(start...last, &points)
      }
    }
  }

  private func add(_ words: ClosedRange<Int>, _ points: inout [KeyPoint]) {
    let span = tokens[words.lowerBound].range.lowerBound..<tokens[words.upperBound].range.upperBound
    guard let answer = view.answer(span, limit: Self.longest), answer.lowerBound == span.lowerBound,
      view.hasContent(answer)
    else { return }
    let isName = tokens[words].contains { $0.tag == .name }
    points.append(
      KeyPoint(
        family: isName ? .name : .phrase,
        answers: [answer],
        strength: 0.4,
        reasons: [.exactBoundaries]
      )
    )
  }

  private func isQuote(_ token: Token) -> Bool {
    Self.quotes.contains(essay.keys[token.range.lowerBound])
  }

  private static let quotes = Set("“”\"‘’".keys)

  private func isStart(_ number: Int) -> Bool {
    let token = tokens[number]
    let before = number > 0 ? tokens[number - 1].tag : .punctuation
    switch token.tag {
    case .numeral where number + 1 < tokens.count && tokens[number + 1].tag == .name: return false
    case .noun, .name, .other, .numeral:
      return before != .noun && before != .name && before != .adjective && before != .numeral
        || before == .numeral && token.tag == .name
    case .adjective: return before != .adjective && before != .noun && before != .name && before != .numeral
    case .verb:
      switch token.form {
      case .third, .past: return before != .verb
      case .base, .gerund, .participle, .none: return before != .particle
      case .modal, .be, .have, .act, .plural, .possessive: return false
      }
    case .auxiliary: return false
    case .adverb:
      guard number + 1 < tokens.count, before != .particle else { return false }
      let next = tokens[number + 1].tag
      return next == .verb || next == .adjective
    case .particle: return Self.quantifiers.contains(essay.word(token.range))
    case .conjunction, .preposition: return Self.openers.contains(essay.word(token.range)) && number > 0
    case .place, .time, .verbalNoun, .pronoun, .measure, .aspect, .idiom, .direction, .punctuation:
      return token.tag == .pronoun && opensClause(number) && before != .noun && before != .name
    }
  }

  private static let quantifiers: WordSet = [
    "no", "all", "every", "each", "any", "most", "many", "both", "few",
  ]
  private static let openers: WordSet = [
    "when", "until", "how", "whether", "where", "what", "why",
  ]

  private func isEnd(_ last: Int, from start: Int) -> Bool {
    let token = tokens[last]
    let next = last + 1 < tokens.count ? tokens[last + 1] : nil
    let closes = last + 1 >= clauseEnds[last]
    switch token.tag {
    case .noun, .name, .numeral, .other:
      guard token.form != .possessive else { return false }
      return closes || next.map { $0.tag != .noun && $0.tag != .name && $0.form != .possessive } ?? true
    case .verb, .adverb: return closes || next?.tag == .conjunction
    case .adjective: return closes || next.map { $0.tag == .conjunction || $0.tag == .preposition } ?? true
    case .pronoun: return closes && last > start
    case .place, .time, .verbalNoun, .measure, .preposition, .conjunction, .particle, .aspect, .idiom,
      .direction, .auxiliary, .punctuation:
      return false
    }
  }

  /// Whether the span is a clause with a subject of its own.
  private func opensClause(_ number: Int) -> Bool {
    switch tokens[number].tag {
    case .conjunction: true
    case .pronoun: Self.subjects.contains(essay.word(tokens[number].range))
    case .noun, .name, .place, .time, .verb, .verbalNoun, .adjective, .adverb, .numeral, .measure,
      .preposition, .particle, .aspect, .idiom, .direction, .auxiliary, .punctuation, .other:
      false
    }
  }

  private static let subjects: WordSet = ["it", "they", "we", "you", "he", "she", "there", "what", "who"]

  /// Whether a new clause begins after the word.
  private func endsBeforeClause(_ last: Int) -> Bool {
    last + 1 < tokens.count && tokens[last + 1].tag == .conjunction
  }
}
