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
      state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
  }

  /// Feeds the UTF-8 of a text in NFC.
  public mutating func combine(_ text: String) {
    if isPlainlyNFC(text) {
      combine(text.utf8)
    } else {
      combine(text.precomposedStringWithCanonicalMapping.utf8)
    }
  }

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
