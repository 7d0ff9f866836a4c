import Reports
import Scheduling
import Study
import Testing

/// What a learner who exports `reviews` and `cards` sends.
private func sent(_ texts: String..., sender: String = "sender") throws -> SentTables {
  var tables = SentTables()
  for text in texts {
    let bytes = Array(text.utf8)
    let kind = try #require(SentTables.kind(ofHeader: try CSVTable.columns(of: bytes)))
    var csv = CSVTable()
    try csv.parse(bytes) { try tables.add($0, of: kind, sender: sender) }
    try csv.finish { try tables.add($0, of: kind, sender: sender) }
  }
  return tables
}

/// Records of learners who sent tables.
private func records(_ tables: SentTables) -> ClassLogs {
  var logs = ClassLogs([])
  logs.records = tables.learners.map { tables.record(of: $0) }
  return logs
}

private let later = moment(900)

@Suite struct SentTablesTests {
  private func log() -> MemoryLog {
    var log = MemoryLog.deck("=甲", cards: 4, section: ["一、总论"])
    for card in 0..<3 {
      log.review(.good, card: card, at: Double(card), interval: .days(3), answer: "=1+1", isCorrect: false)
    }
    for card in 0..<3 {
      log.review(.again, card: card, at: 80 + Double(card), interval: .days(1), offset: 480)
    }
    log.append(.undo(log.review(.easy, card: 0, at: 200, interval: .days(9))), at: 201)
    return log
  }

  @Test("The tables of the CSVs are those of the learner file", arguments: Table.allCases)
  func sameTables(table: Table) throws {
    let own = ClassLogs([log()])
    let received = try sent(own.csv(.reviews, at: later), own.csv(.cards, at: later))
    let found = try records(received).csv(table, at: later)
    let expected = try own.csv(table, at: later)
    #expect(found == expected)
  }

  @Test("Reviews sent twice count once")
  func repeated() throws {
    let own = ClassLogs([log()])
    let reviews = try own.csv(.reviews, at: later)
    let received = try sent(reviews, reviews)
    #expect(try records(received).csv(.reviews, at: later) == reviews)
  }

  @Test("The interchange columns alone will do; the file's name is then the learner's")
  func bareReviews() throws {
    let text = """
      card_id,review_time,review_rating,review_state,review_duration
      7k3m9q2a5x,1793491200000,3,0,4000
      7k3m9q2a5x,1793491300000,1,1,2000
      """
    let found = try records(sent(text, sender: "王芳")).cells("learner", "reviews", of: .learners, at: later)
    #expect(found == [["王芳", "2"]])
  }

  @Test(
    "A cell that cannot be is named by line and column",
    arguments: [
      ("7k3m9q2a5x,1793491200000,5,0,4000", "review_rating"), ("7k3m9q2a5x,later,3,0,4000", "review_time"),
      (",1793491200000,3,0,4000", "card_id"), ("7k3m9q2a5x,1793491200000,3,0,-4", "review_duration"),
      ("7k3m9q2a5x,99999999999999999,3,0,4", "review_time"),
      ("7k3m9q2a5x,1793491200000,3,9,4", "review_state"),
    ]
  )
  func badCell(row: String, column: String) {
    let error = #expect(throws: SentCellFailure.self) {
      _ = try sent("card_id,review_time,review_rating,review_state,review_duration\n" + row)
    }
    #expect(error?.line == 2)
    #expect(error?.column == column)
  }

  @Test("A table that is neither is told apart")
  func otherTables() {
    #expect(SentTables.kind(ofHeader: ["study_day", "learner", "reviews"]) == nil)
    #expect(SentTables.kind(ofHeader: []) == nil)
  }
}
