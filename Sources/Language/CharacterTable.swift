import Resources

/// The embedded table of Traditional characters (`characters.bin`, described in Scripts/build_lexicon.py).
struct CharacterTable: @unchecked Sendable {
  enum Script {
    case traditional
    case simplified
    case either
  }

  private static let shared = CharacterTable(embeddedCharacters())

  private let index: UnsafeBufferPointer<UInt16>
  private let pages: UnsafeBufferPointer<UInt32>

  private init(_ resource: EmbeddedResource) {
    let reader = ResourceReader(resource)
    let indexCount = reader.number(at: 8)
    let pageCount = reader.number(at: 12)
    index = reader.array(of: UInt16.self, at: 16, count: indexCount)
    pages = reader.array(of: UInt32.self, at: 16 &+ 2 &* indexCount, count: 64 &* pageCount)
  }

  /// The simplified character for lookup; the scalar itself where there is none.
  static func simplified(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    // No character below the CJK radicals has a simplified form.
    guard scalar.value >= 0x2E80 else { return scalar }
    let folded = shared.entry(of: scalar) & 0x1F_FFFF
    return folded == 0 ? scalar : Unicode.Scalar(folded) ?? scalar
  }

  /// Whether the character belongs to one script only.
  static func script(of scalar: Unicode.Scalar) -> Script {
    guard scalar.value >= 0x2E80 else { return .either }
    let entry = shared.entry(of: scalar)
    switch (entry & 1 << 21 != 0, entry & 1 << 22 != 0) {
    case (true, false): return .traditional
    case (false, true): return .simplified
    case (true, true), (false, false): return .either
    }
  }

  private func entry(of scalar: Unicode.Scalar) -> UInt32 {
    let page = Int(scalar.value >> 6)
    guard page < index.count else { return 0 }
    let place = Int(UInt16(littleEndian: index[page])) << 6 | Int(scalar.value & 63)
    return place < pages.count ? UInt32(littleEndian: pages[place]) : 0
  }
}

/// Reads little-endian arrays out of an embedded resource; a range outside of it reads as empty.
struct ResourceReader {
  private let bytes: UnsafeRawBufferPointer

  init(_ resource: EmbeddedResource) {
    bytes = UnsafeRawBufferPointer(start: resource.bytes, count: resource.count)
  }

  func number(at offset: Int) -> Int {
    guard offset >= 0, offset &+ 4 <= bytes.count else { return 0 }
    return Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
  }

  func array<Number: FixedWidthInteger>(of type: Number.Type, at offset: Int, count: Int)
    -> UnsafeBufferPointer<Number>
  {
    let size = MemoryLayout<Number>.size
    guard offset >= 0, count >= 0, offset % size == 0, offset &+ count &* size <= bytes.count else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    return UnsafeBufferPointer(
      rebasing: bytes.bindMemory(to: Number.self)[(offset / size)..<(offset / size &+ count)]
    )
  }
}
