public import Language
public import Study

/// A learner's or a class's progress as one page, with plots.
///
/// It is fed learner by learner and holds sums, the rows of the tables and first attempts only.
public struct ProgressPage: Sendable {
  private let title: String
  private let moment: Moment
  private let language: InterfaceLanguage
  private var learners: [LearnerRow] = []
  private var days: [StudyDay: DaySum] = [:]
  private var sections: [SectionSum] = []
  private var places: [String: Int] = [:]
  private var calibration = Calibration()
  private var recall = RecallTally()
  private var analysis = ItemAnalysis()

  private struct DaySum {
    var reviews = 0
    var milliseconds: Int64 = 0
    var remembered = 0.0
  }

  private struct SectionSum {
    let deck: String
    let section: String
    var cards = 0
    var seen = 0
    var remembered = 0.0
    var recall = RecallTally()
  }

  /// A page without learners.
  public init(title: String, at moment: Moment, language: InterfaceLanguage) {
    self.title = title
    self.moment = moment
    self.language = language
  }

  /// Adds a learner; counted with `.memory` and `.attempts`.
  public mutating func add(_ count: LearnerCount) {
    learners.append(count.row)
    for day in count.days {
      days[day.figures.day, default: DaySum()].reviews += day.figures.reviews
      days[day.figures.day, default: DaySum()].milliseconds &+= day.figures.milliseconds
      days[day.figures.day, default: DaySum()].remembered += day.expectedRemembered
    }
    calibration.add(count.tally.calibration)
    recall.add(count.row.recall)
    analysis.add(count)
    let figures = Dictionary(zip(count.ids, count.tally.cards), uniquingKeysWith: { first, _ in first })
    for card in count.cards where !card.isRetired {
      let place = place(of: card)
      sections[place].cards += 1
      if card.firstReview != nil { sections[place].seen += 1 }
      sections[place].remembered += card.retrievability ?? 0
      if let own = figures[card.card] { sections[place].recall.add(own.recall) }
    }
  }

  private mutating func place(of card: CardRow) -> Int {
    let key = card.deck + "\u{0}" + card.section
    if let place = places[key] { return place }
    places[key] = sections.count
    sections.append(SectionSum(deck: card.deck, section: card.section))
    return sections.count - 1
  }
}

extension ProgressPage {
  /// The page.
  public var page: HTMLPage {
    let date = String(moment.rfc3339.prefix(10))
    let header = HTML.element(
      "header",
      [],
      [.element("h1", text: title), .element("p", [.class("meta")], text: date)]
    )
    let body = learners.reduce(0) { $0 + $1.reviews } == 0 ? [nothing] : plots
    return HTMLPage(
      title: title,
      language: told("zh-Hans", "en"),
      style: style,
      content: [.element("main", [], [header, summary] + body + [learnerTable, sectionTable, itemTable])]
    )
  }

  private func told(_ zh: String, _ en: String) -> String { Bilingual(zh: zh, en: en).text(in: language) }

  private var nothing: HTML {
    .element("p", text: told("还没有复习记录。", "No reviews yet."))
  }

  private var summary: HTML {
    let reviews = learners.reduce(0) { $0 + $1.reviews }
    let minutes = Double(learners.reduce(0) { $0 &+ $1.milliseconds }) / 60_000
    var facts = [
      (told("学习者", "Learners"), "\(learners.count)"), (told("复习", "Reviews"), "\(reviews)"),
      (told("分钟", "Minutes"), shortNumber(minutes)),
    ]
    if let share = recall.retention { facts.append((told("真实记住率", "True retention"), percent(share))) }
    if let share = recall.youngRetention {
      facts.append((told("间隔不到 21 天", "Under 21 days"), percent(share)))
    }
    if let share = recall.matureRetention {
      facts.append((told("21 天以上", "21 days and more"), percent(share)))
    }
    return .element(
      "dl",
      [.class("facts")],
      facts.map { name, figure in
        .element("div", [], [.element("dt", text: name), .element("dd", text: figure)])
      }
    )
  }

  private var plots: [HTML] {
    let sorted = days.sorted { $0.key < $1.key }
    let reviews = told("每天的复习次数", "Reviews a day")
    let minutes = told("每天的分钟数", "Minutes a day")
    let remembered = told("每天结束时约记得的卡片", "Cards remembered at the end of each day, about")
    var plots = [
      figure(reviews, Plot.bars(bars(sorted) { Double($0.reviews) }, title: reviews)),
      figure(minutes, Plot.bars(bars(sorted) { Double($0.milliseconds) / 60_000 }, title: minutes)),
    ]
    if learners.count == 1 {
      plots.append(figure(remembered, Plot.line(bars(sorted) { $0.remembered }, title: remembered)))
    }
    if let predicted = calibration.predicted, let actual = calibration.actual {
      let name = told("预测（横）与实际（纵）的回忆率", "Recall predicted (across) and actual (up)")
      let words = told(
        "平均预测 \(percent(predicted))，实际 \(percent(actual))，共 \(calibration.reviews) 次。",
        "Predicted \(percent(predicted)) on average, actual \(percent(actual)), in \(calibration.reviews) reviews."
      )
      plots.append(figure(name, Plot.calibration(calibration, title: name), words: words))
    }
    return plots
  }

