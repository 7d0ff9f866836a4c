import Study

/// Reviews a day as a calendar: a column a week that begins on Monday, shaded in four steps.
struct HeatMap: Sendable, Equatable {
  /// A day of the calendar.
  struct Cell: Sendable, Equatable {
    let day: StudyDay
    let reviews: Int
    /// 0 without reviews, else 1…4: the quarter of the busiest day's reviews into which it falls.
    let level: Int
  }

  /// The weeks, oldest first; each has seven days, of which those after today are nil.
  let weeks: [[Cell?]]

  /// The most reviews on one of the days.
  let most: Int

  /// The weeks from the first review up to today, at most so many.
  init(_ days: [DayFigures], upTo today: StudyDay, weeks limit: Int) {
    let monday = today.monday
    let first = days.first { $0.day <= today }?.day.monday ?? monday
    let count = max(1, min(limit, monday.since(first) / 7 + 1))
    let start = monday.advanced(by: -7 * (count - 1))
    let shown = days.filter { start <= $0.day && $0.day <= today }
    let most = shown.map(\.reviews).max() ?? 0
    let reviews = Dictionary(shown.map { ($0.day, $0.reviews) }, uniquingKeysWith: { first, _ in first })
    self.most = most
    weeks = (0..<count).map { week in
      (0..<7).map { weekday in
        let day = start.advanced(by: 7 * week + weekday)
        guard day <= today else { return nil }
        let done = reviews[day] ?? 0
        return Cell(day: day, reviews: done, level: Self.level(of: done, most: most))
      }
    }
  }

  /// The levels that occur, each with the reviews it stands for.
  var steps: [(level: Int, reviews: ClosedRange<Int>)] {
    (1...4).compactMap { level in
      let (low, high) = ((level - 1) * most / 4 + 1, level * most / 4)
      return low <= high ? (level, low...high) : nil
    }
  }

  private static func level(of reviews: Int, most: Int) -> Int {
    reviews <= 0 ? 0 : (4 * reviews + most - 1) / most
  }
}

extension StudyDay {
  /// The Monday of its week.
  var monday: StudyDay { advanced(by: -weekday) }

  /// Its place in the week: Monday 0 … Sunday 6.
  ///
  /// The first of January 1970 was a Thursday.
  var weekday: Int { ((number % 7) + 10) % 7 }
}
