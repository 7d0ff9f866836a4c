/// Whether a shown text gives an answer away.
///
/// Texts are compared as units: a Han character, or a word of any other script. Punctuation, spacing and ASCII
/// case do not count.
public enum Leak {
  /// A Han character, by its code point, or a word, by its hash.
  public typealias Unit = UInt64

  /// Whether the text holds the answer, punctuation aside; a single Han character does not count.
  public static func holds(_ text: String, _ answer: String) -> Bool {
    holds(units(text), units(answer))
  }

  /// The same over units.
  public static func holds(_ hay: [Unit], _ needle: [Unit]) -> Bool {
    guard let first = needle.first, needle.count >= 2 || !isHan(first), needle.count <= hay.count else {
      return false
    }
    for start in 0...(hay.count - needle.count) where hay[start] == first {
      if needle.indices.allSatisfy({ hay[start + $0] == needle[$0] }) { return true }
    }
    return false
  }

  /// Whether the text holds most of the answer's neighbouring pairs, so that little is left to recall.
  public static func nearlyHolds(_ hay: [Unit], _ needle: [Unit]) -> Bool {
    guard needle.count >= 4 else { return false }
    var shared = 0
    for place in 1..<needle.count {
      let found = hay.indices.dropFirst().contains {
        hay[$0] == needle[place] && hay[$0 - 1] == needle[place - 1]
      }
      if found { shared += 1 }
    }
    return Double(shared) / Double(needle.count - 1) >= 0.6
  }

  /// One number for all units of a text, in order.
  public static func fingerprint(_ text: String) -> UInt64 {
    units(text).reduce(basis) { ($0 ^ $1) &* prime }
  }

  /// A text's units in order.
  public static func units(_ text: String) -> [Unit] {
    var units: [Unit] = []
    units.reserveCapacity(text.utf8.count / 3)
    var word = basis
    var inside = false
    for scalar in text.unicodeScalars {
      let value = scalar.value
      if isHan(UInt64(value)) {
        if inside { units.append(word | wordBit) }
        inside = false
        units.append(UInt64(value))
      } else if isWordlike(value) {
        if !inside { word = basis }
        inside = true
        word = (word ^ UInt64(isUpper(value) ? value + 0x20 : value)) &* prime
      } else if value != 0x27, value != 0x2019, value != 0x2C || !inside {
        if inside { units.append(word | wordBit) }
        inside = false
      }
    }
    if inside { units.append(word | wordBit) }
    return units
  }

  private static let basis: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x0000_0100_0000_01B3
  /// Tells a word's hash from a Han character's code point.
  private static let wordBit: UInt64 = 1 << 63

  private static func isHan(_ unit: Unit) -> Bool {
    (0x3400...0x9FFF).contains(unit) || (0xF900...0xFAFF).contains(unit) || (0x20000...0x323AF).contains(unit)
  }

  /// A digit, or a letter of an alphabet or syllabary.
  private static func isWordlike(_ value: UInt32) -> Bool {
    if value < 0x80 {
      return (0x61...0x7A).contains(value) || (0x41...0x5A).contains(value) || (0x30...0x39).contains(value)
    }
    return ((0xC0...0x24F).contains(value) && value != 0xD7 && value != 0xF7)
      || (0x370...0x52F).contains(value) || (0x1E00...0x1EFF).contains(value)
      || (0x3041...0x30FA).contains(value) || (0xAC00...0xD7A3).contains(value)
  }

  private static func isUpper(_ value: UInt32) -> Bool {
    (0x41...0x5A).contains(value) || ((0xC0...0xDE).contains(value) && value != 0xD7)
  }
}
