/// Reads a deck file: each line's kind and the state it is met in decide what it means.
///
/// It runs once over the bytes; a bad note is told of and never hides the next one.
struct DeckParser {
  /// Whether a note is open.
  enum State {
    /// Before the first card, or after a heading or a `---`.
    case outside
    /// Within a card.
    case reading(NoteDraft)
  }

  let table: LineTable
  var state = State.outside
  var section: [(level: Int, title: String)] = []
  var header = DeckHeader()
  /// The lines of the front matter that name the essays' files; of two with one key the last counts.
  var sourceLines: [SourceLine] = []
  var headings: [PlacedHeading] = []
  var notes: [PlacedNote] = []
  var mergeState = MergeState()
  var diagnostics: [Diagnostic] = []
  /// The lines of the comments that hold the merge state; more than one when decks were joined.
  var stateLines: [Range<Int>] = []
  private var sectionTitles: [String] = []
  private var hasToldOfStrayText = false

  init(_ table: LineTable) {
    self.table = table
  }

  /// Reads the whole file.
  mutating func run() {
    let comments = CommentMap(table)
    var index = readFrontMatter()
    while index < table.lines.count {
      if let end = comments.end(ofCommentAt: index) {
        readComment(index..<end)
        index = end
      } else {
        read(index)
        index += 1
      }
    }
    finishNote()
    checkIDs()
  }

  /// The state machine: one line of any kind in any state.
  private mutating func read(_ index: Int) {
    let kind = table.kind(ofLine: index)
    switch kind {
    case .blank:
      if var draft = takeDraft() {
        draft.blanksBefore.append(index)
        state = .reading(draft)
      }
    case .mark(.answer, let content):
      readAnswer(index, content: content)
    case .mark(let mark, let content):
      begin(mark, index, content: content)
    case .misspeltMark(let mark, let content):
      if mark == .answer { readAnswer(index, content: content) } else { begin(mark, index, content: content) }
      let line = lineRange(index)
      tell(
        .misspeltMark(found: spelling(line, until: content), meant: mark.text),
        line: index,
        at: line.lowerBound,
        isFixable: true
      )
      spoilNote()
    case .heading(let level, let content):
      finishNote()
      enterSection(index, level: level, title: table.text(trimmed(content..<lineRange(index).upperBound)))
    case .separator:
      finishNote()
    case .comment:
      tell(.commentNotClosed, line: index, at: lineRange(index).lowerBound)
    case .context(let content):
      continueNote(index, content: content, target: .context)
    case .passage(let content):
      continueNote(index, content: content, target: .passage)
    case .remark(let content):
      continueNote(index, content: content, target: .remark)
    case .dashItem(let content):
      readItem(index, content: content, number: nil, marks: [.list, .choice])
    case .numberedItem(let number, let content):
      readItem(index, content: content, number: number, marks: [.order])
    case .unknownMark(let meant):
      let line = lineRange(index)
      let found = table.text(line).prefix(2)
      warn(.unknownMark(found: String(found), meant: meant.text), line: index, at: line.lowerBound)
      continueNote(index, content: line.lowerBound, target: nil)
    case .text:
      continueNote(index, content: lineRange(index).lowerBound, target: nil)
    }
  }

  private mutating func begin(_ mark: Mark, _ index: Int, content: Int) {
    finishNote()
    let line = content..<max(content, lineRange(index).upperBound)
    let tail = Tail(of: line, in: table)
    let prompt = line.lowerBound..<max(line.lowerBound, tail.start)
    warnOfInnerComment(index, prompt)
    state = .reading(NoteDraft(mark: mark, line: index, prompt: prompt, tail: tail, section: sectionTitles))
  }

  private mutating func readAnswer(_ index: Int, content: Int) {
    guard var draft = takeDraft() else {
      tell(.answerWithoutQuestion, line: index, at: lineRange(index).lowerBound)
      hasToldOfStrayText = true
      return
    }
    let text = content..<max(content, lineRange(index).upperBound)
    switch draft.mark {
    case .question:
      draft.begin(.answer, text, line: index)
    case .falseStatement where draft.answers.isEmpty:
      draft.begin(.answer, text, line: index)
    case .answer, .cloze, .list, .order, .choice, .trueStatement, .falseStatement:
      draft.begin(.misplaced, text, line: index)
      draft.hasErrors = true
      tell(.misplacedAnswer(kind: draft.mark.kind), line: index, at: lineRange(index).lowerBound)
    }
    state = .reading(draft)
  }

