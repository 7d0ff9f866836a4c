/// A deck file: its text, and what the text says.
///
/// The text is kept byte for byte; every edit makes a new text that differs only in the lines it must
/// touch, and reads it again.
public struct DeckFile: Sendable {
  /// The whole text as it was read or edited.
  public let text: String
  /// What the front matter says.
  public let header: DeckHeader
  /// The notes in the order of the file, also those with errors.
  public let notes: [PlacedNote]
  /// The cards that can be asked, in order: all whose note has no error and whose id is minted; also
  /// retired ones.
  public let cards: [Card]
  /// What is wrong or doubtful in the file itself, by line.
  public let diagnostics: [Diagnostic]

  let table: LineTable
  let headings: [PlacedHeading]
  let sourceLines: [SourceLine]
  let mergeState: MergeState
  let stateLines: [Range<Int>]

  /// Reads a deck file; any text is one, if only with diagnostics.
  public init(parsing text: String) {
    let table = LineTable(text, isFile: true)
    var parser = DeckParser(table)
    parser.run()
    self.text = text
    self.table = table
    header = parser.header
    headings = parser.headings
    sourceLines = parser.sourceLines
    notes = parser.notes
    mergeState = parser.mergeState
    stateLines = parser.stateLines
    diagnostics = parser.diagnostics.enumerated()
      .sorted {
        ($0.element.line, $0.element.column, $0.offset) < ($1.element.line, $1.element.column, $1.offset)
      }
      .map(\.element)
    cards = DeckFile.cards(of: parser.notes)
  }

  /// Changes whenever a deck file may be read otherwise than before, so that what was remembered of it counts
  /// no more.
  public static let readingVersion: UInt64 = 1

  /// Whether the file holds an error, so that at least one card is not asked.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// How many cards without errors have no id yet.
  public var missingIDCount: Int {
    notes.reduce(0) { $0 + ($1.lacksIDs ? $1.note.cardCount : 0) }
  }

  /// The note that a line belongs to or follows, counted from 1; nil before the first note.
  public func note(atLine line: Int) -> PlacedNote? {
    var low = 0
    var high = notes.count
    while low < high {
      let middle = (low + high) / 2
      if notes[middle].firstLine <= line { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? notes[low - 1] : nil
  }

  private static func cards(of notes: [PlacedNote]) -> [Card] {
    var cards: [Card] = []
    for placed in notes where !placed.hasErrors {
      cards += placed.note.cards(place: cards.count, line: placed.firstLine)
    }
    return cards
  }
}

extension PlacedNote {
  /// Whether the note is sound but for ids that have not been minted.
  var lacksIDs: Bool { !hasErrors && note.ids.isEmpty && note.cardCount > 0 }
}
