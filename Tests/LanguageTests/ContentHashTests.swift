import Language
import Testing

@Suite struct `Telling files apart` {
  /// Length, hash without seed, hash with seed 7, of the bytes `131 i + 7`; made with the package xxhash 3.5.
  @Test(
    arguments: [
      (0, 0xEF46_DB37_51D8_E999, 0x95F0_626F_6F0A_4409), (1, 0xA96C_7F0C_E858_BBB7, 0x29E1_70C8_A15E_4885),
      (3, 0xBED4_3740_EE63_32BB, 0xD040_0C2B_2915_1FC1), (4, 0xFA21_2AE4_4B3B_B23D, 0x5333_1D0B_4FDF_EF6E),
      (7, 0x2744_460D_D675_D2C0, 0x10E9_CAAF_B47F_3215), (8, 0x994B_676B_71CE_94DD, 0x2736_715A_C339_32FF),
      (15, 0x09E6_451E_D2FF_8B1D, 0x998B_4DBE_2F30_E8CE), (31, 0x6711_D55E_306B_5D8F, 0x0A50_9613_CD2B_0817),
      (32, 0x07F7_B8E3_BC5D_6E25, 0xCA47_F98A_B0AC_55C8), (33, 0x09F8_5EEB_4E1C_BE9F, 0x4C38_46AD_8BDD_7724),
      (63, 0xB7C9_968C_066C_B6A5, 0xB2BC_18AB_68D5_00BE), (64, 0x50D4_159A_0411_632E, 0x47FB_D6E3_ABE5_CC0E),
      (100, 0x9DDA_DA11_D3DC_2D8F, 0x5734_AB74_BED9_B5D6),
      (200, 0x3B8C_C7EA_A63F_107E, 0x457C_65C8_B11A_77A1),
    ] as [(Int, UInt64, UInt64)]
  )
  func `The hash is XXH64`(_ count: Int, _ plain: UInt64, _ seeded: UInt64) {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 131 + 7) }
    #expect(contentHash(bytes) == plain)
    #expect(contentHash(bytes, seed: 7) == seeded)
  }

  @Test(arguments: [1, 5, 31, 32, 33, 64, 100])
  func `A file read in blocks of any size has the same hash`(_ size: Int) {
    let bytes = (0..<200).map { UInt8(truncatingIfNeeded: $0 * 131 + 7) }
    for count in 0...bytes.count {
      var hasher = ContentHasher(seed: 7)
      for start in stride(from: 0, to: count, by: size) {
        bytes[start..<min(start + size, count)].withUnsafeBytes { hasher.combine($0) }
      }
      #expect(hasher.finish() == contentHash(Array(bytes[..<count]), seed: 7))
    }
  }
}
