/// What something is called, what is said, what must hold, and what is denied for something else.
extension ChineseRelations {
  static func naming(_ hit: MarkerHit, _ view: SentenceView, _ points: inout [KeyPoint]) {
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
  static func says(_ hit: MarkerHit, _ view: SentenceView, _ points: inout [KeyPoint]) {
    let start = hit.range.upperBound
    guard start < view.range.upperBound else { return }
    let sentenceEnd = view.clauses.last?.range.upperBound ?? view.range.upperBound
    let colon = view.essay.keys[start] == Key.of("：") || view.essay.keys[start] == 0x3A
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
  static func onlyIf(_ number: Int, _ view: SentenceView, _ points: inout [KeyPoint]) {
    let hit = view.hits[number]
    guard
      let then = view.hits[(number + 1)...].first(where: { $0.marker == .onlyThen })
    else {
      let word = view.essay.foldedText(hit.range)
      if word == "必须" { after(hit, .obligation, 0.55, "做什么", view, &points) }
      if word == "只要" || word == "一旦" { ifThen(hit, view, &points) }
      return
    }
    guard let answer = view.answer(hit.range.upperBound..<then.range.lowerBound, limit: 26) else { return }
    let words = view.tokens(in: answer)
    let owner = words.prefix { view.essay.foldedText($0.range) != "的" }
    // 黑茶的渥堆 is a thing whatever 渥堆 may be; 建立科学有效的制度 is something to do.
    let telling = owner.count < words.count ? Array(owner) : Array(words)
    let isThing = !telling.contains { $0.tag == .verb }
    points.append(
      KeyPoint(
        family: .condition,
        answers: [answer],
        ask: .inPlace(word: isThing ? "什么" : "怎样", region: hit.range.lowerBound..<then.range.lowerBound),
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

  /// 如果X，那么Y: Y is asked for X, and X for Y.
  static func ifThen(_ hit: MarkerHit, _ view: SentenceView, _ points: inout [KeyPoint]) {
    guard let number = view.clauseIndex(at: hit.range.lowerBound), number + 1 < view.clauses.count,
      hit.range.lowerBound <= view.clauses[number].range.lowerBound + 2,
      hit.range.count >= 2 || view.essay.foldedText(hit.range) == "若"
    else { return }
    let clause = view.clauses[number].range
    let next = view.clauses[number + 1].range
    var start = next.lowerBound
    if let first = view.tokens(in: next).first, thens.contains(view.essay.word(first.range)) {
      start = first.range.upperBound
    }
    if start < next.upperBound, let answer = view.answer(start..<next.upperBound, limit: 24),
      view.essay.units(in: answer) >= 4
    {
      points.append(
        KeyPoint(
          family: .condition,
          answers: [answer],
          ask: .inPlace(word: "会怎样", region: next.lowerBound..<next.upperBound),
          strength: 0.7,
          reasons: [.marker, .clauseEnd]
        )
      )
    }
    guard let answer = view.answer(hit.range.upperBound..<clause.upperBound, limit: 22),
      view.essay.units(in: answer) >= 4
    else { return }
    points.append(
      KeyPoint(
        family: .condition,
        answers: [answer],
        ask: .inPlace(word: "在什么情况下", region: hit.range.lowerBound..<clause.upperBound),
        strength: 0.56,
        reasons: [.marker, .clauseEnd]
      )
    )
  }

  private static let thens: WordSet = ["那么", "那", "就", "则", "便"]

  static func through(_ hit: MarkerHit, _ view: SentenceView, _ points: inout [KeyPoint]) {
    let start = hit.range.upperBound
    let end = view.clauseEnd(at: start - 1)
    guard start < end, let answer = view.answer(start..<end, limit: 24), view.essay.units(in: answer) >= 3
    else {
      return
    }
    points.append(KeyPoint(family: .cause, answers: [answer], strength: 0.5, reasons: [.marker, .clauseEnd]))
  }

  /// 不是X，而是Y, and 不是X，也不是Y.
  static func notBut(_ number: Int, _ view: SentenceView, _ points: inout [KeyPoint]) {
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
