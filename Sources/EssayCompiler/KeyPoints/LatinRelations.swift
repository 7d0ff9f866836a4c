/// Relations of an English sentence that a marker announces, and its noun phrases by what stands before them.
enum LatinRelations {
  static func find(in view: SentenceView, into points: inout [KeyPoint]) {
    let phrases = view.latinPhrases()
    for hit in view.hits {
      switch hit.marker {
      case .copula: definition(hit, view, phrases, &points)
      case .because: rest(hit, .cause, 0.78, view, phrases, &points)
      case .causeOf: rest(hit, .cause, 0.72, view, phrases, &points)
      case .leadsTo: rest(hit, .effect, 0.62, view, phrases, &points)
      case .purpose: rest(hit, .purpose, 0.66, view, phrases, &points)
      case .naming: naming(hit, view, phrases, &points)
      case .asRole: rest(hit, .role, 0.62, view, phrases, &points)
      case .says: rest(hit, .quotation, 0.6, view, phrases, &points)
      case .onlyIf: rest(hit, .condition, 0.7, view, phrases, &points)
      case .ifCondition: rest(hit, .condition, 0.42, view, phrases, &points)
      case .must: rest(hit, .obligation, 0.52, view, phrases, &points)
      case .notBut: rest(hit, .contrast, 0.5, view, phrases, &points)
      case .butRather: rest(hit, .contrast, 0.5, view, phrases, &points)
      case .becomes: rest(hit, .object, 0.56, view, phrases, &points)
      case .through: rest(hit, .cause, 0.56, view, phrases, &points)
      case .include: rest(hit, .object, 0.4, view, phrases, &points)
      case .essence, .therefore, .takeAs, .onlyThen, .unless, .negation, .differs, .consistsOf, .suchAs,
        .means:
        break
      }
    }
    all(view, phrases, &points)
  }

  /// What follows a marker: the noun phrase that begins there, and the rest of the clause when it is short.
  private static func rest(
    _ hit: MarkerHit,
    _ family: KeyPointFamily,
    _ strength: Double,
    _ view: SentenceView,
    _ phrases: [LatinPhrase],
    _ points: inout [KeyPoint]
  ) {
    let start = hit.range.upperBound
    let end = endOfClause(start, view)
    guard start < end else { return }
    let long = view.answer(start..<end, limit: 12)
    let passive =
      hit.marker == .copula
      && long.flatMap { view.tokens(in: $0).first }.map {
        $0.tag == .verb || $0.tag == .adverb || $0.tag == .conjunction
      } ?? false
    if let long, !passive, view.essay.units(in: long) >= 2, view.hasContent(long), isWhole(long, view) {
      let units = view.essay.units(in: long)
      points.append(
        KeyPoint(
          family: family,
          answers: [long],
          ask: family == .cause && hit.marker == .because
            ? .reason(stated: view.range.lowerBound..<hit.range.lowerBound) : .gap,
          strength: strength + (units <= 6 ? 0.06 : units <= 9 ? 0 : -0.14),
          reasons: [.marker, .clauseEnd]
        )
      )
    }
    guard let index = phrases.firstIndex(where: { $0.range.lowerBound >= start }),
      phrases[index].range.upperBound <= end, follows(phrases[index], start, view)
    else { return }
    for range in Set([phrases[index].range, view.withOf(index, phrases)]).sorted(by: { $0.count < $1.count })
    where range.upperBound <= end && range != long {
      guard let answer = view.answer(range, limit: 9), view.hasContent(answer) else { continue }
      points.append(
        KeyPoint(family: family, answers: [answer], strength: strength - 0.04, reasons: [.marker])
      )
    }
  }

  /// Whether only determiners stand between the marker and the phrase.
  private static func follows(_ phrase: LatinPhrase, _ start: Int, _ view: SentenceView) -> Bool {
    view.tokens(in: start..<phrase.range.lowerBound).allSatisfy { $0.tag == .particle || $0.tag == .adverb }
  }

  /// An answer must not end in the middle of a thought.
  private static func isWhole(_ answer: Range<Int>, _ view: SentenceView) -> Bool {
    guard let last = view.tokens(in: answer).last, let first = view.tokens(in: answer).first else {
      return false
    }
    if first.tag == .auxiliary || first.tag == .preposition && first.range.upperBound == answer.upperBound {
      return false
    }
    if vague.contains(view.essay.word(first.range)) { return false }
    return last.tag != .pronoun || view.tokens(in: answer).count > 2
  }

  /// The end of the clause, or of its part before a relative or a second main clause.
  private static func endOfClause(_ start: Int, _ view: SentenceView) -> Int {
    let end = view.clauseEnd(at: max(view.range.lowerBound, start - 1))
    for token in view.tokens(in: start..<max(start, end)).dropFirst()
    where stops.contains(view.essay.word(token.range)) {
      return token.range.lowerBound
    }
    return end
  }

