import Language
import Study

extension Plot {
  /// A calendar of reviews, a column a week, Monday at the top.
  static func calendar(_ map: HeatMap, months: [Bilingual], language: InterfaceLanguage, title: String)
    -> HTML
  {
    let side = min(14, width / Double(max(1, map.weeks.count)))
    let top = 16.0
    var content: [HTML] = [.element("title", text: title)]
    var last: Int?
    var free = 0.0
    for (number, week) in map.weeks.enumerated() {
      let x = Double(number) * side
      for (weekday, cell) in week.enumerated() {
        guard let cell else { continue }
        let place = [
          HTMLAttribute("x", Self.number(x + 1)),
          HTMLAttribute("y", Self.number(top + Double(weekday) * side)),
          HTMLAttribute("width", Self.number(side - 1.5)), HTMLAttribute("height", Self.number(side - 1.5)),
          .class("l\(cell.level)"),
        ]
        content.append(
          .element("rect", place, [.element("title", text: "\(cell.day.text): \(cell.reviews)")])
        )
      }
      guard let day = week.compactMap(\.self).last?.day else { continue }
      let month = CivilDate(daysSinceEpoch: day.number).month
      if month != last, x >= free, months.indices.contains(month - 1) {
        content.append(label(months[month - 1].text(in: language), x: x, y: 11))
        free = x + 34
      }
      last = month
    }
    return svg(content, title: title, height: top + 7 * side)
  }
}
