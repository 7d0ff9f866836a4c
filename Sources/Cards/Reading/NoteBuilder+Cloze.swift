extension NoteBuilder {
  /// Reads a sentence with gaps.
  ///
  /// `[` opens a gap and `]` closes it; after `![` brackets are those of a Markdown image. Of several
  /// faults only the first is told.
  mutating func clozeText() -> ClozeText {
    var reader = ClozeReader(field: draft.prompt, table: table)
    reader.run()
    let text = ClozeText(reader.segments)
    if let fault = reader.fault {
      tell(fault.problem(label), line: fault.line, at: fault.offset)
      return text
    }
    let count = text.hidden.count
    if count == 0 { tellOfCard(Problem.noGap) }
    if count > NoteBuilder.gapLimit {
      tellOfCard { _ in .tooManyGaps(count: count, limit: NoteBuilder.gapLimit) }
      return ClozeText([.shown(text.sentence)])
    }
    return text
  }
}

/// Splits the bytes of a cloze into what is shown and what is hidden.
private struct ClozeReader {
  struct Fault {
    var problem: (String) -> Problem
    var line: Int
    var offset: Int
  }

  let field: NoteDraft.Field
  let table: LineTable
  var segments: [ClozeText.Segment] = []
  var fault: Fault?
  private var buffer: [UInt8] = []
  private var openGap: (line: Int, offset: Int)?
  private var isInImage = false

  init(field: NoteDraft.Field, table: LineTable) {
    self.field = field
    self.table = table
  }

  mutating func run() {
    for (index, piece) in field.pieces.enumerated() {
      if index > 0 { buffer.append(Byte.lineFeed) }
      read(table.droppingTrailingBlanks(piece.range), piece)
    }
    if let openGap { note(Problem.unclosedBracket, line: openGap.line, offset: openGap.offset) }
    endText()
  }

  private mutating func read(_ range: Range<Int>, _ piece: NoteDraft.Piece) {
    var index = range.lowerBound
    if piece.isLineStart, Escapes.hidesMark(range, of: table) { index += 1 }
    while index < range.upperBound {
      let plainEnd = table.bytes[index..<range.upperBound].firstIndex(where: ClozeReader.isSpecial)
      buffer += table.bytes[index..<(plainEnd ?? range.upperBound)]
      guard let special = plainEnd else { return }
      let next = special + 1 < range.upperBound ? table.bytes[special + 1] : 0
      index = special + readSpecial(at: special, next: next, line: piece.line)
    }
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == Byte.backslash || byte == Byte.openBracket || byte == Byte.closeBracket
      || byte == Byte.exclamation
  }

  /// Reads a byte that may have a meaning, and says how many bytes it took.
  private mutating func readSpecial(at index: Int, next: UInt8, line: Int) -> Int {
    let byte = table.bytes[index]
    switch byte {
    case Byte.backslash where Byte.isEscapable(next):
      buffer.append(next)
      return 2
    case Byte.exclamation where next == Byte.openBracket && openGap == nil:
      buffer += [byte, next]
      isInImage = true
      return 2
    case Byte.openBracket where !isInImage:
      open(line: line, offset: index)
    case Byte.closeBracket where !isInImage:
      close(line: line, offset: index)
    default:
      if byte == Byte.closeBracket { isInImage = false }
      buffer.append(byte)
    }
    return 1
  }

  private mutating func open(line: Int, offset: Int) {
    if openGap != nil {
      note(Problem.nestedBracket, line: line, offset: offset)
      return
    }
    endSegment(isHidden: false)
    openGap = (line, offset)
  }

  private mutating func close(line: Int, offset: Int) {
    guard let gap = openGap else {
      note(Problem.unopenedBracket, line: line, offset: offset)
      return
    }
    if buffer.allSatisfy({ $0 <= Byte.space }) {
      note(Problem.emptyGap, line: gap.line, offset: gap.offset)
    }
    endSegment(isHidden: true)
    openGap = nil
  }

  private mutating func note(_ problem: @escaping (String) -> Problem, line: Int, offset: Int) {
    if fault == nil { fault = Fault(problem: problem, line: line, offset: offset) }
  }

  private mutating func endSegment(isHidden: Bool) {
    if isHidden {
      segments.append(.hidden(String(decoding: buffer, as: UTF8.self)))
    } else {
      var bytes = buffer[...]
      if segments.isEmpty { bytes = bytes.drop { $0 <= Byte.space } }
      if !bytes.isEmpty { segments.append(.shown(String(decoding: bytes, as: UTF8.self))) }
    }
    buffer = []
  }

  /// Ends the last stretch, without the blanks at its end.
  private mutating func endText() {
    while let last = buffer.last, last <= Byte.space { buffer.removeLast() }
    endSegment(isHidden: false)
  }
}

extension String {
  /// The text without white space at its end.
  func trimmingEnd() -> String {
    guard let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(self[...last])
  }
}
