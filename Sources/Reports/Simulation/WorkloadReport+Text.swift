import Language
import Scheduling
import Study

extension WorkloadReport {
  /// The report as lines for a terminal.
  public func lines(_ style: TextStyle) -> [String] {
    func words(_ zh: String, _ en: String) -> String { Bilingual(zh: zh, en: en).text(in: style.language) }
    let target = decimals(retention, 2)
    let title = words(
      "\(scheduler.rawValue)，希望还记得的把握 \(target)：学过 \(known) 张，新卡片 \(unseen) 张，\(days.count) 天",
      "\(scheduler.rawValue) at desired retention \(target): \(known) cards seen, \(unseen) new, \(days.count) days"
    )
    let header = [
      words("从", "from"), words("每天新学", "new/day"), words("每天复习", "reviews/day"),
      words("每天分钟", "minutes/day"), words("答对", "recalled"), words("末日记得", "memorised"),
    ]
    let course = figureTable([header] + stretches.map(row), labels: 1)
    let advice = curve.cheapest.map { cheapest in
      words(
        "每记住一张最省时间的是 \(decimals(cheapest.retention, 2))；现在是 \(target)",
        "a memorised card costs least at \(decimals(cheapest.retention, 2)); \(target) is in use"
      )
    }
    let heading = words("换一个希望还记得的把握", "Other desired retentions")
    return [title, ""] + course + ["", heading] + curveLines(style)
      + ["", advice ?? ""].dropLast(advice == nil ? 2 : 0)
  }

  /// The days in at most thirteen stretches of equal length.
  private var stretches: [Range<Int>] {
    let length = max((days.count + 12) / 13, 1)
    return stride(from: 0, to: days.count, by: length).map { $0..<min($0 + length, days.count) }
  }

  private func row(_ stretch: Range<Int>) -> [String] {
    let part = days[stretch]
    let count = Double(part.count)
    let reviews = part.reduce(0) { $0 + $1.reviews }
    let recalled = part.reduce(0) { $0 + $1.recalled }
    return [
      start.advanced(by: stretch.lowerBound).text,
      shortNumber(part.reduce(0) { $0 + $1.learned } / count), shortNumber(reviews / count),
      shortNumber(part.reduce(0) { $0 + $1.seconds } / 60 / count),
      reviews > 0 ? percent(recalled / reviews) : "–",
      shortNumber(part.last?.memorised ?? 0),
    ]
  }

  private func curveLines(_ style: TextStyle) -> [String] {
    func words(_ zh: String, _ en: String) -> String { Bilingual(zh: zh, en: en).text(in: style.language) }
    let header = [
      words("把握", "retention"), words("每天复习", "reviews/day"), words("每天分钟", "minutes/day"),
      words("末日记得", "memorised"), words("每张秒数", "seconds each"),
    ]
    let rows = curve.map { point in
      [
        decimals(point.retention, 2), shortNumber(point.reviewsPerDay), shortNumber(point.minutesPerDay),
        shortNumber(point.memorised), shortNumber(point.secondsPerMemorised),
      ]
    }
    let lines = figureTable([header] + rows)
    let most = curve.map(\.secondsPerMemorised).filter(\.isFinite).max() ?? 1
    let columns = min(24, style.width - 16 - (lines.map { displayWidth(of: $0) }.max() ?? 0))
    return zip(lines, [nil] + curve.map(Optional.some)).map { line, point in
      guard let point else { return line }
      var line = line
      if style.hasBars, columns >= 8 {
        line += "  " + bar(point.secondsPerMemorised / most, columns: columns)
      }
      if point == curve.cheapest { line += words("  ← 最省", "  ← least") }
      if point == current { line += words("  ← 现在", "  ← in use") }
      return line
    }
  }
}
