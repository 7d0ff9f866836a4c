import Cards
import Scheduling
public import Study

/// One learner's progress as the tables tell it, from a learner file or from the CSVs that the learner sent.
public protocol LearnerRecord {
  /// The learner's name, or the pseudonym that stands for it.
  var learner: String { get }

  /// How instants fall into this learner's study days.
  func calendar() throws -> StudyCalendar

  /// All cards at a moment, by deck and place.
  func cardRows(at moment: Moment) throws -> [CardRow]

  /// The ids of the cards that have a review, and perhaps others; `ReviewFact.card` is an index of this.
  func reviewedCards() throws -> [String]

  /// Hands over all reviews that count, in the order in which they happened.
  func forEachFact(_ body: (ReviewFact) throws -> Void) throws

  /// Hands over the rows of `reviews` in their order.
  func forEachRow(includesUndone: Bool, _ body: (ReviewRow) throws -> Void) throws

  /// The chance of recall at the end of a study day of a card that was last reviewed at a moment.
  ///
  /// - Returns: 0…1, or nil where there is no memory.
  func retrievability(of fact: ReviewFact, atEndOf day: StudyDay) throws -> Double?
}

/// Learners whose records are opened one after the other, so that a class of any size needs little memory.
public protocol LearnerRecords {
  /// Hands over the learners' records in the order of their names, each valid only within the body.
  ///
  /// - Throws: what keeps a record from being opened, or what the body throws.
  func forEachRecord(_ body: (any LearnerRecord) throws -> Void) throws
}

/// One learner alone.
public struct SingleRecord: LearnerRecords {
  private let record: any LearnerRecord

  /// The learner of a record.
  public init(_ record: any LearnerRecord) {
    self.record = record
  }

  /// Hands the record over.
  public func forEachRecord(_ body: (any LearnerRecord) throws -> Void) throws {
    try body(record)
  }
}

/// A learner's log as a record.
public final class LogRecord<Log: LearnerLog>: LearnerRecord {
  /// The learner's name or pseudonym.
  public let learner: String

  private let log: Log
  private let pseudonyms: Pseudonyms?
  private var known: Grading?

  /// The record of a log, under pseudonyms where some are given.
  public init(_ log: Log, pseudonyms: Pseudonyms? = nil) {
    self.log = log
    self.pseudonyms = pseudonyms
    learner = pseudonyms?.learner(log.learner) ?? log.learner
  }

  private func grading() throws -> Grading {
    if let known { return known }
    let grading = Grading(try log.settings())
    known = grading
    return grading
  }

  /// The calendar of the learner's settings.
  public func calendar() throws -> StudyCalendar {
    try grading().settings.calendar
  }

  /// The cards of the log.
  public func cardRows(at moment: Moment) throws -> [CardRow] {
    let grading = try grading()
    return try log.cards().map { CardRow($0, learner: learner, grading: grading, at: moment) }
  }

  /// The cards of the log that have a review.
  public func reviewedCards() throws -> [String] {
    try log.reviewedCards().map(\.text)
  }

  /// The facts of the log.
  public func forEachFact(_ body: (ReviewFact) throws -> Void) throws {
    try log.forEachFact(body)
  }

  /// The reviews of the log, by the wall clock.
  public func forEachRow(includesUndone: Bool, _ body: (ReviewRow) throws -> Void) throws {
    let export = ReviewOrder(log, learner: learner, pseudonyms: pseudonyms)
    try export.forEachRow(includesUndone: includesUndone, body)
  }

  /// By the learner's own scheduler.
  public func retrievability(of fact: ReviewFact, atEndOf day: StudyDay) throws -> Double? {
    let grading = try grading()
    let elapsed = grading.elapsed(from: fact.moment, toEndOf: day)
    return grading.scheduler.retrievability(of: fact.after, elapsed: elapsed)
  }
}
