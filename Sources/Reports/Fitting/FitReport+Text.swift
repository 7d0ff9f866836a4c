import Language
import Scheduling

extension FitReport {
  /// The report as lines for a terminal.
  public func lines(_ style: TextStyle) -> [String] {
    func words(_ zh: String, _ en: String) -> String { Bilingual(zh: zh, en: en).text(in: style.language) }
    let title = words(
      "\(scheduler.rawValue)：\(cards) 张卡片的 \(reviews) 次复习，其中 \(items) 次隔了一天以上，可以预测",
      "\(scheduler.rawValue): \(reviews) reviews of \(cards) card\(cards == 1 ? "" : "s"); \(items) came a day or more later and can be predicted"
    )
    guard let improvement else { return [title] }
    let before = improvement.before
    let after = improvement.after
    let unseen = words("\(after.count) 次没见过的复习", "\(after.count) unseen reviews")
    func row(_ zh: String, _ en: String, _ figure: (Evaluation) -> Double) -> [String] {
      [words(zh, en), decimals(figure(before), 4), decimals(figure(after), 4)]
    }
    let figures = figureTable(
      [
        [unseen, words("现在的权重", "weights in use"), words("拟合的权重", "fitted")],
        row("对数损失（越小越好）", "log loss (lower is better)") { $0.logLoss },
        row("RMSE(bins)（越小越好）", "RMSE(bins) (lower is better)") { $0.rmseBins },
        row("AUC（越大越好）", "AUC (higher is better)") { $0.auc },
      ],
      labels: 1
    )
    let heading = words(
      "拟合的权重预测得准不准（| 是预测，条是实际记得的）",
      "How the fitted weights' predictions came true (| is predicted, the bar recalled)"
    )
    return [title, ""] + figures + ["", heading] + plot(after, style)
  }

  private func plot(_ evaluation: Evaluation, _ style: TextStyle) -> [String] {
    let header = Bilingual(zh: "预测\t记得\t次数", en: "predicted\trecalled\treviews").text(in: style.language)
    let rows = evaluation.calibration.map { bar in
      [percent(bar.predicted), percent(bar.recalled), "\(bar.count)"]
    }
    let lines = figureTable([header.split(separator: "\t").map(String.init)] + rows)
    let columns = min(40, style.width - 4 - (lines.map { displayWidth(of: $0) }.max() ?? 0))
    guard columns >= 10 else { return lines }
    return zip(lines, [nil] + evaluation.calibration.map(Optional.some)).map { line, bar in
      guard let bar else { return line }
      return line + "  " + bar.drawing(columns: columns, isBlock: style.hasBars)
    }
  }
}

extension Evaluation.Bar {
  /// The share recalled as a bar, with a mark where it was predicted to end.
  fileprivate func drawing(columns: Int, isBlock: Bool) -> String {
    let end = Int((recalled * Double(columns)).rounded())
    let mark = min(Int((predicted * Double(columns)).rounded()), columns - 1)
    let cells = (0..<columns).map { column in
      column == mark ? "|" : column < end ? (isBlock ? "█" : "#") : isBlock ? "·" : "."
    }
    return cells.joined()
  }
}
