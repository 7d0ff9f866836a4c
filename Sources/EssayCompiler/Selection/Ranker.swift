/// How likely it is that a teacher would ask for a span, learned from marked key points and from the spans that
/// people ask about.
enum Ranker {
  private static let chinese = TreeModel(RankerTrees.chinese)
  private static let latin =
    LatinFeatures.names.map { LatinWeights.all[$0] ?? 0 } + [LatinWeights.all["bias"] ?? 0]

  /// The features of a sentence's key points with their names, as the fits read them.
  static func features(of points: [KeyPoint], in view: SentenceView, terms: Importance)
    -> [[(name: String, value: Double)]]
  {
    switch view.script {
    case .chinese:
      let features = Features(points, in: view, terms: terms)
      return points.map { features.values(of: $0).map { (Feature.names[$0.index], $0.value) } }
    case .latin:
      let sentence = LatinSentenceFeatures(view, terms: terms)
      return points.map { point in
        LatinFeatures(point, in: view, sentence: sentence, terms: terms).values.map {
          (LatinFeatures.names[$0.index], $0.value)
        }
      }
    }
  }

  /// The worth of each key point of a sentence, 0…1.
  static func worths(of points: [KeyPoint], in view: SentenceView, terms: Importance) -> [Double] {
    switch view.script {
    case .chinese:
      let features = Features(points, in: view, terms: terms)
      var row = [Float](repeating: 0, count: Feature.names.count + 1)
      return points.map { point in
        let values = features.values(of: point)
        for (index, value) in values { row[index] = Float(value) }
        let odds = chinese.logOdds(row)
        for (index, _) in values { row[index] = 0 }
        return 1 / (1 + exponential(-Double(odds)))
      }
    case .latin:
      let sentence = LatinSentenceFeatures(view, terms: terms)
      return points.map { point in
        guard point.family != .outline, point.family != .heading else { return point.strength }
        let features = LatinFeatures(point, in: view, sentence: sentence, terms: terms)
        let chance = 1 / (1 + exponential(-sum(features.values, latin)))
        // A list says more than its first item, of which the features speak; a glossary's term is its point.
        if point.answers.count >= 3 { return 0.35 + 0.5 * chance }
        if case .meaning = point.ask { return 0.5 + 0.5 * chance }
        return chance
      }
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
  static func score(_ worth: Double, discount: Double) -> Double {
    0.3 + 0.6 * worth * discount
  }
}
