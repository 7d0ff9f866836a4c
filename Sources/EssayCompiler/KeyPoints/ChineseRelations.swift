/// Relations that a Chinese sentence announces by a marker: what something is, lies in, comes from, leads to,
/// serves, is taken as, is called.
enum ChineseRelations {
  static func find(in view: SentenceView, into points: inout [KeyPoint]) {
    for (number, hit) in view.hits.enumerated() {
      switch hit.marker {
      case .copula: definition(hit, view, &points)
      case .essence: essence(hit, view, &points)
      case .because: because(hit, view, &points)
      case .causeOf: after(hit, .cause, 0.8, "什么", view, &points)
      case .leadsTo: after(hit, .effect, 0.66, "什么", view, &points)
      case .purpose: purpose(hit, view, &points)
      case .takeAs: role(number, view, &points)
      case .naming: naming(hit, view, &points)
      case .says: says(hit, view, &points)
      case .onlyIf: onlyIf(number, view, &points)
      case .must: after(hit, .obligation, 0.5, "做什么", view, &points)
      case .becomes: after(hit, .object, 0.56, "什么", view, &points)
      case .differs: after(hit, .contrast, 0.6, "什么", view, &points)
      case .consistsOf: after(hit, .object, 0.55, "什么", view, &points)
      case .through: through(hit, view, &points)
      case .notBut: notBut(number, view, &points)
      case .ifCondition: ifThen(hit, view, &points)
      case .asRole, .therefore, .onlyThen, .unless, .butRather, .negation, .include, .suchAs,
        .means:
        break
      }
    }
  }

  /// What follows a marker up to the end of its clause.
  static func after(
    _ hit: MarkerHit,
    _ family: KeyPointFamily,
    _ strength: Double,
    _ word: String,
    _ view: SentenceView,
    _ points: inout [KeyPoint]
  ) {
    let start = hit.range.upperBound
    let end = view.clauseEnd(at: max(hit.range.lowerBound, start - 1))
    guard start < end, let answer = view.answer(start..<end), view.hasContent(answer),
      view.essay.units(in: answer) >= 2
    else { return }
    guard isWhole(answer, after: hit, view) else { return }
    var word = word
    if family == .object || family == .effect, view.startsWithVerb(answer), !view.endsNominal(answer) {
      return
    }
    if family == .obligation, !view.startsWithVerb(answer) { word = "什么" }
    if family == .obligation, view.essay.units(in: answer) < 3 { return }
    // 要…… at the head of a sentence asks for anything.
    if family == .obligation, hit.range.lowerBound <= view.range.lowerBound + 2 { return }
    points.append(
      KeyPoint(
        family: family,
        answers: [answer],
        ask: .inPlace(word: word, region: answer.lowerBound..<end),
        strength: strength,
        reasons: [.marker, .clauseEnd]
      )
    )
  }

  /// Whether the marker and what follows it are not the torn half of a coordination.
  static func isWhole(_ answer: Range<Int>, after hit: MarkerHit, _ view: SentenceView) -> Bool {
    if hit.range.lowerBound > view.range.lowerBound, view.essay.keys[hit.range.lowerBound - 1] == pause {
      return false
    }
    if view.hits.contains(where: { $0.marker == .negation && $0.range.lowerBound == answer.lowerBound }) {
      return false
    }
    guard let mark = answer.first(where: { view.essay.keys[$0] == pause }),
      view.pair(around: mark..<mark + 1) == nil
    else { return true }
    let acts = view.tokens(in: mark + 1..<answer.upperBound).first.map { acting.contains($0.tag) } ?? false
    let actsFirst = view.tokens(in: answer).first.map { acting.contains($0.tag) } ?? false
    return acts == actsFirst
  }

  private static let acting: Set<Tag> = [.verb, .preposition, .adverb, .auxiliary]
  private static let stronger: Set<Marker> = [.causeOf, .because, .purpose, .essence]
  private static let conclusions = Set("故以".keys)
  private static let pause = Key.of("、")

  /// 就是要 asks for an action, 在于 and its like for anything.
  private static func essence(_ hit: MarkerHit, _ view: SentenceView, _ points: inout [KeyPoint]) {
    let start = hit.range.upperBound
    let wants = view.essay.keys[start - 1] == Key.of("要")
    let acts = view.token(startingAt: start).map {
      view.tokens[$0].tag == .verb || view.tokens[$0].tag == .adverb
    }
    let count = points.count
    after(hit, .essence, 0.86, wants ? "做什么" : "什么", view, &points)
    guard count < points.count, let clause = view.clause(at: hit.range.lowerBound) else { return }
    let whole = points[count].answers[0]
    points[count].answers = [withoutCircle(whole, subject(of: clause, before: hit, view), view)]
    if wants && acts != true || points[count].answers[0] != whole { points[count].ask = .gap }
  }

