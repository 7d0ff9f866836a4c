import Reports
import Scheduling
import Study
import Testing

/// A class on a deck of so many cards; each learner is a row of ratings, one a card, `nil` where not asked.
private func classLogs(_ ratings: [[Rating?]], cards: Int, answers: [Int: String] = [:]) -> [MemoryLog] {
  ratings.enumerated().map { number, own in
    var log = MemoryLog.deck(cards: cards)
    log.learner = "learner \(number)"
    for (card, rating) in own.enumerated() {
      guard let rating else { continue }
      log.review(
        rating,
        card: card,
        at: Double(card),
        interval: .days(2),
        duration: Int64(4_200 + 100 * number),
        answer: answers[number],
        isCorrect: answers[number].map { _ in false }
      )
    }
    return log
  }
}

private let later = moment(400)

@Suite struct ItemTests {
  @Test("Facility is the share of first attempts not rated again, with its Wilson interval")
  func facility() throws {
    let logs = classLogs([[.good], [.hard], [.easy], [.again], [.good]], cards: 1)
    var again = logs
    again[0].review(.again, card: 0, at: 60, interval: .days(1))
    let found = try ClassLogs(again).cells(
      "learners",
      "facility",
      "facility_low",
      "facility_high",
      "lapses",
      of: .items,
      at: later
    )
    // Wilson's interval of 4 in 5, computed apart: 0.375534…, 0.963776….
    #expect(found == [["5", "0.8", "0.37553462976252533", "0.9637758913675698", "1"]])
  }

  @Test("Below five learners a share would say more than is known")
  func fewLearners() throws {
    let logs = classLogs([[.good], [.hard], [.easy], [.again]], cards: 1)
    let found = try ClassLogs(logs).cells("learners", "facility", "discrimination", of: .items, at: later)
    #expect(found == [["4", nil, nil]])
  }

  @Test("Discrimination is the correlation with success on the deck's other cards")
  func discrimination() throws {
    // Those who know cards 1 and 2 know card 0; card 3 goes the other way; all know card 4.
    let strong: [Rating?] = [.good, .good, .good, .again, .good]
    let weak: [Rating?] = [.again, .again, .again, .good, .good]
    let logs = classLogs([strong, weak, strong, weak, strong, weak], cards: 5)
    let found = try ClassLogs(logs).cells("discrimination", of: .items, at: later).map { $0[0] }
    #expect(found == ["1", "1", "1", "-1", nil])
  }

  @Test("The median time has no more digits than it needs", arguments: [(5, "4.4"), (4, "4.35")])
  func median(learners: Int, seconds: String) throws {
    let logs = classLogs(Array(repeating: [.good], count: learners), cards: 1)
    #expect(try ClassLogs(logs).cells("median_seconds", of: .items, at: later) == [[seconds]])
  }

  @Test("Spellings that the check takes for one are one wrong answer")
  func wrongAnswers() throws {
    let answers = [0: "The Moon", 1: "the moon.", 2: "The Moon", 3: "Mars"]
    let logs = classLogs(Array(repeating: [.again], count: 5), cards: 1, answers: answers)
    let found = try ClassLogs(logs).cells("top_wrong_answer", "top_wrong_count", of: .items, at: later)
    #expect(found == [["The Moon", "3"]])
  }

  @Test("Only first attempts count: a card already known to a learner tells nothing of its difficulty")
  func firstAttempts() throws {
    var logs = classLogs(Array(repeating: [.good], count: 5), cards: 1)
    for index in logs.indices { logs[index].review(.again, card: 0, at: 60, interval: .days(1)) }
    let found = try ClassLogs(logs).cells("learners", "facility", "lapses", of: .items, at: later)
    #expect(found == [["5", "1", "5"]])
  }
}
