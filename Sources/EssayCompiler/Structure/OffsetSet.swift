/// A set of small numbers, one bit for each.
struct OffsetSet: Sendable {
  private var bits: [UInt64]

  /// A set of none of the numbers below `count`.
  init(count: Int) {
    bits = [UInt64](repeating: 0, count: count / 64 + 1)
  }

  mutating func insert(_ number: Int) {
    guard number >= 0, number >> 6 < bits.count else { return }
    bits[number >> 6] |= 1 << UInt64(number & 63)
  }

  func contains(_ number: Int) -> Bool {
    number >= 0 && number >> 6 < bits.count && bits[number >> 6] >> UInt64(number & 63) & 1 == 1
  }

  /// How many members are smaller than a member; nil for a number that is none.
  func place(of number: Int) -> Int? {
    guard contains(number) else { return nil }
    var place = (bits[number >> 6] & (1 << UInt64(number & 63) - 1)).nonzeroBitCount
    for word in bits[..<(number >> 6)] { place += word.nonzeroBitCount }
    return place
  }
}