  private static func definition(_ hit: MarkerHit, _ view: SentenceView, _ points: inout [KeyPoint]) {
    guard let clause = view.clause(at: hit.range.lowerBound) else { return }
    let end = clause.range.upperBound
    // 是故 and 是以 conclude, they do not define.
    guard hit.range.upperBound < end, !Self.conclusions.contains(view.essay.keys[hit.range.upperBound]) else {
      return
    }
    // 之所以是 asks for a reason, and 都是源于 says where something comes from.
    let announced = view.hits.contains {
      $0.range.lowerBound == hit.range.upperBound && Self.stronger.contains($0.marker)
    }
    guard !announced, !view.essay.foldedText(clause.range.lowerBound..<hit.range.lowerBound).hasSuffix("之所以")
    else { return }
    let subject = subject(of: clause, before: hit, view)
    guard let whole = extended(hit.range.upperBound..<end, view) ?? view.answer(hit.range.upperBound..<end)
    else {
      return
    }
    let answer = withoutCircle(whole, subject, view)
    let last = max(end, whole.upperBound)
    guard view.essay.units(in: answer) >= 2, let cut = view.answer(answer), cut == answer,
      answer == whole || view.tokens(in: answer).first?.tag != .numeral
    else { return }
    let named = view.tokens(in: subject).last.map { $0.tag.isNominal || $0.tag == .verb } ?? false
    let short = view.essay.units(in: subject) <= 30
    points.append(
      KeyPoint(
        family: .definition,
        answers: [answer],
        ask: named && answer == whole ? .inPlace(word: "什么", region: answer.lowerBound..<last) : .gap,
        strength: named && short ? (answer == whole ? 0.74 : 0.66) : 0.5,
        reasons: [.marker, .clauseEnd]
      )
    )
    guard named, let name = view.answer(subject, limit: 14), name.lowerBound == subject.lowerBound,
      view.endsNominal(name)
    else { return }
    points.append(KeyPoint(family: .definition, answers: [name], strength: 0.42, reasons: [.marker]))
  }

  /// What stands before the copula: the clause up to it, or the clause before when the copula opens its own.
  private static func subject(of clause: Clause, before hit: MarkerHit, _ view: SentenceView) -> Range<Int> {
    guard hit.range.lowerBound == clause.range.lowerBound,
      let index = view.clauseIndex(at: clause.range.lowerBound), index > 0
    else { return clause.range.lowerBound..<hit.range.lowerBound }
    return view.clauses[index - 1].range
  }

  /// 直接取用热源，并抽取其能量: a second clause that 并 ties on belongs to the answer.
  private static func extended(_ span: Range<Int>, _ view: SentenceView) -> Range<Int>? {
    guard let index = view.clauseIndex(at: span.lowerBound), index + 1 < view.clauses.count else {
      return nil
    }
    let next = view.clauses[index + 1].range
    let ties = ["并", "并且", "以及"].contains { text in
      view.essay.matches(text.keys, at: next.lowerBound) && view.isEdge(next.lowerBound + text.keys.count)
    }
    return ties ? view.answer(span.lowerBound..<next.upperBound, limit: 22) : nil
  }

  /// In 谦虚谨慎的作风，就是要为人民而奋斗的作风 the last word is known; the answer is what stands before it.
  private static func withoutCircle(_ answer: Range<Int>, _ subject: Range<Int>, _ view: SentenceView)
    -> Range<Int>
  {
    guard let last = view.tokens(in: answer).last, let other = view.tokens(in: subject).last,
      view.essay.keys[last.range] == view.essay.keys[other.range],
      let particle = view.token(endingAt: last.range.lowerBound), view.tokens[particle].tag == .particle,
      view.tokens[particle].range.lowerBound > answer.lowerBound
    else { return answer }
    return answer.lowerBound..<view.tokens[particle].range.lowerBound
  }

