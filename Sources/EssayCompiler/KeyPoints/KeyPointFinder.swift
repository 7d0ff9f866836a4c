/// Asks every family for the key points of a sentence.
enum KeyPointFinder {
  /// The key points, without two that ask for the same words.
  ///
  /// - Parameters:
  ///   - view: The sentence.
  ///   - isTopic: Whether a word is one that the whole essay is about.
  /// - Returns: The points, in the order the families found them.
  static func points(in view: SentenceView, isTopic: (UInt64) -> Bool = { _ in false }) -> [KeyPoint] {
    var points: [KeyPoint] = []
    if case .heading = view.kind {
      Headings.find(in: view, into: &points)
      return unique(points)
    }
    if view.script == .latin, LatinTriteness.isTrite(view) { return [] }
    Quotations.find(in: view, into: &points)
    Quantities.find(in: view, into: &points)
    Negations.find(in: view, into: &points)
    switch view.script {
    case .chinese:
      ChineseRelations.find(in: view, into: &points)
      Enumerations.find(in: view, into: &points)
      Series.find(in: view, into: &points)
      Series.couplets(in: view, into: &points)
      Classical.find(in: view, into: &points)
      Parallels.find(in: view, into: &points)
      Predicates.find(in: view, into: &points)
      Phrases.find(in: view, into: &points)
    case .latin:
      LatinRelations.find(in: view, into: &points)
      LatinEnumerations.find(in: view, into: &points)
      LatinGlossary.find(in: view, into: &points)
      LatinSpans.find(in: view, into: &points)
      points.removeAll { point in
        guard point.answers.count == 1, let answer = point.answers.first else { return false }
        if case .statement = point.ask { return false }
        if case .meaning = point.ask { return false }
        return !LatinWholeness.isWhole(answer, in: view)
          || LatinTriteness.isTrite(point, in: view, terms: isTopic)
      }
    }
    return unique(points)
  }

  /// Of points with the same answers and the same way to ask, the strongest.
  private static func unique(_ points: [KeyPoint]) -> [KeyPoint] {
    var best: [[Range<Int>]: Int] = [:]
    var kept: [KeyPoint] = []
    for point in points {
      if case .statement = point.ask {
        kept.append(point)
        continue
      }
      if let index = best[point.answers] {
        let better = point.strength > kept[index].strength
        let other = better ? kept[index] : point
        if better { kept[index] = point }
        // Two families that agree are a little surer.
        if other.family != kept[index].family, other.strength >= 0.5 {
          kept[index].strength = min(1, kept[index].strength + 0.04)
        }
        if kept[index].ask == .gap, other.ask != .gap { kept[index].ask = other.ask }
        continue
      }
      best[point.answers] = kept.count
      kept.append(point)
    }
    return kept
  }
}
