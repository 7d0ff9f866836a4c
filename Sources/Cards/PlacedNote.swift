/// A note and where it stands in its deck file.
public struct PlacedNote: Sendable, Equatable {
  /// The note; of a note with errors as much as could be read.
  public internal(set) var note: Note
  /// The line of its mark, from 1.
  public internal(set) var firstLine: Int
  /// Its last line that is neither blank nor a comment, from 1.
  public internal(set) var lastLine: Int
  /// Whether something is wrong with it; then its cards are not asked.
  public internal(set) var hasErrors: Bool
  /// The lines of its passage, from 1, in order.
  var passageLines: [Int]

  /// The beginning of the question, by which messages name the card.
  public var label: String { note.content.label }
}

extension NoteContent {
  /// The beginning of the question, by which messages name the card.
  var label: String {
    let whole =
      switch self {
      case .cloze(let text): text.sentence
      case .qa, .list, .order, .choice, .trueFalse: question(at: 0)
      }
    let line = whole.prefix { !$0.isNewline }
    let limit = 24
    return line.count <= limit ? String(line) : line.prefix(limit) + "…"
  }
}
