/// `Term: what it means.` at the start of a paragraph or item, as glossaries and handbooks have it.
enum LatinGlossary {
  static func find(in view: SentenceView, into points: inout [KeyPoint]) {
    guard view.place == 0, view.kind == .paragraph || view.kind == .item, let label = view.clauses.first,
      label.mark == 0x3A, view.essay.units(in: label.range) <= 5, view.isBalanced(label.range),
      let last = view.tokens(in: label.range).last,
      last.tag == .noun || last.tag == .name || last.tag == .other,
      !view.tokens(in: label.range).contains(where: { $0.isFinite || $0.tag == .pronoun })
    else { return }
    let rest = meaning(after: label, view)
    guard let answer = view.answer(rest, limit: 16, keepsDeterminer: true), view.hasContent(answer),
      answer.upperBound == rest.upperBound, view.essay.units(in: answer) >= 3
    else { return reversed(label, view, &points) }
    points.append(
      KeyPoint(
        family: .naming,
        answers: [answer],
        ask: .meaning(of: label.range),
        strength: 0.9,
        reasons: [.marker, .exactBoundaries]
      )
    )
  }

  /// A long meaning asks for the term.
  private static func reversed(_ label: Clause, _ view: SentenceView, _ points: inout [KeyPoint]) {
    guard let term = view.answer(label.range) else { return }
    points.append(
      KeyPoint(family: .naming, answers: [term], strength: 0.86, reasons: [.marker, .exactBoundaries])
    )
  }

  /// What stands after the colon, without a repetition of the term and without what is added in brackets.
  private static func meaning(after label: Clause, _ view: SentenceView) -> Range<Int> {
    var start = label.end
    var end = view.range.upperBound
    while end > start, !Characters.isWordlike(view.essay.keys[end - 1]),
      !Characters.isClosing(view.essay.keys[end - 1])
    {
      end -= 1
    }
    if let pair = view.pairs.last, pair.close == end - 1, pair.mark == 0x28 {
      end = view.essay.trimmed(start..<max(start, pair.open)).upperBound
    }
    let term = view.tokens(in: label.range).map { view.essay.word($0.range) }
    let words = view.tokens(in: start..<end).filter { $0.tag != .particle }
    if words.count > term.count + 1, zip(words, term).allSatisfy({ view.essay.word($0.range) == $1 }),
      words[term.count].form == .be
    {
      start = words[term.count].range.upperBound
    }
    return view.essay.trimmed(start..<max(start, end))
  }
}
