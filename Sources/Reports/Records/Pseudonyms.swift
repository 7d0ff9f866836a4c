/// Names that stand for names: the same under one key, and not to be undone without it.
///
/// A pseudonym is SipHash-2-4 of the name under a key of 128 bits, which is what keeps someone who knows all
/// the names from trying them. Source: Aumasson and Bernstein, "SipHash: a fast short-input PRF".
public struct Pseudonyms: Sendable {
  private let key: (UInt64, UInt64)

  /// Pseudonyms under a key.
  public init(key: (UInt64, UInt64)) {
    self.key = key
  }

  /// What stands for a learner.
  public func learner(_ name: String) -> String {
    "learner-" + hexadecimal(hash("learner " + name))
  }

  /// What stands for a device.
  public func device(_ name: String) -> String {
    "device-" + hexadecimal(hash("device " + name))
  }

  private func hash(_ text: String) -> UInt64 {
    sipHash(Array(text.utf8), key: key)
  }
}

/// SipHash-2-4 of bytes under a key.
package func sipHash(_ bytes: [UInt8], key: (UInt64, UInt64)) -> UInt64 {
  var state = SipState(key: key)
  var start = 0
  while bytes.count - start >= 8 {
    state.absorb(word(bytes[start..<start + 8]))
    start += 8
  }
  state.absorb(word(bytes[start...]) | UInt64(truncatingIfNeeded: bytes.count) << 56)
  return state.finish()
}

/// At most eight bytes as a number, the first the least significant.
private func word(_ bytes: ArraySlice<UInt8>) -> UInt64 {
  bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
}

private struct SipState {
  private var v0: UInt64
  private var v1: UInt64
  private var v2: UInt64
  private var v3: UInt64

  init(key: (UInt64, UInt64)) {
    v0 = key.0 ^ 0x736f_6d65_7073_6575
    v1 = key.1 ^ 0x646f_7261_6e64_6f6d
    v2 = key.0 ^ 0x6c79_6765_6e65_7261
    v3 = key.1 ^ 0x7465_6462_7974_6573
  }

  mutating func absorb(_ word: UInt64) {
    v3 ^= word
    round()
    round()
    v0 ^= word
  }

  mutating func finish() -> UInt64 {
    v2 ^= 0xff
    for _ in 0..<4 { round() }
    return v0 ^ v1 ^ v2 ^ v3
  }

  private mutating func round() {
    v0 &+= v1
    v1 = rotated(v1, 13) ^ v0
    v0 = rotated(v0, 32)
    v2 &+= v3
    v3 = rotated(v3, 16) ^ v2
    v0 &+= v3
    v3 = rotated(v3, 21) ^ v0
    v2 &+= v1
    v1 = rotated(v1, 17) ^ v2
    v2 = rotated(v2, 32)
  }

  private func rotated(_ value: UInt64, _ places: UInt64) -> UInt64 {
    value << places | value >> (64 - places)
  }
}
