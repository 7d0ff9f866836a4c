/// A hash by which a changed file is noticed: of the bytes alone, and as fast as they can be read.
///
/// It is kept in learner files, so it never changes; ids do not hang on it. Source: XXH64 as specified in
/// Yann Collet's "xxHash fast digest algorithm", version 0.1.1.
///
/// - Parameters:
///   - bytes: the file.
///   - seed: another one gives another hash.
/// - Returns: 64 bits.
/// - Complexity: linear; eight bytes at a step.
public func contentHash(_ bytes: [UInt8], seed: UInt64 = 0) -> UInt64 {
  var hasher = ContentHasher(seed: seed)
  bytes.withUnsafeBytes { hasher.combine($0) }
  return hasher.finish()
}

/// ``contentHash(_:seed:)``, fed piece by piece, so that a file need not be held whole.
public struct ContentHasher: Sendable {
  private let seed: UInt64
  private var lanes: (UInt64, UInt64, UInt64, UInt64)
  /// Bytes that do not fill a stripe yet.
  private var rest: [UInt8] = []
  private var count: UInt64 = 0

  private static let stripe = 32

  /// A hasher that has seen nothing.
  public init(seed: UInt64 = 0) {
    self.seed = seed
    lanes = (seed &+ prime1 &+ prime2, seed &+ prime2, seed, seed &- prime1)
  }

  /// Feeds the next bytes.
  public mutating func combine(_ raw: UnsafeRawBufferPointer) {
    count &+= UInt64(raw.count)
    var offset = 0
    if !rest.isEmpty {
      offset = min(ContentHasher.stripe - rest.count, raw.count)
      rest += raw[..<offset]
      guard rest.count == ContentHasher.stripe else { return }
      lanes = rest.withUnsafeBytes { ContentHasher.mixed(lanes, stripesOf: $0, from: 0) }
      rest.removeAll(keepingCapacity: true)
    }
    lanes = ContentHasher.mixed(lanes, stripesOf: raw, from: offset)
    rest += raw[(raw.count - (raw.count - offset) % ContentHasher.stripe)...]
  }

  /// The hash of all that was fed so far.
  public func finish() -> UInt64 {
    var hash = seed &+ prime5
    if count >= UInt64(ContentHasher.stripe) {
      hash =
        rotated(lanes.0, by: 1) &+ rotated(lanes.1, by: 7) &+ rotated(lanes.2, by: 12)
        &+ rotated(lanes.3, by: 18)
      for lane in [lanes.0, lanes.1, lanes.2, lanes.3] {
        hash = (hash ^ round(0, lane)) &* prime1 &+ prime4
      }
    }
    hash = hash &+ count
    hash = rest.withUnsafeBytes { ContentHasher.mixed(hash, tail: $0) }
    hash = (hash ^ hash >> 33) &* prime2
    hash = (hash ^ hash >> 29) &* prime3
    return hash ^ hash >> 32
  }

  private static func mixed(
    _ before: (UInt64, UInt64, UInt64, UInt64),
    stripesOf raw: UnsafeRawBufferPointer,
    from start: Int
  ) -> (UInt64, UInt64, UInt64, UInt64) {
    var lanes = before
    var offset = start
    while offset + stripe <= raw.count {
      lanes.0 = round(lanes.0, word(raw, at: offset))
      lanes.1 = round(lanes.1, word(raw, at: offset + 8))
      lanes.2 = round(lanes.2, word(raw, at: offset + 16))
      lanes.3 = round(lanes.3, word(raw, at: offset + 24))
      offset += stripe
    }
    return lanes
  }

  private static func mixed(_ before: UInt64, tail raw: UnsafeRawBufferPointer) -> UInt64 {
    var hash = before
    var offset = 0
    while offset + 8 <= raw.count {
      hash = rotated(hash ^ round(0, word(raw, at: offset)), by: 27) &* prime1 &+ prime4
      offset += 8
    }
    if offset + 4 <= raw.count {
      let half = UInt64(UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
      hash = rotated(hash ^ half &* prime1, by: 23) &* prime2 &+ prime3
      offset += 4
    }
    while offset < raw.count {
      hash = rotated(hash ^ UInt64(raw[offset]) &* prime5, by: 11) &* prime1
      offset += 1
    }
    return hash
  }
}

private let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
private let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
private let prime3: UInt64 = 0x1656_67B1_9E37_79F9
private let prime4: UInt64 = 0x85EB_CA77_C2B2_AE63
private let prime5: UInt64 = 0x27D4_EB2F_1656_67C5

private func word(_ raw: UnsafeRawBufferPointer, at offset: Int) -> UInt64 {
  UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
}

private func round(_ lane: UInt64, _ word: UInt64) -> UInt64 {
  rotated(lane &+ word &* prime2, by: 31) &* prime1
}

private func rotated(_ value: UInt64, by bits: UInt64) -> UInt64 {
  value << bits | value >> (64 - bits)
}
