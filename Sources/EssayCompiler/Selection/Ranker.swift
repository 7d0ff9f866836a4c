/// How well a span suits as a gap, learned from the spans that people ask about.
enum Ranker {
  /// How far the learned part may move the strength of a family that is in doubt.
  static let influence = 0.35

  private static let chinese = table(RankerWeights.chinese)
  private static let latin = table(RankerWeights.latin)
  private static let centre = 1.8

  private static func table(_ weights: [String: Double]) -> [Double] {
    Feature.names.map { weights[$0] ?? 0 } + [weights["bias"] ?? 0]
  }

  /// The worth of a key point: the family's strength, moved by what is learned.
  static func worth(of point: KeyPoint, in view: SentenceView) -> Double {
    guard point.answers.count == 1, point.family != .heading else { return point.strength }
    let weights = view.script == .chinese ? chinese : latin
    var sum = weights[weights.count - 1]
    for (index, value) in Features(point, in: view).values { sum += weights[index] * value }
    let learned = max(-1, min(1, (sum + centre) / 2))
    // Where a marker speaks the family knows more than the fit; where none does, the fit decides.
    let doubt = max(0, min(1, (0.7 - point.strength) / 0.2))
    return point.strength + (influence * doubt + 0.03) * learned
  }
}
