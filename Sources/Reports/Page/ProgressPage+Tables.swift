import Language

extension ProgressPage {
  /// Items beyond this many are left to `export items`.
  private static let mostItems = 200

  /// The tables that a page with reviews has.
  var tables: [HTML] {
    let own = isClass ? [learnerTable, suspectTable, sectionTable, itemTable] : [sectionTable, hardestTable]
    return own + (revisionTable.map { [$0] } ?? [])
  }

  private var learnerTable: HTML {
    table(
      told("学习者", "Learners"),
      [
        .words(told("学习者", "learner")), .figure(told("已学", "seen")), .figure(told("约记得", "remembered")),
        .figure(told("复习", "reviews")), .figure(told("分钟", "minutes")), .figure(told("天数", "days")),
        .figure(told("复习时记得", "recalled")), .figure(told("今天到期", "due today")),
        .figure(told("难点卡", "leeches")),
      ],
      learners.map { row in
        [
          row.learner, "\(row.cardsSeen)/\(row.cardsTotal)", shortNumber(row.expectedRemembered),
          "\(row.reviews)", shortNumber(Double(row.milliseconds) / 60_000), "\(row.daysActive)",
          row.recall.retention.map(percent) ?? "", "\(row.dueToday)", "\(row.leeches)",
        ]
      }
    )
  }

  var sectionTable: HTML {
    table(
      told("文章各节", "Sections of the essay"),
      [
        .words(told("卡片集与标题", "deck and heading")), .figure(told("已学", "seen")),
        .figure(told("现在记得", "known now")), .figure(told("复习时记得", "recalled at review")),
      ],
      sections.map { sum in
        [
          sum.section.isEmpty ? sum.deck : "\(sum.deck) › \(sum.section)", "\(sum.seen)/\(sum.cards)",
          sum.seen > 0 ? percent(sum.remembered / Double(sum.seen)) : "",
          sum.recall.retention.map(percent) ?? "",
        ]
      }
    )
  }

  private var hardestTable: HTML {
    let title = told("最常忘记的卡片", "Most often forgotten")
    guard !hardest.isEmpty else { return note(title, told("还没有忘记过。", "None was forgotten so far.")) }
    return table(
      title,
      [
        .words(told("卡片", "card")), .figure(told("忘了", "again")), .figure(told("复习", "reviews")),
        .figure(told("遗忘", "lapses")),
      ],
      hardest.map { [$0.question, "\($0.again)", "\($0.reviews)", "\($0.lapses)"] }
    )
  }

  /// The cards that something is wrong with, and why, by their texts as asked last.
  private var suspectTable: HTML {
    let title = told("要改的卡片", "Cards to mend")
    let suspects = analysis.rows(askedAs: [:]).compactMap { row -> (ItemRow, [ItemFinding])? in
      let findings = row.findings
      return findings.isEmpty ? nil : (row, findings)
    }
    guard !suspects.isEmpty else {
      return note(title, told("还看不出有问题的卡片。", "The answers point to no card that is wrong."))
    }
    return table(
      title,
      [
        .words(told("卡片", "card")), .words(told("为什么", "why")), .figure(told("人数", "learners")),
        .figure(told("一开始会", "knew it")),
      ],
      suspects.map { row, findings in
        [
          row.card.question ?? row.cardID,
          findings.map { $0.message.text(in: language) }.joined(separator: told("；", "; ")),
          "\(row.learners)", row.facility.map { percent($0.share) } ?? "",
        ]
      }
    )
  }

  /// All items, the hardest first.
  private var itemTable: HTML {
    let rows = analysis.rows().filter { $0.learners > 0 }
    let sorted = rows.sorted {
      ($0.facility?.share ?? 2, $0.cardID) < ($1.facility?.share ?? 2, $1.cardID)
    }
    let title =
      rows.count > Self.mostItems
      ? told(
        "各卡片首次作答（最难的 \(Self.mostItems) 张，全部见 wengu export items）",
        "First attempts, card by card (the hardest \(Self.mostItems); all: wengu export items)"
      )
      : told("各卡片首次作答", "First attempts, card by card")
    return table(
      title,
      [
        .words(told("卡片", "card")), .figure(told("人数", "learners")), .figure(told("一开始会", "knew it")),
        .figure(told("95% 区间", "95 % interval")), .figure(told("区分度", "discrimination")),
        .figure(told("秒", "seconds")), .figure(told("遗忘", "lapses")),
        .words(told("最多的错答", "most given wrong answer")),
      ],
      sorted.prefix(Self.mostItems).map { row in
        [
          row.card.question ?? row.cardID, "\(row.learners)", row.facility.map { percent($0.share) } ?? "",
          row.facility.map { "\(percent($0.low)) – \(percent($0.high))" } ?? "",
          row.discrimination.map(twoPlaces) ?? "", row.medianSeconds.map(shortNumber) ?? "",
          "\(row.lapses)", row.topWrongAnswer.map { "\($0.text) (\($0.wrong))" } ?? "",
        ]
      }
    )
  }

  /// Cards whose text changed, with what those new to them knew before and after.
  private var revisionTable: HTML? {
    let edited = analysis.rows().filter { $0.revisions.count { $0.learners > 0 } > 1 }
    guard !edited.isEmpty else { return nil }
    let rows = edited.flatMap { row in
      row.revisions.filter { $0.learners > 0 }.enumerated().map { number, revision in
        [
          row.card.question ?? row.cardID, "\(number + 1)", "\(revision.learners)",
          revision.facility.map { percent($0.share) } ?? "",
        ]
      }
    }
    return table(
      told("改过的卡片：改前与改后", "Edited cards, before and after"),
      [
        .words(told("卡片（现在的文字）", "card (its text now)")), .figure(told("第几稿", "text")),
        .figure(told("人数", "learners")), .figure(told("一开始会", "knew it")),
      ],
      rows
    )
  }

  private enum Head {
    case words(String)
    case figure(String)
  }

  private func note(_ title: String, _ text: String) -> HTML {
    .element("section", [], [.element("h2", text: title), .element("p", [.class("note")], text: text)])
  }

  private func table(_ title: String, _ head: [Head], _ rows: [[String]]) -> HTML {
    let names = head.map { head -> (text: String, form: String) in
      switch head {
      case .words(let text): (text, "words")
      case .figure(let text): (text, "figure")
      }
    }
    let header = names.map { name in
      HTML.element("th", [HTMLAttribute("scope", "col"), .class(name.form)], text: name.text)
    }
    let body = rows.map { row in
      HTML.element("tr", [], zip(row, names).map { .element("td", [.class($1.form)], text: $0) })
    }
    let table = HTML.element(
      "table",
      [],
      [.element("thead", [], [.element("tr", [], header)]), .element("tbody", [], body)]
    )
    return .element(
      "section",
      [.class("long")],
      [.element("h2", text: title), .element("div", [.class("wide")], [table])]
    )
  }
}
