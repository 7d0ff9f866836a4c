public import Scheduling

/// A point in time: milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
public struct Instant: Sendable, Hashable, Comparable {
  /// Milliseconds since the epoch; negative before 1970.
  public let milliseconds: Int64

  /// The instant so many milliseconds after the epoch.
  public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// Whether the left instant comes first.
  public static func < (left: Instant, right: Instant) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// The instant later by a duration; saturates at the ends of the range.
  public func advanced(by duration: Milliseconds) -> Instant {
    let (sum, overflow) = milliseconds.addingReportingOverflow(duration.value)
    guard overflow else { return Instant(milliseconds: sum) }
    return Instant(milliseconds: duration.value > 0 ? .max : .min)
  }

  /// The exact time from another instant to this one; negative when this one is earlier.
  public func since(_ earlier: Instant) -> Milliseconds {
    let (difference, overflow) = milliseconds.subtractingReportingOverflow(earlier.milliseconds)
    guard overflow else { return Milliseconds(difference) }
    return Milliseconds(earlier.milliseconds > 0 ? .min : .max)
  }
}

/// Local time minus UTC, in minutes: 480 for Beijing.
public struct UTCOffset: Sendable, Hashable {
  /// Minutes east of UTC, -1,440…1,440.
  public let minutes: Int

  /// An offset of so many minutes, clamped to a day either way.
  public init(minutes: Int) {
    self.minutes = min(max(minutes, -1_440), 1_440)
  }

  /// UTC itself.
  public static let zero = UTCOffset(minutes: 0)
}

/// What a clock on the learner's wall shows: an instant and the zone's offset at that instant.
public struct Moment: Sendable, Hashable {
  /// The instant in UTC.
  public let instant: Instant

  /// The zone's offset at that instant.
  public let offset: UTCOffset

  /// The moment at an instant under an offset.
  public init(_ instant: Instant, offset: UTCOffset) {
    self.instant = instant
    self.offset = offset
  }

  /// Milliseconds since the epoch as the local clock reads them.
  public var localMilliseconds: Int64 {
    instant.advanced(by: Milliseconds(Int64(offset.minutes) * 60_000)).milliseconds
  }
}

/// The rules of a time zone, as far as Wengu needs them.
public protocol ZoneRules: Sendable {
  /// The offset in force at an instant.
  func offset(at instant: Instant) -> UTCOffset
}

/// A zone whose offset never changes.
public struct FixedZone: ZoneRules {
  /// The one offset.
  public let offset: UTCOffset

  /// The zone of an offset.
  public init(_ offset: UTCOffset) {
    self.offset = offset
  }

  /// The one offset, whatever the instant.
  public func offset(at instant: Instant) -> UTCOffset {
    offset
  }
}
