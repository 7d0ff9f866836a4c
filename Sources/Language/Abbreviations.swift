/// English abbreviations with a full stop, and when that stop ends a sentence too.
enum Abbreviations {
  /// A name, a number or more of the same follows: never the end.
  private static let neverLast: Set<String> = [
    "mr", "mrs", "ms", "dr", "prof", "st", "rev", "hon", "gov", "sen", "rep", "gen", "col", "sgt",
    "capt", "lt", "cmdr", "adm", "maj", "pres", "messrs", "mme", "mlle", "e.g", "i.e", "eg", "ie", "cf",
    "viz", "vs", "v", "al", "fr", "mt", "ft", "approx", "ca", "resp", "esp", "incl", "dept",
  ]

  /// Not the end when a digit follows.
  private static let beforeNumber: Set<String> = [
    "no", "nos", "fig", "figs", "eq", "eqs", "vol", "vols", "p", "pp", "ch", "chap", "sec", "art", "op",
    "ver", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
  ]

  /// The end only when the next word is one that begins sentences.
  private static let perhapsLast: Set<String> = [
    "etc", "inc", "ltd", "co", "corp", "jr", "sr", "bros", "est", "ave", "blvd", "rd", "u.s", "u.k",
    "u.n", "u.s.a", "e.u", "a.m", "p.m", "b.c", "a.d", "ph.d", "m.d", "b.a", "m.a", "d.c", "l.a",
  ]

  /// Words that seldom stand in a name and often open a sentence.
  private static let openers: Set<String> = [
    "the", "a", "an", "in", "it", "its", "he", "she", "they", "we", "you", "this", "that", "these",
    "those", "there", "but", "and", "or", "so", "yet", "however", "for", "on", "at", "as", "if", "when",
    "while", "after", "before", "since", "because", "although", "though", "by", "from", "to", "with",
    "what", "why", "how", "who", "where", "his", "her", "their", "our", "my", "one", "some", "many",
    "most", "all", "both", "each", "such", "then", "thus", "also", "other", "another", "no", "not",
    "today", "now", "later", "once", "until", "during", "under", "i",
  ]

  /// Whether a word is written with a full stop of its own.
  static func contains(_ word: String) -> Bool {
    let key = word.lowercased()
    return neverLast.contains(key) || beforeNumber.contains(key) || perhapsLast.contains(key) || isDotted(key)
      || key.unicodeScalars.count == 1
  }

  /// `U.S`, `e.g`: single letters between full stops.
  private static func isDotted(_ key: String) -> Bool {
    key.contains(".") && key.split(separator: ".").allSatisfy { $0.count == 1 }
  }

  /// Whether the full stop after a word ends its sentence; white space and the next word follow it.
  static func fullStopEndsSentence(word: String, nextWord: String, nextIsDigit: Bool) -> Bool {
    let key = word.lowercased()
    let opens = openers.contains(nextWord.lowercased())
    if neverLast.contains(key) { return false }
    if beforeNumber.contains(key) && nextIsDigit { return false }
    let isInitial = key.unicodeScalars.count == 1 && word != key
    if isInitial || isDotted(key) || perhapsLast.contains(key) {
      return opens || nextWord.isEmpty && !nextIsDigit
    }
    return true
  }
}
