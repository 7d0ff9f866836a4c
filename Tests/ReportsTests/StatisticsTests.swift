import Cards
import Language
import Reports
import Scheduling
import Study
import Testing

/// A log of two decks over some days: the report is made on 2026-11-11 (study day), at noon.
private func sample() -> MemoryLog {
  var log = MemoryLog.deck("甲", cards: 3, section: ["一、总论"])
  log.add(deck: "甲", cards: 2, section: ["二、分论", "（一）其一"])
  log.add(deck: "乙", cards: 2)
  let day = 24.0
  // Card 0: learnt, recalled young twice, forgotten once young, on 1, 4, 7 November; due on 9 November.
  log.review(.good, card: 0, at: 12, interval: .days(3))
  log.review(.good, card: 0, at: 12 + 3 * day, interval: .days(3))
  log.review(.again, card: 0, at: 12 + 6 * day, interval: .exact(.minutes(10)))
  log.review(.good, card: 0, at: 12.5 + 6 * day, interval: .days(2))
  // Card 1: mature, recalled on the 9th; due far away.
  log.review(.easy, card: 1, at: 12, interval: .days(21))
  log.review(.hard, card: 1, at: 12 + 8 * day, interval: .days(40))
  // Card 2: suspended while due.
  log.review(.good, card: 2, at: 12 + 8 * day, interval: .days(1))
  log.append(.suspend, card: 2, at: 13 + 8 * day)
  // Card 3: learning since today, its step due after noon; card 5 due tomorrow.
  log.review(.again, card: 3, at: 11.95 + 10 * day, interval: .exact(.minutes(10)), duration: 90_000)
  log.review(.good, card: 5, at: 11 + 9 * day, interval: .days(2), duration: 30_000)
  // An undone review counts nowhere.
  let mistake = log.review(.again, card: 6, at: 11 + 10 * day, interval: .exact(.minutes(1)))
  log.append(.undo(mistake), card: 6, at: 11.1 + 10 * day)
  return log
}

private let noon = moment(12 + 240)

@Suite struct StatisticsTests {
  @Test("Today, streak and totals")
  func today() throws {
    let statistics = try Statistics(of: sample(), at: noon)
    #expect(statistics.today.day.text == "2026-11-11")
    #expect(statistics.today.reviews == 1)
    #expect(statistics.today.newCards == 1)
    #expect(statistics.today.again == 1)
    #expect(statistics.today.minutes == 1.5)
    #expect(statistics.streak == 3)
    #expect(statistics.daysActive == 6)
    #expect(statistics.reviews == 9)
    #expect(statistics.newToday == 2)
  }

  @Test(
    "A streak may end today or yesterday, but has no hole",
    arguments: [
      ([], 0), ([10], 1), ([9], 1), ([8], 0), ([9, 10], 2), ([7, 8, 9], 3), ([6, 8, 9, 10], 3),
      ([10, 11], 1),
    ] as [([Int], Int)]
  )
  func streak(days: [Int], length: Int) throws {
    var log = MemoryLog.deck(cards: 1)
    for day in days { log.review(.good, at: 12 + 24 * Double(day), interval: .days(1)) }
    #expect(try Statistics(of: log, at: noon).streak == length)
  }

  @Test("What falls due, with overdue cards today and hidden ones left out")
  func forecast() throws {
    let due = try Statistics(of: sample(), at: noon).due
    #expect(due.now == 1)
    #expect(due.byDay == [2, 1, 0, 0, 0, 0, 0, 0])
    #expect(due.dueToday == 2)
    #expect(due.dueTomorrow == 1)
    #expect(due.dueInNextWeek == 1)
  }

  @Test("A card buried today waits for tomorrow")
  func buriedForecast() throws {
    var log = sample()
    log.append(.bury, card: 0, at: 11.99 + 240)
    let due = try Statistics(of: log, at: noon).due
    #expect(due.now == 0)
    #expect(due.byDay.prefix(2) == [1, 2])
  }

  @Test("True retention counts reviews in review only, young and mature apart")
  func retention() throws {
    let recall = try Statistics(of: sample(), at: noon).recall
    #expect(recall.youngReviews == 2)
    #expect(recall.youngRecalled == 1)
    #expect(recall.matureReviews == 1)
    #expect(recall.matureRecalled == 1)
    #expect(recall.retention == 2.0 / 3)
    #expect(RecallTally().retention == nil)
  }

  @Test("Decks and sections add up, without retired and departed cards")
  func groups() throws {
    var log = sample()
    log.decks[6].card.tags = ["retired"]
    log.departed = [log.decks[4].card.id]
    let statistics = try Statistics(of: log, at: noon)
    #expect(statistics.decks.map(\.name) == ["甲", "乙"])
    #expect(statistics.decks[0].sections.map(\.path) == [["一、总论"], ["二、分论", "（一）其一"]])
    #expect(statistics.decks[0].sections.map(\.figures.total) == [3, 1])
    #expect(statistics.all.total == 5)
    #expect(statistics.all.seen == 5)
    #expect(statistics.all.suspended == 1)
    let states = statistics.all.states
    #expect([states.new, states.learning, states.review, states.relearning] == [0, 1, 4, 0])
    let sum = statistics.decks.reduce(0) { $0 + $1.figures.expectedRemembered }
    #expect(abs(sum - statistics.all.expectedRemembered) < 1e-12)
    #expect((statistics.all.averageRetrievability ?? 0) > 0.5)
  }

