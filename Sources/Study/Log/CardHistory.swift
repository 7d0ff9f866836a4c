public import Cards

/// An event of a card with what it changed.
public struct HistoryEntry: Sendable, Equatable {
  /// The event.
  public let event: Event

  /// Whether it was taken back later.
  public let isUndone: Bool

  /// For a review, the card before and after it; the same for one that was taken back.
  public let transition: ReviewTransition?
}

extension Grading {
  /// What happened to a card, from all its events in any order; undos themselves are left out.
  public func history(of card: CardID, from events: [Event]) -> [HistoryEntry] {
    let undone = Set(events.compactMap(\.undoneKey))
    var progress = CardProgress(card: card)
    return events.sorted(by: Event.replaysBefore).compactMap { event in
      let isUndone = undone.contains(event.key)
      let transition = isUndone ? passOver(event, on: &progress) : replay(event, on: &progress)
      guard event.undoneKey == nil else { return nil }
      return HistoryEntry(event: event, isUndone: isUndone, transition: transition)
    }
  }
}
