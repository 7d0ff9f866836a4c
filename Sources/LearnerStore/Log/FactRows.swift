import GRDB
import Scheduling
import Study

/// A row of `event` as a replay in numbers needs it.
struct FactRow {
  let device: Int64
  let sequence: Int64
  let code: EventCode?
  let card: Int64?
  let effectiveAt: Int64
  let wallLag: Int64
  let offsetMinutes: Int64
  let cardText: Int64
  let rating: Int64
  let duration: Int64
  let answer: String?
  let isCorrect: Int64?
  let intervalDays: Int64?
  let intervalMilliseconds: Int64?

  fileprivate static let columns = """
    device, seq, kind, card, effectiveAt, wallLag, offsetMinutes, cardText, rating, durationMilliseconds,
    answer, isCorrect, intervalDays, intervalMilliseconds
    """

  fileprivate init(_ row: RawRow) {
    device = row.integer(0)
    sequence = row.integer(1)
    code = EventCode(rawValue: row.integer(2))
    card = row.optionalInteger(3)
    effectiveAt = row.integer(4)
    wallLag = row.integer(5)
    offsetMinutes = row.integer(6)
    cardText = row.integer(7)
    rating = row.integer(8)
    duration = row.integer(9)
    answer = row.optionalText(10)
    isCorrect = row.optionalInteger(11)
    intervalDays = row.optionalInteger(12)
    intervalMilliseconds = row.optionalInteger(13)
  }

  /// The moment by the wall clock; nil where it cannot be one.
  var moment: Moment? {
    guard (-1_440...1_440).contains(offsetMinutes) else { return nil }
    return Moment(
      Instant(milliseconds: effectiveAt &- wallLag),
      offset: UTCOffset(minutes: Int(offsetMinutes))
    )
  }
}

/// The events that a replay in numbers needs, in the order of the replay: reviews, and what makes a card new
/// again.
struct FactRows {
  private var heads: [(row: FactRow, rest: RawRows)] = []

  /// The rows of a whole log.
  init(_ db: Database) throws {
    let codes: [EventCode] = [.review, .forget, .revision]
    let kinds = codes.map { "\($0.rawValue)" }.joined(separator: ", ")
    let sql = "SELECT \(FactRow.columns) FROM event WHERE device = ? AND kind IN (\(kinds)) ORDER BY seq"
    for device in try Int64.fetchAll(db, sql: "SELECT id FROM device ORDER BY name") {
      let rest = try RawRows(db, sql, [device])
      if let row = try rest.next() { heads.append((FactRow(row), rest)) }
    }
  }

  /// The next row; nil at the end.
  ///
  /// The devices stand in the order of their names, which decides between events of one effective time.
  mutating func next() throws -> FactRow? {
    guard var first = heads.indices.first else { return nil }
    for index in heads.indices.dropFirst() where heads[index].row.effectiveAt < heads[first].row.effectiveAt {
      first = index
    }
    let row = heads[first].row
    if let following = try heads[first].rest.next() {
      heads[first].row = FactRow(following)
    } else {
      heads.remove(at: first)
    }
    return row
  }
}
