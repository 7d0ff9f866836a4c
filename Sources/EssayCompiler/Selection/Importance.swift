/// How much a sentence matters to the essay's argument, 0…1, and what the essay's terms tell.
struct Importance {
  private let essay: Essay
  private let headingTerms: Set<UInt64>
  private let termsOfHeadings: [Int: Set<UInt64>]
  private let counts: [UInt64: (uses: Int, first: Int)]
  /// How many sentences there are.
  let sentences: Int
  /// How many sentences in a hundred hold digits, names, are headings, as shares.
  let digits: Double
  let names: Double
  let headings: Double

  /// Counts the essay's terms once.
  init(essay: Essay, views: [SentenceView], title: Range<Int>?) {
    self.essay = essay
    sentences = views.count
    var counts: [UInt64: (uses: Int, first: Int)] = [:]
    var allHeadings = Set<UInt64>()
    var termsOfHeadings: [Int: Set<UInt64>] = [:]
    var withDigits = 0
    var withNames = 0
    var headingCount = 0
    for view in views {
      let isHeading = if case .heading = view.kind { true } else { false }
      if isHeading { headingCount += 1 }
      if essay.keys[view.range].contains(where: Characters.isDigit) { withDigits += 1 }
      if view.tokens.contains(where: { $0.tag == .name || $0.tag == .place }) { withNames += 1 }
      for token in view.tokens where Self.isTerm(token) {
        let term = essay.word(token.range)
        counts[term, default: (0, view.index)].uses += 1
        guard isHeading else { continue }
        allHeadings.insert(term)
        termsOfHeadings[view.range.lowerBound, default: []].insert(term)
      }
    }
    self.counts = counts
    self.termsOfHeadings = termsOfHeadings
    headingTerms = allHeadings
    let total = Double(max(1, views.count))
    digits = Double(withDigits) / total
    names = Double(withNames) / total
    headings = Double(headingCount) / total
  }

  static func isTerm(_ token: Token) -> Bool {
    token.tag.isContent && token.range.count >= 2 && token.tag != .numeral
  }

  /// How often the essay uses the word as a term.
  func count(of word: UInt64) -> Int { counts[word]?.uses ?? 0 }

  /// The first sentence that holds a term.
  func firstSentence(of term: UInt64) -> Int? { counts[term]?.first }

  /// Whether a tenth of the sentences use the word.
  func isTopic(_ word: UInt64) -> Bool {
    let count = count(of: word)
    return count >= 4 && count * 10 >= sentences
  }

  /// Whether a heading uses the word.
  func isHeadingTerm(_ word: UInt64) -> Bool { headingTerms.contains(word) }

  /// Whether a term stands in the heading at the range.
  func stands(_ term: UInt64, in heading: Range<Int>) -> Bool {
    termsOfHeadings[heading.lowerBound]?.contains(term) ?? false
  }

  /// The shares of a sentence's terms that stand in headings, and that the essay repeats.
  func shares(of view: SentenceView) -> (inHeading: Double, repeated: Double) {
    var terms = 0
    var inHeading = 0
    var repeated = 0
    for token in view.tokens where Self.isTerm(token) {
      let term = essay.word(token.range)
      terms += 1
      if headingTerms.contains(term) { inHeading += 1 }
      if count(of: term) >= 3 { repeated += 1 }
    }
    guard terms > 0 else { return (0, 0) }
    return (Double(inHeading) / Double(terms), Double(repeated) / Double(terms))
  }

  func value(of view: SentenceView) -> Double {
    if case .heading = view.kind { return 0.95 }
    var value = 0.4
    if view.place == 0 { value += 0.14 }
    if view.place == view.placeCount - 1, view.placeCount > 2 { value += 0.08 }
    if view.hits.contains(where: { $0.marker == .therefore || $0.marker == .essence || $0.marker == .must }) {
      value += 0.1
    }
    guard view.tokens.contains(where: Self.isTerm) else { return value * 0.5 }
    let shares = shares(of: view)
    value += 0.16 * min(1, shares.inHeading * 2)
    value += 0.12 * min(1, shares.repeated * 1.6)
    return min(1, value)
  }
}
