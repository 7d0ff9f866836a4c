/// FSRS-7's 34 weights, inside their box.
public struct FSRS7Weights: Sendable, Equatable {
  /// w0…w33.
  public let values: [Double]

  /// The indices whose given value lay outside the box and was moved to its edge; ascending.
  public let clippedIndices: [Int]

  /// 34 weights, or none for the defaults; clipped into the box, first stabilities in ascending order,
  /// w26 at least w25.
  public init(_ values: [Double]) throws(WeightsFailure) {
    for (index, value) in values.enumerated() where !value.isFinite {
      throw .notFinite(index: index)
    }
    switch values.count {
    case 0: self.init(clipping: Self.defaults)
    case 34: self.init(clipping: values)
    default: throw .count(values.count)
    }
  }

  /// 34 finite weights, clipped.
  init(clipping values: [Double]) {
    var inside = values
    for index in inside.indices {
      let bounds = Self.box[index]
      inside[index] = values[index].clamped(bounds.lowerBound, bounds.upperBound)
    }
    for index in 1...3 {
      inside[index] = max(inside[index], inside[index - 1])
    }
    inside[26] = max(inside[26], inside[25])
    self.values = inside
    clippedIndices = inside.indices.filter { inside[$0] != values[$0] }
  }

  /// The defaults of FSRS-7, fitted by its authors to thousands of learners.
  public static let standard = FSRS7Weights(clipping: defaults)

  private static let defaults = [
    0.1104, 2.2395, 3.9221, 11.7841, 6.1686, 0.6457, 3.6807, 1.9795, 0, 1.3826, 0.7024, 0.5999, 0.8146,
    0.6398, 1, 1.3207, 0.6707, 3.8668, 0.4416, 0.0934, 1.8631, 0.6162, 1.0869, 0.1567, 0.0801, 0.2421, 0.9464,
    0.1433, 0.7145, 0, 0.5667, 0.3734, 0.5333, 0.3048,
  ]

  /// Lower and upper bound of each weight.
  ///
  /// Source: fsrs-rs `model_v7.rs`.
  public static let box: [ClosedRange<Double>] = [
    0.0001...50, 0.0001...100, 0.0001...100, 0.0001...100, 1...10, 0.001...4, 0.1...4, 0...4, 0...1.2,
    0.3...3,
    0.01...1.5, 0.1...1, 0...3.5, 0...1, 1...7, 0...4, 0...2, 0.5...6, 0.001...1.5, 0.001...1, 0...5, 0...1,
    1...7, 0.01...0.25, 0.01...0.95, 0.2...0.85, 0.5...0.99, 0.01...1, 0.1...1, 0...0.9, 0.1...1.1, 0...1,
    0...0.6, 0...0.6,
  ]
}
