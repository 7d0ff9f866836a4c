/// Whether a shown text gives an answer away.
enum Leak {
  /// Whether the text holds the answer, punctuation and width aside.
  static func holds(_ text: String, _ answer: String) -> Bool {
    holds(units(text), units(answer))
  }

  static func holds(_ hay: [Unit], _ needle: [Unit]) -> Bool {
    guard let first = needle.first, needle.count >= 2 || !isHan(first), needle.count <= hay.count else {
      return false
    }
    for start in 0...(hay.count - needle.count) where hay[start] == first {
      if needle.indices.allSatisfy({ hay[start + $0] == needle[$0] }) { return true }
    }
    return false
  }

  /// The share of the answer's neighbouring pairs that the text also holds; a near leak when high.
  static func nearness(_ hay: [Unit], _ needle: [Unit]) -> Double {
    guard needle.count >= 4 else { return 0 }
    var shared = 0
    for place in 1..<needle.count {
      let found = hay.indices.dropFirst().contains {
        hay[$0] == needle[place] && hay[$0 - 1] == needle[place - 1]
      }
      if found { shared += 1 }
    }
    return Double(shared) / Double(needle.count - 1)
  }

  /// One number for all units of a text, in order.
  static func fingerprint(_ text: String) -> UInt64 {
    units(text).reduce(WordSet.basis) { ($0 ^ $1) &* WordSet.prime }
  }

  /// A Han character, by its code point, or a word, by its hash.
  typealias Unit = UInt64

  private static func isHan(_ unit: Unit) -> Bool { unit < 0x110000 }

  static func units(_ text: String) -> [Unit] {
    var units: [Unit] = []
    units.reserveCapacity(text.utf8.count / 3)
    var word = WordSet.basis
    var inside = false
    for scalar in text.unicodeScalars {
      let key = scalar.value
      if Characters.isHan(key) {
        if inside { units.append(word | 1 << 63) }
        inside = false
        units.append(UInt64(key))
      } else if Characters.isLatinLetter(key) || Characters.isDigit(key) {
        if !inside { word = WordSet.basis }
        inside = true
        word = (word ^ UInt64(Characters.isUpper(key) ? key + 0x20 : key)) &* WordSet.prime
      } else if key != 0x27, key != 0x2019, key != 0x2C || !inside {
        if inside { units.append(word | 1 << 63) }
        inside = false
      }
    }
    if inside { units.append(word | 1 << 63) }
    return units
  }
}
