public import Language
public import Reports

extension TextOutput {
  /// Writes a text as one or more lines, wrapped where the output has a width.
  ///
  /// The text passes `safe`. What continues a line is indented, so that a text from outside cannot look
  /// like a line of ours.
  public func say(_ text: String) {
    let lines = safe(text, keepingNewlines: true).split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let indent = index == 0 || line.isEmpty ? "" : "  "
      write(wrapped(indent + line, width: width).joined(separator: "\n") + "\n")
    }
  }

  /// Writes one side of a card, each part behind its label and each item on a line of its own.
  public func say(_ side: [CardFace.Part], in language: InterfaceLanguage) {
    for part in side {
      say(Phrases.labelled(part.role.label, part.text).text(in: language))
      for item in part.items { say(item.line) }
    }
  }
}

/// Breaks a line at a width.
///
/// Breaks fall at spaces, and before or behind any wide character but not before closing or behind opening
/// punctuation; a word longer than the width is broken within. Lines behind the first are indented by two.
///
/// - Parameters:
///   - line: one line.
///   - width: columns; nil, or fewer than 10, leaves the line whole.
/// - Returns: the lines it becomes.
func wrapped(_ line: String, width: Int?) -> [String] {
  guard let width, width >= 10, displayWidth(of: line) > width else { return [line] }
  var lines: [String] = []
  var current = ""
  var columns = 0
  func breakLine() {
    while current.last == " " { current.removeLast() }
    lines.append(current)
    current = "  "
    columns = 2
  }
  for piece in unbreakablePieces(of: line) {
    let size = displayWidth(of: piece)
    let visible = piece.last == " " ? size - 1 : size
    if columns + visible > width, columns > 2 { breakLine() }
    for character in piece {
      let own = displayWidth(of: String(character))
      if columns + own > width, character != " ", columns > 2 { breakLine() }
      current.append(character)
      columns += own
    }
  }
  lines.append(current)
  return lines
}

/// The stretches of a line within which it is not broken.
private func unbreakablePieces(of line: String) -> [String] {
  var pieces: [String] = []
  var piece = ""
  var previous: Character?
  for character in line {
    if let previous, canBreak(between: previous, and: character) {
      pieces.append(piece)
      piece = ""
    }
    piece.append(character)
    previous = character
  }
  pieces.append(piece)
  return pieces
}

private func canBreak(between left: Character, and right: Character) -> Bool {
  if left == " " { return right != " " }
  guard !"，。、；：？！）》」』”’〉】〕…—,.;:?!)]}› ".contains(right), !"（《「『“‘〈【〔([{".contains(left) else {
    return false
  }
  return displayWidth(of: String(left)) == 2 || displayWidth(of: String(right)) == 2
}
