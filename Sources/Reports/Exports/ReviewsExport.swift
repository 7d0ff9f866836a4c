import Cards
public import Study

/// The table `reviews`: one row for each review, by the wall clock, device and sequence.
///
/// The log is replayed in the order of effective times, which never run back; wall clocks may. A row is
/// therefore held back until no earlier one can follow: until the effective time reached is further ahead
/// than the log's greatest clock lag. Where clocks kept good time that is one row; after a clock that ran
/// far ahead was put right it is all rows since, some 300 bytes each.
public struct ReviewsExport: Sendable {
  /// Only cards of this deck; nil for all.
  public var deck: String?

  /// Whether undone reviews are told too.
  public var includesUndone: Bool

  /// How the CSV is dressed.
  public var options: CSVOptions

  /// All reviews that count, unless told otherwise.
  public init(deck: String? = nil, includesUndone: Bool = false, options: CSVOptions = CSVOptions()) {
    self.deck = deck
    self.includesUndone = includesUndone
    self.options = options
  }

  /// Writes the table of a learner.
  ///
  /// - Returns: the number of rows.
  @discardableResult
  public func write(_ log: some LearnerLog, into sink: inout some ByteSink) throws -> Int {
    var writer = CSVWriter(Column<ReviewRow>.reviews, options: options)
    var count = 0
    try forEachRow(of: log) { row in
      writer.write(row)
      count += 1
      if writer.isFull { try writer.handOver(to: &sink) }
    }
    try writer.handOver(to: &sink)
    return count
  }

  /// Hands over the rows in the order of the table.
  func forEachRow(of log: some LearnerLog, body: (ReviewRow) throws -> Void) throws {
    let places = Dictionary(
      try log.cards().map { ($0.card.id, CardPlace(deck: $0.deck, section: $0.card.section)) },
      uniquingKeysWith: { first, _ in first }
    )
    let nowhere = CardPlace(deck: "", section: [])
    let scheduler = try log.settings().scheduler
    let lag = try log.greatestClockLag()
    let learner = log.learner
    var waiting = Heap<ReviewRow>(by: ReviewRow.isBefore)
    try log.forEachReview { transition, isUndone in
      guard includesUndone || !isUndone else { return }
      let place = places[transition.before.card] ?? nowhere
      guard deck == nil || deck == place.deck else { return }
      let row = ReviewRow(
        transition,
        isUndone: isUndone,
        learner: learner,
        place: place,
        scheduler: scheduler
      )
      let reached = transition.event.effectiveAt
      while let next = waiting.removeFirst(if: { lag < reached.since($0.moment.instant) }) { try body(next) }
      waiting.insert(row)
    }
    while let row = waiting.removeFirst() { try body(row) }
  }
}
