public import Cards
import GRDB
import Scheduling
public import Study

extension LearnerStore {
  /// The cards that were rated again on a study day, undone reviews left out.
  ///
  /// - Throws: ``LearnerFileFailure``.
  public func cardsFailed(on day: StudyDay) throws -> Set<CardID> {
    try reading { db in
      let calendar = try LogReader.settings(in: db).calendar
      var failed: Set<CardID> = []
      for row in try LogReader.cardsTouched(since: day, in: db) {
        let events = try LogReader.events(ofCard: row, in: db)
        let undone = Set(events.compactMap(\.undoneKey))
        for event in events where !undone.contains(event.key) && calendar.day(of: event.moment) == day {
          guard let card = event.card, case .review(let review) = event.kind else { continue }
          if review.rating == .again { failed.insert(card) }
        }
      }
      return failed
    }
  }
}
