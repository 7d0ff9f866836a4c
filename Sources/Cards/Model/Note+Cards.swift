extension Note {
  /// The cards of the note as a learner meets them.
  ///
  /// - Parameters:
  ///   - place: The place in the deck of the note's first card, from 0.
  ///   - line: The line on which the note begins, from 1.
  /// - Returns: One card for each id, in order; none when ids and cards differ in number.
  public func cards(place: Int = 0, line: Int = 1) -> [Card] {
    guard ids.count == cardCount, let firstID = ids.first else { return [] }
    let group = passage.map { "passage " + Base32.text(byteHash($0), length: 12) } ?? firstID.text
    return ids.enumerated().map { index, id in
      Card(
        id: id,
        kind: content.kind,
        section: section,
        context: context,
        question: content.question(at: index),
        answers: content.answers(at: index),
        accept: content.accept,
        choices: content.choices,
        truth: content.truth,
        correction: content.correction,
        passage: passage,
        remark: remark,
        tags: tags,
        siblingGroup: group,
        place: place + index,
        line: line
      )
    }
  }
}

extension NoteContent {
  /// The question of one of the cards.
  func question(at index: Int) -> String {
    switch self {
    case .qa(let question, _), .list(let question, _), .order(let question, _), .choice(let question, _):
      question
    case .cloze(let text): text.question(hiding: index)
    case .trueFalse(let statement, _, _): statement
    }
  }

  /// The answers of one of the cards.
  func answers(at index: Int) -> [String] {
    switch self {
    case .qa(_, let answers): answers
    case .cloze(let text): text.hidden.indices.contains(index) ? [text.hidden[index]] : []
    case .list(_, let items), .order(_, let items): items
    case .choice(_, let options): options.filter(\.isRight).map(\.text)
    case .trueFalse(_, let isTrue, _): [isTrue ? "true" : "false"]
    }
  }

  /// Whether one of the answers suffices.
  var accept: AcceptRule {
    switch self {
    case .qa, .cloze, .trueFalse: .any
    case .list, .order, .choice: .all
    }
  }

  var choices: [String] {
    switch self {
    case .choice(_, let options): options.map(\.text)
    case .qa, .cloze, .list, .order, .trueFalse: []
    }
  }

  var truth: Bool? {
    switch self {
    case .trueFalse(_, let isTrue, _): isTrue
    case .qa, .cloze, .list, .order, .choice: nil
    }
  }

  var correction: String? {
    switch self {
    case .trueFalse(_, _, let correction): correction
    case .qa, .cloze, .list, .order, .choice: nil
    }
  }
}

/// FNV-1a over a text's bytes: tells texts apart fast, and is the same everywhere.
private func byteHash(_ text: String) -> UInt64 {
  var text = text
  return text.withUTF8 { bytes in
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
