import Cards
import Reports
import Scheduling
import Study
import Testing

private func rows(
  _ log: MemoryLog,
  _ names: [String],
  at time: Moment,
  deck: String? = nil
) throws -> [[String?]] {
  var sink = MemorySink()
  try CardsExport(deck: deck).write(log, at: time, into: &sink)
  var table = CSVTable(needing: names)
  var rows: [[String?]] = []
  try table.parse(sink.bytes) { row in rows.append(names.map { row.text($0) }) }
  try table.finish { row in rows.append(names.map { row.text($0) }) }
  return rows
}

@Suite struct CardsExportTests {
  @Test("The columns stand in the order of the contract")
  func header() {
    let names = Column<CardRow>.cards.map(\.name).joined(separator: ",")
    #expect(
      names
        == "card_id,learner,deck,section,kind,question,answer,tags,state,due,interval_days,stability,difficulty,"
        + "retrievability,reps,lapses,suspended,buried,flagged,leech,retired,first_review,last_review"
    )
  }

  @Test("A new card has empty figures, and marks that say no")
  func newCard() throws {
    let names = ["state", "due", "interval_days", "stability", "retrievability", "reps", "first_review"]
    let found = try rows(.deck(cards: 1), names, at: moment(0))
    #expect(found == [["new", nil, nil, nil, nil, "0", nil]])
  }

  @Test("A card in learning is due at an instant, a card in review on a day")
  func due() throws {
    var log = MemoryLog.deck(cards: 3)
    log.review(.good, card: 0, at: 0, interval: .exact(.minutes(10)), offset: 480)
    log.review(.easy, card: 1, at: 0, interval: .days(8), offset: 480)
    log.review(.good, card: 2, at: 0, interval: .days(2))
    log.review(.again, card: 2, at: 72, interval: .exact(.minutes(10)))
    let found = try rows(log, ["state", "due", "lapses"], at: moment(72.5, offset: 480))
    #expect(
      found == [
        ["learning", "2026-11-01T08:10:00.000+08:00", "0"], ["review", "2026-11-09", "0"],
        ["relearning", "2026-11-04T08:10:00.000+08:00", "1"],
      ]
    )
  }

  @Test("Marks are told, and burying ends with its study day")
  func marks() throws {
    var log = MemoryLog.deck(cards: 4)
    log.append(.suspend, card: 0, at: 10)
    log.append(.bury, card: 1, at: 10)
    log.append(.flag(true), card: 2, at: 10)
    log.departed = [log.decks[3].card.id]
    let names = ["suspended", "buried", "flagged", "retired"]
    let none = ["0", "0", "0", "0"]
    let today = try rows(log, names, at: moment(27))
    #expect(
      today == [["1", "0", "0", "0"], ["0", "1", "0", "0"], ["0", "0", "1", "0"], ["0", "0", "0", "1"]]
    )
    #expect(try rows(log, names, at: moment(28))[1] == none)
  }

  @Test("A card of another learner's making cannot run as a formula")
  func hostile() throws {
    var log = MemoryLog()
    log.decks = [
      (
        "=cmd|' /C calc'!A0",
        Card(
          id: CardID.mint(deck: "d", fact: "f", ordinal: 0),
          kind: .list,
          section: ["+1"],
          question: "@SUM(1)\r\n\"quoted\", 作风",
          answers: ["-1", "2"],
          accept: .all,
          tags: ["a", "retired"],
          siblingGroup: "g"
        )
      )
    ]
    var sink = MemorySink()
    try CardsExport().write(log, at: moment(0), into: &sink)
    let cells = try CSVParser.records(of: sink.bytes)[1].cells
    #expect(
      Array(cells[2...7]) == [
        "'=cmd|' /C calc'!A0", "'+1", "list", "'@SUM(1)\r\n\"quoted\", 作风", "'-1; 2", "a retired",
      ]
    )
    #expect(cells[20] == "1")
    let back = try rows(log, ["deck", "section", "question"], at: moment(0))
    #expect(back == [["=cmd|' /C calc'!A0", "+1", "@SUM(1)\r\n\"quoted\", 作风"]])
  }

  @Test("Only the cards of a deck, when asked for")
  func deckFilter() throws {
    var log = MemoryLog.deck("a", cards: 2)
    log.add(deck: "b", cards: 1)
    #expect(try rows(log, ["deck"], at: moment(0), deck: "b") == [["b"]])
    #expect(try rows(log, ["deck"], at: moment(0)).count == 3)
  }
}
