import Cards

/// Turns a key point into a card: a question where its template is always grammatical, a gap otherwise.
struct CardMaker {
  let essay: Essay
  /// Sentences of the essay, for antecedents.
  let views: [SentenceView]

  /// The card, or the rule that forbids it.
  func card(for point: KeyPoint, in view: SentenceView) -> Result<CandidateCard, RejectionRule> {
    switch point.ask {
    case .points(let heading, let ordered):
      return sectionCard(point, heading: heading, ordered: ordered, view)
    case .items(let region, let head):
      return itemsCard(point, region: region, head: head, view)
    case .gaps: return gapsCard(point, view)
    case .statement(let replaced, let word):
      return statementCard(point, replaced: replaced, word: word, view)
    case .inPlace(let word, let region):
      if let card = inPlaceCard(point, word: word, region: region, view) { return .success(card) }
      return gapCard(point, view)
    case .reason(let stated):
      if let card = reasonCard(point, stated: stated, view) { return .success(card) }
      return gapCard(point, view)
    case .whatIs(let subject, let verb):
      if let card = whatIsCard(point, subject: subject, verb: verb, view) { return .success(card) }
      return gapCard(point, view)
    case .listed(let lead):
      return listedCard(point, under: lead, view)
    case .meaning(let term):
      if let card = meaningCard(point, term: term, view) { return .success(card) }
      return gapCard(point, view)
    case .gap:
      if let card = objectCard(point, view) { return .success(card) }
      return gapCard(point, view)
    }
  }

  // A sentence that points back needs what it points at: the sentence before, else the heading.

  func context(for frame: Frame, in view: SentenceView, hiding answers: [String]) -> Result<
    String?, RejectionRule
  > {
    guard frame.dangles else {
      guard frame.pointsBack, view.place > 0 else { return .success(nil) }
      // A pointer in the middle is made plainer by the sentence before, if that gives nothing away.
      let before = views[view.index - 1]
      let text = essay.text(before.range)
      guard before.paragraph == view.paragraph, essay.units(in: before.range) <= 40,
        !answers.contains(where: { Leak.holds(text, $0) })
      else { return .success(nil) }
      return .success(text)
    }
    var parts: [String] = []
    var units = 0
    if let lead = frame.lead {
      parts.append(essay.text(lead) + "……")
      units = essay.units(in: lead)
      if !Dangling.begins(at: lead.lowerBound, in: view) { return shown(parts, view, hiding: answers) }
    }
    var index = view.index
    while index > 0, parts.count < 2 {
      let before = views[index - 1]
      guard before.paragraph == view.paragraph else { break }
      units += essay.units(in: before.range)
      guard units <= (view.script == .chinese ? 110 : 60), parts.count < 2 else { break }
      parts.insert(essay.text(before.range), at: 0)
      if !Dangling.begins(at: before.range.lowerBound, in: before) { break }
      index -= 1
    }
    if parts.isEmpty, let heading = view.heading, essay.units(in: heading) >= 4 {
      parts.append(essay.text(heading))
    }
    return shown(parts, view, hiding: answers)
  }

  private func shown(_ parts: [String], _ view: SentenceView, hiding answers: [String]) -> Result<
    String?, RejectionRule
  > {
    guard !parts.isEmpty else { return .failure(.dangling) }
    let text = parts.joined(separator: view.script == .latin ? " " : "")
    return answers.contains { Leak.holds(text, $0) } ? .failure(.leak) : .success(text)
  }

  func candidate(
    _ point: KeyPoint,
    _ content: NoteContent,
    question: String,
    answers: [String],
    context: String?,
    passage: Range<Int>,
    view: SentenceView
  ) -> CandidateCard {
    CandidateCard(
      content: content,
      question: question,
      answers: answers,
      context: context,
      passage: passage,
      answerRanges: point.answers,
      family: point.family,
      strength: point.strength,
      reasons: point.reasons + (context == nil ? [] : [.needsContext]),
      script: view.script
    )
  }

  /// The end of a shown sentence: its own mark, or a full stop where it was cut.
  func ending(of frame: Frame, _ view: SentenceView) -> String {
    guard frame.isCut else { return "" }
    return view.script == .chinese ? "。" : " …"
  }

  private func gapCard(_ point: KeyPoint, _ view: SentenceView) -> Result<CandidateCard, RejectionRule> {
    guard point.answers.count == 1, let answer = point.answers.first else { return .failure(.noQuestion) }
    guard var frame = FrameFinder.frame(around: answer, in: view),
      frame.range.lowerBound <= answer.lowerBound,
      answer.upperBound <= frame.range.upperBound
    else { return .failure(.noFrame) }
    // A sentence with little left to read is read with the one before.
    let left = essay.units(in: frame.range) - essay.units(in: answer)
    if left < (view.script == .chinese ? 9 : 6) { frame.dangles = true }
    let hidden = essay.text(answer)
    let before = sentenceCased(essay.text(frame.range.lowerBound..<answer.lowerBound), frame, view)
    let after = essay.text(answer.upperBound..<frame.range.upperBound) + ending(of: frame, view)
    switch context(for: frame, in: view, hiding: [hidden]) {
    case .failure(let rule): return .failure(rule)
    case .success(let context):
      let text = ClozeText([.shown(before), .hidden(hidden), .shown(after)].filter { !$0.text.isEmpty })
      return .success(
        candidate(
          point,
          .cloze(text),
          question: before + ClozeText.gap + after,
          answers: [hidden],
          context: context,
          passage: view.range,
          view: view
        )
      )
    }
  }

  /// A Latin sentence whose connective was left out begins with a capital.
  func sentenceCased(_ text: String, _ frame: Frame, _ view: SentenceView) -> String {
    guard view.script == .latin, frame.range.lowerBound > view.range.lowerBound, let first = text.first else {
      return text
    }
    return first.uppercased() + text.dropFirst()
  }
}
