import Reports
import Scheduling
import Study

/// A review log on its way through a scheduler.
///
/// A file is read twice: first to see that every row can be read and whether each card's rows stand in the
/// order of time. Where they do, as in nearly all logs, the second reading replays and writes row by row and
/// holds no more than one state a card. Where they do not, the reviews are held (some 100 bytes each) and
/// replayed in the order of time, and the rows written as they stood. What can be read only once must be in
/// order.
struct ReplayRun {
  let log: ReviewLogFile
  let scheduler: any Scheduler
  let settings: SchedulingSettings
  let counting: DayCounting

  /// Writes the log with what the scheduler says about each row.
  ///
  /// - Returns: what was odd about the log.
  func write(into sink: inout some ByteSink) throws -> LogOddities {
    guard log.isRepeatable else { return try stream(into: &sink) }
    var order = LogOrder()
    try log.read { part in
      if case .row(let row) = part { order.take(row) }
    }
    if order.oddities.rowsOutOfOrder > 0 {
      try writeSorted(into: &sink)
    } else {
      _ = try stream(into: &sink)
    }
    return order.oddities
  }

  private func stream(into sink: inout some ByteSink) throws -> LogOddities {
    var order = LogOrder()
    var replay = Replay<String>(scheduler: scheduler, settings: settings, counting: counting)
    try writeTable(into: &sink) { row in
      order.take(row)
      let replayed = replay.apply(row.review)
      if replayed.isOutOfOrder {
        throw CommandFailure.logOutOfOrder(path: log.path, line: row.line, card: row.card)
      }
      return ReplayFigures(replayed)
    }
    return order.oddities
  }

  private func writeSorted(into sink: inout some ByteSink) throws {
    let reviews = try log.numbered().reviews
    let order = reviews.indices.sorted { left, right in
      (reviews[left].instant, left) < (reviews[right].instant, right)
    }
    var replay = Replay<Int32>(scheduler: scheduler, settings: settings, counting: counting)
    var figures = [ReplayFigures?](repeating: nil, count: reviews.count)
    for place in order { figures[place] = ReplayFigures(replay.apply(reviews[place])) }
    var place = 0
    try writeTable(into: &sink) { _ in
      defer { place += 1 }
      return place < figures.count ? figures[place] : nil
    }
  }

  /// Writes each row of the log with its figures; rows without any are left out.
  private func writeTable(
    into sink: inout some ByteSink,
    _ figures: (LoggedRow) throws -> ReplayFigures?
  ) throws {
    var writer = CSVWriter<ReplayedRow>([], options: CSVOptions(isRaw: true))
    try log.read { part in
      switch part {
      case .header(let names):
        let columns = Column<ReplayedRow>.replay(of: names, scheduler: scheduler.name)
        writer = CSVWriter(columns, options: CSVOptions(isRaw: true))
      case .row(let row):
        guard let figures = try figures(row) else { return }
        writer.write(ReplayedRow(row: row, figures: figures))
        if writer.isFull { try writer.handOver(to: &sink) }
      }
    }
    try writer.handOver(to: &sink)
  }
}

/// What is odd about a log, though it can be replayed.
struct LogOddities: Equatable {
  /// Rows that lie before an earlier row of the same card.
  var rowsOutOfOrder = 0

  /// The first of them.
  var firstLineOutOfOrder = 0

  /// Rows that repeat the review before of the same card: the same instant and rating.
  var repeatedRows = 0

  /// The first of them.
  var firstRepeatedLine = 0

  /// What to tell of a log at a path.
  func notices(of path: String) -> [Notice] {
    var notices: [Notice] = []
    if rowsOutOfOrder > 0 {
      notices.append(.logOutOfOrder(path: path, line: firstLineOutOfOrder, count: rowsOutOfOrder))
    }
    if repeatedRows > 0 {
      notices.append(.logRepeats(path: path, line: firstRepeatedLine, count: repeatedRows))
    }
    return notices
  }
}

/// Watches the order of a log's rows.
struct LogOrder {
  private var last: [String: (instant: Instant, rating: Rating)] = [:]

  /// What was odd so far.
  private(set) var oddities = LogOddities()

  /// Takes the next row.
  mutating func take(_ row: LoggedRow) {
    let now = (instant: row.moment.instant, rating: row.rating)
    guard let before = last.updateValue(now, forKey: row.card) else { return }
    if now.instant < before.instant {
      oddities.rowsOutOfOrder += 1
      if oddities.rowsOutOfOrder == 1 { oddities.firstLineOutOfOrder = row.line }
    } else if now == before {
      oddities.repeatedRows += 1
      if oddities.repeatedRows == 1 { oddities.firstRepeatedLine = row.line }
    }
  }
}
