public import Study

/// The table `cards`: one row for each card of a learner's decks and each card once reviewed, by deck and
/// place.
public struct CardsExport: Sendable {
  /// Only cards of this deck; nil for all.
  public var deck: String?

  /// How the CSV is dressed.
  public var options: CSVOptions

  /// All cards unless told otherwise.
  public init(deck: String? = nil, options: CSVOptions = CSVOptions()) {
    self.deck = deck
    self.options = options
  }

  /// Writes the table of several learners as it is at a moment, one after the other.
  ///
  /// - Returns: the number of rows.
  @discardableResult
  public func write(
    _ records: some LearnerRecords,
    at moment: Moment,
    into sink: inout some ByteSink
  ) throws -> Int {
    var writer = CSVWriter(Column<CardRow>.cards, options: options)
    var count = 0
    try records.forEachRecord { record in
      for row in try record.cardRows(at: moment) where deck == nil || deck == row.deck {
        writer.write(row)
        count += 1
        if writer.isFull { try writer.handOver(to: &sink) }
      }
    }
    try writer.handOver(to: &sink)
    return count
  }

  /// Writes the table of one learner as it is at a moment.
  @discardableResult
  public func write(
    _ log: some LearnerLog,
    at moment: Moment,
    into sink: inout some ByteSink
  ) throws -> Int {
    try write(SingleRecord(LogRecord(log)), at: moment, into: &sink)
  }
}
