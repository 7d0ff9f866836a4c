import Cards
import Language
import Reports
import Scheduling
import Study
import Testing

private let header =
  "card_id,review_time,review_rating,review_state,review_duration,learner,deck,section,device,seq,"
  + "utc_offset_minutes,review_time_iso,elapsed_days,scheduled_days,retrievability,stability_before,"
  + "difficulty_before,stability_after,difficulty_after,scheduler,card_revision,answer,correct,undone"

private func exported(_ log: MemoryLog, _ export: ReviewsExport = ReviewsExport()) throws -> [String] {
  var sink = MemorySink()
  try export.write(log, into: &sink)
  return sink.text.components("\r\n").dropLast()
}

extension String {
  fileprivate func components(_ separator: String) -> [String] {
    var parts = [""]
    for scalar in unicodeScalars {
      parts[parts.count - 1].unicodeScalars.append(scalar)
      if parts[parts.count - 1].unicodeScalars.suffix(2).elementsEqual(separator.unicodeScalars) {
        parts[parts.count - 1].unicodeScalars.removeLast(2)
        parts.append("")
      }
    }
    return parts
  }
}

/// A column of an exported table.
private func column(_ name: String, of lines: [String]) throws -> [String?] {
  var table = CSVTable(needing: [name])
  var values: [String?] = []
  let text = lines.joined(separator: "\r\n")
  try table.parse(text.utf8) { values.append($0[name]) }
  try table.finish { values.append($0[name]) }
  return values
}

@Suite struct ReviewsExportTests {
  @Test("A review tells everything in the order of the columns")
  func wholeRow() throws {
    var log = MemoryLog.deck("作风", cards: 1, section: ["一、甲", "（二）乙"])
    log.review(.easy, at: 8, interval: .exact(.minutes(10)), answer: "=四, 4", isCorrect: true, offset: 480)
    log.review(.good, at: 8.2, interval: .days(3), offset: 480)
    log.review(.again, at: 80.5, interval: .exact(.minutes(10)), duration: 12_345, offset: -210)
    let lines = try exported(log)
    let id = log.decks[0].card.id.text
    let first =
      "\(id),1793520000000,4,0,6000,li,作风,一、甲 / （二）乙,a,1,480,2026-11-01T16:00:00.000+08:00,,,,,,8.2956,1,"
      + "fsrs-6,0000000000000abc,\"'=四, 4\",1,0"
    #expect(lines.count == 4)
    #expect(lines[0] == header)
    #expect(lines[1] == first)
    #expect(try column("elapsed_days", of: lines) == [nil, "0", "3"])
    #expect(try column("scheduled_days", of: lines) == [nil, "0.006944444444444444", "3"])
    #expect(try column("review_state", of: lines) == ["0", "1", "2"])
    #expect(try column("review_duration", of: lines) == ["6000", "6000", "12345"])
    #expect(try column("utc_offset_minutes", of: lines) == ["480", "480", "-210"])
    #expect(try column("review_time_iso", of: lines)[2] == "2026-11-04T05:00:00.000-03:30")
    #expect(try column("correct", of: lines) == ["1", nil, nil])
  }

  @Test("Memory before a review is memory after the one before")
  func memoryChains() throws {
    var log = MemoryLog.deck(cards: 1)
    for day in 0..<6 { log.review(.good, at: Double(24 * day * day), interval: .days(2 * day + 1)) }
    let lines = try exported(log)
    for name in ["stability", "difficulty"] {
      let before = try column(name + "_before", of: lines)
      let after = try column(name + "_after", of: lines)
      #expect(Array(before.dropFirst()) == Array(after.dropLast()))
      #expect(before[0] == nil)
    }
  }

  @Test("An undone review is left out, or told with what it did not change")
  func undone() throws {
    var log = MemoryLog.deck(cards: 1)
    log.review(.good, at: 0, interval: .days(3))
    let mistake = log.review(.again, at: 72, interval: .exact(.minutes(10)))
    log.append(.undo(mistake), at: 72.1)
    log.review(.good, at: 72.2, interval: .days(8))
    let lines = try exported(log)
    #expect(try column("seq", of: lines) == ["1", "4"])
    let all = try exported(log, ReviewsExport(includesUndone: true))
    #expect(try column("undone", of: all) == ["0", "1", "0"])
    let before = try column("stability_before", of: all)
    let after = try column("stability_after", of: all)
    #expect(before[1] == after[1])
    #expect(before[2] == after[0])
  }

  @Test("Only the reviews of a deck, when asked for")
  func deckFilter() throws {
    var log = MemoryLog.deck("a", cards: 1)
    log.add(deck: "b", cards: 1)
    log.review(.good, card: 0, at: 0, interval: .days(3))
    log.review(.good, card: 1, at: 1, interval: .days(3))
    #expect(try column("deck", of: exported(log, ReviewsExport(filter: ReviewFilter(deck: "b")))) == ["b"])
    #expect(try exported(log, ReviewsExport(filter: ReviewFilter(deck: "c"))) == [header])
  }

  @Test("A log without reviews is a header", arguments: [0, 3])
  func empty(cards: Int) throws {
    #expect(try exported(MemoryLog.deck(cards: cards)) == [header])
  }

  @Test("Rows follow the wall clock, whatever way clocks jumped", arguments: 1...20 as ClosedRange<UInt64>)
  func order(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    var log = MemoryLog.deck(cards: 5)
    var clocks = ["a": 1_000.0, "b": 1_000.0]
    for _ in 0..<60 {
      let device = Bool.random(using: &random) ? "a" : "b"
      let jump =
        switch Int.random(in: 0..<10, using: &random) {
        case 0: -Double.random(in: 0...500, using: &random)
        case 1: Double.random(in: 0...500, using: &random)
        case 2: 0.0
        default: Double.random(in: 0...3, using: &random)
        }
      let time = (clocks[device] ?? 0) + jump
      clocks[device] = time
      let card = Int.random(in: 0..<5, using: &random)
      log.review(.good, card: card, at: time, interval: .days(1), device: device)
    }
    let lines = try exported(log)
    let times = try column("review_time", of: lines)
    let devices = try column("device", of: lines)
    let sequences = try column("seq", of: lines)
    let keys = times.indices.map {
      (Int64(times[$0] ?? "") ?? 0, devices[$0] ?? "", Int64(sequences[$0] ?? "") ?? 0)
    }
    #expect(keys.count == 60)
    #expect(zip(keys, keys.dropFirst()).allSatisfy { $0 < $1 }, "seed \(seed)")
  }

  @Test("Every column is described in both languages, under a name of its own")
  func described() {
    let names = Column<ReviewRow>.reviews.map(\.name)
    #expect(names.joined(separator: ",") == header)
    for meaning in Column<ReviewRow>.reviews.map(\.meaning) + Column<CardRow>.cards.map(\.meaning) {
      #expect(!meaning.text(in: .chinese).isEmpty && !meaning.text(in: .english).isEmpty)
      #expect(meaning.text(in: .chinese) != meaning.text(in: .english))
    }
  }
}