  private mutating func readItem(_ index: Int, content: Int, number: Int?, marks: [Mark]) {
    let line = lineRange(index)
    guard case .reading(let open) = state, marks.contains(open.mark), var draft = takeDraft() else {
      continueNote(index, content: line.lowerBound, target: nil)
      return
    }
    draft.begin(.item, content..<max(content, line.upperBound), line: index, number: number)
    state = .reading(draft)
  }

  /// Adds a line to the open note; without a target to the field that is open.
  private mutating func continueNote(_ index: Int, content: Int, target: NoteDraft.Target?) {
    let line = content..<max(content, lineRange(index).upperBound)
    guard var draft = takeDraft() else {
      if !hasToldOfStrayText {
        warn(.textOutsideCard(text: beginning(of: line)), line: index, at: lineRange(index).lowerBound)
        hasToldOfStrayText = true
      }
      return
    }
    state = .outside
    warnOfInnerComment(index, line)
    if let target {
      draft.turn(to: target, line, line: index)
    } else {
      draft.add(line, line: index, isLineStart: true)
    }
    state = .reading(draft)
  }

  private mutating func enterSection(_ index: Int, level: Int, title: String) {
    while let last = section.last, last.level >= level { section.removeLast() }
    section.append((level, title))
    sectionTitles = section.map(\.title)
    headings.append(PlacedHeading(line: index, level: level, path: sectionTitles))
    hasToldOfStrayText = false
  }

  private mutating func finishNote() {
    hasToldOfStrayText = false
    guard let draft = takeDraft() else { return }
    var builder = NoteBuilder(draft: draft, table: table)
    notes.append(builder.placedNote())
    diagnostics.append(contentsOf: builder.diagnostics)
  }

  /// Takes the open note out of the state, so that no second owner makes each change a copy.
  private mutating func takeDraft() -> NoteDraft? {
    var taken = State.outside
    swap(&taken, &state)
    switch consume taken {
    case .outside: return nil
    case .reading(let draft): return draft
    }
  }

  private mutating func spoilNote() {
    guard var draft = takeDraft() else { return }
    draft.hasErrors = true
    state = .reading(draft)
  }

  private mutating func readComment(_ lines: Range<Int>) {
    guard MergeState.opens(at: lines.lowerBound, in: table) else { return }
    stateLines.append(lines)
    if let damagedLine = mergeState.read(lines, of: table) {
      warn(.stateDamaged, line: damagedLine, at: table.lines[damagedLine].start)
    }
  }

  private mutating func warnOfInnerComment(_ index: Int, _ range: Range<Int>) {
    var rest = table.bytes[range]
    while let less = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[less...]
      if rest.starts(with: commentOpening) {
        warn(.commentInText, line: index, at: less)
        return
      }
      rest = rest.dropFirst()
    }
  }
}

extension DeckParser {
  /// A line's bytes without its end.
  func lineRange(_ index: Int) -> Range<Int> {
    table.lines[index].start..<table.lines[index].end
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    guard range.lowerBound < range.upperBound else { return range.lowerBound..<range.lowerBound }
    return table.droppingTrailingBlanks(range)
  }

  private func spelling(_ line: Range<Int>, until content: Int) -> String {
    table.text(table.droppingTrailingBlanks(line.lowerBound..<max(content, line.lowerBound)))
  }

  private func beginning(of range: Range<Int>) -> String {
    String(table.text(range.lowerBound..<min(range.upperBound, range.lowerBound + 96)).prefix(24))
  }

  mutating func tell(_ problem: Problem, line: Int, at offset: Int, isFixable: Bool = false) {
    add(problem, severity: .error, line: line, at: offset, isFixable: isFixable)
  }

  mutating func warn(_ problem: Problem, line: Int, at offset: Int, isFixable: Bool = false) {
    add(problem, severity: .warning, line: line, at: offset, isFixable: isFixable)
  }

  private mutating func add(
    _ problem: Problem,
    severity: Diagnostic.Severity,
    line: Int,
    at offset: Int,
    isFixable: Bool
  ) {
    let column = table.column(of: offset, inLine: line)
    diagnostics.append(
      Diagnostic(line: line + 1, column: column, severity: severity, problem: problem, isFixable: isFixable)
    )
  }
}

extension Mark {
  /// The kind of the cards that the mark begins; an answer is part of a question.
  var kind: CardKind {
    switch self {
    case .question, .answer: .qa
    case .cloze: .cloze
    case .list: .list
    case .order: .order
    case .choice: .choice
    case .trueStatement, .falseStatement: .truefalse
    }
  }
}
