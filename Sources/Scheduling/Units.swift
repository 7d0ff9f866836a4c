/// A span of time in days, whole or fractional.
public struct Days: Sendable, Hashable, Comparable {
  /// The number of days.
  public let value: Double

  /// A span of `value` days.
  public init(_ value: Double) {
    self.value = value
  }

  /// The same span, 86,400,000 ms to the day.
  public init(_ span: Milliseconds) {
    value = Double(span.value) / Milliseconds.perDay
  }

  /// No time at all.
  public static let zero = Days(0)

  /// Shorter before longer.
  public static func < (left: Days, right: Days) -> Bool {
    left.value < right.value
  }
}

/// A span of time in whole milliseconds.
public struct Milliseconds: Sendable, Hashable, Comparable {
  /// The number of milliseconds.
  public let value: Int64

  /// A span of `value` milliseconds.
  public init(_ value: Int64) {
    self.value = value
  }

  /// The same span rounded to the nearest millisecond; saturates, and NaN is no time at all.
  public init(_ span: Days) {
    value = Int64((span.value * Milliseconds.perDay).rounded().saturatingInt)
  }

  /// A span of whole minutes, saturating.
  public static func minutes(_ minutes: Int) -> Milliseconds {
    let (product, overflow) = Int64(minutes).multipliedReportingOverflow(by: 60_000)
    return Milliseconds(overflow ? (minutes < 0 ? Int64.min : Int64.max) : product)
  }

  /// The length of a day.
  static let perDay = 86_400_000.0

  /// Shorter before longer.
  public static func < (left: Milliseconds, right: Milliseconds) -> Bool {
    left.value < right.value
  }
}
