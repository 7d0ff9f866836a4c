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
    Label.of(wholeText)
  }
}

/// The beginning of a question.
enum Label {
  /// At most 24 characters of the first line.
  static func of(_ text: String) -> String {
    let limit = 24
    var end = text.startIndex
    var count = 0
    while count < limit, end < text.endIndex, !text[end].isNewline {
      text.formIndex(after: &end)
      count += 1
    }
    let isWhole = end == text.endIndex || text[end].isNewline
    return isWhole ? String(text[..<end]) : text[..<end] + "…"
  }
}

/// A heading and where it stands.
struct PlacedHeading: Sendable {
  /// Its line, from 0.
  var line: Int
  /// The number of its `#`.
  var level: Int
  /// The titles above it and its own, outermost first.
  var path: [String]
}