  private func bars(_ days: [(key: StudyDay, value: DaySum)], _ value: (DaySum) -> Double) -> [Plot.Bar] {
    days.map { day, sum in
      let value = value(sum)
      return Plot.Bar(
        name: String(day.text.dropFirst(5)),
        value: value,
        told: "\(day.text): \(shortNumber(value))"
      )
    }
  }

  private func figure(_ title: String, _ plot: HTML, words: String? = nil) -> HTML {
    let caption = HTML.element("h2", text: title)
    return .element("section", [], [caption, plot] + (words.map { [.element("p", text: $0)] } ?? []))
  }
}

extension ProgressPage {
  private var learnerTable: HTML {
    table(
      told("学习者", "Learners"),
      [
        told("学习者", "learner"), told("已学", "seen"), told("约记得", "remembered"), told("复习", "reviews"),
        told("天数", "days"), told("记住率", "retention"), told("今天到期", "due today"), told("难点卡", "leeches"),
      ],
      learners.map { row in
        [
          row.learner, "\(row.cardsSeen)/\(row.cardsTotal)", shortNumber(row.expectedRemembered),
          "\(row.reviews)", "\(row.daysActive)", row.recall.retention.map(percent) ?? "", "\(row.dueToday)",
          "\(row.leeches)",
        ]
      }
    )
  }

  private var sectionTable: HTML {
    table(
      told("文章各节", "Sections"),
      [
        told("卡片集与标题", "deck and heading"), told("已学", "seen"), told("约记得", "remembered"),
        told("记住率", "retention"),
      ],
      sections.map { sum in
        [
          sum.section.isEmpty ? sum.deck : "\(sum.deck) › \(sum.section)", "\(sum.seen)/\(sum.cards)",
          percent(sum.remembered / Double(max(1, sum.cards))), sum.recall.retention.map(percent) ?? "",
        ]
      }
    )
  }

  /// The cards that something is wrong with, and why; then all of them where there is a class.
  private var itemTable: HTML {
    let rows = analysis.rows(askedAs: [:]).filter { $0.learners > 0 }
    let suspect = rows.compactMap { row -> (ItemRow, [ItemFinding])? in
      let findings = row.findings
      return findings.isEmpty ? nil : (row, findings)
    }
    guard !suspect.isEmpty else {
      return .element(
        "section",
        [],
        [
          .element("h2", text: told("要改的卡片", "Cards to mend")),
          .element("p", text: told("还看不出有问题的卡片。", "The answers point to no card that is wrong.")),
        ]
      )
    }
    return table(
      told("要改的卡片", "Cards to mend"),
      [
        told("卡片", "card"), told("为什么", "why"), told("人数", "learners"), told("通过率", "facility"),
        told("区分度", "discrimination"),
      ],
      suspect.map { row, findings in
        [
          row.card.question ?? row.cardID,
          findings.map { $0.message.text(in: language) }.joined(separator: told("；", "; ")),
          "\(row.learners)", row.facility.map { percent($0.share) } ?? "",
          row.discrimination.map { shortNumber($0 * 100) + " %" } ?? "",
        ]
      }
    )
  }

  private func table(_ title: String, _ head: [String], _ rows: [[String]]) -> HTML {
    let header = HTML.element(
      "tr",
      [],
      head.map { .element("th", [HTMLAttribute("scope", "col")], text: $0) }
    )
    let body = rows.map { row in HTML.element("tr", [], row.map { .element("td", text: $0) }) }
    let table = HTML.element(
      "table",
      [],
      [.element("thead", [], [header]), .element("tbody", [], body)]
    )
    return .element("section", [], [.element("h2", text: title), .element("div", [.class("wide")], [table])])
  }
}

private let style: StaticString = """

  :root { color-scheme: light dark; --ink: #1d1d1f; --soft: #5f6368; --paper: #fff; --line: #d7d9dc;
    --bar: #1a5fb4; }
  @media (prefers-color-scheme: dark) { :root { --ink: #e6e6e6; --soft: #a3a7ac; --paper: #16181a;
    --line: #3a3d41; --bar: #78aeed; } }
  * { box-sizing: border-box; }
  body { margin: 0; background: var(--paper); color: var(--ink);
    font: 1rem/1.6 system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
  main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
  h1 { font-size: 1.6rem; line-height: 1.3; margin: 0; overflow-wrap: anywhere; }
  h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
  section { break-inside: avoid; }
  .meta { color: var(--soft); margin: 0; }
  .facts { display: flex; flex-wrap: wrap; gap: .5rem 2rem; margin: 1rem 0; }
  .facts dt { color: var(--soft); font-size: .85rem; }
  .facts dd { margin: 0; font-size: 1.4rem; font-variant-numeric: tabular-nums; }
  svg { width: 100%; height: auto; display: block; }
  svg text { font-size: 11px; fill: var(--soft); }
  .bar { fill: var(--bar); }
  .line { fill: none; stroke: var(--bar); stroke-width: 2; }
  .axis { stroke: var(--line); }
  .wide { overflow-x: auto; }
  table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
  th, td { text-align: left; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid var(--line);
    vertical-align: top; overflow-wrap: break-word; }
  th { color: var(--soft); font-weight: 600; font-size: .85rem; }
  @media print { main { max-width: none; padding: 0; } body { font-size: 10pt; } .wide { overflow: visible; } }

  """
