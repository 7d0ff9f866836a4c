/// What headings say, and what the paragraphs under a heading say one after the other.
enum Headings {
  /// A heading is asked by its subject or by what it says of it.
  static func find(in view: SentenceView, into points: inout [KeyPoint]) {
    guard case .heading = view.kind, view.script == .chinese, view.essay.units(in: view.range) >= 8 else {
      return
    }
    var found: [KeyPoint] = []
    ChineseRelations.find(in: view, into: &found)
    Negations.find(in: view, into: &found)
    for var point in found {
      point.family = .heading
      point.strength = min(1, point.strength + 0.14)
      point.reasons.append(.headingWord)
      points.append(point)
    }
    guard found.isEmpty else { return }
    Phrases.find(in: view, into: &found)
    for var point in found {
      point.family = .heading
      point.strength += 0.2
      points.append(point)
    }
  }

  /// Points of a section: three or more consecutive paragraphs that open with a short sentence, or numbered
  /// ones; and the parts of the essay, when three or more headings of the first rank name them.
  static func outlinePoints(_ views: [SentenceView], _ outline: Outline) -> [(point: KeyPoint, view: Int)] {
    var results: [(KeyPoint, Int)] = []
    var run: [Int] = []
    var index = 0
    let openers = views.indices.filter { views[$0].place == 0 }
    func close() {
      if let result = points(of: run, views) { results.append(result) }
      run = []
    }
    while index < openers.count {
      let view = views[openers[index]]
      let isBody = view.kind == .paragraph || view.kind == .item && view.script == .chinese
      let fits = isBody && view.placeCount >= 2 && isTopic(view)
      if fits, let last = run.last, views[last].heading != view.heading { close() }
      if fits { run.append(openers[index]) } else { close() }
      index += 1
    }
    close()
    if let result = parts(views, outline) { results.append(result) }
    return results + ItemLists.points(views)
  }

  private static func isTopic(_ view: SentenceView) -> Bool {
    let units = view.essay.units(in: view.range)
    let numbered = Dangling.connectiveEnd(at: view.range.lowerBound, in: view) != nil
    let limit = (view.script == .chinese ? 20 : 12) + (numbered ? 8 : 0)
    return units >= 3 && units <= limit && view.clauses.count <= (numbered ? 2 : 1)
      && (view.tokens.first?.tag ?? .other) != .pronoun
      && view.essay.keys[view.range.upperBound - 1] != Key.of("？")
  }

  private static func points(of run: [Int], _ views: [SentenceView]) -> (KeyPoint, Int)? {
    guard let opener = run.first else { return nil }
    let numbered = run.filter { Dangling.connectiveEnd(at: views[$0].range.lowerBound, in: views[$0]) != nil }
    // Among numbered points an unnumbered one only leads in.
    let run = views[opener].script == .latin && numbered.count >= 3 ? numbered : run
    guard run.count >= 3, run.count <= 7, let first = run.first else { return nil }
    let answers = run.compactMap { number in
      let view = views[number]
      let start = Dangling.connectiveEnd(at: view.range.lowerBound, in: view) ?? view.range.lowerBound
      return view.answer(start..<view.range.upperBound, limit: 22, keepsDeterminer: true)
    }
    guard answers.count == run.count else { return nil }
    let point = KeyPoint(
      family: .outline,
      answers: answers,
      ask: .points(of: views[first].heading, ordered: false),
      strength: 0.95,
      reasons: [.firstSentence, .exactBoundaries]
    )
    return (point, first)
  }

  /// The headings of the first rank.
  private static func parts(_ views: [SentenceView], _ outline: Outline) -> (KeyPoint, Int)? {
    let parts = views.filter { view in
      guard case .heading(let level) = view.kind else { return false }
      return level == 0
    }
    guard let first = parts.first, (3...7).contains(parts.count) else { return nil }
    let answers = parts.compactMap { view in view.answer(view.range, limit: 26) }
    guard answers.count == parts.count, let last = answers.last,
      last.upperBound - first.range.lowerBound <= longestPassage
    else { return nil }
    let point = KeyPoint(
      family: .outline,
      answers: answers,
      ask: .points(of: nil, ordered: true),
      strength: 0.7,
      reasons: [.headingWord]
    )
    return (point, first.index)
  }

  /// The passage of a card about a section holds the section; a longer one is no passage.
  static let longestPassage = 1_600
}
