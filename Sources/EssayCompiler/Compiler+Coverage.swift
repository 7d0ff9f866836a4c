extension Compiler {
  /// The headings above a sentence, outermost first.
  func sections(of view: SentenceView) -> [String] {
    guard outline.blocks.indices.contains(view.paragraph) else { return [] }
    var names: [String] = []
    var next = outline.blocks[view.paragraph].section
    while let index = next {
      names.append(essay.text(outline.blocks[index].range))
      next = outline.blocks[index].section
    }
    return names.reversed()
  }

  func uncovered(_ cards: [CompiledCard]) -> [UncoveredParagraph] {
    let covered = Set(cards.map(\.paragraph))
    return outline.blocks.compactMap { block in
      guard block.isText, !covered.contains(block.paragraph) else { return nil }
      return UncoveredParagraph(paragraph: block.paragraph, range: block.range)
    }
  }

  func warnings(_ cards: [CompiledCard]) -> [CompileWarning] {
    if essay.trimmed(0..<essay.count).isEmpty { return [.emptyEssay] }
    return cards.isEmpty ? [.noKeyPoints] : []
  }
}

extension Block {
  /// Whether the block is a paragraph or an item, no title or heading.
  var isText: Bool {
    switch kind {
    case .paragraph, .item: true
    case .title, .heading: false
    }
  }
}
