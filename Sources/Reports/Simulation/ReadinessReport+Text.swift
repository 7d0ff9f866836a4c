import Language
import Scheduling
import Study

extension ReadinessReport {
  /// The report as lines for a terminal.
  public func lines(_ style: TextStyle) -> [String] {
    func words(_ zh: String, _ en: String) -> String { Bilingual(zh: zh, en: en).text(in: style.language) }
    let most = shortNumber(minutes)
    let days = best.outlook.minutesByDay.count
    let title = words(
      "到 \(exam.text) 还有 \(days) 天，每天 \(most) 分钟：学过 \(known) 张，新卡片 \(unseen) 张",
      "\(days) days until \(exam.text), \(most) minutes a day: \(known) cards seen, \(unseen) new"
    )
    func row(_ zh: String, _ en: String, _ course: Course, _ outlook: ExamOutlook) -> [String] {
      [
        words(zh, en), decimals(course.policy.retention, 2), "\(course.policy.newPerDay)",
        shortNumber(outlook.minutesByDay.reduce(0, +)), decimals(outlook.expectedRecall * 100, 1) + " %",
      ]
    }
    let header = [
      "", words("把握", "retention"), words("每天新学", "new/day"), words("共多少分钟", "minutes in all"),
      words("当天记得", "recall that day"),
    ]
    let table = figureTable(
      [
        header, row("现在的设置", "settings in use", plain, plain.outlook),
        row("最好的普通 FSRS", "plain FSRS at its best", bestPlain, bestPlain.outlook),
        row("这个计划", "this plan", best, best.outlook),
        row("这个计划，分钟数相同", "this plan, at equal minutes", best, bestInPlainMinutes),
      ],
      labels: 1
    )
    return [title, ""] + table + [""] + advice(words) + [""] + schedule(words)
  }

  private func advice(_ words: (String, String) -> String) -> [String] {
    let retention = decimals(best.policy.retention, 2)
    let pace = best.policy.newPerDay
    var lines = [
      words(
        "计划：希望还记得的把握 \(retention)，每天新学 \(pace) 张",
        "The plan: desired retention \(retention), \(pace) new cards a day"
      )
    ]
    if best.policy.focusedDays > 0 {
      let from = start.advanced(by: max(0, exam.since(start) - best.policy.focusedDays)).text
      lines.append(
        words(
          "从 \(from) 起不看到期日，先复习对当天帮助最大的卡片",
          "from \(from) on whatever adds most to that day comes first, due or not"
        )
      )
    }
    return lines
  }

  /// The days in at most fourteen stretches.
  private func schedule(_ words: (String, String) -> String) -> [String] {
    let outlook = best.outlook
    let count = outlook.minutesByDay.count
    let length = max((count + 13) / 14, 1)
    let header = [
      words("从", "from"), words("每天新学", "new/day"), words("每天复习", "reviews/day"),
      words("每天分钟", "minutes/day"),
    ]
    let rows = stride(from: 0, to: count, by: length).map { first in
      let days = first..<min(first + length, count)
      func mean(_ values: [Double]) -> String {
        shortNumber(values[days].reduce(0, +) / Double(days.count))
      }
      return [
        start.advanced(by: first).text, mean(outlook.learnedByDay), mean(outlook.reviewsByDay),
        mean(outlook.minutesByDay),
      ]
    }
    return figureTable([header] + rows, labels: 1)
  }
}
