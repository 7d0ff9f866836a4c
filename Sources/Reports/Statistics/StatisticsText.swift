import Language
import Study

extension Statistics {
  /// The statistics as lines for a terminal; none is wider than the style's width.
  ///
  /// Foreign text (names, headings, questions) is cleaned of what could steer the terminal.
  public func lines(_ style: TextStyle) -> [String] {
    let page = StatisticsText(statistics: self, style: style)
    return page.lines.map { fitted($0, to: style.width, ellipsis: page.ellipsis) }
  }
}

/// Lays statistics out, block by block.
struct StatisticsText {
  let statistics: Statistics
  let style: TextStyle

  var ellipsis: String { style.hasBars ? "…" : "..." }

  var lines: [String] {
    let date = statistics.today.day.text
    let title = words(StatisticsWords.title(learner: safe(statistics.learner), date: date))
    let blocks = [
      [title], statistics.reviews == 0 ? [words(StatisticsWords.nothingYet)] : [], facts, forecast, calendar,
      time, retention, calibration, decks, hardest, leeches,
    ]
    return Array(blocks.filter { !$0.isEmpty }.joined(separator: [""]))
  }

  func words(_ pair: Bilingual) -> String { pair.text(in: style.language) }

  var separator: String { words(StatisticsWords.separator) }
}

extension StatisticsText {
  private var facts: [String] {
    let all = statistics.all
    var cards = [StatisticsWords.seen(all.seen, of: all.total)]
    cards += StatisticsWords.states(
      new: all.states.new,
      learning: all.states.learning,
      review: all.states.review,
      relearning: all.states.relearning
    )
    if all.suspended > 0 { cards.append(StatisticsWords.suspended(all.suspended)) }
    let rows: [(Bilingual, [Bilingual])] = [
      (
        StatisticsWords.today,
        [
          StatisticsWords.reviews(statistics.today.reviews),
          StatisticsWords.newCards(statistics.today.newCards),
          StatisticsWords.minutes(shortNumber(statistics.today.minutes)),
        ]
      ),
      (
        StatisticsWords.streak,
        [StatisticsWords.streakDays(statistics.streak), StatisticsWords.daysActive(statistics.daysActive)]
      ),
      (
        StatisticsWords.due,
        [
          StatisticsWords.dueNow(statistics.due.now), StatisticsWords.dueToday(statistics.due.dueToday),
          StatisticsWords.dueTomorrow(statistics.due.dueTomorrow),
          StatisticsWords.dueInNextWeek(statistics.due.dueInNextWeek),
        ]
      ),
      (StatisticsWords.new, [StatisticsWords.newToday(statistics.newToday)]),
      (StatisticsWords.cards, cards),
      (StatisticsWords.memory, memory(of: all)),
      (StatisticsWords.time, timeSpent),
    ]
    let labelWidth = rows.map { displayWidth(of: words($0.0)) }.max() ?? 0
    return rows.filter { !$0.1.isEmpty }.flatMap { label, parts in
      flowed(
        parts.map(words),
        separator: separator,
        after: padded(words(label), to: labelWidth) + "  ",
        indent: labelWidth + 2,
        width: style.width
      )
    }
  }

  private func memory(of figures: GroupFigures) -> [Bilingual] {
    guard let mean = figures.averageRetrievability else { return [] }
    return [
      StatisticsWords.wouldKnow(shortNumber(figures.expectedRemembered)),
      StatisticsWords.meanRecall(percent(mean)),
    ]
  }
}

extension StatisticsText {
  private var forecast: [String] {
    let due = statistics.due
    let most = due.byDay.max() ?? 0
    guard most > 0 else { return [] }
    let rows = due.byDay.enumerated().map { wait, count in
      let label =
        switch wait {
        case 0: words(StatisticsWords.todayShort)
        case 1: words(StatisticsWords.tomorrowShort)
        default: String(due.today.advanced(by: wait).text.dropFirst(5))
        }
      return TableLine(label: label, figures: ["\(count)"], share: Double(count) / Double(most))
    }
    return [words(StatisticsWords.comingDays)] + table(rows)
  }

  private var retention: [String] {
    let recall = statistics.recall
    let kinds = [
      (StatisticsWords.young, recall.youngRecalled, recall.youngReviews),
      (StatisticsWords.mature, recall.matureRecalled, recall.matureReviews),
      (StatisticsWords.allReviews, recall.recalled, recall.reviews),
    ]
    let rows = kinds.compactMap { label, recalled, reviews in
      share(recalled, of: reviews).map { share in
        TableLine(
          label: words(label),
          figures: [percent(share), words(StatisticsWords.recalled(recalled, of: reviews))],
          share: share
        )
      }
    }
    return rows.isEmpty ? [] : [words(StatisticsWords.retention)] + table(rows)
  }

  private var decks: [String] {
    guard !statistics.decks.isEmpty else { return [] }
    return [words(StatisticsWords.decks)] + statistics.decks.flatMap(deck)
  }

  private func deck(_ deck: DeckFigures) -> [String] {
    let parts = [StatisticsWords.seen(deck.figures.seen, of: deck.figures.total)] + memory(of: deck.figures)
    let name = "  " + fitted(safe(deck.name), to: style.width - 2, ellipsis: ellipsis)
    let figures = flowed(
      parts.map(words),
      separator: separator,
      after: "    ",
      indent: 4,
      width: style.width
    )
    guard deck.sections.count > 1 else { return [name] + figures }
    let head = TableLine(
      label: "",
      figures: [StatisticsWords.seenHead, StatisticsWords.nowHead, StatisticsWords.reviewHead].map(words)
    )
    let rows = deck.sections.map { section in
      TableLine(
        label: "  " + safe(section.path.last ?? words(StatisticsWords.noSection)),
        figures: [
          "\(section.figures.seen)/\(section.figures.total)",
          section.figures.averageRetrievability.map(percent) ?? "",
          section.figures.recall.retention.map(percent) ?? "",
        ],
        share: section.figures.expectedRemembered / Double(max(1, section.figures.total))
      )
    }
    return [name] + figures + table([head] + rows)
  }

  private var hardest: [String] {
    let rows = statistics.hardest.prefix(5).map { card in
      notable(StatisticsWords.forgotten(card.again, of: card.reviews), card.question)
    }
    return rows.isEmpty ? [] : [words(StatisticsWords.hardest)] + rows
  }

  private var leeches: [String] {
    let rows = statistics.leeches.map { notable(StatisticsWords.lapses($0.lapses), $0.question) }
    return rows.isEmpty ? [] : [words(StatisticsWords.leeches)] + rows
  }

  private func notable(_ figure: Bilingual, _ question: String) -> String {
    "  " + words(figure) + "  " + safe(question)
  }
}
