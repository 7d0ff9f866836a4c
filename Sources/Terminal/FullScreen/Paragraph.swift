/// A passage within its paragraph of the essay.
public struct Paragraph: Sendable, Equatable {
  /// What stands before the passage.
  public let before: String

  /// The passage.
  public let passage: String

  /// What stands behind it.
  public let after: String

  /// The first paragraph of an essay that holds a passage; nil where none does.
  ///
  /// - Parameters:
  ///   - passage: text as the essay has it, on one or more lines.
  ///   - essay: the whole text, its lines ended by line feeds.
  public init?(of passage: String, in essay: String) {
    let text = Array(essay.utf8)
    let wanted = Array(passage.utf8)
    guard !wanted.isEmpty, let start = firstPlace(of: wanted, in: text) else { return nil }
    let end = start + wanted.count
    let newline = UInt8(ascii: "\n")
    let paragraphStart = text[..<start].lastIndex(of: newline).map { $0 + 1 } ?? 0
    let paragraphEnd = text[end...].firstIndex(of: newline) ?? text.count
    // What indents a paragraph in a book only costs room here.
    before = String(String(decoding: text[paragraphStart..<start], as: UTF8.self).drop(while: \.isWhitespace))
    self.passage = passage
    after = String(decoding: text[end..<paragraphEnd], as: UTF8.self)
  }
}

private func firstPlace(of wanted: [UInt8], in text: [UInt8]) -> Int? {
  guard let first = wanted.first, wanted.count <= text.count else { return nil }
  var place = 0
  while let next = text[place...].firstIndex(of: first), next + wanted.count <= text.count {
    if text[next..<(next + wanted.count)].elementsEqual(wanted) { return next }
    place = next + 1
  }
  return nil
}
