/// How well a span suits as a gap, learned from the spans that people ask about.
enum Ranker {
  /// How far the learned part may move the strength of a family that is in doubt.
  static let influence = 0.35

  private static let chinese = table(RankerWeights.chinese, Feature.names)
  private static let latin = table(LatinWeights.all, LatinFeatures.names)
  private static let centre = 1.8

  /// The features of a key point with their names, as the fit reads them.
  static func features(
    of point: KeyPoint,
    in view: SentenceView,
    sentence: LatinSentenceFeatures,
    terms: Importance
  ) -> [(name: String, value: Double)] {
    switch view.script {
    case .chinese: Features(point, in: view).values.map { (Feature.names[$0.index], $0.value) }
    case .latin:
      LatinFeatures(point, in: view, sentence: sentence, terms: terms).values.map {
        (LatinFeatures.names[$0.index], $0.value)
      }
    }
  }

  private static func table(_ weights: [String: Double], _ names: [String]) -> [Double] {
    names.map { weights[$0] ?? 0 } + [weights["bias"] ?? 0]
  }

  /// The worth of a key point, 0…1: in Chinese the family's strength, moved by what is learned; in English the
  /// learned chance that an instructor would ask for it.
  static func worth(
    of point: KeyPoint,
    in view: SentenceView,
    sentence: LatinSentenceFeatures,
    terms: Importance
  ) -> Double {
    switch view.script {
    case .latin:
      guard point.family != .outline, point.family != .heading else { return point.strength }
      let features = LatinFeatures(point, in: view, sentence: sentence, terms: terms)
      let chance = 1 / (1 + exponential(-sum(features.values, latin)))
      // A list says more than its first item, of which the features speak; a glossary's term is its point.
      if point.answers.count >= 3 { return 0.35 + 0.5 * chance }
      if case .meaning = point.ask { return 0.5 + 0.5 * chance }
      return chance
    case .chinese:
      guard point.answers.count == 1, point.family != .heading else { return point.strength }
      let learned = max(-1, min(1, (sum(Features(point, in: view).values, chinese) + centre) / 2))
      // Where a marker speaks the family knows more than the fit; where none does, the fit decides.
      let doubt = max(0, min(1, (0.7 - point.strength) / 0.2))
      return point.strength + (influence * doubt + 0.03) * learned
    }
  }

  private static func sum(_ values: [(index: Int, value: Double)], _ weights: [Double]) -> Double {
    values.reduce(weights[weights.count - 1]) { $0 + weights[$1.index] * $1.value }
  }

  /// e to the given power, by its series on a sixteenth of it: the same digits on every machine.
  private static func exponential(_ power: Double) -> Double {
    let part = max(-30, min(30, power)) / 16
    var term = 1.0
    var sum = 1.0
    for step in 1...16 {
      term *= part / Double(step)
      sum += term
    }
    let squared = sum * sum
    let fourth = squared * squared
    let eighth = fourth * fourth
    return eighth * eighth
  }

  /// What a card is worth when cards are chosen, on one scale for both languages.
  static func score(_ worth: Double, importance: Double, discount: Double, script: Script) -> Double {
    switch script {
    case .chinese: (0.68 * worth + 0.32 * importance) * discount
    case .latin: 0.3 + 0.6 * worth * discount
    }
  }
}
