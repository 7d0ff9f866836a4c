/// Patterns of classical Chinese: what something is (師者，所以傳道也), what someone said (孔子曰：…).
enum Classical {
  static func find(in view: SentenceView, into points: inout [KeyPoint]) {
    for (one, next) in zip(view.clauses, view.clauses.dropFirst()) { judgement(one, next, view, &points) }
  }

  /// X者，Y也: Y is asked, without 所以 before it and 也 behind it.
  private static func judgement(
    _ one: Clause,
    _ next: Clause,
    _ view: SentenceView,
    _ points: inout [KeyPoint]
  ) {
    let essay = view.essay
    guard one.range.count <= 12, next.range.count >= 3, essay.keys[one.range.upperBound - 1] == topic,
      essay.keys[next.range.upperBound - 1] == close
    else { return }
    var start = next.range.lowerBound
    if essay.matches(means, at: start) { start += means.count }
    guard let answer = view.answer(start..<next.range.upperBound - 1, limit: 16), answer.lowerBound == start
    else {
      return
    }
    points.append(
      KeyPoint(family: .definition, answers: [answer], strength: 0.74, reasons: [.marker, .clauseEnd])
    )
  }

  private static let topic = Key.of("者")
  private static let close = Key.of("也")
  private static let means = "所以".keys
}
