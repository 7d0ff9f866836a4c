import Language
import Scheduling
import Study

extension QuizScreen {
  /// What the screen shows, whatever its size.
  func frame(in size: ScreenSize) -> Frame {
    let layout = ScreenLayout(size)
    let content =
      switch panel {
      case .help: helpContent(layout)
      case .page(let page): pageContent(page, layout)
      case .search(let field): searchContent(field, layout)
      case nil: sessionContent(layout)
      }
    return layout.frame(of: content, scroll: scroll)
  }

  private func sessionContent(_ layout: ScreenLayout) -> ScreenContent {
    switch phase {
    case .question(let showing): questionContent(showing, layout)
    case .answer(let showing, let response): answerContent(showing, response, layout)
    case .finished(let summary): finishedContent(summary, layout)
    }
  }

  /// A text of the interface in the learner's language.
  func text(_ message: Bilingual) -> String {
    message.text(in: facts.language)
  }

  /// The deck and section on one side, how far the learner has come on the other.
  func header(_ breadcrumb: [String], _ layout: ScreenLayout) -> [Row] {
    guard layout.hasHeader else { return [] }
    let done = text(Phrases.standing(done: reviewed, left: left.total, minutes: minutes))
    let place = safe(breadcrumb.joined(separator: " › "))
    let line = [Run(place, .faint)].aligned(with: [Run(done, .faint)], in: layout.width)
    guard layout.isRoomy else { return [line] }
    return [line, progressBar(layout.width), []]
  }

  private func progressBar(_ width: Int) -> Row {
    let total = max(1, reviewed + left.total)
    let done = min(width, width * reviewed / total)
    return [
      Run(String(repeating: "━", count: done)), Run(String(repeating: "─", count: width - done), .faint),
    ].filter { !$0.text.isEmpty }
  }

  /// The last rows: what was just told, and which keys there are.
  func footer(_ hints: [KeyHint], _ layout: ScreenLayout) -> [Row] {
    let told = note.map { wrapped([Run(text($0))], width: layout.width) }
    let keys = [hintRow(hints, layout.width)]
    if layout.isRoomy { return (told ?? [[]]) + keys }
    if let told { return Array(told.prefix(max(1, layout.size.rows / 3))) }
    return layout.hasHeader ? keys : []
  }

  /// As many of the keys as fit.
  private func hintRow(_ hints: [KeyHint], _ width: Int) -> Row {
    var row: Row = []
    for hint in hints {
      let space = row.isEmpty ? "" : "  "
      let next = row + [Run(space), Run(hint.key, .key), Run(" " + text(hint.meaning), .faint)]
      guard next.width <= width else { break }
      row = next
    }
    return row
  }
}

/// A key and what it does.
struct KeyHint: Sendable, Equatable {
  let key: String
  let meaning: Bilingual

  init(_ key: String, _ meaning: Bilingual) {
    self.key = key
    self.meaning = meaning
  }
}
