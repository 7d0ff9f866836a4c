import Language
import Testing

@Suite struct FoldingTests {
  @Test(arguments: [
    ("四", "4"), ("十二", "12"), ("二〇二六", "2026"), ("两百", "200"), ("三千零五十", "3050"),
    ("一亿二千万", "120000000"), ("1.2亿", "120000000"), ("30万", "300000"), ("二〇二六年", "2026年"),
    ("三个", "3 个"), ("第四", "第4"), ("百分之十二", "12%"), ("三分之二", "２／３"), ("１２％", "12 %"),
    ("ＦＳＲＳ－６", "fsrs-6"), ("“四风”", "四风"), ("馬克思主義", "马克思主义"), ("Don’t", "dont"),
    ("立場、觀點", "立场，观点"), ("café", "cafe\u{301}"), ("1921—1949", "1921-1949"),
    ("1921——1949", "1921 – 1949"), ("－5", "-5"), ("甲 \u{200B}乙", "甲乙"), ("½", "1/2"), ("10：30", "10:30"),
    ("壹佰贰拾", "120"), ("AT&T", "at&t"),
  ])
  func `answers that mean the same have one key`(first: String, second: String) {
    #expect(foldedForComparison(first) == foldedForComparison(second))
  }

  @Test(arguments: [
    ("3.14", "314"), ("-5", "5"), ("12%", "12"), ("1/2", "12"), ("10:30", "1030"), ("C", "C#"), ("C", "C++"),
    ("一贯", "1贯"), ("万一", "10001"), ("一百二", "102"), ("三四", "34"), ("五四运动", "54运动"), ("？", "！"),
    ("cafe", "café"), ("甲", ""),
  ])
  func `answers that mean different things have two keys`(first: String, second: String) {
    #expect(foldedForComparison(first) != foldedForComparison(second))
  }

  @Test(
    arguments: [
      ("馬", "马"), ("於", "于"), ("Ａ", "A"), ("　", " "), ("，", ","), ("马", "马"), ("é", "é"), ("乾", "干"),
    ] as [(Unicode.Scalar, Unicode.Scalar)]
  )
  func `a character is looked up under one character`(scalar: Unicode.Scalar, folded: Unicode.Scalar) {
    #expect(foldedForLookup(scalar) == folded)
  }

  @Test func `folding for lookup twice changes nothing more`() {
    for value in 0...UInt32(0x3_FFFF) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let folded = foldedForLookup(scalar)
      if foldedForLookup(folded) != folded { Issue.record("U+\(String(value, radix: 16))") }
    }
  }

  @Test(arguments: [
    ("这是中文。", TextLanguage.chinese, false), ("This is English.", .english, false), ("", .english, false),
    ("我們認真學習", .chinese, true), ("我们用 Swift 写 program", .chinese, false),
    ("The word 中文 means Chinese language", .english, false),
  ])
  func `the language and script of a text are found`(text: String, language: TextLanguage, traditional: Bool)
  {
    let source = SourceText(text)
    #expect(dominantLanguage(of: source) == language)
    #expect(isTraditional(source) == traditional)
  }

  @Test(arguments: [
    ("a\u{1B}[31mb", "a[31mb"), ("甲\u{202E}乙\u{2028}丙", "甲乙丙"), ("a\tb\r\nc\nd\re", "a b c d e"),
    ("👩\u{200D}🔬❤\u{FE0F}", "👩\u{200D}🔬❤\u{FE0F}"), ("\u{E000}\u{F0000}\u{FFFE}\u{9B}\u{AD}", ""),
    ("e\u{301}", "e\u{301}"),
    ("\u{E0041}x", "x"),
  ])
  func `text is made safe to show`(text: String, expected: String) {
    #expect(safe(text).unicodeScalars.elementsEqual(expected.unicodeScalars))
  }

  @Test func `line breaks are kept on request`() {
    #expect(safe("a\r\nb\rc\n\n", keepingNewlines: true) == "a\nb\nc\n\n")
  }

  @Test(arguments: [
    ("", 0), ("abc", 3), ("中文", 4), ("ａ，。", 6), ("e\u{301}", 1), ("한국어", 6), ("ｱ", 1), ("😀", 2), ("“…”", 3),
    ("\u{200B}\u{200D}\u{FE0F}", 0), ("𠀀", 2), ("\t", 0), ("〇々", 4), ("が", 2), ("か\u{3099}", 2),
  ])
  func `columns are counted as terminals do`(text: String, width: Int) {
    #expect(displayWidth(of: text) == width)
  }

  @Test(
    arguments: [
      ("", 0xEFD0_1F60_BA99_2926),
      ("a", 0x82A2_A958_A9BE_CE5B),
      ("中文", 0x1054_80F9_7C94_8D11),
      ("密切党群关系", 0x5647_255E_2A7A_32EC),
      ("é", 0x9D55_CCB9_BA86_763B),
    ] as [(String, UInt64)]
  )
  func `hashes never change`(text: String, hash: UInt64) {
    #expect(stableHash(text) == hash)
    #expect(stableHash(Array(text.utf8)) == hash)
  }

  @Test func `a hash is the same for equivalent texts and for pieces`() {
    #expect(stableHash("cafe\u{301}") == stableHash("café"))
    var hasher = StableHasher()
    hasher.combine("密切")
    hasher.combine(Array("党群关系".utf8))
    #expect(hasher.finish() == stableHash("密切党群关系"))
  }

  @Test(
    arguments: [
      ([:], .english), (["LANG": "zh_CN.UTF-8"], .chinese), (["LC_ALL": "", "LANG": "zh_TW"], .chinese),
      (["LC_ALL": "C", "LANG": "zh_CN"], .english), (["LC_MESSAGES": "zh_CN", "LANG": "en_US"], .chinese),
      (["LANGUAGE": "fr:zh_CN:en", "LANG": "en_US"], .chinese),
      (["LANGUAGE": "fr", "LANG": "zh_CN"], .chinese),
      (["LANG": "de_DE"], .english), (["LC_ALL": "POSIX"], .english), (["LC_ALL": "zh"], .chinese),
    ] as [([String: String], InterfaceLanguage)]
  )
  func `the interface speaks the locale's language`(
    environment: [String: String],
    language: InterfaceLanguage
  ) {
    #expect(InterfaceLanguage.preferred { environment[$0] } == language)
    #expect(Bilingual(zh: "zh", en: "en").text(in: language) == language.rawValue)
  }
}
