/// Makes a note from the lines that were read for it, and tells what is wrong with it.
struct NoteBuilder {
  let draft: NoteDraft
  let table: LineTable
  var diagnostics: [Diagnostic] = []
  private var hasErrors: Bool

  /// More gaps than this in one note are refused: each card repeats the whole sentence.
  static let gapLimit = 64
  /// More items than this are hard to hold in mind.
  static let itemLimit = 7

  init(draft: NoteDraft, table: LineTable) {
    self.draft = draft
    self.table = table
    hasErrors = draft.hasErrors
  }

  /// The note with its place.
  mutating func placedNote() -> PlacedNote {
    let content = content()
    if isPromptEmpty {
      tell(.noQuestion(mark: draft.mark.text), line: draft.markLine, at: table.lines[draft.markLine].start)
    }
    let ids = ids(cardCount: content.cardCount)
    let note = Note(
      content: content,
      context: draft.context.flatMap { nonEmpty(text($0)) },
      passage: draft.passage.flatMap { nonEmpty(verbatim($0)) },
      remark: draft.remark.flatMap { nonEmpty(text($0)) },
      tags: draft.tail.tags.map(\.text),
      ids: ids,
      section: draft.section
    )
    return PlacedNote(
      note: note,
      firstLine: draft.markLine + 1,
      lastLine: draft.lastLine + 1,
      hasErrors: hasErrors,
      passageLines: (draft.passage?.pieces ?? []).map { $0.line + 1 }
    )
  }

  private mutating func content() -> NoteContent {
    let prompt = draft.mark == .cloze ? "" : text(draft.prompt)
    switch draft.mark {
    case .question, .answer:
      let answers = draft.answers.map(text).filter { !$0.isEmpty }
      if answers.isEmpty { tellOfCard(Problem.noAnswer) }
      return .qa(question: prompt, answers: answers)
    case .cloze:
      return .cloze(clozeText())
    case .list:
      return .list(question: prompt, items: items())
    case .order:
      checkNumbering()
      return .order(question: prompt, items: items())
    case .choice:
      return .choice(question: prompt, options: options())
    case .trueStatement:
      return .trueFalse(statement: prompt, isTrue: true, correction: nil)
    case .falseStatement:
      let correction = draft.answers.first.flatMap { nonEmpty(text($0)) }
      if correction == nil { tellOfCard(Problem.noCorrection) }
      return .trueFalse(statement: prompt, isTrue: false, correction: correction)
    }
  }

  private mutating func items() -> [String] {
    let all = draft.items.map { text($0.field) }
    let items = all.filter { !$0.isEmpty }
    let kind = draft.mark.kind
    if items.isEmpty { tellOfCard { .noItems(card: $0, kind: kind) } }
    if items.count < all.count, !items.isEmpty { tellOfEmptyItem() }
    if items.count == 1 { warnOfCard(Problem.onlyOneItem) }
    if items.count > NoteBuilder.itemLimit {
      warnOfCard { .tooManyItems(card: $0, count: items.count, limit: NoteBuilder.itemLimit) }
    }
    return items
  }

  private mutating func tellOfEmptyItem() {
    for item in draft.items where text(item.field).isEmpty {
      tell(.emptyItem(card: label), line: item.field.line, at: table.lines[item.field.line].start)
    }
  }

  private mutating func checkNumbering() {
    for (index, item) in draft.items.enumerated() where item.number != index + 1 {
      let line = item.field.line
      let problem = Problem.numbering(expected: index + 1, found: item.number ?? 0)
      warn(problem, line: line, at: table.lines[line].start, isFixable: true)
      return
    }
  }

  private mutating func options() -> [ChoiceOption] {
    var options: [ChoiceOption] = []
    var seen: Set<String> = []
    for item in draft.items {
      let line = item.field.line
      let whole = text(item.field)
      guard let box = Box(whole) else {
        tell(.optionWithoutBox(text: String(whole.prefix(24))), line: line, at: item.field.start)
        continue
      }
      if box.text.isEmpty { tell(.emptyItem(card: label), line: line, at: item.field.start) }
      if !seen.insert(box.text).inserted {
        warn(.duplicateOption(text: box.text), line: line, at: item.field.start)
      }
      options.append(ChoiceOption(text: box.text, isRight: box.isTicked))
    }
    if options.count < 2 { tellOfCard { .tooFewOptions(card: $0, count: options.count) } }
    if options.allSatisfy({ !$0.isRight }) {
      if !options.isEmpty { tellOfCard(Problem.noRightOption) }
    } else if options.allSatisfy(\.isRight) {
      warnOfCard(Problem.noWrongOption)
    }
    return options
  }

  private mutating func ids(cardCount: Int) -> [CardID] {
    let line = draft.markLine
    var ids: [CardID] = []
    for token in draft.tail.ids {
      if let id = CardID(token.text) {
        ids.append(id)
      } else {
        let isFixable = CardID(Base32.normalised(token.text)) != nil
        tell(.malformedID(text: token.text), line: line, at: token.range.lowerBound, isFixable: isFixable)
      }
    }
    tellOfMisplacedIDs()
    guard !hasErrors else { return ids }
    if ids.isEmpty {
      warn(.missingID(card: label), line: line, at: table.lines[line].start, isFixable: true)
    } else if ids.count != cardCount, let first = draft.tail.ids.first {
      tell(
        .idCount(cards: cardCount, ids: ids.count),
        line: line,
        at: first.range.lowerBound,
        isFixable: true
      )
    }
    return ids
  }
}

