/// Lists that an English essay itself sets out: items under a lead-in that ends with a colon, and the headings under
/// a heading.
enum ItemLists {
  static func points(_ views: [SentenceView]) -> [(point: KeyPoint, view: Int)] {
    items(views) + headings(views)
  }

  // MARK: Items

  private static func items(_ views: [SentenceView]) -> [(KeyPoint, Int)] {
    var results: [(KeyPoint, Int)] = []
    var index = 0
    while index < views.count {
      guard views[index].kind == .item, views[index].place == 0, index > 0 else {
        index += 1
        continue
      }
      let lead = views[index - 1]
      var labels: [Range<Int>?] = []
      var paragraph = views[index].paragraph - 1
      while index < views.count, views[index].kind == .item {
        if views[index].paragraph != paragraph {
          guard views[index].paragraph == paragraph + 1 else { break }
          paragraph = views[index].paragraph
          labels.append(label(of: views[index]))
        }
        index += 1
      }
      let answers = labels.compactMap(\.self)
      guard lead.script == .latin, leadsIn(lead), answers.count == labels.count,
        (3...7).contains(answers.count),
        let last = answers.last, last.upperBound - lead.range.lowerBound <= Headings.longestPassage
      else { continue }
      results.append((point(answers, .listed(under: lead.range)), lead.index))
    }
    return results
  }

  private static func leadsIn(_ view: SentenceView) -> Bool {
    guard view.essay.keys[view.range.upperBound - 1] == 0x3A else { return false }
    let units = view.essay.units(in: view.range)
    return units >= 3 && units <= 34
  }

  /// The item itself when it is short, else what stands before its first full stop, colon or dash.
  private static func label(of view: SentenceView) -> Range<Int>? {
    if let colon = view.clauses.first(where: { $0.mark == 0x3A }),
      let label = view.answer(
        view.range.lowerBound..<colon.range.upperBound,
        limit: 6
      )
    {
      return label
    }
    var whole = view.range
    if view.placeCount > 1, view.essay.units(in: whole) > 8 { return nil }
    if let last = view.tokens.last(where: { $0.tag != .punctuation }), last.tag == .conjunction {
      whole = whole.lowerBound..<last.range.lowerBound
    }
    return view.answer(whole, limit: 14, keepsDeterminer: true)
  }

  // MARK: Headings

  private static func headings(_ views: [SentenceView]) -> [(KeyPoint, Int)] {
    var results: [(KeyPoint, Int)] = []
    let all = views.filter { view in
      if case .heading = view.kind { view.script == .latin } else { false }
    }
    for (place, parent) in all.enumerated() {
      guard case .heading(let level) = parent.kind else { continue }
      var children: [SentenceView] = []
      for view in all[(place + 1)...] {
        guard case .heading(let below) = view.kind, below > level else { break }
        if below == level + 1 { children.append(view) }
        if children.count > 7 { break }
      }
      let answers = children.compactMap { view in view.answer(view.range, limit: 14, keepsDeterminer: true) }
      guard (3...7).contains(children.count), answers.count == children.count, let last = answers.last,
        last.upperBound - parent.range.lowerBound <= longestOutline
      else { continue }
      results.append((point(answers, .listed(under: parent.range)), parent.index))
    }
    return results
  }

  /// The passage of such a list is not shown; it must only be no longer than a chapter.
  private static let longestOutline = 8_000

  private static func point(_ answers: [Range<Int>], _ ask: Ask) -> KeyPoint {
    KeyPoint(
      family: .outline,
      answers: answers,
      ask: ask,
      strength: 0.9,
      reasons: [.exactBoundaries, .headingWord]
    )
  }
}
