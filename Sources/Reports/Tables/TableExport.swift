public import Study

/// Writes any of the tables for any number of learners.
public struct TableExport: Sendable {
  /// Which table.
  public var table: Table

  /// Which reviews are counted or told.
  public var filter: ReviewFilter

  /// Whether `reviews` tells undone reviews too.
  public var includesUndone: Bool

  /// How the CSV is dressed.
  public var options: CSVOptions

  /// A table, with all reviews that count unless told otherwise.
  public init(
    _ table: Table,
    filter: ReviewFilter = ReviewFilter(),
    includesUndone: Bool = false,
    options: CSVOptions = CSVOptions()
  ) {
    self.table = table
    self.filter = filter
    self.includesUndone = includesUndone
    self.options = options
  }

  /// Writes the table as it is at a moment.
  ///
  /// - Parameters:
  ///   - records: the learners by name; each is read once and not held.
  ///   - moment: now.
  ///   - sink: takes the bytes.
  /// - Throws: what keeps a record from being read, or the sink from taking bytes.
  public func write(
    _ records: some LearnerRecords,
    at moment: Moment,
    into sink: inout some ByteSink
  ) throws {
    switch table {
    case .reviews:
      let export = ReviewsExport(filter: filter, includesUndone: includesUndone, options: options)
      try export.write(records, into: &sink)
    case .cards:
      try CardsExport(deck: filter.deck, options: options).write(records, at: moment, into: &sink)
    case .days:
      let rows = try counts(records, wanted: .memory, at: moment) { $0.days }.flatMap(\.self)
      try write(rows.sorted(by: DayRow.isBefore), Column<DayRow>.days, into: &sink)
    case .learners:
      try write(try counts(records, at: moment) { $0.row }, Column<LearnerRow>.learners, into: &sink)
    case .items:
      var analysis = ItemAnalysis()
      try records.forEachRecord { record in
        analysis.add(try LearnerCount(record, filter, wanted: .attempts, at: moment))
      }
      try write(analysis.rows(), Column<ItemRow>.items, into: &sink)
    }
  }

  private func counts<Part>(
    _ records: some LearnerRecords,
    wanted: LearnerCount.Wanted = [],
    at moment: Moment,
    _ part: (LearnerCount) -> Part
  ) throws -> [Part] {
    var parts: [Part] = []
    try records.forEachRecord { record in
      parts.append(part(try LearnerCount(record, filter, wanted: wanted, at: moment)))
    }
    return parts
  }

  private func write<Row>(_ rows: [Row], _ columns: [Column<Row>], into sink: inout some ByteSink) throws {
    var writer = CSVWriter(columns, options: options)
    for row in rows {
      writer.write(row)
      if writer.isFull { try writer.handOver(to: &sink) }
    }
    try writer.handOver(to: &sink)
  }
}

extension DayRow {
  /// The order of the table: by day, then learner.
  static func isBefore(_ left: DayRow, _ right: DayRow) -> Bool {
    (left.figures.day, left.learner) < (right.figures.day, right.learner)
  }
}
