import Cards
public import Language

/// Makes cards of an essay, in time linear in its length; the same essay always gives the same cards.
///
/// - Parameters:
///   - essay: The essay's text; any text is accepted.
///   - options: What the caller wants otherwise than usual.
/// - Returns: The cards in text order, with reasons, and the candidates that were not taken.
public func compile(_ essay: SourceText, options: CompileOptions = .init()) -> Compilation {
  EssayReading(essay, options: options).compile()
}

/// Every card that passes the lint, before any choice among them: what a choice can at best hold.
package func pool(of essay: SourceText) -> [CompiledCard] {
  Compiler(Essay(essay), .init(keepsRejections: false)).pool()
}

/// A candidate as the fitting of the ranker sees it.
package struct RankedCandidate: Sendable {
  /// Where its answers stand, in scalars of the essay.
  package var answers: [Range<Int>]
  /// The number of its sentence, and where it stands.
  package var sentence: Int
  package var sentenceRange: Range<Int>
  /// The features that hold: their names and values.
  package var features: [(name: String, value: Double)]
  /// The card that asks for it.
  package var card: CompiledCard
}

/// The candidates of an essay that pass the lint, with their features; input of `Scripts/ranker`.
package func rankingCandidates(of essay: SourceText) -> [RankedCandidate] {
  Compiler(Essay(essay), .init(keepsRejections: false)).rankingCandidates()
}

/// One compile: the stages one after the other.
struct Compiler {
  let essay: Essay
  let options: CompileOptions
  let outline: Outline
  let views: [SentenceView]
  let importance: Importance
  let language: TextLanguage
  private let maker: CardMaker

  init(_ essay: Essay, _ options: CompileOptions) {
    self.essay = essay
    self.options = options
    outline = OutlineScanner.outline(of: essay)
    views = EssayReader.sentences(of: essay, outline: outline)
    importance = Importance(essay: essay, views: views, title: outline.title)
    maker = CardMaker(essay: essay, views: views)
    language = options.language ?? dominantLanguage(of: essay.source)
  }

  /// Chooses cards.
  ///
  /// - Parameters:
  ///   - budget: The most cards to keep.
  ///   - proposals: Cards from outside that passed the rules of support, by sentence.
  ///   - refused: Cards from outside that did not.
  /// - Returns: The cards in text order, and what was dropped.
  func run(budget: Int, proposals: [Int: [CandidateCard]] = [:], refused: [Rejection] = []) -> Compilation {
    var ranked: [RankedPoint] = []
    var rejected = refused
    var sectionPoints: [Int: [KeyPoint]] = [:]
    for (point, view) in Headings.outlinePoints(views, outline) {
      sectionPoints[view, default: []].append(point)
    }
    let topics = Headings.outlinePoints(views, outline).flatMap(\.point.answers).map(\.lowerBound).sorted()
    var nextTopic = 0
    for view in views {
      let worth = importance.value(of: view)
      let own = KeyPointFinder.points(in: view, isTopic: importance.isTopic)
      // A sentence that a section's list already asks for needs no weak question of its own.
      while nextTopic < topics.count, topics[nextTopic] < view.range.lowerBound { nextTopic += 1 }
      let listed = nextTopic < topics.count && topics[nextTopic] < view.range.upperBound
      let points = (sectionPoints[view.index] ?? []) + (listed ? own.filter { $0.strength >= 0.6 } : own)
      if let least = options.minimumImportance, worth < least {
        for point in points { note(point, .unimportant, &rejected) }
        for card in proposals[view.index] ?? [] { rejected.append(rejection(card, .unimportant)) }
        continue
      }
      rank(points, proposals[view.index] ?? [], view, worth, &ranked, &rejected)
    }
    let chosen = Selector.select(ranked, budget: budget)
    var facts = Set<String>()
    let cards = withChoices(chosen.kept, ranked, budget: budget).map(compiled).filter {
      facts.insert($0.fact).inserted
    }
    if options.keepsRejections {
      for (index, rule) in chosen.dropped {
        if let card = card(of: ranked[index]) { rejected.append(rejection(card.card, rule)) }
      }
      rejected.sort {
        ($0.place.lowerBound, $0.place.upperBound) < ($1.place.lowerBound, $1.place.upperBound)
      }
    }
    return Compilation(
      title: options.title ?? outline.title.map { essay.text($0) },
      language: language,
      cards: cards,
      rejected: rejected,
      paragraphCount: outline.blocks.count { $0.isText },
      uncovered: uncovered(cards),
      warnings: warnings(cards)
    )
  }

