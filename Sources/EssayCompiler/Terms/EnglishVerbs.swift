import Language

/// The bare form of an English verb; none when the lexicon knows no such verb.
enum EnglishVerbs {
  /// `uses` → `use`, `carries` → `carry`, `has` → nothing.
  static func bare(third word: String) -> String? {
    guard word.hasSuffix("s"), word.count >= 4 else { return nil }
    if word.hasSuffix("ies") { return known(word.dropLast(3) + "y") }
    let plain = String(word.dropLast())
    if word.hasSuffix("es"),
      ["s", "x", "z", "ch", "sh", "o"].contains(where: { word.dropLast(2).hasSuffix($0) }),
      let found = known(String(word.dropLast(2)))
    {
      return found
    }
    return known(plain)
  }

  /// `used` → `use`, `carried` → `carry`, `planned` → `plan`, `wrote` → `write`.
  static func bare(past word: String) -> String? {
    if let found = irregular[word] { return found }
    guard word.hasSuffix("ed"), word.count >= 5 else { return nil }
    if word.hasSuffix("ied") { return known(word.dropLast(3) + "y") }
    let stem = String(word.dropLast(2))
    let doubled = stem.last == stem.dropLast().last ? known(String(stem.dropLast())) : nil
    let silent = known(stem + "e")
    let plain = known(stem)
    // A stem that is a verb with and without its e (`planed`) is not told apart.
    if let silent, plain == nil { return silent }
    if let plain, silent == nil { return plain }
    return plain == nil ? doubled : nil
  }

  private static func known(_ word: some StringProtocol) -> String? {
    let word = String(word)
    guard let entry = EnglishWords.entry(of: WordSet.number(word)), entry.canBeVerb || entry.use == .base
    else {
      return nil
    }
    return word
  }

  private static let irregular: [String: String] = [
    "became": "become", "began": "begin", "brought": "bring", "built": "build", "bought": "buy",
    "chose": "choose",
    "came": "come", "drew": "draw", "found": "find", "gave": "give", "held": "hold", "kept": "keep",
    "knew": "know",
    "led": "lead", "left": "leave", "lost": "lose", "made": "make", "meant": "mean", "met": "meet",
    "paid": "pay",
    "ran": "run", "said": "say", "saw": "see", "sent": "send", "showed": "show", "spent": "spend",
    "taught": "teach",
    "took": "take", "thought": "think", "understood": "understand", "won": "win", "wrote": "write",
    "grew": "grow",
    "sought": "seek", "felt": "feel", "got": "get", "heard": "hear", "sold": "sell", "told": "tell",
    "wore": "wear",
  ]
}
