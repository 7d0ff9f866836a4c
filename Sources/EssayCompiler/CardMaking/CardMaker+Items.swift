import Cards

extension CardMaker {
  /// A list card: the items' place in the sentence taken by a question word that fits it.
  func itemsCard(
    _ point: KeyPoint,
    region: Range<Int>,
    head: Range<Int>?,
    _ view: SentenceView
  ) -> Result<CandidateCard, RejectionRule> {
    let items = point.answers.map { essay.text($0) }
    guard items.count >= 3 else { return pairCard(point, region: region, view) }
    guard items.count <= 7 else { return .failure(.tooManyItems) }
    guard let frame = FrameFinder.frame(around: region, in: view), frame.range.lowerBound <= region.lowerBound
    else {
      return .failure(.noFrame)
    }
    let question: String?
    if view.script == .latin {
      question = latinItemsQuestion(frame, region, items.count, view)
    } else if let name = setName(after: region, count: items.count, view) {
      question = "文中所说的\(name)指哪\(numeral(items.count))项？"
    } else if point.family == .series || point.family == .ordinal {
      question = seriesQuestion(frame, region, items.count, view)
    } else {
      question = enumerationQuestion(point, frame, region, head, view)
    }
    guard let question else { return .failure(.noQuestion) }
    switch context(for: frame, in: view, hiding: items) {
    case .failure(let rule): return .failure(rule)
    case .success(let context):
      return .success(
        candidate(
          point,
          .list(question: question, items: items),
          question: question,
          answers: items,
          context: context,
          passage: view.range,
          view: view
        )
      )
    }
  }

  /// A list card whose items each leave a gap where they stood.
  func gapsCard(_ point: KeyPoint, _ view: SentenceView) -> Result<CandidateCard, RejectionRule> {
    guard let first = point.answers.first, let last = point.answers.last,
      let frame = FrameFinder.frame(around: first.lowerBound..<last.upperBound, in: view),
      frame.range.lowerBound <= first.lowerBound, last.upperBound <= frame.range.upperBound
    else { return .failure(.noFrame) }
    let items = point.answers.map { essay.text($0) }
    let hidden = point.answers.reduce(0) { $0 + essay.units(in: $1) }
    guard essay.units(in: frame.range) - hidden >= 4 else { return .failure(.length) }
    var text = ""
    var offset = frame.range.lowerBound
    for answer in point.answers {
      text += essay.text(offset..<answer.lowerBound) + ClozeText.gap
      offset = answer.upperBound
    }
    text += essay.text(offset..<frame.range.upperBound) + ending(of: frame, view)
    let question = "按文章填全（\(numeral(items.count))处）：\(text)"
    switch context(for: frame, in: view, hiding: items) {
    case .failure(let rule): return .failure(rule)
    case .success(let context):
      return .success(
        candidate(
          point,
          .list(question: question, items: items),
          question: question,
          answers: items,
          context: context,
          passage: view.range,
          view: view
        )
      )
    }
  }

  /// Two items are one answer.
  private func pairCard(_ point: KeyPoint, region: Range<Int>, _ view: SentenceView) -> Result<
    CandidateCard, RejectionRule
  > {
    var single = point
    guard let answer = view.answer(region, limit: 20) else { return .failure(.noQuestion) }
    single.answers = [answer]
    single.ask = .gap
    return card(for: single, in: view)
  }

  private func latinItemsQuestion(_ frame: Frame, _ region: Range<Int>, _ count: Int, _ view: SentenceView)
    -> String?
  {
    let before = sentenceCased(essay.text(frame.range.lowerBound..<region.lowerBound), frame, view)
    let after = essay.text(region.upperBound..<frame.range.upperBound) + ending(of: frame, view)
    guard essay.units(in: frame.range) - essay.units(in: region) >= 4 else { return nil }
    return "Name the \(count) items that fill the gap: \(before)____\(after)"
  }

