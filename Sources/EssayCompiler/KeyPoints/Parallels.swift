/// Two neighbouring clauses of one mould (不是…，也不是…; 一手…，一手…): what differs is asked for together.
enum Parallels {
  static func find(in view: SentenceView, into points: inout [KeyPoint]) {
    guard view.script == .chinese, view.clauses.count >= 2 else { return }
    for (one, next) in zip(view.clauses, view.clauses.dropFirst()) {
      guard view.pair(around: one.range) == nil, view.pair(around: next.range) == nil,
        let (first, second) = rests(one.range, next.range, view)
      else { continue }
      let units = (view.essay.units(in: first), view.essay.units(in: second))
      points.append(
        KeyPoint(
          family: .parallel,
          answers: [first, second],
          ask: .gaps,
          strength: units.0 == units.1 ? 0.66 : 0.56,
          reasons: [.exactBoundaries]
        )
      )
    }
  }

  /// What stands in both clauses after the last verb or adverb that they share.
  private static func rests(_ one: Range<Int>, _ next: Range<Int>, _ view: SentenceView)
    -> (Range<Int>, Range<Int>)?
  {
    let left = view.tokens(in: one)
    let right = view.tokens(in: next)
    guard left.count <= 24, right.count <= 24 else { return nil }
    for token in left.reversed() where binds(token) {
      let word = view.essay.word(token.range)
      guard let other = right.last(where: { binds($0) && view.essay.word($0.range) == word }) else {
        continue
      }
      return pair(token.range.upperBound..<one.upperBound, other.range.upperBound..<next.upperBound, view)
    }
    return nil
  }

  private static func pair(_ left: Range<Int>, _ right: Range<Int>, _ view: SentenceView)
    -> (Range<Int>, Range<Int>)?
  {
    guard let first = view.answer(left, limit: 16), let second = view.answer(right, limit: 16),
      view.hasContent(first), view.hasContent(second)
    else { return nil }
    let lengths = (view.essay.units(in: first), view.essay.units(in: second))
    guard lengths.0 >= 2, lengths.1 >= 2, lengths.0 <= 2 * lengths.1 + 1, lengths.1 <= 2 * lengths.0 + 1,
      view.essay.keys[first] != view.essay.keys[second]
    else { return nil }
    return (first, second)
  }

  private static func binds(_ token: Token) -> Bool {
    token.tag == .verb || token.tag == .adverb || token.tag == .auxiliary || token.tag == .preposition
  }
}
