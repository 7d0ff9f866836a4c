import Cards
import Scheduling

/// A log whose events can be read one by one.
public protocol EventLog: LearnerLog {
  /// Hands over all events in the order of `Event.replaysBefore`.
  ///
  /// - Throws: whatever the body throws, which ends the reading, and what keeps the log from being read.
  func forEachEvent(_ body: (Event) throws -> Void) throws
}

/// A log as it was at the end of a study day: what came later, and undid or changed what came before, is
/// not yet there.
///
/// The day is that of each event's wall clock. A card has the text it was last asked with by then; one that
/// was not asked yet, the text that its deck has now. Decks are the ones remembered now, since a learner's
/// file does not say which were there before.
public struct PastLog<Log: EventLog>: LearnerLog {
  private let log: Log
  private let day: StudyDay
  private let calendar: StudyCalendar
  private let past: LearnerSettings
  private let undone: Set<EventKey>

  /// The log as it was at the end of a day.
  ///
  /// - Throws: what keeps the log from being read.
  public init(_ log: Log, asOf day: StudyDay) throws {
    let calendar = try log.settings().calendar
    var past = LearnerSettings()
    var undone: Set<EventKey> = []
    try log.forEachEvent { event in
      guard calendar.day(of: event.moment) <= day else { return }
      if let key = event.undoneKey { undone.insert(key) }
      if case .setting(let change) = event.kind { try past.apply(change) }
    }
    self.log = log
    self.day = day
    self.calendar = calendar
    self.past = past
    self.undone = undone
  }

  /// The learner's name.
  public var learner: String { log.learner }

  /// The settings of that day.
  public func settings() -> LearnerSettings { past }

  /// The cards as they were at the end of that day.
  public func cards() throws -> [Candidate] {
    var texts: [CardID: CardRevision] = [:]
    let progress = try replay { event in
      if let card = event.card, case .revision(let revision) = event.kind { texts[card] = revision }
    } review: { _, _ in
    }
    return try log.cards().compactMap { candidate in
      let id = candidate.card.id
      let known = progress[id] ?? CardProgress(card: id)
      guard candidate.isInDeck || texts[id] != nil else { return nil }
      var card = candidate.card
      if let text = texts[id]?.card { card = text.standing(where: candidate.card) }
      return Candidate(
        card: card,
        deck: candidate.deck,
        progress: known,
        isInDeck: candidate.isInDeck
      )
    }
  }

  /// Replays the reviews up to the end of that day.
  public func forEachReview(_ body: (ReviewTransition, _ isUndone: Bool) throws -> Void) throws {
    _ = try replay(event: { _ in }, review: body)
  }

  private func replay(
    event told: (Event) throws -> Void,
    review body: (ReviewTransition, Bool) throws -> Void
  ) throws -> [CardID: CardProgress] {
    let grading = Grading(past)
    var states: [CardID: CardProgress] = [:]
    try log.forEachEvent { event in
      guard let card = event.card, calendar.day(of: event.moment) <= day else { return }
      try told(event)
      let isUndone = undone.contains(event.key)
      let transition =
        isUndone
        ? grading.passOver(event, on: &states[card, default: CardProgress(card: card)])
        : grading.replay(event, on: &states[card, default: CardProgress(card: card)])
      if let transition { try body(transition, isUndone) }
    }
    return states
  }
}

extension Card {
  /// This text in the place of another one of the same card.
  fileprivate func standing(where other: Card) -> Card {
    var card = self
    card.siblingGroup = other.siblingGroup
    card.place = other.place
    card.line = other.line
    return card
  }
}
