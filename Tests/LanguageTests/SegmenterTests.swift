import Language
import Testing

@Suite struct SegmenterTests {
  @Test(arguments: [
    ("人民群众的血肉联系", "人民/群众/的/血肉联系"),
    ("马克思主义中国化", "马克思主义/中国/化"),
  ])
  func `text is divided into words`(text: String, expected: String) {
    let source = SourceText(text)
    let words = Segmenter().words(of: source).map { source[$0.range] }
    #expect(words.joined(separator: "/") == expected)
  }
}
