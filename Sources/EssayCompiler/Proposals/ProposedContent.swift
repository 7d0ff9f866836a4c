import Cards

/// What of a proposed card the essay must hold.
struct ProposedContent {
  private let content: NoteContent

  init(_ content: NoteContent) {
    self.content = content
  }

  /// What the learner reads.
  var question: String {
    switch content {
    case .qa(let question, _), .list(let question, _), .order(let question, _), .choice(let question, _):
      question
    case .cloze(let text): text.question(hiding: 0)
    case .trueFalse(let statement, _, _): statement
    }
  }

  /// What the learner is asked for.
  var answers: [String] {
    switch content {
    case .qa(_, let answers): answers
    case .cloze(let text): text.hidden
    case .list(_, let items), .order(_, let items): items
    case .choice(_, let options): options.filter(\.isRight).map(\.text)
    case .trueFalse(let statement, let isTrue, let correction): [isTrue ? statement : correction ?? ""]
    }
  }

  /// The answers that must begin and end between words.
  var spans: [String] {
    switch content {
    case .qa, .cloze, .list, .order, .choice: answers
    case .trueFalse: []
    }
  }

  /// Whether the question is the sentence itself, so that what it points back at must be shown too.
  var showsSentence: Bool {
    switch content {
    case .cloze, .trueFalse: true
    case .qa, .list, .order, .choice: false
    }
  }

  /// Whether the passage bears the card out, word for word.
  func isSupported(by passage: Range<Int>, of essay: Essay) -> Bool {
    func holds(_ words: String) -> Bool { essay.first(words, in: passage) != nil }
    switch content {
    case .qa, .list: return !answers.isEmpty && answers.allSatisfy(holds)
    case .order(_, let items): return standInOrder(items, in: passage, of: essay)
    case .cloze(let text): return text.gapCount == 1 && holds(text.sentence)
    case .choice(_, let options):
      let wrong = options.filter { !$0.isRight }
      return !answers.isEmpty && !wrong.isEmpty && answers.allSatisfy(holds)
        && !wrong.contains { holds($0.text) }
    case .trueFalse(let statement, let isTrue, let correction):
      guard !isTrue else { return holds(statement) }
      return correction.map(holds) ?? false && !holds(statement)
    }
  }

  private func standInOrder(_ items: [String], in passage: Range<Int>, of essay: Essay) -> Bool {
    var rest = passage
    for item in items {
      guard let found = essay.first(item, in: rest) else { return false }
      rest = found.upperBound..<passage.upperBound
    }
    return !items.isEmpty
  }
}
