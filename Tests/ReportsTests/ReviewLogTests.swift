import Reports
import Scheduling
import Study
import Testing

/// A zone that is an hour ahead of Berlin's winter time from an instant on.
private struct SummerZone: ZoneRules {
  let start: Int64

  func offset(at instant: Instant) -> UTCOffset {
    UTCOffset(minutes: instant.milliseconds < start ? 60 : 120)
  }
}

private func rows(_ text: String, zone: any ZoneRules = FixedZone(.zero)) throws -> [LoggedRow] {
  var reader = ReviewLogReader(zone: zone)
  var rows: [LoggedRow] = []
  func take(_ part: ReviewLogPart) {
    if case .row(let row) = part { rows.append(row) }
  }
  try reader.read(text.utf8, body: take)
  try reader.finish(body: take)
  return rows
}

@Suite struct ReviewLogTests {
  @Test("Columns go by name, under either name, in any order")
  func columns() throws {
    let own = try rows("card_id,review_time,review_rating,review_state,review_duration\na,1000,3,2,900\n")
    let other = try rows(
      "duration_ms,delta_t_days,x,rating,review_time_ms,card_id\r\n,1.5,\"q\",4.0,1e3,\"b\"\r\n"
    )
    #expect(own.map(\.state) == [.review] && own.map(\.duration) == [Milliseconds(900)])
    #expect(own.map(\.card) == ["a"] && own.map(\.rating) == [.good] && own.map(\.line) == [2])
    #expect(other.map(\.elapsed) == [Days(1.5)] && other.map(\.duration) == [nil])
    #expect(other.map(\.moment.instant.milliseconds) == [1000] && other.map(\.rating) == [.easy])
  }

  @Test(
    "A time is UTC milliseconds or ISO 8601",
    arguments: [
      ("1711744352250", 1_711_744_352_250), ("1711744352250.0", 1_711_744_352_250), ("-5", -5),
      ("2024-03-29T20:32:32.250000+00:00", 1_711_744_352_250), ("2024-03-29 20:32:32.25Z", 1_711_744_352_250),
      ("2024-03-30T04:32:32.250+08:00", 1_711_744_352_250), ("20240330T043232,25+0800", 1_711_744_352_250),
      ("2024-03-29T20:32Z", 1_711_744_320_000), ("2024-03-29T20:32:32.2496Z", 1_711_744_352_250),
      ("2024-03-29", 1_711_670_400_000), ("2024-03-29T12:02:32.25-0830", 1_711_744_352_250),
    ] as [(String, Int64)]
  )
  func times(text: String, expected: Int64) throws {
    let found = try rows("card_id,review_time,review_rating\na,\"\(text)\",3\n")
    #expect(found.map(\.moment.instant.milliseconds) == [expected])
  }

  @Test("An offset is the column's, the time's own, or the zone's; a time without one is local")
  func offsets() throws {
    let zone = SummerZone(start: 1_711_846_800_000)
    let text = """
      card_id,review_time,rating,utc_offset_minutes
      a,1711846799999,3,
      a,1711846800000,3,
      a,1711846800000,3,-300
      a,2024-03-31T03:00:00+02:00,3,
      a,2024-03-31T01:00:00Z,3,
      a,2024-03-31 03:00:00,3,
      """
    let found = try rows(text, zone: zone).map(\.moment)
    #expect(found.map(\.offset.minutes) == [60, 120, -300, 120, 120, 120])
    #expect(Set(found.dropFirst().map(\.instant.milliseconds)) == [1_711_846_800_000])
  }

  @Test(
    "A cell that does not hold what its column should is named with its line",
    arguments: [
      ("a,x,3,0", 2, "review_time", .time), ("a,1,0,0", 2, "rating", .rating),
      ("a,1,5,0", 2, "rating", .rating),
      ("a,1,2.5,0", 2, "rating", .rating), ("a,1,,0", 2, "rating", .rating), (",1,3,0", 2, "card_id", .card),
      ("a,1,3,0\na,1e300,3,0", 3, "review_time", .time), ("a,nan,3,0", 2, "review_time", .time),
      ("a,99999999999999999999,3,0", 2, "review_time", .time), ("a,1,3,nan", 2, "delta_t_days", .elapsed),
      ("a,2024-02-30T00:00:00Z,3,", 2, "review_time", .time), ("a,1,3,inf", 2, "delta_t_days", .elapsed),
      ("a,2024-02-20T25:00:00Z,3,", 2, "review_time", .time), ("a,,3,", 2, "review_time", .time),
    ] as [(String, Int, String, ReviewLogFailure.Content)]
  )
  func refuses(text: String, line: Int, column: String, content: ReviewLogFailure.Content) {
    #expect {
      try rows("card_id,review_time,rating,delta_t_days\n" + text)
    } throws: { error in
      guard case .cell(let foundLine, let foundColumn, _, let found)? = error as? ReviewLogFailure else {
        return false
      }
      return foundLine == line && foundColumn == column && found == content
    }
  }

  @Test("A log without a needed column, a short row and an empty file are refused")
  func shapes() {
    #expect(throws: ReviewLogFailure.missingColumn(["review_rating", "rating"])) {
      try rows("card_id,review_time\n")
    }
    #expect(throws: CSVFailure.cellCount(line: 2, expected: 3, found: 2)) {
      try rows("card_id,review_time,rating\na,1\n")
    }
    #expect(throws: CSVFailure.noHeader) { try rows("") }
    #expect(throws: CSVFailure.duplicateColumn("rating")) {
      try rows("card_id,review_time,rating,rating\n")
    }
  }

  @Test("A negative delta_t_days, by which logs mark a first review, says nothing")
  func negativeElapsed() throws {
    let found = try rows("card_id,review_time,rating,delta_t_days\na,1,3,-1\na,2,3,0\n")
    #expect(found.map(\.elapsed) == [nil, Days(0)])
  }
}
