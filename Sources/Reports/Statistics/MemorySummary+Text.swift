import Language
import Scheduling
public import Study

extension MemorySummary {
  /// What changes when these cards are seen as another summary sees them, as lines for a terminal.
  public func lines(changingTo other: MemorySummary, _ style: TextStyle) -> [String] {
    func words(_ zh: String, _ en: String) -> String { Bilingual(zh: zh, en: en).text(in: style.language) }
    func row(_ zh: String, _ en: String, _ figure: (MemorySummary) -> String) -> [String] {
      [words(zh, en), figure(self), figure(other)]
    }
    let rows = [
      [words("学过的 \(cards) 张卡片", "\(cards) cards seen"), words("现在", "now"), words("改后", "then")],
      row("稳定性中位数（天）", "median stability in days") {
        $0.medianStability.map { shortNumber($0.value) } ?? "–"
      },
      row("现在记得的把握，平均", "mean chance of recall now") { $0.meanRetrievability.map(percent) ?? "–" },
      row("现在评“记得”，间隔中位数（天）", "median interval if rated good now, in days") {
        $0.medianInterval.map { shortNumber($0.value) } ?? "–"
      },
    ]
    return figureTable(rows, labels: 1)
  }
}