  /// 形式主义、官僚主义、享乐主义和奢靡之风这“四风”: the set has a name that says how many belong to it.
  private func setName(after region: Range<Int>, count: Int, _ view: SentenceView) -> String? {
    var offset = region.upperBound
    while offset < view.range.upperBound, offset < region.upperBound + 3,
      !view.pairs.contains(where: { $0.open == offset })
    {
      offset += 1
    }
    guard let pair = view.pairs.first(where: { $0.open == offset }), pair.inside.count >= 2,
      pair.inside.count <= 8,
      essay.keys[pair.inside.lowerBound] == numeral(count).keys.first
    else { return nil }
    return essay.text(pair.open..<pair.close + 1)
  }

  private func numeral(_ count: Int) -> String {
    let numerals = ["零", "一", "两", "三", "四", "五", "六", "七", "八", "九"]
    return numerals.indices.contains(count) ? numerals[count] : String(count)
  }

  private func seriesQuestion(_ frame: Frame, _ region: Range<Int>, _ count: Int, _ view: SentenceView)
    -> String?
  {
    let before = frame.range.lowerBound..<region.lowerBound
    guard essay.units(in: before) >= 6, essay.units(in: before) <= 60, view.isBalanced(before) else {
      return nil
    }
    var text = essay.text(before)
    while let last = text.last, "，：；,:;、 ".contains(last) { text.removeLast() }
    return "据文章，\(text)，具体是哪\(numeral(count))点？"
  }

  private func enumerationQuestion(
    _ point: KeyPoint,
    _ frame: Frame,
    _ region: Range<Int>,
    _ head: Range<Int>?,
    _ view: SentenceView
  ) -> String? {
    let last = FrameFinder.questionEnd(of: region, in: frame, view)
    let before = frame.range.lowerBound..<region.lowerBound
    let after = min(region.upperBound, last)..<last
    guard essay.units(in: before) + essay.units(in: after) >= 3, essay.units(in: before) <= 60,
      view.isBalanced(before), view.isBalanced(after)
    else { return nil }
    let left = essay.text(before)
    let right = essay.text(after)
    let opens = left.isEmpty || left.last.map { "，：；".contains($0) } == true
    let count = point.answers.count
    let hint = "（列出\(numeral(count))项）"
    if let head, let summed = summary(head, view) { return "据文章，\(left)哪些\(summed)\(right)？\(hint)" }
    if left.hasSuffix("地") || sharesVerb(point.answers, view) { return filled(left, right, count) }
    let verbs = point.answers.contains { view.acts($0) }
    if !verbs, let ending = sharedEnding(point.answers, view) {
      let measure = people.contains(ending) ? "位" : "种"
      return "据文章，\(left)哪\(numeral(count))\(measure)\(ending)\(right)？"
    }
    if right.isEmpty {
      if left.hasSuffix("从") || (opens && !verbs) { return filled(left, right, count) }
      if opens { return "据文章，\(left)具体做什么？\(hint)" }
      return "据文章，\(left)\(verbs && wantsAction(region, view) ? "做什么" : "什么")？\(hint)"
    }
    if before.isEmpty { return "据文章，哪\(numeral(count))项\(right)？" }
    // In the middle of a clause a question word may not fit; a gap always does.
    return filled(left, right, count)
  }

  private func filled(_ left: String, _ right: String, _ count: Int) -> String {
    "按文章填全（\(numeral(count))项）：\(left)____\(right)。"
  }

  /// 失去根基、失去血脉: what to do is known, and to ask for it would sound odd.
  private func sharesVerb(_ items: [Range<Int>], _ view: SentenceView) -> Bool {
    let firsts = items.compactMap { view.tokens(in: $0).first }
    guard let first = firsts.first, firsts.count == items.count, first.tag == .verb || first.range.count == 1
    else { return false }
    return firsts.allSatisfy { essay.keys[$0.range] == essay.keys[first.range] }
  }