  private static func because(_ hit: MarkerHit, _ view: SentenceView, _ points: inout [KeyPoint]) {
    let start = hit.range.upperBound
    let sentenceEnd = view.clauses.last?.range.upperBound ?? view.range.upperBound
    let clauseEnd = view.clauseEnd(at: start - 1)
    guard start < clauseEnd else { return }
    let leads = view.clause(at: hit.range.lowerBound)?.range.lowerBound == hit.range.lowerBound
    let follows = view.hits.contains { $0.range.lowerBound > start && $0.marker == .therefore }
    // A reason that ends the sentence may take all its clauses; one that opens it stops at its own.
    let whole = !(leads && view.clauses.first?.range.lowerBound == hit.range.lowerBound) && !follows
    let answer =
      (whole ? view.answer(start..<sentenceEnd) : nil) ?? view.answer(start..<clauseEnd)
      ?? view.answer(start..<clauseEnd, limit: 34)
    guard let answer, view.essay.units(in: answer) >= 2, view.hasContent(answer) else { return }
    let region = answer.lowerBound..<max(clauseEnd, answer.upperBound)
    points.append(
      KeyPoint(
        family: .cause,
        answers: [answer],
        ask: .inPlace(word: "什么", region: region),
        strength: 0.82,
        reasons: [.marker]
      )
    )
  }

  private static func purpose(_ hit: MarkerHit, _ view: SentenceView, _ points: inout [KeyPoint]) {
    let start = hit.range.upperBound
    let clauseEnd = view.clauseEnd(at: start - 1)
    guard start < clauseEnd else { return }
    // 为了X而Y: what 而 introduces is not the purpose.
    let turn = view.tokens(in: start..<clauseEnd).first { view.essay.foldedText($0.range) == "而" }
    let end = turn?.range.lowerBound ?? clauseEnd
    guard let answer = view.answer(start..<end, limit: 22), view.essay.units(in: answer) >= 3
    else {
      return
    }
    points.append(
      KeyPoint(
        family: .purpose,
        answers: [answer],
        ask: .inPlace(word: "什么", region: answer.lowerBound..<end),
        strength: 0.62,
        reasons: [.marker, .clauseEnd]
      )
    )
  }

  /// 以/把/将/视 X 为/作为/视为 Y: both are worth asking, Y more.
  private static func role(_ number: Int, _ view: SentenceView, _ points: inout [KeyPoint]) {
    let take = view.hits[number]
    let end = view.clauseEnd(at: take.range.lowerBound)
    guard
      let role = view.hits[(number + 1)...].first(where: {
        $0.range.upperBound <= end && ($0.marker == .asRole || ($0.marker == .naming && $0.range.count > 1))
      }), role.range.lowerBound > take.range.upperBound, role.range.upperBound < end
    else { return }
    let target = take.range.upperBound..<role.range.lowerBound
    // In 以X为核心的作风建设 and 以X为契机推进Y the role is a bare word; only X is worth asking.
    let bare = view.essay.foldedText(take.range) == "以" && isBareRole(role.range.upperBound..<end, view)
    let roleEnd = end
    if !bare, let answer = view.answer(role.range.upperBound..<roleEnd, limit: 22) {
      points.append(
        KeyPoint(
          family: .role,
          answers: [answer],
          ask: .inPlace(word: "什么", region: answer.lowerBound..<roleEnd),
          strength: 0.84,
          reasons: [.marker, .clauseEnd]
        )
      )
    }
    if let answer = view.answer(target, limit: 20) {
      points.append(
        KeyPoint(
          family: .role,
          answers: [answer],
          ask: .inPlace(word: "什么", region: target),
          strength: view.essay.units(in: answer) <= 3 && !bare
            ? 0.46 : bare && isRepresentative(role.range.upperBound..<end, view) ? 0.4 : 0.8,
          reasons: [.marker]
        )
      )
    }
  }

  private static func isBareRole(_ range: Range<Int>, _ view: SentenceView) -> Bool {
    let tokens = view.tokens(in: range)
    guard let first = tokens.first, tokens.count > 1 else { return true }
    let second = tokens[tokens.startIndex + 1]
    return first.range.count <= 3 && (second.tag == .particle || second.tag == .verb)
  }

  /// 以某人为代表的人们: who stands for a group is seldom the point.
  private static func isRepresentative(_ range: Range<Int>, _ view: SentenceView) -> Bool {
    guard let first = view.tokens(in: range).first else { return false }
    return ["代表", "首", "总书记", "例", "主"].contains(view.essay.foldedText(first.range))
  }
}
