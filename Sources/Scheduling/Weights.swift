/// Why a set of weights was refused.
public enum WeightsFailure: Error, Equatable, Sendable {
  /// Not 17, 19 or 21 (FSRS-6), not 34 (FSRS-7).
  case count(Int)
  /// The weight at this index is NaN or infinite.
  case notFinite(index: Int)
}

/// FSRS-6's 21 weights, inside their box.
public struct Weights: Sendable, Equatable {
  /// w0…w20.
  public let values: [Double]

  /// The indices whose given value lay outside the box and was moved to its edge; ascending.
  public let clippedIndices: [Int]

  /// 21 weights, 19 (FSRS-5) or 17 (FSRS-4.5), which are migrated, or none for the defaults; then clipped
  /// into the box.
  public init(_ values: [Double]) throws(WeightsFailure) {
    for (index, value) in values.enumerated() where !value.isFinite {
      throw .notFinite(index: index)
    }
    switch values.count {
    case 0: self.init(clipping: Self.defaults)
    case 17, 19, 21: self.init(clipping: Self.migrated(values))
    default: throw .count(values.count)
    }
  }

  /// 21 finite weights, clipped.
  init(clipping values: [Double]) {
    var clipped: [Int] = []
    var inside = values
    for index in inside.indices {
      let bounds = Self.box[index]
      inside[index] = values[index].clamped(bounds.lowerBound, bounds.upperBound)
      if inside[index] != values[index] { clipped.append(index) }
    }
    self.values = inside
    clippedIndices = clipped
  }

  /// The defaults of FSRS-6, fitted by its authors to thousands of learners.
  public static let fsrs6Default = Weights(clipping: defaults)

  private static let defaults = [
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614,
    0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
  ]

  /// Lower and upper bound of each weight.
  ///
  /// Source: py-fsrs `scheduler.py`, fsrs-rs `parameter_clipper.rs`.
  public static let box: [ClosedRange<Double>] = [
    0.001...100, 0.001...100, 0.001...100, 0.001...100, 1...10, 0.001...4, 0.001...4, 0.001...0.75, 0...4.5,
    0...0.8, 0.001...3.5, 0.001...5, 0.001...0.25, 0.001...0.9, 0...4, 0...1, 1...6, 0...2, 0...2, 0...0.8,
    0.1...0.8,
  ]

  /// Older sets in FSRS-6's form; they keep their decay of 0.5.
  ///
  /// Source: fsrs-rs `inference.rs`.
  private static func migrated(_ values: [Double]) -> [Double] {
    switch values.count {
    case 17:
      var weights = values
      weights[4] = values[5] * 2 + values[4]
      weights[5] = Libm.log(values[5] * 3 + 1) / 3
      weights[6] = values[6] + 0.5
      return weights + [0, 0, 0, 0.5]
    case 19:
      return values + [0, 0.5]
    default:
      return values
    }
  }
}
