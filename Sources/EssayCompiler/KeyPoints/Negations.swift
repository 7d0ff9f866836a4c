/// Explicit negations: a true statement that one word turns into a false one.
enum Negations {
  static func find(in view: SentenceView, into points: inout [KeyPoint]) {
    let units = view.essay.units(in: view.range)
    guard units <= (view.script == .chinese ? 60 : 32), view.kind != .title else { return }
    let table = view.script == .chinese ? chinese : latin
    var found: (range: Range<Int>, by: String)?
    var count = 0
    var offset = view.range.lowerBound
    while offset < view.range.upperBound {
      let match =
        view.isEdge(offset)
        ? table.first { pair in
          view.essay.matches(pair.from, at: offset) && view.isEdge(offset + pair.from.count)
            && offset + pair.from.count < view.range.upperBound
        } : nil
      if let match {
        found = (offset..<offset + match.from.count, match.to)
        count += 1
        offset += match.from.count
      } else {
        if view.script == .chinese, negatives.contains(view.essay.keys[offset]) { count += 1 }
        if let word = view.token(startingAt: offset),
          view.script == .latin, latinNegatives.contains(view.essay.word(view.tokens[word].range))
        {
          count += 1
        }
        offset += 1
      }
    }
    guard count == 1, let found, view.pair(around: found.range) == nil else { return }
    guard let clause = view.clause(at: found.range.lowerBound) else { return }
    // A relative or conditional clause denied is not the sentence denied.
    let before = view.tokens(in: clause.range.lowerBound..<found.range.lowerBound)
    guard !before.contains(where: { subordinators.contains(view.essay.word($0.range)) }) else { return }
    let rest = found.range.upperBound..<clause.range.upperBound
    guard let answer = view.answer(rest, limit: 24) else { return }
    points.append(
      KeyPoint(
        family: .negation,
        answers: [answer],
        ask: .statement(replaced: found.range, by: found.by),
        strength: 0.58,
        reasons: [.marker]
      )
    )
  }

  private struct Turn: Sendable {
    var from: [Key]
    var to: String
  }

  private static let chinese = [
    ("并不是", "是"), ("不是", "是"), ("并非", "是"), ("绝不是", "是"), ("不可能", "可能"), ("不等于", "等于"),
    ("不能", "能"), ("不会", "会"), ("不在于", "在于"), ("不需要", "需要"), ("并不能", "能"), ("不属于", "属于"),
  ].map { Turn(from: $0.0.keys, to: $0.1) }

  private static let latin = [
    ("is not", "is"), ("are not", "are"), ("was not", "was"), ("were not", "were"), ("cannot", "can"),
    ("can not", "can"), ("will not", "will"), ("does not have to", "has to"), ("do not have to", "have to"),
    ("must not", "must"), ("should not", "should"), ("could not", "could"), ("is never", "is always"),
  ].map { Turn(from: $0.0.keys, to: $0.1) }

  private static let subordinators: WordSet = [
    "which", "who", "whose", "that", "if", "when", "because", "although", "until", "如果", "若", "由于", "因为",
    "虽然", "即使",
  ]
  /// Words that would make a second negation of the first.
  private static let latinNegatives: WordSet = [
    "not", "no", "never", "nor", "neither", "without", "none", "nothing", "nobody", "unless", "hardly",
    "only",
    "except", "until", "but", "however", "rather",
  ]
  private static let negatives = Set("不没无未非莫勿".keys)
}
