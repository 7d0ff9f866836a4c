extension Importance {
  /// What a ranker knows of a sentence and its essay.
  func facts(of view: SentenceView) -> [(measure: Measure, value: Double)] {
    var facts: [(Measure, Double)] = [(.importance, value(of: view))]
    func note(_ measure: Measure, when holds: Bool) {
      if holds { facts.append((measure, 1)) }
    }
    note(.opensParagraph, when: view.place == 0)
    note(.closesParagraph, when: view.place == view.placeCount - 1)
    note(.alone, when: view.placeCount == 1)
    if case .heading = view.kind { facts.append((.isHeading, 1)) }
    note(.isItem, when: view.kind == .item)
    note(.concludes, when: view.hits.contains { [.therefore, .essence, .must].contains($0.marker) })
    note(.pointsBack, when: Dangling.begins(at: view.range.lowerBound, in: view))
    note(.early, when: view.index * 10 < sentences)
    note(.late, when: view.index * 10 >= sentences * 9)
    note(.sentenceDigits, when: view.essay.keys[view.range].contains(where: Characters.isDigit))
    note(.sentenceNames, when: view.tokens.contains { $0.tag == .name || $0.tag == .place })
    facts.append((.length, min(1, Double(view.essay.units(in: view.range)) / 100)))
    facts.append((.clauses, min(1, Double(view.clauses.count) / 8)))
    let shares = shares(of: view)
    facts.append((.headingShare, shares.inHeading))
    facts.append((.repeatedShare, shares.repeated))
    facts.append((.essayDigits, digits))
    facts.append((.essayNames, names))
    facts.append((.essayHeadings, headings))
    return facts
  }

  /// What a ranker knows of the terms in an answer.
  func facts(ofTermsIn tokens: ArraySlice<Token>, of view: SentenceView) -> [(
    measure: Measure, value: Double
  )] {
    var most = 0
    var least = Int.max
    var known = false
    var ofHeading = false
    var new = 0
    var count = 0
    for token in tokens where Self.isTerm(token) {
      let term = view.essay.word(token.range)
      let uses = self.count(of: term)
      most = max(most, uses)
      least = min(least, uses)
      count += 1
      if isHeadingTerm(term) { known = true }
      if firstSentence(of: term) == view.index { new += 1 }
      if let heading = view.heading, stands(term, in: heading) { ofHeading = true }
    }
    guard count > 0 else { return [] }
    var facts: [(Measure, Double)] = [
      (.frequent, min(1, Double(most) / 12)), (.seldom, min(1, Double(least) / 12)),
      (.fresh, Double(new) / Double(count)),
    ]
    if known { facts.append((.inHeadings, 1)) }
    if ofHeading { facts.append((.inHeading, 1)) }
    return facts
  }
}
