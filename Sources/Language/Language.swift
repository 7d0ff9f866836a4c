// Language: from bytes to characters, sentences, clauses and words of Chinese and English.
//
// Comes in:  the bytes of an essay or a deck, or text that is already decoded.
// Goes out:  `DecodedText`, `SourceText` with offsets in Unicode scalars, ranges of sentences and clauses,
//            words with their part of speech, folded keys for lookup and comparison, hashes, widths,
//            text that is safe to show, and text in two languages (`Bilingual`).
// Never:     guesses an encoding silently, changes the characters of a source, depends on the locale, the
//            clock or any file, traps on any input, or takes more than linear time.
//
// The data (words, Traditional characters) is embedded by the target `Resources`.

/// A language that essays are written in.
public enum TextLanguage: String, Sendable, CaseIterable, Hashable {
  /// Chinese, Simplified or Traditional, modern or classical.
  case chinese = "zh"

  /// English, and every other text written in letters.
  case english = "en"
}

/// The language most of the text is written in.
///
/// A Han character counts as much as a word in letters; a text without either is English.
public func dominantLanguage(of text: SourceText) -> TextLanguage {
  var han = 0
  var words = 0
  var inWord = false
  for scalar in text.scalars {
    if scalar.isHan {
      han += 1
      inWord = false
    } else {
      let isLetter = scalar.isLetter
      if isLetter && !inWord { words += 1 }
      inWord = isLetter
    }
  }
  return han > 0 && han >= words ? .chinese : .english
}

/// Whether a Chinese text is written in Traditional characters.
///
/// Characters that occur in one of the two scripts only are counted; the majority decides.
public func isTraditional(_ text: SourceText) -> Bool {
  var balance = 0
  for scalar in text.scalars {
    switch CharacterTable.script(of: scalar) {
    case .traditional: balance += 1
    case .simplified: balance -= 1
    case .either: break
    }
  }
  return balance > 0
}
