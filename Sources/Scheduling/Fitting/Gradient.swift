/// A loss, its slope in every weight, and its curvature as the Fisher information of the cards.
struct Gradient: Sendable {
  /// Σ weight · cross-entropy.
  var loss = 0.0

  /// ∂loss/∂w.
  var slopes: [Double]

  /// Σ over cards of slope · slopeᵀ, lower triangle by rows; empty unless asked for.
  var curvature: [Double]

  init(weights count: Int, curvature wanted: Bool) {
    slopes = [Double](repeating: 0, count: count)
    curvature = wanted ? [Double](repeating: 0, count: count * (count + 1) / 2) : []
  }

  /// Adds one card's slopes, whose items weigh `weight` on average.
  mutating func add(_ card: UnsafeMutableBufferPointer<Double>, weight: Double) {
    let wantsCurvature = !curvature.isEmpty
    let scale = weight > 0 ? 1 / weight : 0
    slopes.withUnsafeMutableBufferPointer { slopes in
      for index in card.indices { slopes[index] += card[index] }
    }
    guard wantsCurvature else { return }
    curvature.withUnsafeMutableBufferPointer { curvature in
      var place = 0
      for row in card.indices {
        let factor = card[row] * scale
        if factor == 0 {
          place += row + 1
          continue
        }
        for column in 0...row {
          curvature[place] += factor * card[column]
          place += 1
        }
      }
    }
  }

  /// Adds the part of other cards.
  mutating func add(_ other: Gradient) {
    loss += other.loss
    for index in slopes.indices { slopes[index] += other.slopes[index] }
    for index in curvature.indices { curvature[index] += other.curvature[index] }
  }
}

/// A forgetting model whose weights can be fitted: what FSRS-6 and FSRS-7 differ in.
protocol FittedModel: Sendable {
  /// The weights' count.
  static var weightCount: Int { get }

  /// Which scheduler these weights are for.
  static var name: SchedulerName { get }

  /// Where a fit starts, how far learners' weights lie from there, and how strongly that is believed.
  static var prior: Prior { get }

  /// The bounds of each weight.
  static var box: [ClosedRange<Double>] { get }

  /// The columns of the log it reads elapsed days from.
  static func days(of log: TrainingLog) -> [Double]

  /// The model at these weights, which lie in the box.
  init(trainingWeights: [Double])

  /// Adds loss and slopes of cards.
  ///
  /// - Parameters:
  ///   - log: the log.
  ///   - days: `days(of: log)`.
  ///   - set: which items weigh how much.
  ///   - cards: which of the set's cards.
  ///   - result: what is added to.
  func addGradient(
    of log: TrainingLog,
    days: [Double],
    set: TrainingSet,
    cards: Range<Int>,
    to result: inout Gradient
  )

  /// The predicted recall of every item numbered in `range`, written to its place in `predictions`.
  func predict(_ log: TrainingLog, days: [Double], items: Range<Int>, into predictions: inout [Double])
}
