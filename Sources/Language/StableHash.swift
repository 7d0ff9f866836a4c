import Foundation

/// The hash of a text that card ids hang on: it never changes.
///
/// FNV-1a of 64 bits over the UTF-8 of the text in NFC, then MurmurHash3's finaliser. Canonically equivalent
/// texts hash alike. Sources: Fowler, Noll and Vo's FNV reference; Appleby's MurmurHash3 `fmix64`.
public func stableHash(_ text: String) -> UInt64 {
  var hasher = StableHasher()
  hasher.combine(text)
  return hasher.finish()
}

/// The same hash over bytes as they are.
public func stableHash(_ bytes: [UInt8]) -> UInt64 {
  var hasher = StableHasher()
  hasher.combine(bytes)
  return hasher.finish()
}

/// ``stableHash(_:)-(String)``, fed piece by piece.
///
/// The pieces are simply joined: a caller that needs `("a", "bc")` to differ from `("ab", "c")` feeds a
/// separator between them.
public struct StableHasher: Sendable {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  /// A hasher that has seen nothing.
  public init() {}

  /// Feeds bytes as they are.
  public mutating func combine(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      state = (state ^ UInt64(byte)) &* StableHasher.prime
    }
  }

  /// Feeds the UTF-8 of a text in NFC.
  public mutating func combine(_ text: String) {
    var text = text
    if let fed = text.withUTF8({ StableHasher.state(state, fedPlainlyNFC: $0) }) {
      state = fed
    } else {
      combine(text.precomposedStringWithCanonicalMapping.utf8)
    }
  }

  /// The state after so much valid UTF-8; nil where it would have to be normalised before.
  ///
  /// One pass for both: a deck of 100,000 cards is hashed text by text whenever it changes.
  private static func state(_ state: UInt64, fedPlainlyNFC bytes: UnsafeBufferPointer<UInt8>) -> UInt64? {
    var state = state
    var place = 0
    while place < bytes.count {
      let lead = bytes[place]
      let length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      guard place + length <= bytes.count else { return nil }
      var scalar = UInt32(length == 1 ? lead : lead & 0x7F >> UInt8(length))
      state = (state ^ UInt64(lead)) &* prime
      for following in (place + 1)..<(place + length) {
        scalar = scalar << 6 | UInt32(bytes[following] & 0x3F)
        state = (state ^ UInt64(bytes[following])) &* prime
      }
      if length > 1 {
        guard let scalar = Unicode.Scalar(scalar), scalar.isPlainlyNFC else { return nil }
      }
      place += length
    }
    return state
  }

  private static let prime: UInt64 = 0x0000_0100_0000_01B3

  /// The hash of all that was fed so far.
  public func finish() -> UInt64 {
    var hash = state
    hash ^= hash >> 33
    hash = hash &* 0xFF51_AFD7_ED55_8CCD
    hash ^= hash >> 33
    hash = hash &* 0xC4CE_B9FE_1A85_EC53
    hash ^= hash >> 33
    return hash
  }
}
