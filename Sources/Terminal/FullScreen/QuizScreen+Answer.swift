import Cards
import Language
import Reports
import Scheduling
import Study

extension QuizScreen {
  func answerContent(_ showing: Showing, _ response: Response, _ layout: ScreenLayout) -> ScreenContent {
    let card = showing.candidate.card
    var content = ScreenContent()
    content.header = header([showing.candidate.deck] + card.section, layout)
    content.body = asked(showing, role: .plain, layout)
    if layout.isRoomy { content.body.append([]) }
    content.anchor = content.body.count
    content.body += verdictRows(card, response, layout)
    content.body += rightAnswer(showing, response, layout)
    content.body += afterAnswer(card, layout)
    let ratings = ratingRows(response, layout)
    content.footer = ratings + footer(Phrases.ratingHints(suggested: response.suggested), layout)
    content.field = layout.isRoomy ? [[]] : []
    return content
  }

  private func verdictRows(_ card: Card, _ response: Response, _ layout: ScreenLayout) -> [Row] {
    guard let verdict = response.verdict else { return [] }
    guard !verdict.isCorrect else { return [[Run("✓ " + text(Phrases.right), .right)]] }
    let isOrder = card.kind == .order && verdict.missing.isEmpty && verdict.wrong.isEmpty
    return wrapped(
      [Run("✗ " + text(isOrder ? Phrases.wrongOrder : Phrases.wrong), .wrong)],
      width: layout.bodyWidth
    )
  }

  private func rightAnswer(_ showing: Showing, _ response: Response, _ layout: ScreenLayout) -> [Row] {
    let card = showing.candidate.card
    return switch card.kind {
    case .qa, .cloze: textAnswer(card, response, layout)
    case .truefalse:
      labelled(
        CardRole.answer.label,
        [Run(text(card.truth ?? true ? CardRole.right : CardRole.wrong), .strong)],
        layout
      )
    case .list, .order: itemsAnswer(card, response, layout)
    case .choice: optionsAnswer(showing, response, layout)
    }
  }

  /// The learner's text above the right one, what differs marked in both.
  private func textAnswer(_ card: Card, _ response: Response, _ layout: ScreenLayout) -> [Row] {
    var rows: [Row] = []
    var right = [Run(card.answers.first ?? "", .strong)]
    var others = Array(card.answers.dropFirst())
    if let answer = response.answer, response.verdict?.isCorrect == false {
      var typed = [Run(answer.text, .wrong)]
      if let nearest = nearestAnswer(to: answer.text, among: card.answers) {
        typed = nearest.pieces.typedRuns
        right = nearest.pieces.rightRuns
        others = card.answers.filter { $0 != nearest.answer }
      }
      rows += labelled(Phrases.typed, typed, layout)
    }
    rows += labelled(CardRole.answer.label, right, layout)
    if !others.isEmpty {
      let list = others.joined(separator: text(Phrases.itemSeparator))
      rows += labelled(CardRole.alternatives.label, [Run(list)], layout)
    }
    return rows
  }

  /// All items, those that were given ticked, those that were not marked as missing; then what was wrong.
  private func itemsAnswer(_ card: Card, _ response: Response, _ layout: ScreenLayout) -> [Row] {
    let missing = response.verdict?.missing
    var rows = labelled(CardRole.answer.label, [], layout)
    for (index, item) in card.answers.enumerated() {
      let isMissing = missing?.contains(item)
      let mark = isMissing.map { $0 ? "＋" : "✓ " } ?? "  "
      let number = card.kind == .order ? "\(index + 1). " : ""
      let role: Role = isMissing == false ? .right : .strong
      rows += wrapped([Run(mark + number, role), Run(item, role)], width: layout.bodyWidth, indent: 2)
    }
    for item in response.verdict?.wrong ?? [] {
      rows += wrapped([Run("✗ ", .wrong), Run(item, .wrong)], width: layout.bodyWidth, indent: 2)
    }
    if card.kind == .order, response.verdict?.isCorrect == false, let answer = response.answer {
      rows += labelled(Phrases.typed, [Run(answer.text)], layout)
    }
    return rows
  }

  /// All options as they were chosen, the right ones ticked.
  private func optionsAnswer(_ showing: Showing, _ response: Response, _ layout: ScreenLayout) -> [Row] {
    let right = showing.candidate.card.answers
    var chosen: [String] = []
    if case .items(let items)? = response.answer { chosen = items }
    return showing.choices.enumerated().flatMap { index, choice -> [Row] in
      let isRight = right.contains(choice)
      let isChosen = chosen.contains(choice)
      let role: Role = isRight ? .strong : isChosen ? .wrong : .faint
      let mark = (isRight ? "✓ " : isChosen ? "✗ " : "  ") + (isChosen ? "[x] " : "[ ] ")
      return wrapped([Run("\(mark)\(index + 1). \(choice)", role)], width: layout.bodyWidth, indent: 9)
    }
  }

