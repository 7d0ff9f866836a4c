import Reports
import Scheduling
import Study

/// A whole review log in numbers: what fitting needs of it.
struct NumberedLog {
  /// The reviews in the order of the file; cards are numbered as they come.
  var reviews: [LoggedReview<Int32>] = []

  /// What was odd about it.
  var oddities = LogOddities()
}

extension ReviewLogFile {
  /// Reads the whole log; a row takes some fifty bytes.
  ///
  /// - Throws: as `read` does.
  func numbered() throws -> NumberedLog {
    var log = NumberedLog()
    var numbers: [String: Int32] = [:]
    var order = LogOrder()
    try read { part in
      guard case .row(let row) = part else { return }
      order.take(row)
      let number = numbers[row.card] ?? Int32(truncatingIfNeeded: numbers.count)
      numbers[row.card] = number
      log.reviews.append(
        LoggedReview(
          card: number,
          instant: row.moment.instant.milliseconds,
          utcOffsetMinutes: row.moment.offset.minutes,
          rating: row.rating,
          elapsed: row.elapsed
        )
      )
    }
    log.oddities = order.oddities
    return log
  }
}
