/// What the next merge must know of each generated card.
///
/// It stands at the end of the deck file in a comment with one line for each card:
///
///     <!-- wengu 1
///     7k3m9q2a5x p0d4w8rr2c m41v0c9e7t 4tq0w2 8z6k1v5n3p7r
///     -->
///
/// id, hash of the fact, hash of the note as generated, hash of the card's answer as generated, sketch of
/// the sentence. `+` before the id says that the card belongs to the note of the line above, `~` that a
/// merge retired it. A card of this list that is not in the deck was deleted by the instructor, or its gap
/// was closed. The cards of a note stay together as long as anything is known of them. Each line counts for
/// itself: one that is damaged is left out.
struct MergeState: Sendable, Equatable {
  /// What is known of one card.
  ///
  /// Hashes keep the bits that their digits hold: 50, 50, 30 and 60.
  struct Entry: Sendable, Equatable {
    var id: CardID
    var fact: UInt64
    var note: UInt64
    var answer: UInt64
    var sketch: UInt64
    var continuesNote = false
    var wasRetired = false

    /// The same for a card that a merge retires.
    var asRetired: Entry {
      var entry = self
      entry.wasRetired = true
      return entry
    }
  }

  static let noteBits: UInt64 = (1 << 50) - 1
  static let answerBits: UInt64 = (1 << 30) - 1
  static let sketchBits: UInt64 = (1 << 60) - 1

  /// The entries in the order of the file.
  var entries: [Entry] = []

  /// The entries by the note that their cards were generated in; an id that stands twice counts once.
  ///
  /// An entry that says it continues a note but follows another has lost its note to damage.
  var groups: [[Entry]] {
    var groups: [[Entry]] = []
    var known: Set<CardID> = []
    for entry in entries where known.insert(entry.id).inserted {
      if entry.continuesNote, let first = groups.last?.first, first.fact == entry.fact,
        first.note == entry.note
      {
        groups[groups.count - 1].append(entry)
      } else {
        groups.append([entry])
      }
    }
    return groups
  }

  /// Adds what is known of the cards of a note.
  mutating func append(_ group: [Entry]) {
    for (index, var entry) in group.enumerated() {
      entry.continuesNote = index > 0
      entries.append(entry)
    }
  }

  /// Whether a comment holds a merge state, of this version or another.
  static func opens(at line: Int, in table: LineTable) -> Bool {
    let text = table.text(ofLine: line)
    return text == "<!-- wengu" || text.hasPrefix("<!-- wengu ")
  }

  /// Adds the entries of a comment.
  ///
  /// - Returns: The first line that cannot be read, from 0; nil when all can.
  mutating func read(_ lines: Range<Int>, of table: LineTable) -> Int? {
    guard table.text(ofLine: lines.lowerBound).trimmingEnd() == MergeState.opening else {
      return lines.lowerBound
    }
    var damagedLine: Int?
    for index in lines.dropFirst() {
      let text = table.text(ofLine: index).trimmingEnd()
      if text.isEmpty || text == "-->" { continue }
      if let entry = Entry(text) {
        entries.append(entry)
      } else if damagedLine == nil {
        damagedLine = index
      }
    }
    return damagedLine
  }

  /// The comment's lines; none when there is nothing to keep.
  var lines: [String] {
    entries.isEmpty ? [] : [MergeState.opening] + entries.map(\.text) + ["-->"]
  }

  private static let opening = "<!-- wengu 1"
}

extension MergeState.Entry {
  fileprivate init?(_ text: String) {
    let bytes = text.utf8.split(separator: Byte.space, omittingEmptySubsequences: true)
    guard bytes.count == 5 else { return nil }
    let signs = bytes[0].prefix { $0 == Byte.plus || $0 == Byte.tilde }
    let fields = bytes.map { Substring($0) }
    guard let id = CardID(String(Substring(bytes[0].dropFirst(signs.count)))), signs.count <= 2,
      let fact = Base32.number(fields[1], length: 10),
      let note = Base32.number(fields[2], length: 10),
      let answer = Base32.number(fields[3], length: 6),
      let sketch = Base32.number(fields[4], length: 12)
    else { return nil }
    self.init(
      id: id,
      fact: fact,
      note: note,
      answer: answer,
      sketch: sketch,
      continuesNote: signs.contains(Byte.plus),
      wasRetired: signs.contains(Byte.tilde)
    )
  }

  fileprivate var text: String {
    let signs = (continuesNote ? "+" : "") + (wasRetired ? "~" : "")
    let fields = [
      signs + id.text, Base32.text(fact, length: 10), Base32.text(note, length: 10),
      Base32.text(answer, length: 6), Base32.text(sketch, length: 12),
    ]
    return fields.joined(separator: " ")
  }
}
