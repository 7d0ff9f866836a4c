/// The part of a sentence that a card shows.
struct Frame: Sendable {
  var range: Range<Int>
  /// Whether the sentence goes on after the frame.
  var isCut: Bool
  /// Whether the frame begins with a word that points at something said before.
  var dangles: Bool
  /// Whether a word inside points at something that the frame may not show.
  var pointsBack = false
  /// The head of the sentence, when the frame begins behind it.
  var lead: Range<Int>?
}

/// Chooses how much of a sentence a card must show to be understood.
enum FrameFinder {
  /// Sentences up to this many units are shown whole.
  private static let whole = (chinese: 62, latin: 46)
  private static let longest = (chinese: 92, latin: 56)

  static func frame(around span: Range<Int>, in view: SentenceView) -> Frame? {
    let start = startAfterConnective(in: view, before: span.lowerBound)
    let limits = view.script == .chinese ? (whole.chinese, longest.chinese) : (whole.latin, longest.latin)
    let sentence = start..<view.range.upperBound
    if view.essay.units(in: sentence) <= limits.0 { return make(sentence, view) }
    guard let last = view.clauseIndex(at: max(span.upperBound - 1, span.lowerBound)) else { return nil }
    let end = rightEnd(from: last, start: start, hidden: view.essay.units(in: span), view)
    let left = start..<max(start, end)
    if view.essay.units(in: left) <= limits.0 { return make(left, view) }
    let first = view.clauseIndex(at: span.lowerBound) ?? last
    let begins = view.clauses[0...first].map(\.range.lowerBound).filter { $0 > start }
    // A part that stands after a semicolon speaks for itself; the subject of any other may be elsewhere.
    for begin in begins where begin < end && view.essay.units(in: begin..<end) <= limits.0 {
      if followsSemicolon(begin, view), opensWell(begin, view) { return make(begin..<end, view) }
    }
    if view.essay.units(in: left) <= limits.1 { return make(left, view) }
    return led(by: start, to: first, end: end, span: span, limit: limits.0, view)
  }

  /// A long sentence shows its head above the question, and the question begins with the answer's clause.
  private static func led(
    by start: Int,
    to clause: Int,
    end: Int,
    span: Range<Int>,
    limit: Int,
    _ view: SentenceView
  ) -> Frame? {
    var head = 0
    let least = view.script == .chinese ? 8 : 6
    while head < clause, view.essay.units(in: start..<max(start, view.clauses[head].range.upperBound)) < least
    { head += 1 }
    guard head < clause, start < view.clauses[head].range.upperBound else { return nil }
    var begin = view.clauses[clause].range.lowerBound
    if begin == span.lowerBound, clause > head + 1 { begin = view.clauses[clause - 1].range.lowerBound }
    begin = Dangling.connectiveEnd(at: begin, in: view) ?? begin
    let lead = start..<view.clauses[head].range.upperBound
    guard begin < end, view.isBalanced(lead), view.essay.units(in: lead) <= limit,
      view.essay.units(in: begin..<end) <= limit, var frame = make(begin..<end, view)
    else { return nil }
    frame.lead = lead
    frame.dangles = true
    return frame
  }

  private static func make(_ range: Range<Int>, _ view: SentenceView) -> Frame? {
    guard view.isBalanced(range), !range.isEmpty else { return nil }
    return Frame(
      range: range,
      isCut: range.upperBound < (view.clauses.last?.range.upperBound ?? view.range.upperBound),
      dangles: Dangling.begins(at: range.lowerBound, in: view),
      pointsBack: Dangling.pointsBack(in: range, of: view)
    )
  }

  /// The end of the shown part: the clause of the answer, and what must follow it.
  private static func rightEnd(from last: Int, start: Int, hidden: Int, _ view: SentenceView) -> Int {
    var clause = last
    let least = (view.script == .chinese ? 16 : 10) + hidden
    while clause + 1 < view.clauses.count {
      let shown = start..<max(start, view.clauses[clause].range.upperBound)
      let open = view.clauses[clause].mark == Key.of("：") || view.clauses[clause].mark == 0x3A
      guard open || isSubordinate(clause, view) || view.essay.units(in: shown) < least else { break }
      clause += 1
    }
    // 相反的 alone belongs to what follows.
    while clause > last, clause + 1 < view.clauses.count,
      view.essay.units(in: view.clauses[clause].range) <= 3
    {
      clause -= 1
    }
    return clause + 1 == view.clauses.count ? view.range.upperBound : view.clauses[clause].range.upperBound
  }