extension NoteBuilder {
  /// An id on a later line would be lost as text, and the card with its past.
  private mutating func tellOfMisplacedIDs() {
    tellOfMisplacedIDs(in: draft.prompt)
    for answer in draft.answers { tellOfMisplacedIDs(in: answer) }
    for item in draft.items { tellOfMisplacedIDs(in: item.field) }
  }

  private mutating func tellOfMisplacedIDs(in field: NoteDraft.Field) {
    for piece in field.pieces where piece.line != draft.markLine {
      guard table.bytes[piece.range].contains(Byte.caret) else { continue }
      for token in Tail(of: piece.range, in: table).ids {
        guard let id = CardID(token.text) else { continue }
        tell(.misplacedID(id: id), line: piece.line, at: token.range.lowerBound, isFixable: true)
      }
    }
  }
}

// MARK: - Texts

extension NoteBuilder {
  /// A field's text: its lines without blanks at their ends, without backslashes that hide a meaning.
  func text(_ field: NoteDraft.Field) -> String {
    if let range = onlyLine(of: field), !table.bytes[range].contains(Byte.backslash) { return trimmed(range) }
    var buffer: [UInt8] = []
    for (index, piece) in field.pieces.enumerated() {
      if index > 0 { buffer.append(Byte.lineFeed) }
      let range = table.droppingTrailingBlanks(piece.range)
      Escapes.read(range, of: table, isLineStart: piece.isLineStart, into: &buffer)
    }
    return NoteBuilder.trimmed(buffer[...])
  }

  /// Whether the card's mark has nothing but blanks behind it.
  private var isPromptEmpty: Bool {
    draft.prompt.pieces.allSatisfy { piece in
      table.bytes[table.droppingTrailingBlanks(piece.range)].allSatisfy { $0 <= Byte.space }
    }
  }

  /// A passage's text as it stands.
  private func verbatim(_ field: NoteDraft.Field) -> String {
    if let range = onlyLine(of: field) { return trimmed(range) }
    var buffer: [UInt8] = []
    for (index, piece) in field.pieces.enumerated() {
      if index > 0 { buffer.append(Byte.lineFeed) }
      buffer.append(contentsOf: table.bytes[table.droppingTrailingBlanks(piece.range)])
    }
    return NoteBuilder.trimmed(buffer[...])
  }

  /// The stretch of a field that lies on one line; nil when it lies on several.
  private func onlyLine(of field: NoteDraft.Field) -> Range<Int>? {
    guard field.pieces.count == 1, let piece = field.pieces.first else { return nil }
    return table.droppingTrailingBlanks(piece.range)
  }

  private func trimmed(_ range: Range<Int>) -> String {
    NoteBuilder.trimmed(table.bytes[range])
  }

  /// A text without blanks and line ends around it.
  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    guard let first = bytes.firstIndex(where: { $0 > Byte.space }) else { return "" }
    let last = bytes.lastIndex { $0 > Byte.space } ?? first
    return String(decoding: bytes[first...last], as: UTF8.self)
  }

  private func nonEmpty(_ text: String) -> String? { text.isEmpty ? nil : text }

  /// The beginning of the question, by which messages name the card.
  var label: String { Label.of(text(draft.prompt)) }
}

// MARK: - Diagnostics

extension NoteBuilder {
  mutating func tell(_ problem: Problem, line: Int, at offset: Int, isFixable: Bool = false) {
    hasErrors = true
    add(problem, severity: .error, line: line, at: offset, isFixable: isFixable)
  }

  private mutating func warn(_ problem: Problem, line: Int, at offset: Int, isFixable: Bool = false) {
    add(problem, severity: .warning, line: line, at: offset, isFixable: isFixable)
  }

  /// Tells of an error of the whole card, unless its question is empty: then that is told.
  mutating func tellOfCard(_ problem: (String) -> Problem) {
    hasErrors = true
    guard !isPromptEmpty else { return }
    tell(problem(label), line: draft.markLine, at: table.lines[draft.markLine].start)
  }

  private mutating func warnOfCard(_ problem: (String) -> Problem) {
    warn(problem(label), line: draft.markLine, at: table.lines[draft.markLine].start)
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

/// The `[x]` or `[ ]` before an option's text.
struct Box {
  var isTicked: Bool
  var text: String

  /// Splits an option; nil when it has no box.
  init?(_ option: String) {
    guard option.first == "[", let close = option.dropFirst().firstIndex(of: "]") else { return nil }
    let inner = option[option.index(after: option.startIndex)..<close]
    switch inner {
    case "x", "X", "✓", "✔": isTicked = true
    case "", " ": isTicked = false
    default: return nil
    }
    text = String(
      option[option.index(after: close)...].unicodeScalars.drop {
        " \t\n\u{3000}".unicodeScalars.contains($0)
      }
    )
  }
}
