import Language

/// A text being typed, with a cursor between its characters.
struct TextField: Sendable, Equatable {
  /// What stands before the cursor.
  private(set) var before = ""

  /// What stands behind it.
  private(set) var after = ""

  /// The longest text taken, in Unicode scalars.
  private static let longest = 10_000

  init(_ text: String = "") {
    before = text
  }

  /// The whole text.
  var text: String { before + after }

  var isEmpty: Bool { before.isEmpty && after.isEmpty }

  /// Types a text at the cursor; its line ends become spaces.
  mutating func insert(_ text: String) {
    let text = safe(text).unicodeScalars
    let room = TextField.longest - before.unicodeScalars.count - after.unicodeScalars.count
    before.unicodeScalars.append(contentsOf: text.prefix(max(0, room)))
  }

  /// Edits the text as a key asks.
  ///
  /// - Returns: whether the key edits at all.
  mutating func edit(_ key: Key) -> Bool {
    switch key {
    case .text(let text), .paste(let text): insert(text)
    case .backspace, .control("h"): if !before.isEmpty { before.removeLast() }
    case .delete, .control("d"): if !after.isEmpty { after.removeFirst() }
    case .left, .control("b"): if let last = before.popLast() { after = String(last) + after }
    case .right, .control("f"): if !after.isEmpty { before.append(after.removeFirst()) }
    case .home, .control("a"): (before, after) = ("", text)
    case .end, .control("e"): (before, after) = (text, "")
    case .control("k"): after = ""
    case .control("u"): before = ""
    case .control("w"): removeWord()
    case .control, .enter, .tab, .escape, .up, .down, .pageUp, .pageDown, .help, .redraw, .interrupted,
      .endOfInput:
      return false
    }
    return true
  }

  private mutating func removeWord() {
    while before.last?.isWhitespace == true { before.removeLast() }
    while let last = before.last, !last.isWhitespace { before.removeLast() }
  }
}
