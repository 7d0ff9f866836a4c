/// What a ranker knows of the key points of one sentence: numbers with names, the same for every text.
///
/// The order of `Feature.names` is the order of the weights; a change there asks for a new fit
/// (`Scripts/ranker`).
struct Features: Sendable {
  typealias Values = [(index: Int, value: Double)]

  private let view: SentenceView
  private let terms: Importance
  private let ofSentence: Values
  private let strongest: Double
  private let spans: [Range<Int>]

  /// Reads what all points of the sentence have in common.
  init(_ points: [KeyPoint], in view: SentenceView, terms: Importance) {
    self.view = view
    self.terms = terms
    ofSentence = terms.facts(of: view).map { (Feature.measure($0.measure).index, $0.value) }
    strongest = points.map(\.strength).max() ?? 0
    spans = points.compactMap { point in
      guard let first = point.answers.first, let last = point.answers.last else { return nil }
      return first.lowerBound..<last.upperBound
    }
  }

  /// The features of a point that hold, with their values.
  func values(of point: KeyPoint) -> Values {
    var values = ofSentence
    guard let answer = point.answers.first, let last = point.answers.last else { return values }
    func set(_ feature: Feature, _ value: Double = 1) { values.append((feature.index, value)) }
    let essay = view.essay
    let units = essay.units(in: answer)
    let tokens = view.tokens(in: answer)
    set(.family(point.family))
    set(.length(Self.lengthClass(units)))
    set(.ask(Self.askClass(point.ask)))
    set(.measure(.strength), point.strength)
    set(.measure(.behind), strongest - point.strength)
    if let first = tokens.first { set(.firstTag(first.tag)) }
    if let last = tokens.last { set(.lastTag(last.tag)) }
    let before = before(answer.lowerBound)
    let after = after(answer.upperBound)
    set(.before(before.tag))
    set(.after(after.tag))
    if let place = Feature.tellingBefore.firstIndex(of: before.key) { set(.beforeKey(place)) }
    if let place = Feature.tellingAfter.firstIndex(of: after.key) { set(.afterKey(place)) }
    for measure in clauseFeatures(of: answer) + contentFeatures(of: answer, tokens) { set(.measure(measure)) }
    let total = Double(max(1, essay.units(in: view.range)))
    set(.measure(.share), Double(units) / total)
    set(.measure(.place), Double(essay.units(in: view.range.lowerBound..<answer.lowerBound)) / total)
    let span = answer.lowerBound..<last.upperBound
    set(.measure(.rivals), min(1, Double(spans.count { $0.overlaps(span) } - 1) / 8))
    for fact in terms.facts(ofTermsIn: tokens, of: view) { set(.measure(fact.measure), fact.value) }
    return values
  }

  private func clauseFeatures(of answer: Range<Int>) -> [Measure] {
    guard let number = view.clauseIndex(at: answer.lowerBound) else { return [] }
    let clause = view.clauses[number].range
    var measures: [Measure] = []
    if answer.upperBound == clause.upperBound { measures.append(.endsClause) }
    if answer.lowerBound == clause.lowerBound { measures.append(.opensClause) }
    if answer == clause { measures.append(.wholeClause) }
    if number == 0 { measures.append(.firstClause) }
    if number == view.clauses.count - 1 { measures.append(.lastClause) }
    if FrameFinder.isSubordinate(at: answer.lowerBound, in: view) { measures.append(.waiting) }
    return measures
  }

  private func contentFeatures(of answer: Range<Int>, _ tokens: ArraySlice<Token>) -> [Measure] {
    let essay = view.essay
    var measures: [Measure] = []
    if essay.keys[answer].contains(where: Characters.isDigit) { measures.append(.digits) }
    if view.pairs.contains(where: { $0.inside == answer }) { measures.append(.quoted) }
    if tokens.contains(where: { $0.tag == .name || $0.tag == .place }) { measures.append(.named) }
    if tokens.contains(where: { $0.tag == .verb }) { measures.append(.holdsVerb) }
    if tokens.contains(where: { $0.tag == .particle }) { measures.append(.holdsParticle) }
    if tokens.contains(where: { $0.tag == .pronoun }) { measures.append(.holdsPronoun) }
    if essay.keys[answer].contains(Self.pause) { measures.append(.holdsPause) }
    if tokens.count == 1 { measures.append(.singleWord) }
    if view.script == .chinese, tokens.contains(where: { $0.frequency < 20 && $0.tag.isContent }) {
      measures.append(.rareWord)
    }
    if let first = tokens.first, Self.vague.contains(essay.word(first.range)) { measures.append(.vague) }
    return measures
  }

  private static let pause = "、".keys[0]
  private static let vague: WordSet = [
    "一种", "一个", "一些", "某些", "各种", "许多", "各个", "一系列", "某种", "几个", "一", "多种", "a", "an", "some", "many",
  ]

  private static func lengthClass(_ units: Int) -> Int {
    switch units {
    case ...1: 0
    case 2...3: 1
    case 4...5: 2
    case 6...8: 3
    case 9...12: 4
    case 13...18: 5
    case 19...24: 6
    default: 7
    }
  }

  private static func askClass(_ ask: Ask) -> Int {
    switch ask {
    case .gap: 0
    case .inPlace, .reason, .whatIs, .meaning: 1
    case .items, .listed: 2
    case .points: 3
    case .gaps: 4
    case .statement: 5
    }
  }

  private func before(_ offset: Int) -> (key: Key, tag: Tag) {
    var offset = offset
    while offset > view.range.lowerBound, Characters.isSpace(view.essay.keys[offset - 1]) { offset -= 1 }
    guard offset > view.range.lowerBound else { return (0, .punctuation) }
    let tag = view.token(endingAt: offset).map { view.tokens[$0].tag } ?? .punctuation
    return (view.essay.keys[offset - 1], tag)
  }

  private func after(_ offset: Int) -> (key: Key, tag: Tag) {
    var offset = offset
    while offset < view.range.upperBound, Characters.isSpace(view.essay.keys[offset]) { offset += 1 }
    guard offset < view.range.upperBound else { return (0, .punctuation) }
    let tag = view.token(startingAt: offset).map { view.tokens[$0].tag } ?? .punctuation
    return (view.essay.keys[offset], tag)
  }
}
