import Language
import Reports

extension ReviewLogFailure {
  /// What is wrong with the log at a path and what to do about it.
  func message(at path: String) -> Bilingual {
    let path = safe(path)
    switch self {
    case .missingColumn(let names):
      let zh = names.joined(separator: " 或 ")
      let en = names.map { "'\($0)'" }.joined(separator: " or ")
      return Bilingual(
        zh: "\(path):1: 缺少 \(zh) 列；请在第一行写上列名",
        en: "\(path):1: there is no column \(en); name it in the first line"
      )
    case .cell(let line, let column, let text, let content):
      let found = text.isEmpty ? Bilingual(zh: "是空的", en: "is empty") : quoted(text)
      return Bilingual(
        zh: "\(path):\(line): \(safe(column)) \(found.chinese)；\(content.expectation.chinese)",
        en: "\(path):\(line): \(safe(column)) \(found.english); \(content.expectation.english)"
      )
    }
  }

  private func quoted(_ text: String) -> Bilingual {
    let shown = safe(String(text.prefix(40))) + (text.count > 40 ? "…" : "")
    return Bilingual(zh: "是“\(shown)”", en: "is '\(shown)'")
  }
}

extension ReviewLogFailure.Content {
  /// What should stand there instead.
  fileprivate var expectation: Bilingual {
    switch self {
    case .card: Bilingual(zh: "请写上卡片的编号", en: "write the card's id")
    case .time:
      Bilingual(
        zh: "请写 UTC 毫秒数，或 2026-11-24T08:00:00+08:00 这样的时间",
        en: "write UTC milliseconds, or a time such as 2026-11-24T08:00:00Z"
      )
    case .rating:
      Bilingual(zh: "评分是 1 到 4（忘了、吃力、记得、轻松）", en: "a rating is 1 to 4 (again, hard, good, easy)")
    case .state:
      Bilingual(zh: "状态是 0 到 3（新、学习、复习、重学）", en: "a state is 0 to 3 (new, learning, review, relearning)")
    case .duration: Bilingual(zh: "请写不小于 0 的毫秒数", en: "write milliseconds, 0 or more")
    case .elapsed:
      Bilingual(zh: "请写天数，或留空以按时间计算", en: "write a number of days, or nothing to count by the times")
    case .offset: Bilingual(zh: "请写 -1440 到 1440 的分钟数", en: "write minutes from -1440 to 1440")
    }
  }
}
