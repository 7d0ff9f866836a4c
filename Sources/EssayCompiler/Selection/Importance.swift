/// How much a sentence matters to the essay's argument, 0…1.
struct Importance {
  private let essay: Essay
  private let headingTerms: Set<UInt64>
  private let counts: [UInt64: Int]
  private let sentences: Int

  /// Counts the essay's terms once.
  init(essay: Essay, views: [SentenceView], title: Range<Int>?) {
    self.essay = essay
    sentences = views.count
    var counts: [UInt64: Int] = [:]
    var headings = Set<UInt64>()
    for view in views {
      let isHeading = if case .heading = view.kind { true } else { false }
      for token in view.tokens where Self.isTerm(token) {
        let term = essay.word(token.range)
        counts[term, default: 0] += 1
        if isHeading { headings.insert(term) }
      }
    }
    self.counts = counts
    headingTerms = headings
  }

  private static func isTerm(_ token: Token) -> Bool {
    token.tag.isContent && token.range.count >= 2 && token.tag != .numeral
  }

  /// How often the essay uses the word as a term.
  func count(of word: UInt64) -> Int { counts[word, default: 0] }

  /// Whether a tenth of the sentences use the word.
  func isTopic(_ word: UInt64) -> Bool {
    let count = count(of: word)
    return count >= 4 && count * 10 >= sentences
  }

  /// Whether a heading uses the word.
  func isHeadingTerm(_ word: UInt64) -> Bool { headingTerms.contains(word) }

  func value(of view: SentenceView) -> Double {
    if case .heading = view.kind { return 0.95 }
    var value = 0.4
    if view.place == 0 { value += 0.14 }
    if view.place == view.placeCount - 1, view.placeCount > 2 { value += 0.08 }
    if view.hits.contains(where: { $0.marker == .therefore || $0.marker == .essence || $0.marker == .must }) {
      value += 0.1
    }
    var terms = 0
    var inHeading = 0
    var repeated = 0
    for token in view.tokens where Self.isTerm(token) {
      let term = essay.word(token.range)
      terms += 1
      if headingTerms.contains(term) { inHeading += 1 }
      if counts[term, default: 0] >= 3 { repeated += 1 }
    }
    guard terms > 0 else { return value * 0.5 }
    value += 0.16 * min(1, Double(inHeading) / Double(terms) * 2)
    value += 0.12 * min(1, Double(repeated) / Double(terms) * 1.6)
    return min(1, value)
  }
}
