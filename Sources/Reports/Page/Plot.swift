import Language

/// A drawing for the report as a value, with its title and what it shows in words for those who cannot see it.
struct Plot {
  /// One bar: a name under it, its height, and what stands in its tooltip.
  struct Bar {
    let name: String
    let value: Double
    let told: String
  }

  private static let width = 640.0
  private static let height = 180.0
  private static let foot = 22.0

  /// Bars side by side; the highest fills the drawing.
  static func bars(_ bars: [Bar], title: String) -> HTML {
    let most = max(bars.map(\.value).max() ?? 0, .leastNormalMagnitude)
    let step = width / Double(max(1, bars.count))
    let stride = max(1, (bars.count + 9) / 10)
    var content: [HTML] = [.element("title", text: title)]
    for (index, bar) in bars.enumerated() {
      let length = (height - foot - 12) * bar.value / most
      let x = Double(index) * step
      content.append(
        .element(
          "rect",
          [
            HTMLAttribute("x", number(x + step * 0.1)), HTMLAttribute("y", number(height - foot - length)),
            HTMLAttribute("width", number(step * 0.8)), HTMLAttribute("height", number(length)),
            .class("bar"),
          ],
          [.element("title", text: bar.told)]
        )
      )
      if index % stride == 0 {
        content.append(label(bar.name, x: x + step * 0.1, y: height - 6))
      }
    }
    return svg(content, title: title)
  }

  /// A line over time, from 0 up to a greatest value.
  static func line(_ points: [Bar], title: String) -> HTML {
    let most = max(points.map(\.value).max() ?? 0, .leastNormalMagnitude)
    let step = width / Double(max(1, points.count - 1))
    let path = points.enumerated().map { index, point in
      "\(number(Double(index) * step)),\(number(height - foot - (height - foot - 12) * point.value / most))"
    }
    var content: [HTML] = [
      .element("title", text: title),
      .element("polyline", [HTMLAttribute("points", path.joined(separator: " ")), .class("line")]),
    ]
    if let first = points.first, let last = points.last {
      content.append(label(first.name, x: 0, y: height - 6))
      content.append(label(last.told, x: width, y: 10, anchor: "end"))
      if points.count > 1 { content.append(label(last.name, x: width, y: height - 6, anchor: "end")) }
    }
    return svg(content, title: title)
  }

  /// Predicted against actual recall: a point on the diagonal is a prediction that came true.
  static func calibration(_ calibration: Calibration, title: String) -> HTML {
    let side = height - foot
    var content: [HTML] = [
      .element("title", text: title),
      .element(
        "line",
        [
          HTMLAttribute("x1", "30"), HTMLAttribute("y1", number(side)),
          HTMLAttribute("x2", number(30 + side)), HTMLAttribute("y2", "0"), .class("axis"),
        ]
      ),
    ]
    let most = Double(max(1, calibration.bins.map(\.reviews).max() ?? 1))
    for bin in calibration.bins {
      guard let predicted = bin.predicted, let actual = bin.actual else { continue }
      content.append(
        .element(
          "circle",
          [
            HTMLAttribute("cx", number(30 + side * predicted)),
            HTMLAttribute("cy", number(side * (1 - actual))),
            HTMLAttribute("r", number(2 + 5 * (Double(bin.reviews) / most).squareRoot())), .class("bar"),
          ],
          [.element("title", text: "\(percent(predicted)) → \(percent(actual)) (\(bin.reviews))")]
        )
      )
    }
    content.append(label("0", x: 26, y: side, anchor: "end"))
    content.append(label("1", x: 26, y: 10, anchor: "end"))
    content.append(label("0", x: 30, y: height - 6))
    content.append(label("1", x: 30 + side, y: height - 6, anchor: "end"))
    return svg(content, title: title)
  }

  private static func label(_ text: String, x: Double, y: Double, anchor: String = "start") -> HTML {
    .element(
      "text",
      [HTMLAttribute("x", number(x)), HTMLAttribute("y", number(y)), HTMLAttribute("text-anchor", anchor)],
      text: text
    )
  }

  private static func svg(_ content: [HTML], title: String) -> HTML {
    let box = "0 0 \(number(width)) \(number(height))"
    return .element(
      "svg",
      [HTMLAttribute("viewBox", box), HTMLAttribute("role", "img"), HTMLAttribute("aria-label", title)],
      content
    )
  }

  /// A length with at most two decimal places.
  private static func number(_ value: Double) -> String {
    var bytes: [UInt8] = []
    appendShortest(of: (value * 100).rounded() / 100, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
