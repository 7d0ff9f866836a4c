import Cards
import Reports
import Scheduling
import Study
import Testing

/// The findings about the first card of a class, by code.
private func findings(_ logs: [MemoryLog], texts: [String: UInt64] = [:]) throws -> [[String]] {
  var analysis = ItemAnalysis()
  try ClassLogs(logs).forEachRecord { record in
    analysis.add(try LearnerCount(record, wanted: .attempts, at: moment(400)))
  }
  return analysis.rows(askedAs: texts).map { $0.findings.map(\.code) }
}

/// A class on two cards: each learner's success on the first and on the others, and what was answered.
private func learners(
  _ count: Int,
  first: (Int) -> Bool,
  others: (Int) -> Bool = { $0.isMultiple(of: 2) },
  answer: (Int) -> String? = { _ in nil },
  choices: [String] = []
) -> [MemoryLog] {
  (0..<count).map { number in
    var log = MemoryLog.deck(cards: 4)
    log.learner = "\(number)"
    if !choices.isEmpty {
      log.decks[0].card.kind = .choice
      log.decks[0].card.choices = choices
    }
    for card in 0..<4 {
      let isKnown = card == 0 ? first(number) : others(number)
      log.review(
        isKnown ? .good : .again,
        card: card,
        at: Double(card),
        interval: .days(1),
        answer: card == 0 ? answer(number) : nil,
        isCorrect: card == 0 && answer(number) != nil ? answer(number) == "answer 0" : nil
      )
    }
    return log
  }
}

@Suite struct ItemFindingTests {
  @Test(
    "What nearly all know is too easy, once enough were asked",
    arguments: [(15, false), (16, true), (30, true)]
  )
  func tooEasy(count: Int, isFound: Bool) throws {
    let found = try findings(learners(count, first: { _ in true }))
    #expect(found[0].contains("too-easy") == isFound)
  }

  @Test(
    "What hardly anyone knows is told, once enough were asked",
    arguments: [(7, false), (8, true), (30, true)]
  )
  func unknown(count: Int, isFound: Bool) throws {
    let found = try findings(learners(count, first: { _ in false }))
    #expect(found[0].contains("unknown-to-all") == isFound)
  }

  @Test("A card that the weak know better than the strong does not discriminate")
  func discrimination() throws {
    let against = try findings(learners(20, first: { !$0.isMultiple(of: 2) }))
    #expect(against[0] == ["does-not-discriminate"])
    let along = try findings(learners(20, first: { $0.isMultiple(of: 2) }))
    #expect(along[0].isEmpty)
  }

  @Test("Options that nobody took are named")
  func untaken() throws {
    let logs = learners(
      12,
      first: { $0.isMultiple(of: 2) },
      answer: { $0.isMultiple(of: 2) ? "answer 0" : "Near" },
      choices: ["answer 0", "near", "far", "odd; one"]
    )
    var analysis = ItemAnalysis()
    try ClassLogs(logs).forEachRecord { record in
      analysis.add(try LearnerCount(record, wanted: .attempts, at: moment(400)))
    }
    #expect(analysis.rows()[0].findings == [.untaken(["far", "odd; one"], answers: 12)])
  }

  @Test("An answer held to be right against the check may be one more right answer")
  func perhapsRight() throws {
    let logs = learners(6, first: { $0.isMultiple(of: 2) }, answer: { $0 < 4 ? "Reply 0" : nil })
    #expect(try findings(logs)[0] == ["perhaps-right"])
    #expect(try findings(Array(logs.prefix(2)))[0].isEmpty)
  }

  @Test("What was wrong with an earlier text is not held against the one that took its place")
  func edited() throws {
    let logs = learners(12, first: { _ in false })
    let card = logs[0].decks[0].card.id.text
    #expect(try findings(logs)[0].contains("unknown-to-all"))
    #expect(try findings(logs, texts: [card: 0xabc])[0].contains("unknown-to-all"))
    #expect(try findings(logs, texts: [card: 0xdef])[0].isEmpty)
  }
}
