public import Study

/// The table `cards`: one row for each card of the learner's decks and each card once reviewed, by deck and
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

  /// Writes the table of a learner as it is at a moment.
  ///
  /// - Returns: the number of rows.
  @discardableResult
  public func write(
    _ log: some LearnerLog,
    at moment: Moment,
    into sink: inout some ByteSink
  ) throws -> Int {
    let grading = Grading(try log.settings())
    let cards = try log.cards().filter { deck == nil || deck == $0.deck }
    var writer = CSVWriter(Column<CardRow>.cards, options: options)
    for candidate in cards {
      writer.write(CardRow(candidate, learner: log.learner, grading: grading, at: moment))
      if writer.isFull { try writer.handOver(to: &sink) }
    }
    try writer.handOver(to: &sink)
    return cards.count
  }
}
