import Foundation
import Language
import Testing

@Suite struct NormalFormTests {
  /// The hash without the quick check for texts that are in NFC already.
  private func slowHash(_ text: String) -> UInt64 {
    stableHash(Array(text.precomposedStringWithCanonicalMapping.utf8))
  }

  @Test func `the quick check for normal form changes no hash, for any character`() {
    for value in UInt32(0)...0x2_FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "e" + String(scalar) + "ก" + String(scalar)
      if stableHash(text) != slowHash(text) { Issue.record("U+\(String(value, radix: 16))") }
    }
  }

  @Test(arguments: [
    "e\u{301}", "가\u{11A8}", "か\u{3099}", "\u{212B}", "\u{F900}", "学e\u{323}\u{302}习", "\u{1100}\u{1161}",
  ])
  func `texts that are not in normal form hash as what they normalise to`(_ text: String) {
    #expect(stableHash(text) == slowHash(text))
  }
}
