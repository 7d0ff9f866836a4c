import Language
import Study

extension StatisticsText {
  private static let longestCalendar = 53
  private static let weeksOfTime = 8

  /// The calendar of reviews: weekdays down, weeks across, with months above and the steps below.
  var calendar: [String] {
    guard statistics.reviews > 0 else { return [] }
    let names = StatisticsWords.weekdays.map(words)
    let margin = 2 + (names.map { displayWidth(of: $0) }.max() ?? 0) + 2
    let room = style.width - margin
    let map = HeatMap(
      statistics.days,
      upTo: statistics.today.day,
      weeks: min(Self.longestCalendar, max(1, room))
    )
    let cell = map.weeks.count * 2 <= room ? 2 : 1
    let rows = names.indices.map { weekday in
      let shades = map.weeks.map { week -> String in
        padded(week[weekday].map { shade($0.level) } ?? "", to: cell)
      }
      return trimmedEnd("  " + padded(names[weekday], to: margin - 2) + shades.joined())
    }
    let months = trimmedEnd(String(repeating: " ", count: margin) + months(of: map, cell: cell))
    return [words(StatisticsWords.calendar), months] + rows + legend(of: map)
  }

  private func shade(_ level: Int) -> String {
    let shades = style.hasBars ? ["·", "░", "▒", "▓", "█"] : [".", "-", "+", "*", "#"]
    return shades.indices.contains(level) ? shades[level] : ""
  }

  /// The names of the months above the weeks in which they begin, where there is room.
  private func months(of map: HeatMap, cell: Int) -> String {
    var line = ""
    var last: Int?
    for (number, week) in map.weeks.enumerated() {
      guard let day = week.compactMap(\.self).last?.day else { continue }
      let month = CivilDate(daysSinceEpoch: day.number).month
      defer { last = month }
      let isFree = line.isEmpty || displayWidth(of: line) < number * cell
      guard month != last, isFree, StatisticsWords.months.indices.contains(month - 1) else { continue }
      line = padded(line, to: number * cell) + words(StatisticsWords.months[month - 1])
    }
    return line
  }

  private func legend(of map: HeatMap) -> [String] {
    let steps = map.steps.map { step in
      let (low, high) = (step.reviews.lowerBound, step.reviews.upperBound)
      return shade(step.level) + " " + (low == high ? "\(low)" : "\(low)–\(high)")
    }
    let parts = [shade(0) + " 0"] + steps
    let plain = style.hasBars ? parts : parts.map { $0.replacing("–", with: "-") }
    return flowed(plain, separator: "  ", after: "  ", indent: 2, width: style.width)
  }

  /// The time spent in all, on a day of study, and on a review.
  var timeSpent: [Bilingual] {
    guard let day = statistics.minutesPerDay, let review = statistics.secondsPerReview else { return [] }
    return [
      StatisticsWords.inAll(minutes: Double(statistics.milliseconds) / 60_000),
      StatisticsWords.minutesPerDay(shortNumber(day)), StatisticsWords.secondsPerReview(shortNumber(review)),
    ]
  }

  /// The minutes of the last weeks.
  var time: [String] {
    let today = statistics.today.day
    let studied = statistics.days.filter { $0.day <= today }
    guard let first = studied.first, first.day.monday != today.monday else { return [] }
    let weeks = min(Self.weeksOfTime, today.monday.since(first.day.monday) / 7 + 1)
    let minutes = (0..<weeks).map { week -> (monday: StudyDay, minutes: Double) in
      let monday = today.monday.advanced(by: -7 * (weeks - 1 - week))
      let own = studied.filter { $0.day.monday == monday }
      return (monday, own.reduce(0) { $0 + $1.minutes })
    }
    let most = minutes.map(\.minutes).max() ?? 0
    guard most > 0 else { return [] }
    let rows = minutes.map { week in
      TableLine(
        label: String(week.monday.text.dropFirst(5)),
        figures: [words(StatisticsWords.minutes(shortNumber(week.minutes)))],
        share: week.minutes / most
      )
    }
    return [words(StatisticsWords.timeByWeek)] + table(rows)
  }

  /// What was predicted beside what was recalled.
  var calibration: [String] {
    let calibration = statistics.calibration
    guard let predicted = calibration.predicted, let actual = calibration.actual,
      let error = calibration.error
    else { return [] }
    let width = 100 / Calibration.count
    let rows = calibration.bins.enumerated().compactMap { index, bin -> TableLine? in
      bin.actual.map { actual in
        TableLine(
          label: words(StatisticsWords.predicted(from: index * width, to: (index + 1) * width)),
          figures: [percent(actual), words(StatisticsWords.recalled(bin.recalled, of: bin.reviews))],
          share: actual
        )
      }
    }
    let sums = [
      StatisticsWords.predictedMean(percent(predicted)), StatisticsWords.actualMean(percent(actual)),
      StatisticsWords.calibrationError(shortNumber(error * 100)),
    ]
    let sum = flowed(sums.map(words), separator: separator, after: "  ", indent: 2, width: style.width)
    return [words(StatisticsWords.calibration)] + table(rows) + sum
  }
}
