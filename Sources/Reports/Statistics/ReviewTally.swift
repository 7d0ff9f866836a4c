public import Cards
import Scheduling
public import Study

/// What one pass over a learner's reviews counts, by study day and by card.
///
/// This is the only place where reviews are counted: the terminal's statistics, the tables `days`,
/// `learners` and `items`, and the report read their figures from here. Undone reviews do not count.
public struct ReviewTally: Sendable {
  /// What happened to one card.
  public struct CardFigures: Sendable, Equatable {
    /// Reviews of all kinds.
    public internal(set) var reviews = 0
    /// Reviews rated again, in whatever state.
    public internal(set) var again = 0
    /// The time they took.
    public internal(set) var milliseconds: Int64 = 0
    /// How it was recalled in review.
    public internal(set) var recall = RecallTally()

    /// A card that was never reviewed.
    public init() {}
  }

  /// The figures of each card that was reviewed.
  public private(set) var cards: [CardID: CardFigures] = [:]

  private let calendar: StudyCalendar
  private var byDay: [StudyDay: DayFigures] = [:]

  /// A tally that has counted nothing.
  public init(calendar: StudyCalendar) {
    self.calendar = calendar
  }

  /// Counts a review.
  public mutating func add(_ transition: ReviewTransition, isUndone: Bool) {
    guard !isUndone else { return }
    let day = calendar.day(of: transition.event.moment)
    byDay[day, default: DayFigures(day: day)].add(transition)
    cards[transition.before.card, default: CardFigures()].add(transition)
  }

  /// The days on which something was done, in order.
  public var days: [DayFigures] {
    byDay.values.sorted { $0.day < $1.day }
  }

  /// What was done on a day.
  public func figures(of day: StudyDay) -> DayFigures {
    byDay[day] ?? DayFigures(day: day)
  }

  /// The days in a row with at least one review, up to a day; that day may still be without one.
  public func streak(upTo day: StudyDay) -> Int {
    var last = byDay[day] == nil ? day.advanced(by: -1) : day
    var length = 0
    while byDay[last] != nil {
      length += 1
      last = last.advanced(by: -1)
    }
    return length
  }
}

extension ReviewTally.CardFigures {
  mutating func add(_ transition: ReviewTransition) {
    reviews += 1
    if transition.review.rating == .again { again += 1 }
    milliseconds &+= transition.review.duration.value
    recall.add(transition)
  }
}