  func pool() -> [CompiledCard] {
    var cards: [CompiledCard] = []
    var sectionPoints: [Int: [KeyPoint]] = [:]
    for (point, view) in Headings.outlinePoints(views, outline) {
      sectionPoints[view, default: []].append(point)
    }
    for view in views {
      let heading = view.heading.map { essay.text($0) }
      let worth = importance.value(of: view)
      for point in (sectionPoints[view.index] ?? [])
        + KeyPointFinder.points(in: view, isTopic: importance.isTopic)
      {
        guard case .success(let card) = maker.card(for: point, in: view),
          CardLint.violation(of: card, heading: heading) == nil
        else { continue }
        cards.append(
          compiled(RankedCard(card: card, view: view.index, importance: worth, score: card.strength))
        )
      }
    }
    return cards
  }

  func rankingCandidates() -> [RankedCandidate] {
    var candidates: [RankedCandidate] = []
    var sectionPoints: [Int: [KeyPoint]] = [:]
    for (point, view) in Headings.outlinePoints(views, outline) {
      sectionPoints[view, default: []].append(point)
    }
    for view in views {
      let heading = view.heading.map { essay.text($0) }
      let worth = importance.value(of: view)
      let points =
        (sectionPoints[view.index] ?? []) + KeyPointFinder.points(in: view, isTopic: importance.isTopic)
      let features = Ranker.features(of: points, in: view, terms: importance)
      let worths = Ranker.worths(of: points, in: view, terms: importance)
      for (number, point) in points.enumerated() {
        guard case .success(let card) = maker.card(for: point, in: view),
          CardLint.violation(of: card, heading: heading) == nil
        else { continue }
        let score = worths[number]
        candidates.append(
          RankedCandidate(
            answers: point.answers,
            sentence: view.index,
            sentenceRange: view.range,
            features: features[number],
            card: compiled(RankedCard(card: card, view: view.index, importance: worth, score: score))
          )
        )
      }
    }
    return candidates
  }

  /// Some lists get a sibling that asks for the outsider, some dates become a choice; the deck does not grow.
  private func withChoices(_ kept: [Int], _ ranked: [RankedPoint], budget: Int) -> [RankedCard] {
    var cards = kept.compactMap { card(of: ranked[$0]) }
    if let kinds = options.kinds, !kinds.contains(.choice) { return cards }
    let choices = ChoiceMaker(essay: essay, views: views, points: ranked)
    let share = kept.count / 20
    var dated = 0
    for index in cards.indices where dated < share {
      guard let card = choices.dated(cards[index]) else { continue }
      cards[index].card = card
      dated += 1
    }
    var outsiders: [(after: Int, card: RankedCard)] = []
    for index in cards.indices where outsiders.count < share {
      guard let card = choices.outsider(of: cards[index]) else { continue }
      var sibling = cards[index]
      sibling.card = card
      sibling.score *= 0.9
      outsiders.append((index, sibling))
    }
    guard !outsiders.isEmpty else { return cards }
    let parents = Set(outsiders.map(\.after))
    let weakest = cards.indices.filter { !parents.contains($0) }.sorted { one, other in
      cards[one].score != cards[other].score ? cards[one].score < cards[other].score : one < other
    }
    let dropped = Set(cards.count + outsiders.count > budget ? weakest.prefix(outsiders.count) : [])
    let siblings = Dictionary(outsiders.map { ($0.after, $0.card) }, uniquingKeysWith: { first, _ in first })
    return cards.indices.flatMap { index in
      (dropped.contains(index) ? [] : [cards[index]]) + (siblings[index].map { [$0] } ?? [])
    }
  }

  /// The most cards to keep: what the caller says, else by the essay's length.
  var budget: Int {
    if let maximum = options.maximumCards { return max(0, maximum) }
    let units = essay.units(in: 0..<essay.count)
    let rate = language == .chinese ? 22 : 37
    return max(3, units * rate / 1_000)
  }

