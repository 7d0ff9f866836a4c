/// Where units (Han characters, words of other scripts, numbers) begin: one bit for each character of the essay, so
/// that the units of a range are counted by the word of memory.
struct UnitStarts: Sendable {
  private var bits: [UInt64]

  init(_ keys: [Key]) {
    bits = [UInt64](repeating: 0, count: keys.count / 64 + 1)
    var inside = false
    for (place, key) in keys.enumerated() {
      if Characters.isHan(key) {
        bits[place >> 6] |= 1 << UInt64(place & 63)
        inside = false
      } else if Self.isWordPart(key) {
        if !inside { bits[place >> 6] |= 1 << UInt64(place & 63) }
        inside = true
      } else if !Self.joins(key) {
        inside = false
      }
    }
  }

  /// The number of units in a range; of a word that begins before it the rest counts as one.
  func count(in range: Range<Int>, _ keys: [Key]) -> Int {
    guard !range.isEmpty else { return 0 }
    var first = range.lowerBound
    while first < range.upperBound, Self.joins(keys[first]) { first += 1 }
    let isCut = first < range.upperBound && Self.isWordPart(keys[first]) && !begins(at: first)
    let low = range.lowerBound >> 6
    let high = (range.upperBound - 1) >> 6
    let lowMask = ~UInt64(0) << UInt64(range.lowerBound & 63)
    let highMask = ~UInt64(0) >> UInt64(63 - (range.upperBound - 1) & 63)
    var count = isCut ? 1 : 0
    for word in low...high {
      var word = (bits[word], word)
      if word.1 == low { word.0 &= lowMask }
      if word.1 == high { word.0 &= highMask }
      count += word.0.nonzeroBitCount
    }
    return count
  }

  private func begins(at place: Int) -> Bool {
    bits[place >> 6] >> UInt64(place & 63) & 1 == 1
  }

  private static func isWordPart(_ key: Key) -> Bool {
    Characters.isLatinLetter(key) || Characters.isDigit(key)
  }

  /// An apostrophe, which parts no word.
  private static func joins(_ key: Key) -> Bool {
    key == 0x27 || key == 0x2019
  }
}
