import Cards
import Reports
import Scheduling
import Study
import Testing

extension MemoryLog: EventLog {
  func forEachEvent(_ body: (Event) throws -> Void) throws {
    for event in events.sorted(by: Event.replaysBefore) { try body(event) }
  }
}

private func day(_ text: String) throws -> StudyDay { try #require(StudyDay(text)) }

/// Reviews on 1, 3 and 5 November, an undo on the 5th of what was done on the 3rd.
private func log() -> MemoryLog {
  var log = MemoryLog.deck(cards: 3)
  log.review(.good, card: 0, at: 12, interval: .days(2))
  let mistake = log.review(.again, card: 0, at: 60, interval: .exact(.minutes(10)))
  log.review(.good, card: 1, at: 61, interval: .days(2))
  log.append(.undo(mistake), card: 0, at: 108)
  log.append(.suspend, card: 1, at: 109)
  log.review(.easy, card: 2, at: 110, interval: .days(9))
  return log
}

@Suite struct PastLogTests {
  @Test("What came after the day is not yet there", arguments: Table.allCases)
  func truncated(table: Table) throws {
    let whole = log()
    var then = whole
    then.events = Array(whole.events.prefix(3))
    let past = try PastLog(whole, asOf: try day("2026-11-03"))
    let found = try SingleRecord(LogRecord(past)).csv(table, at: moment(70))
    #expect(try found == SingleRecord(LogRecord(then)).csv(table, at: moment(70)))
  }

  @Test("As of the last day the log is as it is now", arguments: Table.allCases)
  func whole(table: Table) throws {
    let past = try PastLog(log(), asOf: try day("2026-11-05"))
    let found = try SingleRecord(LogRecord(past)).csv(table, at: moment(200))
    #expect(try found == SingleRecord(LogRecord(log())).csv(table, at: moment(200)))
  }

  @Test("A day before the first review has cards and no reviews")
  func before() throws {
    let past = try PastLog(log(), asOf: try day("2026-10-01"))
    let found = try SingleRecord(LogRecord(past)).cells(
      "cards_total",
      "reviews",
      of: .learners,
      at: moment(0)
    )
    #expect(found == [["3", "0"]])
  }

  @Test("A setting counts from the day on which it was made")
  func settings() throws {
    var log = log()
    let change = SettingChange(.newPerDay, value: "7")
    log.append(.setting(change), card: 9, at: 130)
    #expect(try PastLog(log, asOf: try day("2026-11-05")).settings().newPerDay != 7)
    #expect(try PastLog(log, asOf: try day("2026-11-06")).settings().newPerDay == 7)
  }
}
