// The review log of DESIGN §5 as CSV: what `replay`, `optimize`, `simulate` and `import` read.
//
// In:    CSV bytes of any origin, piece by piece; the zone of times that name none.
// Out:   `LoggedRow` values in the order of the file, each with its cells as they stood there.
// Never: hold the rows, guess what a cell means, trap on any bytes.

public import Scheduling
public import Study

/// One review of a log, as it stands in the file.
public struct LoggedRow: Sendable {
  /// The line on which the row begins, from 1.
  public let line: Int

  /// The card's name in the log, whatever its form.
  public let card: String

  /// When, with the offset of local time then: the row's own where it says one, else the zone's.
  public let moment: Moment

  /// The learner's rating.
  public let rating: Rating

  /// The card's state before the review, where the log says it.
  public let state: Phase?

  /// How long the review took, where the log says it.
  public let duration: Milliseconds?

  /// Days since the card's review before, where the log says it; then it wins over the times.
  public let elapsed: Days?

  /// Whether the time is written as text, ISO 8601, rather than as milliseconds.
  public let hasTextTime: Bool

  /// All cells of the row.
  public let record: CSVRecord

  /// The row as schedulers read it.
  public var review: LoggedReview<String> {
    LoggedReview(
      card: card,
      instant: moment.instant.milliseconds,
      utcOffsetMinutes: moment.offset.minutes,
      rating: rating,
      elapsed: elapsed
    )
  }
}

/// What comes next in a review log.
public enum ReviewLogPart: Sendable {
  /// The names of the columns; once, before the rows.
  case header([String])
  /// A review.
  case row(LoggedRow)
}

/// Why a review log cannot be read, besides what `CSVFailure` says.
public enum ReviewLogFailure: Error, Sendable, Equatable {
  /// What a column of the log holds.
  public enum Content: Sendable, Equatable {
    /// Any text but none.
    case card
    /// UTC milliseconds, or ISO 8601, in the years 1 to 9999.
    case time
    /// 1 to 4.
    case rating
    /// 0 to 3.
    case state
    /// Milliseconds, 0 or more.
    case duration
    /// Days, a finite number.
    case elapsed
    /// Minutes, at most a day either way.
    case offset
  }

  /// The header names none of the columns that are needed for one thing.
  case missingColumn([String])
  /// A cell does not hold what its column should.
  case cell(line: Int, column: String, text: String, Content)
}
