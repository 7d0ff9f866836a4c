import Language

/// Drawings for the report as values; each says in its title what it shows, for those who cannot see it.
enum Plot {
  /// One bar or point: a name under it, its height, and what stands in its tooltip.
  struct Bar {
    let name: String
    let value: Double
    let told: String
  }

  static let width = 420.0
  static let height = 150.0
  private static let left = 34.0
  private static let right = 8.0
  private static let top = 14.0
  private static let foot = 20.0
  private static let mostLabels = 6

  /// Bars side by side.
  static func bars(_ bars: [Bar], title: String) -> HTML {
    let most = ceiling(of: bars)
    let step = (width - left - right) / Double(max(1, bars.count))
    var content = frame(most, title: title)
    for (index, bar) in bars.enumerated() where bar.value > 0 {
      let length = (height - foot - top) * bar.value / most
      let place = [
        HTMLAttribute("x", number(left + step * (Double(index) + 0.1))),
        HTMLAttribute("y", number(height - foot - length)), HTMLAttribute("width", number(step * 0.8)),
        HTMLAttribute("height", number(length)), HTMLAttribute.class("bar"),
      ]
      content.append(.element("rect", place, [.element("title", text: bar.told)]))
    }
    content += names(of: bars) { left + step * (Double($0) + 0.5) }
    return svg(content, title: title)
  }

  /// A line over time.
  static func line(_ points: [Bar], title: String) -> HTML {
    let most = ceiling(of: points)
    let step = (width - left - right) / Double(max(1, points.count - 1))
    let path = points.enumerated().map { index, point in
      let y = height - foot - (height - foot - top) * point.value / most
      return "\(number(left + Double(index) * step)),\(number(y))"
    }
    let line = HTML.element(
      "polyline",
      [HTMLAttribute("points", path.joined(separator: " ")), .class("line")]
    )
    let names = names(of: points) { left + step * Double($0) }
    return svg(frame(most, title: title) + [line] + names, title: title)
  }

  /// The scale: lines at nothing, half and the top, with their values.
  private static func frame(_ most: Double, title: String) -> [HTML] {
    let steps = [0, 0.5, 1].flatMap { share -> [HTML] in
      let y = height - foot - (height - foot - top) * share
      let line = [
        HTMLAttribute("x1", number(left)), HTMLAttribute("x2", number(width - right)),
        HTMLAttribute("y1", number(y)), HTMLAttribute("y2", number(y)), HTMLAttribute.class("grid"),
      ]
      return [.element("line", line), label(shortNumber(most * share), x: left - 4, y: y + 4, anchor: "end")]
    }
    return [.element("title", text: title)] + steps
  }

  /// Names under some of the bars, evenly spaced.
  private static func names(of bars: [Bar], at place: (Int) -> Double) -> [HTML] {
    let stride = max(1, (bars.count + mostLabels - 1) / mostLabels)
    return bars.indices.filter { $0 % stride == 0 }.map { index in
      let x = place(index)
      let anchor = x < left + 20 ? "start" : x > width - right - 20 ? "end" : "middle"
      return label(bars[index].name, x: x, y: height - 5, anchor: anchor)
    }
  }

  /// The lowest of 1, 2, 5, 10, 20, … that no value exceeds.
  private static func ceiling(of bars: [Bar]) -> Double {
    let most = bars.map(\.value).max() ?? 0
    var power = 1.0
    while power < 1e15 {
      for factor in [1.0, 2, 5] where most <= factor * power { return factor * power }
      power *= 10
    }
    return max(most, 1)
  }

  static func label(_ text: String, x: Double, y: Double, anchor: String = "start") -> HTML {
    .element(
      "text",
      [HTMLAttribute("x", number(x)), HTMLAttribute("y", number(y)), HTMLAttribute("text-anchor", anchor)],
      text: text
    )
  }

  static func svg(_ content: [HTML], title: String, width: Double = width, height: Double = height) -> HTML {
    let box = "0 0 \(number(width)) \(number(height))"
    return .element(
      "svg",
      [HTMLAttribute("viewBox", box), HTMLAttribute("role", "img"), HTMLAttribute("aria-label", title)],
      content
    )
  }

  /// A length with at most two decimal places.
  static func number(_ value: Double) -> String {
    var bytes: [UInt8] = []
    appendShortest(of: (value * 100).rounded() / 100, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
