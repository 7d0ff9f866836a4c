import Cards
import Scheduling
public import Study

/// How many cards fall due, now and in the coming study days.
///
/// Suspended and retired cards do not count; a card buried today counts tomorrow. The day's limits are not
/// taken off: this is what waits, not what will be asked.
public struct DueForecast: Sendable, Equatable {
  /// The study day of the report.
  public let today: StudyDay

  /// Cards that could be asked at this moment: reviews of today and before, and learning steps that are due.
  public internal(set) var now = 0

  /// Cards that fall due on today (all that is overdue included), tomorrow, and so on; eight days.
  public internal(set) var byDay: [Int]

  /// The number of days told, today included.
  public static let length = 8

  /// Cards that fall due by the end of today.
  public var dueToday: Int { byDay.first ?? 0 }

  /// Cards that fall due on the next study day.
  public var dueTomorrow: Int { byDay.dropFirst().first ?? 0 }

  /// Cards that fall due in the seven study days after today.
  public var dueInNextWeek: Int { byDay.dropFirst().reduce(0, +) }

  /// Counts cards at a moment.
  init(_ candidates: [Candidate], calendar: StudyCalendar, at moment: Moment) {
    today = calendar.day(of: moment)
    byDay = Array(repeating: 0, count: Self.length)
    for candidate in candidates where !candidate.progress.isSuspended {
      add(candidate.progress, calendar: calendar, at: moment)
    }
  }

  private mutating func add(_ progress: CardProgress, calendar: StudyCalendar, at moment: Moment) {
    let day: StudyDay
    let isDue: Bool
    switch progress.due {
    case .at(let instant)?:
      day = calendar.day(of: Moment(instant, offset: moment.offset))
      isDue = instant <= moment.instant
    case .day(let due)?:
      day = due
      isDue = due <= today
    case nil: return
    }
    let isBuried = progress.isHidden(on: today)
    if isDue, !isBuried { now += 1 }
    let wait = max(isBuried ? 1 : 0, day.since(today))
    if byDay.indices.contains(wait) { byDay[wait] += 1 }
  }
}
