import Cards
import Scheduling
import Study

/// A cell of a table that a learner sent cannot be what its column says.
public struct SentCellFailure: Error, Sendable, Equatable {
  /// The line on which the row begins, from 1.
  public let line: Int
  /// The column's name.
  public let column: String
  /// What stands in the cell; empty where it must not be.
  public let text: String
}

extension CSVTable.Row {
  /// A cell as something, nil where it is empty.
  fileprivate func value<Value>(
    _ column: String,
    _ read: (String) -> Value?
  ) throws(SentCellFailure) -> Value? {
    guard let text = self[column] else { return nil }
    guard let value = read(text) else { throw SentCellFailure(line: line, column: column, text: text) }
    return value
  }

  /// A cell that must not be empty.
  fileprivate func needed<Value>(
    _ column: String,
    _ read: (String) -> Value?
  ) throws(SentCellFailure) -> Value {
    guard let value = try value(column, read) else {
      throw SentCellFailure(line: line, column: column, text: "")
    }
    return value
  }

  fileprivate func number(_ column: String) throws(SentCellFailure) -> Double? {
    try value(column) { text in Double(text).flatMap { $0.isFinite ? $0 : nil } }
  }

  fileprivate func flag(_ column: String) throws(SentCellFailure) -> Bool? {
    try value(column) { ["0": false, "1": true][$0] }
  }
}

extension ReviewRow {
  /// A row of a `reviews` table; the learner is the sender where it names none.
  convenience init(_ row: CSVTable.Row, sender: String) throws(SentCellFailure) {
    let milliseconds = try row.needed("review_time") { text in
      Int64(text).flatMap { (-62_135_596_800_000...253_402_300_799_999).contains($0) ? $0 : nil }
    }
    let offset = try row.value("utc_offset_minutes") { text in
      Int(text).flatMap { (-1_440...1_440).contains($0) ? $0 : nil }
    }
    let duration = try row.value("review_duration") { text in
      Int64(text).flatMap { (0...1 << 40).contains($0) ? $0 : nil }
    }
    self.init(
      card: try row.needed("card_id") { $0 },
      learner: row.text("learner") ?? sender,
      place: CardPlace(deck: row.text("deck") ?? "", joined: row.text("section") ?? ""),
      device: row["device"] ?? "",
      sequence: try row.value("seq") { Int64($0) } ?? Int64(row.line),
      moment: Moment(Instant(milliseconds: milliseconds), offset: UTCOffset(minutes: offset ?? 0)),
      rating: try row.needed("review_rating") { Int($0).flatMap(Rating.init(rawValue:)) },
      phase: try row.needed("review_state") { Int($0).flatMap(Phase.init(rawValue:)) },
      duration: Milliseconds(duration ?? 0),
      elapsed: try row.number("elapsed_days"),
      scheduled: try row.number("scheduled_days"),
      retrievability: try row.number("retrievability"),
      before: MemoryFigures(
        stability: try row.number("stability_before"),
        difficulty: try row.number("difficulty_before")
      ),
      after: MemoryFigures(
        stability: try row.number("stability_after"),
        difficulty: try row.number("difficulty_after")
      ),
      scheduler: try row.value("scheduler") { SchedulerName(rawValue: $0)?.rawValue } ?? "",
      revision: try row.value("card_revision") { UInt64($0, radix: 16).map(hexadecimal) } ?? "",
      answer: row.text("answer"),
      isCorrect: try row.flag("correct"),
      isUndone: try row.flag("undone") ?? false
    )
  }

  /// The same review under other names.
  func renamed(learner: String, device: String) -> ReviewRow {
    ReviewRow(
      card: card,
      learner: learner,
      place: place,
      device: device,
      sequence: sequence,
      moment: moment,
      rating: rating,
      phase: phase,
      duration: duration,
      elapsed: elapsed,
      scheduled: scheduled,
      retrievability: retrievability,
      before: before,
      after: after,
      scheduler: scheduler,
      revision: revision,
      answer: answer,
      isCorrect: isCorrect,
      isUndone: isUndone
    )
  }
}

extension CardRow {
  /// A row of a `cards` table.
  init(_ row: CSVTable.Row, learner: String, place: Int) throws(SentCellFailure) {
    let isRetired = try row.flag("retired") ?? false
    self.init(
      card: try row.needed("card_id") { $0 },
      learner: learner,
      deck: row.text("deck") ?? "",
      section: row.text("section") ?? "",
      kind: try row.value("kind") { CardKind(rawValue: $0)?.rawValue },
      question: row.text("question"),
      answers: row.text("answer").map { [$0] } ?? [],
      choices: [],
      tags: row.text("tags"),
      state: try row.value("state") { text in
        [Phase.new, .learning, .review, .relearning].map(\.name).first { $0 == text }
      },
      due: try row.value("due", Due.init(text:)),
      interval: try row.number("interval_days"),
      stability: try row.number("stability"),
      difficulty: try row.number("difficulty"),
      retrievability: try row.number("retrievability"),
      repetitions: try row.value("reps") { Int64($0) },
      lapses: try row.value("lapses") { Int64($0) },
      isSuspended: try row.flag("suspended") ?? false,
      isBuried: try row.flag("buried") ?? false,
      isFlagged: try row.flag("flagged") ?? false,
      isLeech: try row.flag("leech") ?? false,
      isRetired: isRetired,
      firstReview: try row.value("first_review") { Moment(rfc3339: $0) },
      lastReview: try row.value("last_review") { Moment(rfc3339: $0) },
      place: isRetired ? .max : place
    )
  }

  /// A card of which only a review is known.
  init(reviewed review: ReviewRow) {
    self.init(
      card: review.card,
      learner: review.learner,
      deck: review.place.deck,
      section: review.place.section
    )
  }

  /// The same card under another learner's name.
  func renamed(learner: String) -> CardRow {
    var row = self
    row.learner = learner
    return row
  }
}

extension CardRow.Due {
  /// What `text` says.
  init?(text: String) {
    if let day = StudyDay(text) {
      self = .day(day)
    } else if let moment = Moment(rfc3339: text) {
      self = .at(moment)
    } else {
      return nil
    }
  }
}
