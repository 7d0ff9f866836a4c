/// The words of a command that a person wrote in one argument.
///
/// They are parted by blanks; `'…'` and `"…"` keep blanks, and the rest of a word may go on behind them. Nothing else
/// has a meaning: no variable, pattern, escape or redirection, as no shell ever sees the text.
struct CommandWords {
  /// The program and its arguments.
  let words: [String]

  /// The words; nil where there is none, a quotation mark is not closed, or a NUL stands in it.
  init?(_ text: String) {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in text {
      switch character {
      case "\0": return nil
      case quote: quote = nil
      case "'" where quote == nil, "\"" where quote == nil:
        quote = character
        word = word ?? ""
      case " " where quote == nil, "\t" where quote == nil, "\n" where quote == nil:
        if let finished = word { words.append(finished) }
        word = nil
      default: word = (word ?? "") + String(character)
      }
    }
    if let word { words.append(word) }
    guard quote == nil, let program = words.first, !program.isEmpty else { return nil }
    self.words = words
  }
}
