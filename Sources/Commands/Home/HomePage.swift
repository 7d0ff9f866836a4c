import Language
import LearnerStore
import Reports
import Study
import Terminal

/// What a learner sees who calls the program without a command.
struct HomePage {
  let statistics: Statistics
  let left: CardsLeft
  let decks: [(deck: RememberedDeck, counts: DeckCounts)]
  let language: InterfaceLanguage
  let hasBars: Bool

  private func words(_ zh: String, _ en: String) -> String { Bilingual(zh: zh, en: en).text(in: language) }

  /// The page; Enter starts the session, or goes on to a card that is not due yet.
  var page: KeyedPage {
    var keys = [PageKey("s", Bilingual(zh: "统计", en: "see statistics"))]
    if left.total > 0 { keys.insert(PageKey(nil, Bilingual(zh: "开始", en: "start")), at: 0) }
    let streak = statistics.streak
    let copy = self
    return KeyedPage(
      title: words("温故 · \(statistics.learner)", "Wengu · \(statistics.learner)"),
      aside: words("连续 \(streak) 天", streak == 1 ? "1 day in a row" : "\(streak) days in a row"),
      keys: keys
    ) { width in copy.lines(width) }
  }

  private func lines(_ width: Int) -> [[PageRun]] {
    [today, [], deckLines(width), forecast(width)].flatMap { block in
      block.isEmpty ? [[PageRun("")]] : block
    }
  }

  /// What is to be asked today.
  private var today: [[PageRun]] {
    guard left.total > 0 else {
      let tomorrow = statistics.due.dueTomorrow
      return [
        [PageRun(words("今天的都做完了。", "All done for today."), .strong)],
        [PageRun(words("明天到期 \(tomorrow) 张。", "\(tomorrow) due tomorrow."))],
      ]
    }
    var parts: [String] = []
    if left.review > 0 { parts.append(words("复习 \(left.review) 张", "\(left.review) to review")) }
    if left.learning > 0 { parts.append(words("学习中 \(left.learning) 张", "\(left.learning) in learning")) }
    if left.new > 0 { parts.append(words("新卡 \(left.new) 张", "\(left.new) new")) }
    let list = parts.joined(separator: words("，", ", "))
    let done = statistics.today.reviews
    let behind = done > 0 ? words("（已做 \(done) 次）", " (\(done) done)") : ""
    return [[PageRun(words("今天：", "Today: ")), PageRun(list, .strong), PageRun(behind, .faint)]]
  }

  private func deckLines(_ width: Int) -> [[PageRun]] {
    let rows = decks.map { entry in
      [
        fitted(safe(entry.deck.name), to: max(8, width - 24), ellipsis: hasBars ? "…" : "..."),
        words("到期 \(entry.counts.due)", "\(entry.counts.due) due"),
        words("新 \(entry.counts.new)", "\(entry.counts.new) new"),
      ]
    }
    return alignedColumns(rows, atRight: [1, 2]).map { [PageRun($0)] } + [[PageRun("")]]
  }

  /// What falls due in a week, a line a day.
  private func forecast(_ width: Int) -> [[PageRun]] {
    let due = statistics.due
    let week = due.byDay.prefix(7)
    guard let most = week.max(), most > 0 else { return [] }
    let rows = week.enumerated().map { wait, count in
      let day = due.today.advanced(by: wait)
      let name =
        switch wait {
        case 0: words("今天", "today")
        case 1: words("明天", "tomorrow")
        default: "\(weekday(day)) \(day.text.dropFirst(5))"
        }
      return [name, "\(count)"]
    }
    let room = max(0, min(40, width - 24))
    let lines = zip(alignedColumns(rows, atRight: [1]), week).map { line, count in
      let length = (count * room + most - 1) / most
      let bar = String(repeating: hasBars ? "█" : "#", count: room < 4 ? 0 : length)
      return [PageRun(line + "  "), PageRun(bar, .faint)]
    }
    return [[PageRun(words("今后一周到期", "Due in the coming week"), .strong)]] + lines
  }

  /// The day of the week; 1970-01-01 was a Thursday.
  private func weekday(_ day: StudyDay) -> String {
    let index = ((day.number % 7) + 7 + 3) % 7
    return words(
      ["周一", "周二", "周三", "周四", "周五", "周六", "周日"][index],
      ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][index]
    )
  }
}
