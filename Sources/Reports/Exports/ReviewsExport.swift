public import Study

/// The table `reviews`: one row for each review of a learner, by the wall clock, device and sequence.
public struct ReviewsExport: Sendable {
  /// Which reviews are told.
  public var filter: ReviewFilter

  /// Whether undone reviews are told too.
  public var includesUndone: Bool

  /// How the CSV is dressed.
  public var options: CSVOptions

  /// All reviews that count, unless told otherwise.
  public init(
    filter: ReviewFilter = ReviewFilter(),
    includesUndone: Bool = false,
    options: CSVOptions = CSVOptions()
  ) {
    self.filter = filter
    self.includesUndone = includesUndone
    self.options = options
  }

  /// Writes the table of several learners, one after the other.
  ///
  /// - Returns: the number of rows.
  @discardableResult
  public func write(
    _ records: some LearnerRecords,
    into sink: inout some ByteSink
  ) throws -> Int {
    var writer = CSVWriter(Column<ReviewRow>.reviews, options: options)
    var count = 0
    try records.forEachRecord { record in
      let calendar = try record.calendar()
      try record.forEachRow(includesUndone: includesUndone) { row in
        guard filter.includes(deck: row.place.deck), filter.includes(calendar.day(of: row.moment)) else {
          return
        }
        writer.write(row)
        count += 1
        if writer.isFull { try writer.handOver(to: &sink) }
      }
    }
    try writer.handOver(to: &sink)
    return count
  }

  /// Writes the table of one learner.
  @discardableResult
  public func write(_ log: some LearnerLog, into sink: inout some ByteSink) throws -> Int {
    try write(SingleRecord(LogRecord(log)), into: &sink)
  }
}
