import Language

extension Page {
  /// The essay, the passage that a card came from marked; the linear front end says its paragraph and the
  /// ones beside it.
  init(essay: String, passage: String?) {
    let paragraphs = essay.split(whereSeparator: \.isNewline).map(String.init)
      .filter { !$0.allSatisfy(\.isWhitespace) }
    var lines: [Row] = []
    var anchor: Int?
    for text in paragraphs {
      if anchor == nil, let passage, let paragraph = Paragraph(of: passage, in: text) {
        anchor = lines.count
        lines.append(
          [Run(paragraph.before), Run(paragraph.passage, .passage), Run(paragraph.after)]
            .filter { !$0.text.isEmpty }
        )
      } else {
        lines.append([Run(String(text.drop(while: \.isWhitespace)))])
      }
      lines.append([])
    }
    self.init(title: Phrases.essayTitle, lines: lines)
    self.anchor = anchor ?? 0
    // Every other line is empty.
    spoken = max(0, self.anchor - 2)..<min(lines.count, self.anchor + 3)
  }
}