  /// The cards of one sentence, the best first, each asking for words of its own.
  private func rank(
    _ points: [KeyPoint],
    _ proposals: [CandidateCard],
    _ view: SentenceView,
    _ worth: Double,
    _ ranked: inout [RankedPoint],
    _ rejected: inout [Rejection]
  ) {
    let worths = Ranker.worths(of: points, in: view, terms: importance)
    var order = Array(points.indices)
    order.sort { one, other in worths[one] != worths[other] ? worths[one] > worths[other] : one < other }
    let room = 1 + essay.units(in: view.range) / (view.script == .chinese ? 20 : 10)
    var taken: [Range<Int>] = []
    var count = 0
    let heading = view.heading.map { essay.text($0) }
    for card in proposals {
      let asksAgain = card.answerRanges.contains { answer in taken.contains { $0.overlaps(answer) } }
      let rule: RejectionRule? = asksAgain ? .overlap : count >= 5 ? .crowded : nil
      if let rule = rule ?? violation(of: card, heading) {
        rejected.append(rejection(card, rule))
        continue
      }
      let score = Ranker.score(card.strength, discount: 1)
      ranked.append(RankedPoint(card, from: .card(card), view: view.index, importance: worth, score: score))
      taken += card.answerRanges
      count += 1
    }
    for index in order {
      let point = points[index]
      guard count < min(room, 5) else {
        note(point, .crowded, &rejected)
        continue
      }
      let isStatement = if case .statement = point.ask { true } else { false }
      if !isStatement, point.answers.contains(where: { answer in taken.contains { $0.overlaps(answer) } }) {
        note(point, .overlap, &rejected)
        continue
      }
      switch maker.card(for: point, in: view) {
      case .failure(let rule):
        note(point, rule, &rejected)
      case .success(let card):
        if let rule = violation(of: card, heading) {
          note(point, rule, &rejected)
          continue
        }
        let discount = Selector.discount(count, units: essay.units(in: view.range), script: view.script)
        let score = Ranker.score(worths[index], discount: discount)
        ranked.append(
          RankedPoint(card, from: .point(point), view: view.index, importance: worth, score: score)
        )
        if !isStatement { taken += point.answers }
        count += 1
      }
    }
  }

  /// The card of a ranked point, made again: until cards are chosen only what choosing takes is kept of them.
  private func card(of ranked: RankedPoint) -> RankedCard? {
    let card: CandidateCard
    switch ranked.origin {
    case .card(let proposed): card = proposed
    case .point(let point):
      guard case .success(let made) = maker.card(for: point, in: views[ranked.view]) else { return nil }
      card = made
    }
    return RankedCard(card: card, view: ranked.view, importance: ranked.importance, score: ranked.score)
  }

  private func violation(of card: CandidateCard, _ heading: String?) -> RejectionRule? {
    if let kinds = options.kinds, !kinds.contains(card.content.kind) { return .kind }
    return CardLint.violation(of: card, heading: heading)
  }

  private func note(_ point: KeyPoint, _ rule: RejectionRule, _ rejected: inout [Rejection]) {
    guard options.keepsRejections, let first = point.answers.first, let last = point.answers.last else {
      return
    }
    let text = point.answers.map { essay.text($0) }.joined(separator: " / ")
    rejected.append(
      Rejection(candidate: text, place: first.lowerBound..<last.upperBound, family: point.family, rule: rule)
    )
  }

  func rejection(_ card: CandidateCard, _ rule: RejectionRule) -> Rejection {
    Rejection(candidate: card.question, place: card.passage, family: card.family, rule: rule)
  }

  /// A card about a whole section has all of it as its source, which is too much to show after an answer.
  private static let longestShownPassage = 400

  private func compiled(_ ranked: RankedCard) -> CompiledCard {
    let card = ranked.card
    let view = views[ranked.view]
    let passage = essay.text(card.passage)
    let note = Note(
      content: card.content,
      context: card.context,
      passage: card.passage.count > Self.longestShownPassage ? nil : passage,
      section: sections(of: view)
    )
    let identity = [card.content.kind.rawValue] + card.answers + [passage]
    let hash = stableHash(identity.map(foldedForComparison).joined(separator: "\u{1F}"))
    return CompiledCard(
      note: note,
      fact: card.family.rawValue + "-" + String(hash, radix: 16),
      source: card.passage,
      paragraph: view.paragraph,
      sentence: view.index,
      importance: ranked.importance,
      score: ranked.score,
      family: card.family,
      reasons: card.reasons
    )
  }
}
