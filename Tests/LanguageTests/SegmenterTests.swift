import Language
import Testing

private func segmented(_ text: String, terms: [String] = []) -> String {
  let source = SourceText(text)
  return source.strings(Segmenter(extraTerms: terms).words(of: source).map(\.range)).joined(separator: "/")
}

@Suite struct SegmenterTests {
  @Test(arguments: [
    ("密切党与人民群众的血肉联系", "密切/党/与/人民/群众/的/血肉/联系"),
    ("马克思主义中国化", "马克思主义/中国化"),
    ("馬克思主義的社會實踐", "馬克思主義/的/社會/實踐"),
    ("研究生命的起源", "研究/生命/的/起源"),
    ("中华人民共和国成立于一九四九年", "中华人民共和国/成立/于/一九四九/年"),
    ("二〇二六年增长１２．５％，共1,234.5元", "二〇二六/年/增长/１２．５％/，/共/1,234.5/元"),
    ("Don't use FSRS-6 at 10:30, U.S. café.", "Don't/use/FSRS-6/at/10:30/,/U.S/./café/."),
    ("1921-1949年", "1921/-/1949/年"),
    ("甲　乙 \n丙", "甲/乙/丙"),
    ("𠀀𠀁", "𠀀/𠀁"),
    ("“四风”", "“/四/风/”"),
  ])
  func `text is divided into its most probable words`(text: String, expected: String) {
    #expect(segmented(text) == expected)
  }

  @Test(arguments: [
    ("反对四风，人人有份", ["四风"], "反对/四风/，/人人/有/份"),
    ("群众路线教育实践活动", ["群众路线", "教育实践活动"], "群众路线/教育实践活动"),
    ("中国人民银行", ["人民"], "中国人民银行"),
    ("群眾路線", ["群众路线"], "群眾路線"),
    ("the Debian Project wins", ["Debian Project"], "the/Debian Project/wins"),
    ("a party of art", ["art"], "a/party/of/art"),
    ("甲乙丙", ["甲", "乙丙", "甲乙丙"], "甲乙丙"),
    ("甲乙丙丁", ["甲乙", "乙丙丁"], "甲乙/丙/丁"),
  ])
  func `terms are never cut`(text: String, terms: [String], expected: String) {
    #expect(segmented(text, terms: terms) == expected)
  }

  @Test func `the words of the first essay cover it without overlap`() throws {
    let source = SourceText(try decode(fixture("essay.txt")).text)
    let words = Segmenter().words(of: source)
    let outside = Set(source.range).subtracting(words.flatMap { Array($0.range) })
    #expect(outside.allSatisfy { source.scalars[$0].properties.isWhitespace })
    #expect(zip(words, words.dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.lowerBound })
    let bySentence = sentences(of: source, in: source.range).flatMap { Segmenter().words(of: source, in: $0) }
    #expect(bySentence == words)
  }

  @Test(arguments: [
    ("人民", "n", 10_503), ("的", "uj", 318_825), ("以身作则", "i", 1), ("馬克思主義", "n", 1_120),
    ("着", "uz", 36_306),
  ])
  func `the lexicon knows words in both scripts`(word: String, tag: String, least: Int) throws {
    let entry = try #require(Lexicon.lookup(word))
    #expect(entry.partOfSpeech.rawValue == tag)
    #expect(entry.frequency >= least)
  }

  @Test(arguments: ["", "人民群", "xyz", "𠀀𠀀", "。"])
  func `the lexicon does not know what is no word`(word: String) {
    #expect(Lexicon.lookup(word) == nil)
  }

  @Test func `the lexicon is complete`() {
    #expect(Lexicon.wordCount == 82_724)
    #expect(Lexicon.totalFrequency == 60_101_967)
  }

  @Test func `parts of speech tell what a word is`() throws {
    let isTrue: [(String, KeyPath<PartOfSpeech, Bool>)] = [
      ("n", \.isNoun), ("vn", \.isNoun), ("vn", \.isVerb), ("nr", \.isProperName), ("ns", \.isPlaceName),
      ("i", \.isIdiom), ("l", \.isIdiom), ("ad", \.isAdjective), ("d", \.isAdverb), ("c", \.isConjunction),
      ("p", \.isPreposition), ("uj", \.isParticle), ("y", \.isParticle), ("m", \.isNumeral),
      ("r", \.isPronoun), ("q", \.isMeasureWord), ("t", \.isTime), ("f", \.isLocative), ("eng", \.isLatin),
      ("w", \.isPunctuation), ("p", \.isFunctionWord),
    ]
    for (tag, property) in isTrue {
      let part = try #require(PartOfSpeech(rawValue: tag))
      #expect(part[keyPath: property], "\(tag)")
      #expect(part.rawValue == tag)
    }
    #expect(PartOfSpeech(rawValue: "n")?.isProperName == false)
    #expect(PartOfSpeech(rawValue: "N") == nil && PartOfSpeech(rawValue: "") == nil)
  }
}
