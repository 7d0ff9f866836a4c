public import Cards
public import Scheduling

/// What a review changed.
public struct ReviewTransition: Sendable, Equatable {
  /// The event.
  public let event: Event

  /// The review it holds.
  public let review: Review

  /// The card before and after it.
  public let before: CardProgress

  /// The card after it.
  public let after: CardProgress

  /// Days since the review before, as the scheduler counts them; nil at the first review.
  public let elapsed: Days?

  /// The chance of recall just before, 0…1; nil while the card was new.
  public let retrievability: Double?
}

extension Grading {
  /// The progress of one card, from all its events in any order.
  public func progress(of card: CardID, from events: [Event]) -> CardProgress {
    let undone = Set(events.compactMap(\.undoneKey))
    var progress = CardProgress(card: card)
    for event in events.sorted(by: Event.replaysBefore) {
      if undone.contains(event.key) {
        progress.lastEvent = event.key
      } else {
        replay(event, on: &progress)
      }
    }
    return progress
  }

  /// Carries a card over one event that is not undone.
  ///
  /// - Returns: what the event changed, where it is a review.
  @discardableResult
  public func replay(_ event: Event, on progress: inout CardProgress) -> ReviewTransition? {
    let before = progress
    progress.lastEvent = event.key
    switch event.kind {
    case .review(let review):
      apply(review, at: event.moment, to: &progress)
      return ReviewTransition(
        event: event,
        review: review,
        before: before,
        after: progress,
        elapsed: before.lastReview == nil ? nil : elapsed(of: before, at: event.moment),
        retrievability: retrievability(of: before, at: event.moment)
      )
    case .suspend: progress.isSuspended = true
    case .resume: progress.isSuspended = false
    case .bury: progress.buriedOn = settings.calendar.day(of: event.moment)
    case .unbury: progress.buriedOn = nil
    case .flag(let isFlagged): progress.isFlagged = isFlagged
    case .forget: startAnew(&progress)
    case .reschedule(let day):
      if progress.state.phase != .new { progress.due = .day(day) }
    case .revision(let revision):
      progress.revision = revision.fingerprint
      progress.answerRevision = revision.card.answerFingerprint
      if revision.startsAnew { startAnew(&progress) }
    case .undo, .setting: break
    }
    return nil
  }

  private func startAnew(_ progress: inout CardProgress) {
    progress.state = .new
    progress.due = nil
    progress.interval = nil
    progress.repetitions = 0
  }

  private func apply(_ review: Review, at moment: Moment, to progress: inout CardProgress) {
    progress.state = scheduler.state(
      after: review.rating,
      from: progress.state,
      elapsed: elapsed(of: progress, at: moment),
      given: review.interval,
      settings: settings.scheduling(deck: nil)
    )
    progress.interval = review.interval
    switch review.interval {
    case .exact(let wait): progress.due = .at(moment.instant.advanced(by: wait))
    case .days(let days): progress.due = .day(settings.calendar.day(of: moment).advanced(by: days))
    }
    progress.repetitions += 1
    progress.firstReview = progress.firstReview ?? moment
    progress.lastReview = moment
  }
}

extension Event {
  /// The event that this one undoes, if it does.
  public var undoneKey: EventKey? {
    guard case .undo(let key) = kind else { return nil }
    return key
  }
}