  @Test("Expected remembered is the sum of the cards' retrievability")
  func expected() throws {
    let log = sample()
    let grading = Grading(try log.settings())
    let sum = try log.cards().reduce(0) { $0 + (grading.retrievability(of: $1.progress, at: noon) ?? 0) }
    #expect(abs(try Statistics(of: log, at: noon).all.expectedRemembered - sum) < 1e-12)
  }

  @Test("Hardest cards and leeches stand out, most often forgotten first")
  func notable() throws {
    var log = MemoryLog.deck(cards: 3)
    for (card, lapses) in [(0, 2), (1, 8), (2, 9)] {
      log.review(.good, card: card, at: 0, interval: .days(1))
      for lapse in 1...lapses {
        log.review(.again, card: card, at: 48 * Double(lapse), interval: .days(1))
      }
    }
    let statistics = try Statistics(of: log, at: noon)
    #expect(statistics.hardest.map(\.again) == [9, 8, 2])
    #expect(statistics.leeches.map(\.lapses) == [9, 8])
    #expect(statistics.all.leeches == 2)
  }

  @Test("A deck alone has only its own reviews")
  func oneDeck() throws {
    let statistics = try Statistics(of: sample(), deck: "乙", at: noon)
    #expect(statistics.reviews == 1)
    #expect(statistics.all.total == 2)
    #expect(statistics.streak == 1)
  }

  @Test("JSON has stable names, and null where there is no figure")
  func json() throws {
    let json = try Statistics(of: sample(), at: noon).json
    #expect(json["study_day"] == "2026-11-11")
    #expect(json["due"]?["tomorrow"] == 1)
    #expect(json["retention"]?["true_retention"] == .number(2.0 / 3))
    let empty = try Statistics(of: MemoryLog.deck(cards: 0), at: noon).json
    #expect(empty["retention"]?["true_retention"] == .null)
    #expect(empty["cards"]?["average_retrievability"] == .null)
  }
}

@Suite struct StatisticsTextTests {
  @Test("No line is wider than the terminal, whatever is in it", arguments: [1, 20, 40, 60, 80, 200])
  func width(width: Int) throws {
    var log = sample()
    log.add(deck: String(repeating: "长名称", count: 40), cards: 3, section: ["第一"])
    log.add(deck: "wide", cards: 2, section: [String(repeating: "很长的标题", count: 20)])
    log.add(deck: "wide", cards: 2, section: ["b"])
    log.review(.again, card: 8, at: 12, interval: .days(1))
    for language in InterfaceLanguage.allCases {
      for hasBars in [true, false] {
        let style = TextStyle(language: language, width: width, hasBars: hasBars)
        for line in try Statistics(of: log, at: noon).lines(style) {
          #expect(displayWidth(of: line) <= max(20, width), "\(line)")
          #expect(line.last != " ", "\(line)")
        }
      }
    }
  }

  @Test("Foreign text cannot steer the terminal")
  func hostile() throws {
    var log = MemoryLog.deck("a\u{1B}[31m\u{202E}\nb", cards: 2, section: ["\u{1B}]0;x\u{7}"])
    log.learner = "li\u{1B}[2J"
    log.decks[0].card.question = "q\u{1B}[0m\r\nnext"
    log.review(.again, at: 0, interval: .exact(.minutes(1)))
    let style = TextStyle(language: .english, width: 80, hasBars: true)
    for line in try Statistics(of: log, at: noon).lines(style) {
      #expect(line.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "\u{202E}" }, "\(line)")
    }
  }

  @Test("A learner without reviews is told how to begin", arguments: [InterfaceLanguage.chinese, .english])
  func empty(language: InterfaceLanguage) throws {
    let style = TextStyle(language: language, width: 80, hasBars: true)
    let lines = try Statistics(of: MemoryLog.deck(cards: 2), at: noon).lines(style)
    #expect(lines.contains { $0.contains("wengu quiz") })
  }

  @Test("Without block characters English is plain ASCII")
  func ascii() throws {
    var log = sample()
    for index in log.decks.indices { log.decks[index].deck = "d" }
    let style = TextStyle(language: .english, width: 60, hasBars: false)
    let lines = try Statistics(of: log, deck: "d", at: noon).lines(style)
    let own = lines.filter { !$0.contains("、") && !$0.contains("（") }
    #expect(own.count > 15)
    #expect(own.allSatisfy { $0.unicodeScalars.allSatisfy(\.isASCII) })
  }
}
