/// A note while its lines are being read.
struct NoteDraft {
  /// A stretch of a line that belongs to a field.
  struct Piece {
    var line: Int
    var range: Range<Int>
    /// Whether the stretch begins its line, without a mark before it.
    var isLineStart: Bool
  }

  /// A text made of stretches of lines.
  struct Field {
    var pieces: [Piece]

    /// Where the field begins.
    var line: Int { pieces.first?.line ?? 0 }
    /// Its first byte.
    var start: Int { pieces.first?.range.lowerBound ?? 0 }
  }

  /// An item of a list or an option of a choice.
  struct Item {
    var field: Field
    var number: Int?
  }

  /// The field that a line without a mark continues.
  enum Target {
    case prompt
    case answer
    case item
    case context
    case passage
    case remark
    /// A field that has no place in this card; its problem has been told.
    case misplaced
  }

  var mark: Mark
  var markLine: Int
  var lastLine: Int
  var section: [String]
  var prompt: Field
  var answers: [Field] = []
  var items: [Item] = []
  var context: Field?
  var passage: Field?
  var remark: Field?
  var tail = Tail()
  var target = Target.prompt
  var blanksBefore: [Int] = []
  var hasErrors = false

  init(mark: Mark, line: Int, prompt: Range<Int>, tail: Tail, section: [String]) {
    self.mark = mark
    self.markLine = line
    self.lastLine = line
    self.section = section
    self.tail = tail
    self.prompt = Field(pieces: [Piece(line: line, range: prompt, isLineStart: false)])
  }

  /// Adds a line to the field that is open, with the blank lines before it.
  mutating func add(_ range: Range<Int>, line: Int, isLineStart: Bool) {
    let blanks = blanksBefore.map {
      Piece(line: $0, range: range.lowerBound..<range.lowerBound, isLineStart: true)
    }
    let added = blanks + [Piece(line: line, range: range, isLineStart: isLineStart)]
    blanksBefore = []
    lastLine = line
    switch target {
    case .prompt: prompt.pieces += added
    case .answer: if !answers.isEmpty { answers[answers.count - 1].pieces += added }
    case .item: if !items.isEmpty { items[items.count - 1].field.pieces += added }
    case .context: context = Field(pieces: (context?.pieces ?? []) + added)
    case .passage: passage = Field(pieces: (passage?.pieces ?? []) + added)
    case .remark: remark = Field(pieces: (remark?.pieces ?? []) + added)
    case .misplaced: break
    }
  }

  /// Opens an answer or an item.
  mutating func begin(_ newTarget: Target, _ range: Range<Int>, line: Int, number: Int? = nil) {
    blanksBefore = []
    lastLine = line
    target = newTarget
    let field = Field(pieces: [Piece(line: line, range: range, isLineStart: false)])
    switch newTarget {
    case .answer: answers.append(field)
    case .item: items.append(Item(field: field, number: number))
    case .prompt, .context, .passage, .remark, .misplaced: break
    }
  }

  /// Turns to a field that several lines may feed.
  mutating func turn(to newTarget: Target, _ range: Range<Int>, line: Int) {
    if newTarget != target { blanksBefore = [] }
    target = newTarget
    add(range, line: line, isLineStart: false)
  }
}