  /// Correction, remark, and the passage in its paragraph.
  private func afterAnswer(_ card: Card, _ layout: ScreenLayout) -> [Row] {
    var rows: [Row] = []
    if let correction = card.correction {
      rows += labelled(CardRole.correction.label, [Run(correction)], layout)
    }
    if let remark = card.remark { rows += labelled(CardRole.remark.label, [Run(remark)], layout) }
    guard let passage = card.passage else { return rows }
    if layout.isRoomy { rows.append([]) }
    guard let paragraph else {
      return rows + labelled(CardRole.passage.label, [Run(passage, .passage)], layout)
    }
    let parts = [Run(paragraph.before), Run(paragraph.passage, .passage), Run(paragraph.after)]
    return rows + labelled(CardRole.passage.label, parts.filter { !$0.text.isEmpty }, layout)
  }

  /// The ratings with their intervals, as fully as there is room.
  private func ratingRows(_ response: Response, _ layout: ScreenLayout) -> [Row] {
    let full = Rating.allCases.map { rating -> Row in
      let interval = text(Phrases.interval(response.outcomes[rating].interval))
      return ratingRow(rating, "\(text(Phrases.rating(rating))) \(interval)", response.suggested)
    }
    let brief = Rating.allCases.map { rating -> Row in
      ratingRow(
        rating,
        text(Phrases.briefInterval(response.outcomes[rating].interval)),
        response.suggested
      )
    }
    for (cells, perRow, gap) in [(full, 4, 3), (full, 4, 1), (full, 2, 2), (brief, 4, 1), (brief, 2, 1)]
    where perRow == 4 || layout.size.rows >= 8 || cells == brief {
      let rows = stride(from: 0, to: 4, by: perRow).map { start in
        Array(
          cells[start..<(start + perRow)].joined(separator: [Run(String(repeating: " ", count: gap))])
        )
      }
      if rows.allSatisfy({ $0.width <= layout.width }) { return rows }
    }
    return brief
  }

  private func ratingRow(_ rating: Rating, _ label: String, _ suggested: Rating?) -> Row {
    guard rating == suggested else { return [Run("\(rating.rawValue)", .key), Run(" \(label)")] }
    return [Run("[\(rating.rawValue) \(label)]", .selected)]
  }
}

extension QuizScreen {
  func finishedContent(_ summary: Summary, _ layout: ScreenLayout) -> ScreenContent {
    var content = ScreenContent()
    content.header = header([text(Phrases.sessionOver)], layout)
    let end = isTimeOver ? Phrases.timeIsOver : Phrases.allDone(left)
    var told = summary.reviewed > 0 || reviewed > 0 ? [end] : [Phrases.nothingToday]
    if summary.reviewed > 0 { told.append(Phrases.summary(summary)) }
    told.append(Phrases.tomorrow(summary.dueTomorrow))
    content.body = told.flatMap { wrapped([Run(text($0))], width: layout.bodyWidth) }
    if !summary.hard.isEmpty {
      let page = Page(hard: summary.hard, language: facts.language)
      content.body += [[], [Run(text(page.title), .faint)]]
      content.body += page.lines.flatMap { wrapped($0, width: layout.bodyWidth, indent: 2) }
    }
    content.footer = footer(Phrases.endHints, layout)
    return content
  }

  func pageContent(_ page: Page, _ layout: ScreenLayout) -> ScreenContent {
    var content = ScreenContent()
    content.header = header([text(page.title)], layout)
    for (place, line) in page.lines.enumerated() {
      if place == page.anchor { content.anchor = content.body.count }
      content.body += wrapped(line, width: layout.bodyWidth)
    }
    content.footer = footer(Phrases.helpHints, layout)
    return content
  }

  func searchContent(_ field: TextField, _ layout: ScreenLayout) -> ScreenContent {
    var content = pageContent(found(field.text), layout)
    let prompt = text(Phrases.searchPrompt)
    (content.field, content.cursor) = laidOut(
      prompt: prompt,
      before: field.before,
      after: field.after,
      layout
    )
    return content
  }

  func helpContent(_ layout: ScreenLayout) -> ScreenContent {
    var content = ScreenContent()
    content.header = header([text(Phrases.helpTitle)], layout)
    content.body = Phrases.helpRows.flatMap { row -> [Row] in
      let keys = text(row.keys)
      let gap = String(repeating: " ", count: max(1, (layout.isWide ? 14 : 6) - displayWidth(of: keys)))
      return wrapped(
        [Run(keys, .key), Run(gap + text(row.meaning))],
        width: layout.bodyWidth,
        indent: layout.isWide ? 14 : 2
      )
    }
    content.footer = footer(Phrases.helpHints, layout)
    return content
  }
}

extension [DifferencePiece] {
  /// What was typed, the wrong parts marked.
  fileprivate var typedRuns: [Run] {
    map { piece in
      switch piece {
      case .same(let text): Run(text)
      case .differs(let typed, _): Run(typed, .wrong)
      }
    }.filter { !$0.text.isEmpty }
  }

  /// What is right, the parts that were missed marked.
  fileprivate var rightRuns: [Run] {
    map { piece in
      switch piece {
      case .same(let text): Run(text)
      case .differs(_, let right): Run(right, .right)
      }
    }.filter { !$0.text.isEmpty }
  }
}
