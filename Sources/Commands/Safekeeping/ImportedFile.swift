import Cards
import LearnerStore
import Reports
import Scheduling
import Study

/// A file that is to be merged into a learner's.
struct ImportedFile {
  /// What a file may be.
  enum Kind {
    /// Another learner file.
    case learner
    /// A table `log`.
    case log
    /// A table of reviews, of ours or another program's.
    case reviews
  }

  /// Where it is.
  let path: String

  /// What it is.
  let kind: Kind

  /// The zone of times that name none.
  let zone: any ZoneRules

  private static let longestHeader = 1 << 16

  /// Looks at the beginning of a file.
  ///
  /// - Throws: `FileFailure` or `CommandFailure.csv` where it is none of the kinds.
  init(at path: String, zone: any ZoneRules) throws {
    self.path = path
    self.zone = zone
    switch fileKind(at: path) {
    case nil: throw FileFailure.missing(path: path)
    case .folder: throw FileFailure.isFolder(path: path)
    case .other: throw FileFailure.notRegular(path: path)
    case .file: break
    }
    let start = try readStart(of: path, count: ImportedFile.longestHeader)
    // An empty file or a damaged one may be a learner's; opening it says so.
    if start.isEmpty || start.starts(with: Array("SQLite format 3".utf8)) || start.contains(0) {
      kind = .learner
      return
    }
    do {
      kind = LogReader.isLog(try CSVTable.columns(of: start)) ? .log : .reviews
    } catch let failure as CSVFailure {
      throw CommandFailure.csv(path: path, failure)
    }
  }

  /// Reads the file through without keeping anything, so that a bad one leaves no empty learner behind.
  ///
  /// - Throws: as `merge(into:_:)` does.
  func check() throws {
    switch kind {
    case .learner: try LearnerStore.open(path: path, access: .readOnly).close()
    case .log: _ = try readLog { _ in }
    case .reviews: _ = try readReviews()
    }
  }

  /// Merges the file into a learner's.
  ///
  /// - Returns: what was new, and, of reviews, how many are of cards that no deck of the learner has.
  func merge(into store: LearnerStore, backup plan: BackupPlan) throws -> (LogUnion, strangers: Int) {
    switch kind {
    case .learner: return (try store.merge(path, backup: plan), 0)
    case .log: return (try mergeLog(into: store, plan), 0)
    case .reviews:
      let reviews = try readReviews()
      let known = Set(try store.cards().map(\.card.id))
      let report = try store.importReviews(reviews, backup: plan)
      return (report, reviews.count { !known.contains($0.card) })
    }
  }

  private func mergeLog(into store: LearnerStore, _ plan: BackupPlan) throws -> LogUnion {
    var lines: [EventKey: Int] = [:]
    do {
      return try store.merge(backup: plan) { merge in
        let decks = try readLog { line in
          do {
            try merge.take(line.event)
          } catch let refusal as MergeRefusal {
            lines[refusal.key] = line.number
            throw refusal
          }
        }
        try merge.take(decks)
      }
    } catch let refusal as MergeRefusal {
      throw CommandFailure.unmergeable(path: path, line: lines[refusal.key], refusal)
    }
  }

  private func readLog(_ body: (LogReader.Line) throws -> Void) throws -> DeckMemory {
    var reader = LogReader()
    do {
      try forEachPiece(of: path) { try reader.read($0, body: body) }
      try reader.finish(body: body)
    } catch let failure as CSVFailure {
      throw CommandFailure.csv(path: path, failure)
    } catch let failure as LogFailure {
      throw CommandFailure.log(path: path, failure)
    }
    return reader.decks
  }

  private func readReviews() throws -> [ForeignReview] {
    var columns = ForeignColumns([])
    var reviews: [ForeignReview] = []
    try ReviewLogFile(path: path, zone: zone, takesAnki: true).read { part in
      switch part {
      case .header(let names): columns = ForeignColumns(names)
      case .row(let row):
        if let review = columns.review(row) { reviews.append(review) }
      }
    }
    return reviews
  }
}

/// Where a table of reviews has what an import needs beside the columns that all logs have.
private struct ForeignColumns {
  private let places: [String: Int]

  init(_ names: [String]) {
    places = Dictionary(names.enumerated().map { ($0.element, $0.offset) }) { first, _ in first }
  }

  /// The review of a row; nil for one that was undone.
  func review(_ row: LoggedRow) -> ForeignReview? {
    guard cell("undone", row) != "1" else { return nil }
    var review = ForeignReview(card: card(row.card), moment: row.moment, rating: row.rating)
    review.duration = row.duration
    review.answer = cell("answer", row).map(FormulaGuard.unguarded)
    review.isCorrect = cell("correct", row).flatMap { ["0": false, "1": true][$0] }
    review.revision = cell("card_revision", row).flatMap { UInt64($0, radix: 16) }
    review.deck = cell("deck", row).map(FormulaGuard.unguarded)
    review.scheduled = cell("scheduled_days", row).flatMap { Double($0) }
    return review
  }

  /// The card of a name; where the name is no id of ours, one that is always the same for it.
  private func card(_ name: String) -> CardID {
    CardID(name) ?? CardID.mint(deck: "", fact: name, ordinal: 0)
  }

  private func cell(_ name: String, _ row: LoggedRow) -> String? {
    guard let place = places[name] else { return nil }
    let text = row.record.text(at: place)
    return text.isEmpty ? nil : text
  }
}
