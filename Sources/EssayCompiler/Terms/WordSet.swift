/// Words of a rule, looked up by number, so that no string is made for a word of the essay.
///
/// The number is FNV-1a over the folded characters; among the few hundred words of the rules none share one.
struct WordSet: Sendable, ExpressibleByArrayLiteral {
  static let basis: UInt64 = 0xCBF2_9CE4_8422_2325
  static let prime: UInt64 = 0x0000_0100_0000_01B3

  private let numbers: Set<UInt64>

  init(arrayLiteral words: String...) {
    numbers = Set(words.map(Self.number))
  }

  func contains(_ word: UInt64) -> Bool { numbers.contains(word) }

  static func number(_ text: String) -> UInt64 {
    text.unicodeScalars.reduce(basis) { ($0 ^ UInt64($1.value)) &* prime }
  }
}
