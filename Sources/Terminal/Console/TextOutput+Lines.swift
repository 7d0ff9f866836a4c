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
  let characters = Array(line)
  return brokenLines(of: characters, width: width, indent: 2).enumerated().map { index, range in
    (index == 0 ? "" : "  ") + String(characters[range])
  }
}

/// The stretches of a text that stand on one line each, without the spaces at which they are broken.
///
/// - Parameters:
///   - characters: the text, without line ends.
///   - width: columns.
///   - indent: columns that every line but the first loses to its indent.
/// - Returns: the lines' characters, at least one line.
func brokenLines(of characters: [Character], width: Int, indent: Int) -> [Range<Int>] {
  var lines: [Range<Int>] = []
  var start = 0
  var columns = 0
  func breakLine(at place: Int) {
    var end = place
    while end > start, characters[end - 1] == " " { end -= 1 }
    lines.append(start..<end)
    start = place
    columns = indent
  }
  for piece in unbreakablePieces(of: characters) {
    let size = piece.reduce(0) { $0 + displayWidth(of: String(characters[$1])) }
    let visible = characters[piece.upperBound - 1] == " " ? size - 1 : size
    if columns + visible > width, columns > indent { breakLine(at: piece.lowerBound) }
    for place in piece {
      let own = displayWidth(of: String(characters[place]))
      if columns + own > width, characters[place] != " ", columns > indent { breakLine(at: place) }
      columns += own
    }
  }
  lines.append(start..<characters.count)
  return lines
}

/// The stretches of a text within which it is not broken.
private func unbreakablePieces(of characters: [Character]) -> [Range<Int>] {
  var pieces: [Range<Int>] = []
  var start = 0
  for place in characters.indices.dropFirst()
  where canBreak(between: characters[place - 1], and: characters[place]) {
    pieces.append(start..<place)
    start = place
  }
  if start < characters.count { pieces.append(start..<characters.count) }
  return pieces
}

private func canBreak(between left: Character, and right: Character) -> Bool {
  if left == " " { return right != " " }
  guard !"，。、；：？！）》」』”’〉】〕…—,.;:?!)]}› ".contains(right), !"（《「『“‘〈【〔([{".contains(left) else {
    return false
  }
  return displayWidth(of: String(left)) == 2 || displayWidth(of: String(right)) == 2
}