  private static let vague: WordSet = [
    "for", "such", "like", "so", "as", "than", "this", "it", "they", "some",
  ]
  private static let stops: WordSet = [
    "which", "who", "whom", "whose", "that", "because", "but", "while", "although", "though", "whereas", "so",
    "when",
    "where", "if", "unless",
  ]

  private static func definition(
    _ hit: MarkerHit,
    _ view: SentenceView,
    _ phrases: [LatinPhrase],
    _ points: inout [KeyPoint]
  ) {
    guard let clause = view.clause(at: hit.range.lowerBound) else { return }
    let end = endOfClause(hit.range.upperBound, view)
    guard hit.range.upperBound < end else { return }
    let subject = clause.range.lowerBound..<hit.range.lowerBound
    let subjectTokens = view.tokens(in: subject)
    let named =
      subjectTokens.last.map { $0.tag == .noun || $0.tag == .name } ?? false
      && !subjectTokens.contains { $0.tag == .verb || $0.tag == .auxiliary || $0.tag == .conjunction }
      && subjectTokens.first.map { $0.tag != .pronoun && !deictic.contains(view.essay.word($0.range)) }
        ?? false
      && clause.range.lowerBound == view.range.lowerBound
    let after = view.tokens(in: hit.range.upperBound..<end).first
    let article = after.map { articles.contains(view.essay.word($0.range)) } ?? false
    if let answer = view.answer(hit.range.upperBound..<end, limit: 14),
      article || after?.tag.isNominal == true,
      isWhole(answer, view)
    {
      // A definition that goes on behind a comma is not asked for by its first part.
      let isComplete = !view.tokens.contains {
        $0.range.lowerBound >= answer.upperBound && $0.tag != .punctuation
      }
      let asks = named && article && hit.range.count <= 4 && isComplete
      points.append(
        KeyPoint(
          family: .definition,
          answers: [answer],
          ask: asks ? .whatIs(subject: view.essay.trimmed(subject), verb: hit.range) : .gap,
          strength: (named && article ? 0.78 : 0.6) - (view.essay.units(in: answer) > 9 ? 0.14 : 0),
          reasons: [.marker, .clauseEnd]
        )
      )
    } else {
      rest(hit, .object, 0.46, view, phrases, &points)
    }
    guard let index = phrases.firstIndex(where: { $0.range.lowerBound >= hit.range.upperBound }),
      follows(phrases[index], hit.range.upperBound, view), phrases[index].range.upperBound <= end
    else { return }
    for range in Set([phrases[index].range, view.withOf(index, phrases)]).sorted(by: { $0.count < $1.count })
    {
      guard let answer = view.answer(range, limit: 9), range.upperBound <= end else { continue }
      points.append(
        KeyPoint(family: .definition, answers: [answer], strength: article ? 0.68 : 0.52, reasons: [.marker])
      )
    }
  }

  private static let articles: WordSet = ["a", "an", "the"]
  private static let deictic: WordSet = [
    "this", "that", "these", "those", "its", "his", "her", "their", "such",
  ]

  private static func naming(
    _ hit: MarkerHit,
    _ view: SentenceView,
    _ phrases: [LatinPhrase],
    _ points: inout [KeyPoint]
  ) {
    let start = hit.range.upperBound
    if let quoted = view.pairs.first(where: { $0.open >= start && $0.open <= start + 6 }),
      quoted.inside.lowerBound < quoted.inside.upperBound, let answer = view.answer(quoted.inside, limit: 9)
    {
      points.append(
        KeyPoint(family: .naming, answers: [answer], strength: 0.86, reasons: [.marker, .quoted])
      )
      return
    }
    guard let index = phrases.firstIndex(where: { $0.range.lowerBound >= start }),
      follows(phrases[index], start, view), let answer = view.answer(phrases[index].range, limit: 8)
    else { return }
    points.append(KeyPoint(family: .naming, answers: [answer], strength: 0.78, reasons: [.marker]))
  }

  /// Every noun phrase: names, objects of verbs and prepositions.
  private static func all(_ view: SentenceView, _ phrases: [LatinPhrase], _ points: inout [KeyPoint]) {
    for (index, phrase) in phrases.enumerated() {
      for range in Set([phrase.range, view.withOf(index, phrases)]).sorted(by: { $0.count < $1.count }) {
        guard let answer = view.answer(range, limit: 8), view.hasContent(answer) else { continue }
        let units = view.essay.units(in: answer)
        let before = phrase.before.map { view.tokens[$0].tag }
        var strength = 0.3
        if before == .verb { strength = 0.48 }
        if before == .preposition { strength = 0.38 }
        if phrase.isName { strength = max(strength, units >= 2 ? 0.52 : 0.38) }
        if units >= 2, units <= 5 { strength += 0.05 }
        let closes = view.clauses.contains { $0.range.upperBound == answer.upperBound }
        if closes { strength += 0.04 }
        points.append(
          KeyPoint(
            family: phrase.isName ? .name : before == .verb ? .object : .phrase,
            answers: [answer],
            strength: strength,
            reasons: [.exactBoundaries]
          )
        )
      }
    }
  }
}
