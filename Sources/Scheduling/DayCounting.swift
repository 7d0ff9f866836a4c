/// How the days between two reviews are counted.
public enum DayCounting: Sendable, Equatable {
  /// The difference of study days, which turn over at this local hour, 0…23. The product's way, and Anki's.
  case studyDays(rolloverHour: Int)
  /// Full periods of 24 hours, as py-fsrs counts.
  case whole24Hours
  /// The fraction of days.
  case exact

  /// The number of the study day that an instant belongs to; 0 began on 1 January 1970 at the rollover.
  ///
  /// - Parameters:
  ///   - instant: milliseconds since 1970 UTC.
  ///   - utcOffsetMinutes: local time minus UTC.
  ///   - rolloverHour: the hour at which the day turns over, 0…23.
  /// - Returns: the day's number.
  public static func studyDay(at instant: Int64, utcOffsetMinutes: Int, rolloverHour: Int) -> Int {
    let local = bounded(instant) + shift(utcOffsetMinutes, rolloverHour)
    return Int((local / Milliseconds.perDay).rounded(.down))
  }

  /// The days from one review to the next; 0 where the clock went back.
  ///
  /// - Parameters:
  ///   - earlier: milliseconds since 1970 UTC, and the offset of local time then.
  ///   - later: likewise.
  /// - Returns: whole days, or a fraction under `.exact`.
  public func elapsed(
    from earlier: (instant: Int64, utcOffsetMinutes: Int),
    to later: (instant: Int64, utcOffsetMinutes: Int)
  ) -> Days {
    let days: Double
    switch self {
    case .studyDays(let hour):
      func day(_ time: (instant: Int64, utcOffsetMinutes: Int)) -> Int {
        Self.studyDay(at: time.instant, utcOffsetMinutes: time.utcOffsetMinutes, rolloverHour: hour)
      }
      days = Double(day(later) - day(earlier))
    case .whole24Hours:
      days = ((Self.bounded(later.instant) - Self.bounded(earlier.instant)) / Milliseconds.perDay)
        .rounded(.down)
    case .exact:
      days = (Self.bounded(later.instant) - Self.bounded(earlier.instant)) / Milliseconds.perDay
    }
    return Days(days > 0 ? days : 0)
  }

  /// When a card is due, in milliseconds since 1970 UTC.
  ///
  /// A step is due to the millisecond; a review at the start of its study day, or, where study days are not
  /// counted, whole days later.
  public func due(_ interval: Interval, after instant: Int64, utcOffsetMinutes: Int) -> Int64 {
    let start = Self.bounded(instant)
    switch interval {
    case .exact(let span): return Int64(start + Double(span.value).clamped(0, Self.limit))
    case .days(let count):
      let days = Double(count).clamped(0, 100_000)
      switch self {
      case .whole24Hours, .exact: return Int64(start + days * Milliseconds.perDay)
      case .studyDays(let hour):
        let day = Self.studyDay(at: instant, utcOffsetMinutes: utcOffsetMinutes, rolloverHour: hour)
        return Int64((Double(day) + days) * Milliseconds.perDay - Self.shift(utcOffsetMinutes, hour))
      }
    }
  }

  private static let limit = 4e15

  /// An instant as a number that leaves room for arithmetic: some hundred thousand years around 1970.
  private static func bounded(_ instant: Int64) -> Double {
    Double(instant).clamped(-limit, limit)
  }

  private static func shift(_ utcOffsetMinutes: Int, _ rolloverHour: Int) -> Double {
    Double(utcOffsetMinutes).clamped(-1440, 1440) * 60_000 - Double(rolloverHour).clamped(0, 23) * 3_600_000
  }
}
