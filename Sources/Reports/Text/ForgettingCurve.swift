import Language
import Scheduling
public import Study

/// How the chance of recalling a card falls after its last review, as a picture of characters.
public struct ForgettingCurve: Sendable, Equatable {
  /// The chance of recall at equal steps from the last review on, 0…1 each; at least two.
  public let values: [Double]

  /// The days that the picture spans.
  public let span: Double

  /// Days since the last review now.
  public let now: Double

  /// Days from the last review until it is due; nil for a card that is not.
  public let due: Double?

  /// The curve of a card; nil where the scheduler knows no chance of recall.
  ///
  /// It reaches as far as now and the due day, and half as far again.
  /// - Parameters:
  ///   - progress: the card.
  ///   - grading: the learner's scheduler.
  ///   - moment: now.
  ///   - columns: how many values, at least two.
  public init?(of progress: CardProgress, grading: Grading, at moment: Moment, columns: Int) {
    guard progress.lastReview != nil,
      grading.scheduler.retrievability(of: progress.state, elapsed: .zero) != nil
    else { return nil }
    let elapsed = grading.elapsed(of: progress, at: moment).value
    let interval = progress.interval?.days.value
    let span = max(elapsed, interval ?? 0, 0.5) * 1.5
    let steps = max(2, min(columns, 1_000))
    values = (0..<steps).compactMap { step in
      let days = span * Double(step) / Double(steps - 1)
      return grading.scheduler.retrievability(of: progress.state, elapsed: Days(days))
    }
    guard values.count == steps, values.allSatisfy({ $0.isFinite }) else { return nil }
    self.span = span
    now = elapsed
    due = interval
  }
}

extension ForgettingCurve {
  /// The curve in characters; in plain ASCII where the style has no block characters.
  ///
  /// - Parameters:
  ///   - style: how wide it may be, and in which language.
  ///   - rows: the height of the plot without its axis, at least 3.
  /// - Returns: lines, none wider than the style's width.
  public func lines(_ style: TextStyle, rows: Int = 7) -> [String] {
    let plot = CurvePlot(curve: self, rows: max(3, rows), dot: style.hasBars ? "•" : "*")
    let isWide = style.width >= 10 + values.count
    let shown = isWide ? plot : plot.narrowed(to: style.width - 10)
    let axis =
      "      " + (style.hasBars ? "└" : "+")
      + String(repeating: style.hasBars ? "─" : "-", count: shown.columns)
    return shown.lines(bar: style.hasBars ? "│" : "|") + [axis] + shown.marks(in: style.language)
  }
}

/// The grid that a curve is drawn on.
private struct CurvePlot {
  let values: [Double]
  let rows: Int
  let dot: Character
  let nowPlace: Double
  let duePlace: Double?
  /// The chance at the lowest row; whole tenths.
  let bottom: Double

  init(curve: ForgettingCurve, rows: Int, dot: Character) {
    let lowest = curve.values.min() ?? 0
    self.init(
      values: curve.values,
      rows: rows,
      dot: dot,
      nowPlace: curve.now / curve.span,
      duePlace: curve.due.map { $0 / curve.span },
      bottom: max(0, min(0.9, (lowest * 10).rounded(.down) / 10))
    )
  }

  private init(
    values: [Double],
    rows: Int,
    dot: Character,
    nowPlace: Double,
    duePlace: Double?,
    bottom: Double
  ) {
    self.values = values
    self.rows = rows
    self.dot = dot
    self.nowPlace = nowPlace
    self.duePlace = duePlace
    self.bottom = bottom
  }

  var columns: Int { values.count }

  /// The same curve with fewer columns.
  func narrowed(to columns: Int) -> CurvePlot {
    let count = max(2, columns)
    let picked = (0..<count).map { values[min(values.count - 1, $0 * (values.count - 1) / (count - 1))] }
    return CurvePlot(
      values: picked,
      rows: rows,
      dot: dot,
      nowPlace: nowPlace,
      duePlace: duePlace,
      bottom: bottom
    )
  }

  func lines(bar: Character) -> [String] {
    var grid = Array(repeating: Array(repeating: Character(" "), count: columns), count: rows)
    for (column, value) in values.enumerated() {
      let depth = (1 - value) / (1 - bottom) * Double(rows - 1)
      grid[min(rows - 1, max(0, Int(depth.rounded())))][column] = dot
    }
    return grid.enumerated().map { index, row in
      let share = 1 - (1 - bottom) * Double(index) / Double(rows - 1)
      let isLabelled = index == 0 || index == rows - 1 || index == (rows - 1) / 2
      let label = isLabelled ? padded(percent(share), to: 5, atStart: true) : "     "
      return trimmedEnd("\(label) \(bar)\(String(row))")
    }
  }

  /// The line below the axis: where now is, and where the due day.
  func marks(in language: InterfaceLanguage) -> [String] {
    var line = Array(repeating: Character(" "), count: columns + 7)
    func column(_ place: Double) -> Int {
      7 + min(columns - 1, max(0, Int((place * Double(columns - 1)).rounded())))
    }
    let nowColumn = column(nowPlace)
    let dueColumn = duePlace.map(column)
    if let dueColumn { line[dueColumn] = "|" }
    line[nowColumn] = "^"
    let words =
      dueColumn == nowColumn
      ? Bilingual(zh: "^ 现在，也是到期", en: "^ now, and due")
      : dueColumn == nil
        ? Bilingual(zh: "^ 现在", en: "^ now") : Bilingual(zh: "^ 现在  | 到期", en: "^ now  | due")
    return [trimmedEnd(String(line)), "       " + words.text(in: language)]
  }
}
