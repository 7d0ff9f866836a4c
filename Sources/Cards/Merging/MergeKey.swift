import Language

/// The hashes by which a merge knows a note again.
struct MergeKey {
  /// Hash of what the note is about.
  var fact: UInt64
  /// Hash of the note's words; tags, ids, section and passage do not count.
  var note: UInt64
  /// Hash of each card's answer.
  var answers: [UInt64]
  /// Sketch of the sentence.
  var sketch: UInt64

  init(note: Note, fact: String) {
    self.fact = MergeKey.factHash(fact)
    self.note = MergeKey.noteHash(note)
    answers = (0..<note.cardCount).map { MergeKey.answerHash(note.content, at: $0) }
    sketch = Sketch.of(note.sentence)
  }

  static func factHash(_ fact: String) -> UInt64 { stableHash(fact) & MergeState.noteBits }

  static func noteHash(_ note: Note) -> UInt64 {
    var fields = NotePrinter.lines(
      Note(content: note.content, context: note.context, remark: note.remark)
    )
    fields.append(note.content.kind.rawValue)
    return stableHash(fields.joined(separator: fieldSeparator)) & MergeState.noteBits
  }

  static func answerHash(_ content: NoteContent, at index: Int) -> UInt64 {
    let text = ([content.kind.rawValue] + content.answers(at: index)).joined(separator: fieldSeparator)
    return stableHash(text) & MergeState.answerBits
  }
}

extension Note {
  /// The sentence a note is about: its passage, or else its question.
  var sentence: String { passage ?? content.wholeText }
}

extension NoteContent {
  /// The question with all gaps filled.
  var wholeText: String {
    switch self {
    case .cloze(let text): text.sentence
    case .qa, .list, .order, .choice, .trueFalse: question(at: 0)
    }
  }
}

/// A sentence boiled down to sixty bits, so that similar sentences have similar bits.
///
/// Source: Charikar 2002, "Similarity estimation techniques from rounding algorithms"; the features are
/// pairs of neighbouring characters.
enum Sketch {
  static func of(_ sentence: String) -> UInt64 {
    var votes = [Int](repeating: 0, count: 60)
    let scalars = letters(of: sentence)
    for (left, right) in zip([0] + scalars, scalars + [0]) {
      let hash = mixed(UInt64(left) << 32 | UInt64(right))
      for bit in votes.indices { votes[bit] += hash >> UInt64(bit) & 1 == 1 ? 1 : -1 }
    }
    return votes.indices.reduce(0) { votes[$1] > 0 ? $0 | 1 << UInt64($1) : $0 }
  }

  /// Whether two sketches are of similar sentences; one in some thousand unrelated pairs passes.
  static func areSimilar(_ left: UInt64, _ right: UInt64) -> Bool {
    (left ^ right).nonzeroBitCount <= 18
  }

  /// Letters and digits alone, ASCII in lower case: a sketch must not depend on how answers are compared.
  private static func letters(of sentence: String) -> [UInt32] {
    sentence.unicodeScalars.compactMap { scalar in
      switch scalar.value {
      case 0x41...0x5A: scalar.value | 0x20
      case 0x30...0x39, 0x61...0x7A, 0x4E00...0x9FFF: scalar.value
      case 0..<0x80: nil
      default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil ? scalar.value : nil
      }
    }
  }

  /// The finaliser of MurmurHash3, 64 bits.
  private static func mixed(_ value: UInt64) -> UInt64 {
    var hash = value
    hash = (hash ^ hash >> 33) &* 0xFF51_AFD7_ED55_8CCD
    hash = (hash ^ hash >> 33) &* 0xC4CE_B9FE_1A85_EC53
    return hash ^ hash >> 33
  }
}

extension MergeKey {
  /// The entries of a note whose cards have these ids.
  func entries(ids: [CardID]) -> [MergeState.Entry] {
    zip(ids, answers).enumerated().map { index, pair in
      MergeState.Entry(
        id: pair.0,
        fact: fact,
        note: note,
        answer: pair.1,
        sketch: sketch,
        continuesNote: index > 0
      )
    }
  }

  /// What was known of a note's cards, as known of this note: each card goes with the answer it had, the
  /// rest in order, and a card to which no answer is left keeps its own.
  func renewing(_ entries: [MergeState.Entry]) -> [MergeState.Entry] {
    let assignment = IDAssignment(old: entries.map { ($0.id, $0.answer) }, answers: answers)
    var answerOfID: [CardID: UInt64] = [:]
    for (id, answer) in zip(assignment.ids, answers) {
      if let id { answerOfID[id] = answer }
    }
    return entries.enumerated().map { index, old in
      MergeState.Entry(
        id: old.id,
        fact: fact,
        note: note,
        answer: answerOfID[old.id] ?? old.answer,
        sketch: sketch,
        continuesNote: index > 0
      )
    }
  }
}