  /// After 要, 必须 or 应 an action is asked for.
  private func wantsAction(_ region: Range<Int>, _ view: SentenceView) -> Bool {
    guard let number = view.token(endingAt: region.lowerBound) else { return false }
    return view.tokens[number].tag == .auxiliary
      || ["必须", "应当", "应该", "注意"].contains(essay.foldedText(view.tokens[number].range))
  }

  private var people: Set<String> { ["同志", "先生", "女士", "教授", "博士", "将军", "人"] }

  /// 一系列优良作风 is summed up as 优良作风.
  private func summary(_ head: Range<Int>, _ view: SentenceView) -> String? {
    let tokens = view.tokens(in: head).drop { token in
      token.tag == .numeral || token.tag == .measure || quantifiers.contains(essay.word(token.range))
    }
    guard let first = tokens.first, let last = tokens.last else { return nil }
    let range = first.range.lowerBound..<last.range.upperBound
    return essay.units(in: range) >= 2 ? essay.text(range) : nil
  }

  private var quantifiers: WordSet { ["一系列", "各种", "多种", "诸多", "许多", "一批", "多个", "各个", "方面"] }

  /// The word all items end with (四种危险).
  private func sharedEnding(_ items: [Range<Int>], _ view: SentenceView) -> String? {
    guard let first = items.first, let number = view.token(endingAt: first.upperBound) else { return nil }
    let word = view.tokens[number].range
    guard word.count >= 2, word.count < first.count,
      view.tokens[number].tag.isNominal || view.tokens[number].tag == .adjective
    else {
      return nil
    }
    let keys = essay.keys[word]
    let shared = items.allSatisfy { item in
      item.count > word.count && essay.keys[item.upperBound - word.count..<item.upperBound] == keys
    }
    return shared ? essay.text(word) : nil
  }

  /// What a section, or the whole essay, says point by point.
  func sectionCard(
    _ point: KeyPoint,
    heading: Range<Int>?,
    ordered: Bool,
    _ view: SentenceView
  ) -> Result<CandidateCard, RejectionRule> {
    let items = point.answers.map { essay.text($0) }
    guard items.count >= 3, items.count <= 7, let last = point.answers.last else {
      return .failure(.tooManyItems)
    }
    let passage = view.range.lowerBound..<last.upperBound
    guard passage.count <= Headings.longestPassage else { return .failure(.length) }
    let count = items.count
    let question: String
    if ordered {
      question =
        view.script == .chinese
        ? "文章依次分哪\(numeral(count))部分？（按先后写出各部分的标题）"
        : "What are the \(count) main sections of the text, in order?"
    } else if let heading {
      let name = essay.text(heading)
      question =
        view.script == .chinese
        ? "文章在“\(name)”这一部分分别讲了哪\(numeral(count))点？"
        : "What \(count) points does the section “\(name)” make?"
    } else {
      question =
        view.script == .chinese ? "文章分别讲了哪\(numeral(count))点？" : "What \(count) points does the text make?"
    }
    let content: NoteContent =
      ordered ? .order(question: question, items: items) : .list(question: question, items: items)
    return .success(
      candidate(
        point,
        content,
        question: question,
        answers: items,
        context: nil,
        passage: passage,
        view: view
      )
    )
  }

  /// The items that the essay sets out under a lead-in or a heading.
  func listedCard(
    _ point: KeyPoint,
    under lead: Range<Int>,
    _ view: SentenceView
  ) -> Result<CandidateCard, RejectionRule> {
    let items = point.answers.map { essay.text($0) }
    guard items.count >= 3, items.count <= 7, let last = point.answers.last else {
      return .failure(.tooManyItems)
    }
    var name = essay.text(lead)
    while let end = name.last, end == ":" || end == " " { name.removeLast() }
    guard !name.contains("“"), !name.contains("\"") else { return .failure(.noQuestion) }
    let question = "Under “\(name)” the text names \(items.count) points. Which?"
    return .success(
      candidate(
        point,
        .list(question: question, items: items),
        question: question,
        answers: items,
        context: nil,
        passage: view.range.lowerBound..<last.upperBound,
        view: view
      )
    )
  }
}