  /// Where a question about the region may end: with its clause when that says something whole, else with the
  /// frame.
  static func questionEnd(of region: Range<Int>, in frame: Frame, _ view: SentenceView) -> Int {
    let clauseEnd = view.clauseEnd(at: region.lowerBound)
    let rest = region.upperBound..<max(clauseEnd, region.upperBound)
    let predicate = view.tokens(in: rest).contains { $0.tag == .verb }
    if region.upperBound >= clauseEnd || predicate, !isSubordinate(at: region.lowerBound, in: view) {
      return max(clauseEnd, region.upperBound)
    }
    var end = frame.range.upperBound
    while end > region.upperBound, !Characters.isWordlike(view.essay.keys[end - 1]),
      !Characters.isClosing(view.essay.keys[end - 1])
    {
      end -= 1
    }
    return max(end, region.upperBound)
  }

  /// Whether a clause leaves the reader waiting for the next one.
  private static func isSubordinate(_ clause: Int, _ view: SentenceView) -> Bool {
    let range = view.clauses[clause].range
    if isSetting(range, view) { return true }
    return view.hits.contains { hit in
      range.contains(hit.range.lowerBound) && hit.range.lowerBound <= range.lowerBound + 6
        && Self.opening.contains(hit.marker)
        && (hit.range.lowerBound == range.lowerBound || hit.marker == .ifCondition || hit.marker == .onlyIf)
        && !(hit.marker == .because && clause > 0 && !followsSemicolon(range.lowerBound, view))
    }
  }

  /// 在长期的实践中 and 成为蒸汽后 only set the scene.
  private static func isSetting(_ range: Range<Int>, _ view: SentenceView) -> Bool {
    guard view.script == .chinese, let last = view.tokens(in: range).last else { return false }
    if last.tag == .direction { return last.range.count == 1 || last.range.count == 2 }
    return scenes.contains(view.essay.word(last.range))
  }

  private static let scenes: WordSet = ["时", "时候", "以来", "期间", "之后", "以后", "之前", "以前", "情况下", "时期"]

  /// Whether the clause that holds the offset waits for the next one.
  static func isSubordinate(at offset: Int, in view: SentenceView) -> Bool {
    guard let clause = view.clauseIndex(at: offset), clause + 1 < view.clauses.count else { return false }
    return isSubordinate(clause, view)
  }

  private static let opening: Set<Marker> = [.because, .purpose, .onlyIf, .ifCondition, .notBut, .through]

  private static func followsSemicolon(_ offset: Int, _ view: SentenceView) -> Bool {
    guard let index = view.clauseIndex(at: offset), index > 0 else { return false }
    return view.clauses[index - 1].mark == Key.of("；") || view.clauses[index - 1].mark == 0x3B
  }

  /// Whether a card may begin in the middle of the sentence here.
  private static func opensWell(_ offset: Int, _ view: SentenceView) -> Bool {
    guard let number = view.token(startingAt: offset) else {
      return view.pairs.contains { $0.open == offset }
    }
    guard !Dangling.begins(at: offset, in: view) else { return false }
    switch view.tokens[number].tag {
    case .noun, .name, .place, .time, .idiom, .other: return true
    case .verbalNoun, .adjective, .numeral: return view.script == .chinese
    case .verb, .adverb, .pronoun, .measure, .preposition, .conjunction, .particle, .aspect, .direction,
      .auxiliary,
      .punctuation:
      return false
    }
  }

  /// Where the sentence begins when 因此，同时，但 and their like are left out.
  private static func startAfterConnective(in view: SentenceView, before limit: Int) -> Int {
    var start = view.range.lowerBound
    for _ in 0..<2 {
      guard let end = Dangling.connectiveEnd(at: start, in: view), end <= limit else { return start }
      start = end
    }
    return start
  }
}
