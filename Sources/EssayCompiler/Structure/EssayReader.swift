import Language

/// Cuts an essay into sentences with all that the pattern families need of them.
enum EssayReader {
  static func sentences(of essay: Essay, outline: Outline) -> [SentenceView] {
    let segmenter = Segmenter()
    var views: [SentenceView] = []
    for block in outline.blocks {
      let ranges: [Range<Int>]
      switch block.kind {
      case .title: continue
      case .heading: ranges = [block.range]
      case .paragraph, .item: ranges = pieces(of: block.range, essay)
      }
      let isHeading = if case .heading = block.kind { true } else { false }
      let heading = block.section.map { outline.blocks[$0].range }
      for (place, range) in ranges.enumerated() {
        let script = script(of: range, in: essay)
        var tokens = Tokenizer.tokens(of: essay, in: range, script: script, segmenter: segmenter)
        if script == .latin { LatinTagger.tag(&tokens, in: essay, isHeading: isHeading) }
        views.append(
          SentenceView(
            essay: essay,
            range: range,
            script: script,
            tokens: tokens,
            paragraph: block.paragraph,
            index: views.count,
            place: place,
            placeCount: ranges.count,
            kind: block.kind,
            heading: heading
          )
        )
      }
    }
    return views
  }

  /// A sentence longer than this is no sentence; it is read in pieces, so that time stays linear.
  private static let longestSentence = 1_000

  private static func pieces(of range: Range<Int>, _ essay: Essay) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    for sentence in Language.sentences(of: essay.source, in: range) {
      let sentence = essay.trimmed(sentence)
      guard !sentence.isEmpty, sentence.count <= longestSentence else { continue }
      guard essay.keys[sentence].contains(where: Characters.isWordlike) else { continue }
      pieces.append(sentence)
    }
    return pieces
  }

  private static func script(of range: Range<Int>, in essay: Essay) -> Script {
    let han = essay.hanCount(in: range)
    return han > 0 && han * 2 >= essay.units(in: range) ? .chinese : .latin
  }
}
