import Foundation
import Language
import Testing

private let gb18030 = String.Encoding(rawValue: 0x8000_0632)
private let big5 = String.Encoding(rawValue: 0x8000_0A03)

private func bytes(_ text: String, _ encoding: String.Encoding) throws -> [UInt8] {
  [UInt8](try #require(text.data(using: encoding)))
}

@Suite struct DecodingTests {
  private static let unmarked: [(TextEncoding, String.Encoding, [UInt8])] = [
    (.utf8, .utf8, []), (.utf8, .utf8, [0xEF, 0xBB, 0xBF]),
    (.utf16LittleEndian, .utf16LittleEndian, [0xFF, 0xFE]),
    (.utf16BigEndian, .utf16BigEndian, [0xFE, 0xFF]), (.gb18030, gb18030, []),
  ]

  @Test func `the first essay comes back from every encoding that can write it`() throws {
    let essay = try decode(fixture("essay.txt")).text
    for (encoding, foundation, mark) in Self.unmarked {
      let decoded = try decode(mark + bytes(essay, foundation))
      #expect(decoded.encoding == encoding)
      #expect(decoded.text.unicodeScalars.elementsEqual(essay.unicodeScalars), "\(encoding)")
    }
  }

  @Test(arguments: [
    "你好", "中文", "我们要认真学习。", "学而时习之，不亦说乎？", "春眠不觉晓，处处闻啼鸟。",
    "名字,成绩\n甲,90\n乙,85", "hello 世界 this is 中国",
  ])
  func `short texts in GB18030 are recognised`(text: String) throws {
    let decoded = try decode(bytes(text, gb18030))
    #expect(decoded == (try decode(bytes(text, gb18030))))
    #expect(decoded.text == text && decoded.encoding == .gb18030)
  }

  @Test(arguments: ["你好，世界", "學而時習之，不亦說乎？", "中華民國的憲法規定了人民的權利。", "測試"])
  func `Traditional texts in Big5 are recognised`(text: String) throws {
    let decoded = try decode(bytes(text, big5))
    #expect(decoded.text == text && decoded.encoding == .big5)
  }

  @Test(arguments: [
    "café", "Où est la bibliothèque? Élève, garçon, naïve, déjà vu.", "résumé", "ÀÉÎÕÜ",
    "Für die Übung müssen wir größere Straßen überqueren.", "Ação, coração, não, São Paulo",
    "ÉCOLE FRANÇAISE À PARIS", "“quoted” text – dash", "naïve façade", "Ærø Ålesund Ørsted blå bær",
  ])
  func `Latin letters with accents never come out as Chinese`(text: String) throws {
    let input = try bytes(text, .windowsCP1252)
    #expect { try decode(input) } throws: { error in
      guard case .unknownEncoding? = error as? DecodingFailure else { return false }
      return true
    }
  }

  @Test func `bytes that are a word in GB18030 and letters in UTF-8 are not guessed`() {
    #expect(throws: DecodingFailure.unknownEncoding(offset: 0, line: 1)) {
      try decode([0xD1, 0xA7, 0xCF, 0xB0])
    }
  }

  @Test(arguments: ["é", "Привет", "Ελλάδα", "×", "·\n·", "naïve", "25 °C"])
  func `short UTF-8 without Chinese is UTF-8`(text: String) throws {
    #expect(try decode(Array(text.utf8)).text == text)
  }

  @Test(
    arguments: [
      ([], .empty),
      ([0xEF, 0xBB, 0xBF], .empty),
      (Array(" \r\n\t　\u{FEFF}\n".utf8), .empty),
      ([0xFF, 0xFE], .empty),
      ([0x61, 0x62, 0x00, 0x63], .binary(offset: 2)),
      ([0x61, 0x01, 0x02, 0x03, 0x04], .binary(offset: 1)),
      ([0xFF, 0xFE, 0x61, 0x00, 0x00, 0x00], .binary(offset: 4)),
      ([0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00, 0x00, 0xD8, 0x61, 0x00], .unknownEncoding(offset: 6, line: 2)),
      ([0xFE, 0xFF, 0x00, 0x61, 0x00], .unknownEncoding(offset: 4, line: 1)),
      (Array("a\nb\n".utf8) + [0xC0, 0x80], .unknownEncoding(offset: 4, line: 3)),
      ([0xEF, 0xBB, 0xBF, 0x61, 0xC4, 0xE3, 0xBA, 0xC3], .unknownEncoding(offset: 4, line: 1)),
      (Array("你好".utf8.dropLast()), .unknownEncoding(offset: 3, line: 1)),
    ] as [([UInt8], DecodingFailure)]
  )
  func `what is no text is refused with its place`(input: [UInt8], failure: DecodingFailure) {
    #expect(throws: failure) { try decode(input) }
  }

  @Test func `line ends become line feeds and nothing else changes`() throws {
    let text = try decode(Array("一\r\n二\r三\n\r\n四\u{FEFF}é e\u{301}\n".utf8)).text
    #expect(Array(text.utf8) == Array("一\n二\n三\n\n四\u{FEFF}é e\u{301}\n".utf8))
  }

  @Test func `a file over the limit is refused and one of five megabytes is not`() throws {
    #expect(throws: DecodingFailure.tooLarge(bytes: 3, limit: 2)) {
      try decode([0x61, 0x61, 0x61], limit: 2)
    }
    #expect(try decode(Array(repeating: 0x61, count: 5_000_000)).text.utf8.count == 5_000_000)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `random bytes never trap`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var input = (0..<Int.random(in: 0...400, using: &random)).map { _ in
      UInt8.random(in: 0...255, using: &random)
    }
    if seed % 4 == 1 { input = input.map { $0 | 0x80 } }
    if seed % 4 == 2 { input = [0xFF, 0xFE] + input }
    if seed % 4 == 3 { input = input.filter { $0 >= 0x20 } }
    // No Chinese either: random characters make no words.
    if let decoded = try? decode(input) { #expect(![.gb18030, .big5].contains(decoded.encoding)) }
    let text = SourceText(String(decoding: input, as: UTF8.self))
    for sentence in sentences(of: text, in: -3..<(text.count + 3)) {
      #expect(!text[sentence].isEmpty)
      _ = clauses(of: text, in: sentence)
    }
    _ = Segmenter(extraTerms: ["\u{FFFD}\u{FFFD}"]).words(of: text, in: -1..<Int.max)
    _ = foldedForComparison(text[text.range])
    _ = displayWidth(of: safe(text[text.range]))
    #expect(text.position(at: -5) == (1, 1))
    _ = text.position(at: Int.max)
  }
}
