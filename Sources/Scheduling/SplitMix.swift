/// Steele, Lea and Flood's SplitMix64: tiny, seedable, the same on every platform.
public struct SplitMix: RandomNumberGenerator, Sendable {
  var state: UInt64

  /// A generator whose numbers depend on the seed alone.
  public init(seed: UInt64) {
    state = seed
  }

  /// The next number, uniform over all 64-bit numbers.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Uniform in 0 ≤ x < 1.
  mutating func nextFraction() -> Double {
    Double(next() >> 11) * 0x1p-53
  }
}
