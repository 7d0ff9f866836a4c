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
      case .asRole, .therefore, .onlyThen, .ifCondition, .unless, .butRather, .negation, .include, .suchAs,
        .means:
        break
      }
    }
  }

  /// What follows a marker up to the end of its clause.
  private static func after(
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
  private static func isWhole(_ answer: Range<Int>, after hit: MarkerHit, _ view: SentenceView) -> Bool {
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
  private static let pause = "、".keys[0]

  /// 就是要 asks for an action, 在于 and its like for anything.
  private static func essence(_ hit: MarkerHit, _ view: SentenceView, _ points: inout [KeyPoint]) {
    let start = hit.range.upperBound
    let wants = view.essay.keys[start - 1] == "要".keys[0]
    let acts = view.token(startingAt: start).map {
      view.tokens[$0].tag == .verb || view.tokens[$0].tag == .adverb
    }
    let count = points.count
    after(hit, .essence, 0.86, wants ? "做什么" : "什么", view, &points)
    if wants, acts != true, count < points.count { points[count].ask = .gap }
  }

  private static func definition(_ hit: MarkerHit, _ view: SentenceView, _ points: inout [KeyPoint]) {
    guard let clause = view.clause(at: hit.range.lowerBound) else { return }
    let end = clause.range.upperBound
    guard hit.range.upperBound < end, let answer = view.answer(hit.range.upperBound..<end) else { return }
    guard view.essay.units(in: answer) >= 2 else { return }
    let subject = subject(of: clause, before: hit, view)
    guard !isCircular(answer, subject, view) else { return }
    let named = view.tokens(in: subject).last.map { $0.tag.isNominal || $0.tag == .verb } ?? false
    let short = view.essay.units(in: subject) <= 30
    points.append(
      KeyPoint(
        family: .definition,
        answers: [answer],
        ask: named ? .inPlace(word: "什么", region: answer.lowerBound..<end) : .gap,
        strength: named && short ? 0.74 : 0.5,
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

  /// 我们党是一个伟大的党 says of a thing that it is itself.
  private static func isCircular(_ answer: Range<Int>, _ subject: Range<Int>, _ view: SentenceView) -> Bool {
    guard let one = view.tokens(in: answer).last, let other = view.tokens(in: subject).last else {
      return false
    }
    return view.essay.keys[one.range] == view.essay.keys[other.range]
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
    let end = view.clauseEnd(at: start - 1)
    guard start < end, let answer = view.answer(start..<end, limit: 22), view.essay.units(in: answer) >= 3
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
          strength: bare && isRepresentative(role.range.upperBound..<end, view) ? 0.4 : 0.8,
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

  private static func naming(_ hit: MarkerHit, _ view: SentenceView, _ points: inout [KeyPoint]) {
    let start = hit.range.upperBound
    let end = view.clauseEnd(at: start - 1)
    guard start < end else { return }
    let quoted = view.pairs.first { $0.open >= start && $0.open <= start + 2 }
    let span = quoted.map { $0.inside } ?? start..<end
    guard let answer = view.answer(span, limit: 14) else { return }
    let single = hit.range.count == 1 && quoted == nil
    points.append(
      KeyPoint(
        family: .naming,
        answers: [answer],
        ask: quoted == nil ? .inPlace(word: "什么", region: answer.lowerBound..<end) : .gap,
        strength: single ? 0.45 : 0.8,
        reasons: quoted == nil ? [.marker] : [.marker, .quoted]
      )
    )
  }

  /// What is said, after 指出 and its like: the words in quotation marks, else a short clause after a colon.
  private static func says(_ hit: MarkerHit, _ view: SentenceView, _ points: inout [KeyPoint]) {
    let start = hit.range.upperBound
    guard start < view.range.upperBound else { return }
    let sentenceEnd = view.clauses.last?.range.upperBound ?? view.range.upperBound
    let colon = view.essay.keys[start] == "：".keys[0] || view.essay.keys[start] == 0x3A
    if colon, let answer = view.answer(start + 1..<sentenceEnd) {
      points.append(
        KeyPoint(
          family: .quotation,
          answers: [answer],
          ask: .gap,
          strength: 0.82,
          reasons: [.marker]
        )
      )
    } else if !colon, hit.range.count >= 2 {
      after(hit, .object, 0.5, "什么", view, &points)
    }
  }

  /// The condition in 只有X，才能Y, and what it leads to.
  private static func onlyIf(_ number: Int, _ view: SentenceView, _ points: inout [KeyPoint]) {
    let hit = view.hits[number]
    guard
      let then = view.hits[(number + 1)...].first(where: { $0.marker == .onlyThen })
    else {
      if view.essay.foldedText(hit.range) == "必须" { after(hit, .obligation, 0.55, "做什么", view, &points) }
      return
    }
    guard let answer = view.answer(hit.range.upperBound..<then.range.lowerBound, limit: 26) else { return }
    points.append(
      KeyPoint(
        family: .condition,
        answers: [answer],
        ask: .inPlace(word: "怎样", region: hit.range.lowerBound..<then.range.lowerBound),
        strength: 0.8,
        reasons: [.marker]
      )
    )
    let end = view.clauseEnd(at: then.range.lowerBound)
    if then.range.upperBound < end, let goal = view.answer(then.range.upperBound..<end, limit: 22) {
      points.append(
        KeyPoint(
          family: .condition,
          answers: [goal],
          ask: .inPlace(word: "什么", region: goal.lowerBound..<end),
          strength: 0.55,
          reasons: [.marker, .clauseEnd]
        )
      )
    }
  }

  private static func through(_ hit: MarkerHit, _ view: SentenceView, _ points: inout [KeyPoint]) {
    let start = hit.range.upperBound
    let end = view.clauseEnd(at: start - 1)
    guard start < end, let answer = view.answer(start..<end, limit: 18), view.essay.units(in: answer) >= 3
    else {
      return
    }
    points.append(KeyPoint(family: .cause, answers: [answer], strength: 0.5, reasons: [.marker, .clauseEnd]))
  }

  /// 不是X，而是Y, and 不是X，也不是Y.
  private static func notBut(_ number: Int, _ view: SentenceView, _ points: inout [KeyPoint]) {
    let hit = view.hits[number]
    let first = hit.range.upperBound..<view.clauseEnd(at: hit.range.lowerBound)
    let but = view.hits[(number + 1)...].first {
      $0.marker == .butRather && $0.range.lowerBound > first.lowerBound
    }
    if let but {
      let end = view.clauseEnd(at: but.range.lowerBound)
      if but.range.upperBound < end, let answer = view.answer(but.range.upperBound..<end, limit: 20) {
        points.append(
          KeyPoint(
            family: .contrast,
            answers: [answer],
            ask: .gap,
            strength: view.essay.foldedText(but.range).hasPrefix("而") ? 0.72 : 0.58,
            reasons: [.marker, .clauseEnd]
          )
        )
      }
    }
    if first.lowerBound < first.upperBound, let answer = view.answer(first, limit: 18) {
      points.append(
        KeyPoint(family: .contrast, answers: [answer], strength: 0.56, reasons: [.marker, .clauseEnd])
      )
    }
  }
}
