import Language

extension Plot {
  /// Predicted against actual recall: a point on the diagonal is a prediction that came true, and the larger,
  /// the more reviews it stands for.
  static func calibration(_ calibration: Calibration, title: String) -> HTML {
    let (left, top, side) = (40.0, 12.0, 200.0)
    func x(_ share: Double) -> Double { left + side * share }
    func y(_ share: Double) -> Double { top + side * (1 - share) }
    var content: [HTML] = [.element("title", text: title)]
    for share in [0, 0.5, 1.0] {
      content.append(segment(x(0), y(share), x(1), y(share), "grid"))
      content.append(segment(x(share), y(0), x(share), y(1), "grid"))
      content.append(label(percent(share), x: left - 4, y: y(share) + 4, anchor: "end"))
      content.append(label(percent(share), x: x(share), y: top + side + 16, anchor: "middle"))
    }
    content.append(segment(x(0), y(0), x(1), y(1), "axis"))
    let most = Double(max(1, calibration.bins.map(\.reviews).max() ?? 1))
    for bin in calibration.bins {
      guard let predicted = bin.predicted, let actual = bin.actual else { continue }
      let told = "\(percent(predicted)) → \(percent(actual)) (\(bin.recalled)/\(bin.reviews))"
      let place = [
        HTMLAttribute("cx", number(x(predicted))), HTMLAttribute("cy", number(y(actual))),
        HTMLAttribute("r", number(2.5 + 6 * (Double(bin.reviews) / most).squareRoot())), .class("bar dot"),
      ]
      content.append(.element("circle", place, [.element("title", text: told)]))
    }
    return svg(content, title: title, width: left + side + 24, height: top + side + 22)
  }

  private static func segment(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ name: String) -> HTML
  {
    .element(
      "line",
      [
        HTMLAttribute("x1", number(x1)), HTMLAttribute("y1", number(y1)), HTMLAttribute("x2", number(x2)),
        HTMLAttribute("y2", number(y2)), .class(name),
      ]
    )
  }
}
