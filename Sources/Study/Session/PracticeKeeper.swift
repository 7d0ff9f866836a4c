import Cards
import Scheduling

/// Keeps the reviews of a session that does not count, in memory, and hands on all else.
///
/// What hides or marks a card counts as always. An undo takes back what was done last, whichever of both it is.
public final class PracticeKeeper: EventKeeper {
  private let keeper: any EventKeeper
  private let grading: Grading
  private var progress: [CardID: CardProgress]
  private var reviews: [(event: Event, before: CardProgress)] = []
  /// Where the last thing done was kept: true in memory.
  private var order: [Bool] = []

  /// A keeper of practice.
  ///
  /// - Parameters:
  ///   - keeper: keeps what counts.
  ///   - grading: the learner's scheduler and settings.
  ///   - candidates: the session's cards.
  public init(before keeper: any EventKeeper, grading: Grading, candidates: [Candidate]) {
    self.keeper = keeper
    self.grading = grading
    progress = Dictionary(candidates.map { ($0.card.id, $0.progress) }) { first, _ in first }
  }

  /// Keeps a review in memory; hands on anything else.
  ///
  /// - Throws: `SessionRefusal.nothingToUndo` where nothing of this session is left to undo, or what kept the
  ///   log from being written.
  public func perform(_ effect: SessionEffect, at moment: Moment) throws -> Committed {
    switch effect {
    case .review(let request): return try review(request, at: moment)
    case .mark:
      let committed = try keeper.perform(effect, at: moment)
      order.append(false)
      return Committed(event: committed.event, progress: taken(committed.progress))
    case .undo:
      guard let isInMemory = order.last else { throw SessionRefusal.nothingToUndo }
      if isInMemory, let last = reviews.last {
        order.removeLast()
        reviews.removeLast()
        progress[last.before.card] = last.before
        return Committed(event: last.event, undone: last.event, progress: last.before)
      }
      let committed = try keeper.perform(effect, at: moment)
      order.removeLast()
      return Committed(
        event: committed.event,
        undone: committed.undone,
        progress: taken(committed.progress)
      )
    }
  }

  private func review(_ request: ReviewRequest, at moment: Moment) throws -> Committed {
    let card = request.card.id
    let before = progress[card] ?? CardProgress(card: card)
    guard let device = DeviceID("practice") else { throw SessionRefusal.finished }
    let event = Event(
      key: EventKey(device: device, sequence: Int64(reviews.count + 1)),
      moment: moment,
      effectiveAt: moment.instant,
      card: card,
      kind: .review(grading.review(request, of: before, at: moment))
    )
    var after = before
    grading.replay(event, on: &after)
    progress[card] = after
    reviews.append((event, before))
    order.append(true)
    return Committed(event: event, progress: after)
  }

  /// The learner's marks on the progress that practice led to.
  private func taken(_ kept: CardProgress) -> CardProgress {
    var here = progress[kept.card] ?? kept
    here.isSuspended = kept.isSuspended
    here.buriedOn = kept.buriedOn
    here.isFlagged = kept.isFlagged
    progress[kept.card] = here
    return here
  }
}
