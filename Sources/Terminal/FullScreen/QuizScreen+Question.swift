import Cards
import Language
import Reports
import Scheduling
import Study

extension QuizScreen {
  func questionContent(_ showing: Showing, _ layout: ScreenLayout) -> ScreenContent {
    let card = showing.candidate.card
    var content = ScreenContent()
    content.header = header([showing.candidate.deck] + card.section, layout)
    content.body = asked(showing, role: .strong, layout)
    switch card.kind {
    case .choice: content.body += optionRows(showing, layout)
    case .list, .order: content.body += itemRows(card, layout)
    case .qa, .cloze, .truefalse: break
    }
    if layout.hasHeader { content.body.append([]) }
    let (rows, cursor) = field(showing, layout)
    content.field = rows
    content.cursor = cursor
    content.footer = footer(isCommanding ? Phrases.commandHints : Phrases.questionHints(card.kind), layout)
    return content
  }

  /// The question in its context, with what kind of card it is.
  func asked(_ showing: Showing, role: Role, _ layout: ScreenLayout) -> [Row] {
    let card = showing.candidate.card
    var rows = [aboutRow(showing, layout)]
    if layout.isRoomy { rows.append([]) }
    if let context = card.context {
      rows += labelled(CardRole.context.label, [Run(context)], layout)
      if layout.isRoomy { rows.append([]) }
    }
    rows += wrapped([Run(card.question, role)], width: layout.bodyWidth)
    return rows
  }

  private func aboutRow(_ showing: Showing, _ layout: ScreenLayout) -> Row {
    let progress = showing.candidate.progress
    var parts = [CardRole.question(showing.candidate.card.kind).label, Phrases.state(progress.state.phase)]
    if progress.isFlagged { parts.append(Phrases.hasFlag) }
    if !layout.hasHeader { parts.append(Phrases.leftShort(left.total)) }
    let line = parts.map(text).joined(separator: " · ")
    return [Run(line, .faint)].clipped(to: layout.bodyWidth)
  }

  /// A label before a text, whose rows stand below each other where the screen is wide.
  func labelled(_ label: Bilingual, _ runs: [Run], _ layout: ScreenLayout) -> [Row] {
    let name = text(Phrases.labelled(label, "")) + (facts.language == .english ? " " : "")
    let indent = layout.isWide ? displayWidth(of: name) : 0
    return wrapped([Run(name, .faint)] + runs, width: layout.bodyWidth, indent: indent)
  }

  private func optionRows(_ showing: Showing, _ layout: ScreenLayout) -> [Row] {
    showing.choices.enumerated().flatMap { place, choice in
      let isPicked = entry.picked.contains(place)
      let pointer = entry.pointer == place ? ">" : " "
      let label = "\(pointer)\(isPicked ? "[x]" : "[ ]") \(place + 1). "
      let role: Role = isPicked ? .strong : .plain
      return wrapped([Run(label, role), Run(choice, role)], width: layout.bodyWidth, indent: label.count)
    }
  }

  private func itemRows(_ card: Card, _ layout: ScreenLayout) -> [Row] {
    let count = wrapped([Run(text(Phrases.itemCount(card.answers.count)), .faint)], width: layout.bodyWidth)
    return count
      + entry.items.enumerated().flatMap { index, item in
        wrapped([Run("\(index + 1). "), Run(item)], width: layout.bodyWidth, indent: 3)
      }
  }

  /// Where the learner types, with the cursor.
  private func field(_ showing: Showing, _ layout: ScreenLayout) -> (rows: [Row], cursor: Place) {
    let card = showing.candidate.card
    var before = entry.field.before
    var prompt: Bilingual
    switch card.kind {
    case .qa, .cloze: prompt = Phrases.answerPrompt
    case .truefalse: prompt = Phrases.truthKeysPrompt
    case .list, .order:
      let isComplete = entry.items.count >= card.answers.count
      prompt =
        isComplete ? Phrases.lastItemPrompt(entry.items.count) : Phrases.itemPrompt(entry.items.count + 1)
    case .choice:
      prompt = Phrases.choicePrompt
      before = entry.picked.sorted().map { String($0 + 1) }.joined(separator: " ")
    }
    if isCommanding { prompt = Phrases.commandPrompt }
    return laidOut(prompt: text(prompt), before: before, after: entry.field.after, layout)
  }

  /// Breaks what is typed at the width and keeps the cursor's row in sight.
  func laidOut(
    prompt: String,
    before: String,
    after: String,
    _ layout: ScreenLayout
  ) -> (rows: [Row], cursor: Place) {
    var rows: [Row] = [[Run(prompt, .faint)].clipped(to: max(2, layout.width - 4))]
    var column = rows[0].width
    var cursor = Place(column: 0, row: 0)
    func put(_ character: Character) {
      let columns = displayWidth(of: String(character))
      if column + columns > layout.width - 1 {
        rows.append([])
        column = 0
      }
      rows[rows.count - 1].append(Run(String(character)))
      column += columns
    }
    for character in before { put(character) }
    cursor = Place(column: column, row: rows.count - 1)
    for character in after { put(character) }
    let room = max(1, layout.size.rows / 4)
    let first = max(0, cursor.row - room + 1)
    cursor.row -= first
    return (Array(rows.dropFirst(first).prefix(room)), cursor)
  }
}
