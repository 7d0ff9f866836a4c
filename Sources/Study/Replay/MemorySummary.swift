public import Scheduling

/// What a grading makes of many cards, in a few figures.
public struct MemorySummary: Sendable, Equatable {
  /// The cards that were reviewed.
  public let cards: Int

  /// The median of the days in which their recall falls to 90 %; nil where the scheduler knows none.
  public let medianStability: Days?

  /// The mean chance of recall; nil where the scheduler knows none.
  public let meanRetrievability: Double?

  /// The median interval that good would give now to a card in review; nil where there is none.
  public let medianInterval: Days?

  /// Sums cards up.
  ///
  /// - Parameters:
  ///   - cards: each with its deck; new ones are passed over.
  ///   - grading: under which their states were replayed.
  ///   - moment: now.
  public init(
    _ cards: some Sequence<(deck: String, progress: CardProgress)>,
    grading: Grading,
    at moment: Moment
  ) {
    var stabilities: [Double] = []
    var recalls: [Double] = []
    var intervals: [Double] = []
    var count = 0
    for (deck, progress) in cards where progress.lastReview != nil && progress.state.phase != .new {
      count += 1
      if let stability = grading.scheduler.stability(of: progress.state) {
        stabilities.append(stability.value)
      }
      if let recall = grading.retrievability(of: progress, at: moment) { recalls.append(recall) }
      if progress.state.phase == .review {
        let good = grading.outcomes(of: progress, deck: deck, at: moment).good
        intervals.append(good.interval.days.value)
      }
    }
    self.cards = count
    medianStability = Self.median(stabilities).map(Days.init)
    meanRetrievability = recalls.isEmpty ? nil : recalls.reduce(0, +) / Double(recalls.count)
    medianInterval = Self.median(intervals).map(Days.init)
  }

  private static func median(_ values: [Double]) -> Double? {
    let sorted = values.sorted()
    guard let last = sorted.indices.last else { return nil }
    return (sorted[last / 2] + sorted[(last + 1) / 2]) / 2
  }
}
