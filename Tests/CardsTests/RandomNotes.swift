import Cards

/// Makes notes that try the writer's escapes.
struct RandomNotes {
  var random: SeededRandom

  private static let pieces = [
    "作风", "立场和世界观", "群众", "the ", "Paris", " ", "，", "。", "[", "]", "[x]", "\\", "\\\\", "^", "#", " #", " ^",
    " ^7k3m9q2a5x", "#tag", "Q:", "A:", "\nQ: ", "\nA: ", "\n- ", "\n1. ", "\n# ", "\n---", "\n> ", "\n@ ",
    "\n! ",
    "\n<!-- ", "-->", "\n\\Q:", "\n\\- ", "\nＱ：", "\nx: ", "\n\n", "\u{3000}", "\u{2028}", "é", "e\u{301}",
    "👩‍👩‍👧", "!",
    "![", "\t", "\n  ", "`", "____", "\u{FEFF}", "\\#", "\\^", "\n\\", "$x^2$",
  ]

  init(seed: Int) {
    random = SeededRandom(seed: seed)
  }

  mutating func text(upTo count: Int = 6) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 1...count, using: &random) {
      text += random.pick(RandomNotes.pieces, or: "x")
    }
    let normal = normalised(text)
    return normal.isEmpty ? "甲" : normal
  }

  /// A text as a deck file can hold it: no blanks at the ends of lines, no blank lines around.
  private func normalised(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(trimmedEnd)
    while lines.first?.isEmpty == true { lines.removeFirst() }
    while lines.last?.isEmpty == true { lines.removeLast() }
    let joined = lines.joined(separator: "\n")
    return String(joined.unicodeScalars.drop { $0 == " " || $0 == "\t" || $0 == "\u{3000}" || $0 == "\n" })
  }

  private func trimmedEnd(_ line: Substring) -> String {
    var scalars = line.unicodeScalars
    while let last = scalars.last, last == " " || last == "\t" || last == "\u{3000}" { scalars.removeLast() }
    return String(scalars)
  }

  mutating func texts(_ range: ClosedRange<Int>) -> [String] {
    (0..<Int.random(in: range, using: &random)).map { _ in text() }
  }

  mutating func note() -> Note {
    var note = Note(content: content())
    if random.happens(percent: 30) { note.context = text() }
    if random.happens(percent: 50) { note.passage = text() }
    if random.happens(percent: 20) { note.remark = text() }
    if random.happens(percent: 20) { note.tags = ["重点", "exam-1"] }
    return note
  }

  private mutating func content() -> NoteContent {
    switch Int.random(in: 0..<7, using: &random) {
    case 0: return .qa(question: text(), answers: texts(1...2))
    case 1: return .list(question: text(), items: texts(2...5))
    case 2: return .order(question: text(), items: texts(2...5))
    case 3: return .trueFalse(statement: text(), isTrue: true, correction: nil)
    case 4: return .trueFalse(statement: text(), isTrue: false, correction: text())
    case 5:
      let options = texts(1...3).map { ChoiceOption(text: $0, isRight: false) }
      return .choice(question: text(), options: [ChoiceOption(text: text(), isRight: true)] + options)
    default: return .cloze(cloze())
    }
  }

  private mutating func cloze() -> ClozeText {
    var segments: [ClozeText.Segment] = [.shown("起" + text(upTo: 2) + "中")]
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      segments.append(.hidden("藏" + text(upTo: 2) + "住"))
      segments.append(.shown("接" + text(upTo: 2) + "着"))
    }
    return ClozeText(segments)
  }
}
