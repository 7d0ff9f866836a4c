import Language
import Study

extension ProgressPage {
  private static let mostBars = 100
  private static let mostWeeks = 53

  var summary: HTML {
    let reviews = learners.reduce(0) { $0 + $1.reviews }
    let minutes = Double(learners.reduce(0) { $0 &+ $1.milliseconds }) / 60_000
    var facts: [(String, String)] = isClass ? [(told("学习者", "Learners"), "\(learners.count)")] : []
    facts.append((told("复习", "Reviews"), "\(reviews)"))
    facts.append((told("用时", "Time"), StatisticsWords.duration(minutes: minutes).text(in: language)))
    if !isClass, let row = learners.first {
      facts.append((told("学习天数", "Days studied"), "\(row.daysActive)"))
      facts.append((told("连续天数", "Days in a row"), "\(row.streak)"))
      facts.append(
        (told("约记得", "Remembered, about"), "\(shortNumber(row.expectedRemembered))/\(row.cardsTotal)")
      )
    }
    if let share = recall.retention { facts.append((told("复习时记得", "Recalled at review"), percent(share))) }
    if let share = recall.youngRetention {
      facts.append((told("间隔不到 21 天", "under 21 days"), percent(share)))
    }
    if let share = recall.matureRetention {
      facts.append((told("间隔 21 天以上", "21 days and more"), percent(share)))
    }
    return .element(
      "dl",
      [.class("facts")],
      facts.map { name, figure in
        .element("div", [], [.element("dt", text: name), .element("dd", text: figure)])
      }
    )
  }

  var plots: HTML {
    let sums = spread
    let reviews = sums.isWeekly ? told("每周的复习次数", "Reviews a week") : told("每天的复习次数", "Reviews a day")
    let minutes = sums.isWeekly ? told("每周的分钟数", "Minutes a week") : told("每天的分钟数", "Minutes a day")
    let ahead = told("今后两周到期的卡片", "Cards due in the coming two weeks")
    var all = [
      figure(reviews, Plot.bars(bars(sums.sums) { Double($0.reviews) }, title: reviews)),
      figure(minutes, Plot.bars(bars(sums.sums) { Double($0.milliseconds) / 60_000 }, title: minutes)),
    ]
    if !isClass {
      let remembered = told("约记得的卡片", "Cards remembered, about")
      let days = days.sorted { $0.key < $1.key }.map { (day: $0.key, sum: $0.value) }
      all.append(figure(remembered, Plot.line(bars(days) { $0.remembered }, title: remembered)))
    }
    all.append(figure(ahead, Plot.bars(dueBars, title: ahead)))
    all.append(calendar)
    if let plot = calibrationPlot { all.append(plot) }
    return .element("div", [.class("plots")], all)
  }

  /// The sums of all days between the first and the last review, or of weeks where that would be too many.
  private var spread: (sums: [(day: StudyDay, sum: DaySum)], isWeekly: Bool) {
    guard let first = days.keys.min(), let last = days.keys.max() else { return ([], false) }
    let isWeekly = last.since(first) >= Self.mostBars
    let start = isWeekly ? first.monday : first
    let step = isWeekly ? 7 : 1
    // Clocks that ran years off would make more bars than anyone sees: then only what has reviews is drawn.
    guard last.since(start) / step < 20 * Self.mostBars else {
      return (days.sorted { $0.key < $1.key }.map { (day: $0.key, sum: $0.value) }, false)
    }
    var sums = (0...(last.since(start) / step)).map { (day: start.advanced(by: step * $0), sum: DaySum()) }
    for (day, sum) in days {
      let index = day.since(start) / step
      guard sums.indices.contains(index) else { continue }
      sums[index].sum.reviews += sum.reviews
      sums[index].sum.milliseconds &+= sum.milliseconds
    }
    return (sums, isWeekly)
  }

  private func bars(_ days: [(day: StudyDay, sum: DaySum)], _ value: (DaySum) -> Double) -> [Plot.Bar] {
    days.map { day, sum in
      let value = value(sum)
      return Plot.Bar(
        name: String(day.text.dropFirst(5)),
        value: value,
        told: "\(day.text): \(shortNumber(value))"
      )
    }
  }

  private var dueBars: [Plot.Bar] {
    let today = StudyCalendar().day(of: moment)
    return due.enumerated().map { wait, count in
      let day = today.advanced(by: wait).text
      return Plot.Bar(name: String(day.dropFirst(5)), value: Double(count), told: "\(day): \(count)")
    }
  }

  private var calendar: HTML {
    let title = told("复习日历", "Calendar of reviews")
    let figures = days.sorted { $0.key < $1.key }.map { day, sum in
      var figures = DayFigures(day: day)
      figures.reviews = sum.reviews
      return figures
    }
    let map = HeatMap(figures, upTo: StudyCalendar().day(of: moment), weeks: Self.mostWeeks)
    let plot = Plot.calendar(map, months: StatisticsWords.months, language: language, title: title)
    return figure(title, plot, words: told("一天最多 \(map.most) 次。", "At most \(map.most) a day."))
  }

  private var calibrationPlot: HTML? {
    guard let predicted = calibration.predicted, let actual = calibration.actual else { return nil }
    let name = told("预测（横）与实际（纵）的回忆率", "Recall predicted (across) and actual (up)")
    let words = told(
      "平均预测 \(percent(predicted))，实际 \(percent(actual))，共 \(calibration.reviews) 次。",
      "Predicted \(percent(predicted)) on average, actual \(percent(actual)), in \(calibration.reviews) reviews."
    )
    return figure(name, Plot.calibration(calibration, title: name), words: words, form: "square")
  }

  private func figure(_ title: String, _ plot: HTML, words: String? = nil, form: String = "plot") -> HTML {
    let caption = HTML.element("h2", text: title)
    let note = words.map { [HTML.element("p", [.class("note")], text: $0)] } ?? []
    return .element("section", [.class(form)], [caption, plot] + note)
  }
}
