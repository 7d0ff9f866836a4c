import Scheduling

/// A learner's local day, numbered from 1970-01-01, that turns over at the rollover hour.
public struct StudyDay: Sendable, Hashable, Comparable {
  /// Days since 1970-01-01 in local time.
  public let number: Int

  /// The study day with a number.
  public init(number: Int) {
    self.number = number
  }

  /// Whether the left day comes first.
  public static func < (left: StudyDay, right: StudyDay) -> Bool {
    left.number < right.number
  }

  /// The day so many days later; saturates at the ends of the range.
  public func advanced(by days: Int) -> StudyDay {
    let (sum, overflow) = number.addingReportingOverflow(days)
    guard overflow else { return StudyDay(number: sum) }
    return StudyDay(number: days > 0 ? .max : .min)
  }

  /// Whole days from another study day to this one; negative when this one is earlier.
  public func since(_ earlier: StudyDay) -> Int {
    let (difference, overflow) = number.subtractingReportingOverflow(earlier.number)
    guard overflow else { return difference }
    return earlier.number > 0 ? .min : .max
  }
}

/// How instants fall into study days.
public struct StudyCalendar: Sendable, Hashable {
  /// The local hour at which a study day begins, 0…23.
  public let rolloverHour: Int

  /// A calendar whose days begin at an hour, clamped to 0…23.
  public init(rolloverHour: Int = 4) {
    self.rolloverHour = min(max(rolloverHour, 0), 23)
  }

  private static let millisecondsPerDay: Int64 = 86_400_000

  private var rollover: Milliseconds {
    Milliseconds(Int64(rolloverHour) * 3_600_000)
  }

  /// The study day that a moment falls into.
  public func day(of moment: Moment) -> StudyDay {
    let shifted = Instant(milliseconds: moment.localMilliseconds).advanced(by: Milliseconds(-rollover.value))
    let (quotient, remainder) = shifted.milliseconds.quotientAndRemainder(dividingBy: Self.millisecondsPerDay)
    return StudyDay(number: Int(remainder < 0 ? quotient - 1 : quotient))
  }

  /// The first instant of a study day in a zone.
  ///
  /// Where the zone's offset changes in that night, the offset in force at the result is used;
  /// a local time that the change skips begins as the clocks have gone forward.
  public func start(of day: StudyDay, in zone: some ZoneRules) -> Instant {
    let days = min(max(Int64(day.number), -100_000_000), 100_000_000)
    let local = Instant(milliseconds: days * Self.millisecondsPerDay + rollover.value)
    let guess = local.advanced(by: Milliseconds(-Int64(zone.offset(at: local).minutes) * 60_000))
    return local.advanced(by: Milliseconds(-Int64(zone.offset(at: guess).minutes) * 60_000))
  }
}
