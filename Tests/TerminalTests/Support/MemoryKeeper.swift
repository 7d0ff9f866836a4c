import Cards
import Scheduling
import Study

/// A log in memory, kept as the learner's file keeps it.
final class MemoryKeeper: EventKeeper {
  private(set) var events: [Event] = []
  private let grading: Grading
  private let device: DeviceID
  /// Thrown instead of the next commit, where there is one.
  var nextFailure: (any Error)?

  init(_ grading: Grading, device: DeviceID) {
    self.grading = grading
    self.device = device
  }

  func progress(of card: CardID) -> CardProgress {
    grading.progress(of: card, from: events.filter { $0.card == card })
  }

  func perform(_ effect: SessionEffect, at moment: Moment) throws -> Committed {
    if let failure = nextFailure {
      nextFailure = nil
      throw failure
    }
    switch effect {
    case .review(let request):
      let card = request.card.id
      let review = grading.review(request, of: progress(of: card), at: moment)
      return append(.review(review), card: card, at: moment)
    case .mark(let card, let kind):
      return append(kind, card: card, at: moment)
    case .undo:
      let undone = Set(events.compactMap(\.undoneKey))
      let last = events.last { $0.undoneKey == nil && !undone.contains($0.key) }
      guard let last, let card = last.card else { throw SessionRefusal.nothingToUndo }
      return append(.undo(last.key), card: card, at: moment, undone: last)
    }
  }

  private func append(_ kind: EventKind, card: CardID, at moment: Moment, undone: Event? = nil) -> Committed {
    let event = Event(
      key: EventKey(device: device, sequence: Int64(events.count + 1)),
      moment: moment,
      effectiveAt: max(
        moment.instant,
        events.last?.effectiveAt.advanced(by: Milliseconds(1)) ?? moment.instant
      ),
      card: card,
      kind: kind
    )
    events.append(event)
    return Committed(event: event, undone: undone, progress: progress(of: card))
  }
}

/// A clock that stands still but for what it is told.
final class ToldClock: Clock {
  private var instant: Instant
  private let offset: UTCOffset

  init(_ start: Moment) {
    instant = start.instant
    offset = start.offset
  }

  func now() -> Moment {
    Moment(instant, offset: offset)
  }

  func pass(_ duration: Milliseconds) {
    instant = instant.advanced(by: duration)
  }

  func turnBack(by gap: Milliseconds) {
    instant = instant.advanced(by: Milliseconds(-gap.value))
  }
}
