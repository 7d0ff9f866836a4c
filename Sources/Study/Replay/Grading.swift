import Cards
import Language
public import Scheduling

/// A learner's scheduler, steps and calendar, applied to the cards of the log.
public struct Grading: Sendable {
  /// The settings in force.
  public let settings: LearnerSettings

  /// The scheduler those settings ask for.
  public let scheduler: any Scheduler

  /// Grading under settings.
  public init(_ settings: LearnerSettings) {
    self.settings = settings
    scheduler = settings.scheduler
  }

  /// The time between a card's last review and a moment as the scheduler counts it; never negative.
  ///
  /// FSRS-6 counts study days, FSRS-7 the exact fraction (DESIGN.md §3).
  public func elapsed(of progress: CardProgress, at moment: Moment) -> Days {
    guard let last = progress.lastReview else { return Days(0) }
    return elapsed(from: last, to: moment)
  }

  /// The time from a review to a moment as the scheduler counts it; never negative.
  public func elapsed(from last: Moment, to moment: Moment) -> Days {
    switch scheduler.elapsedRule {
    case .studyDays:
      let days = settings.calendar.day(of: moment).since(settings.calendar.day(of: last))
      return Days(Double(max(0, days)))
    case .exact:
      return Days(max(0, Double(moment.instant.since(last.instant).value) / 86_400_000))
    }
  }

  /// The time from a review to the end of a study day as the scheduler counts it; never negative.
  public func elapsed(from review: Moment, toEndOf day: StudyDay) -> Days {
    switch scheduler.elapsedRule {
    case .studyDays:
      return Days(Double(max(0, day.since(settings.calendar.day(of: review)))))
    case .exact:
      let end = settings.calendar.start(of: day.advanced(by: 1), in: FixedZone(review.offset))
      return Days(Milliseconds(max(0, end.since(review.instant).value)))
    }
  }

  /// The chance that the learner knows the card at a moment, 0…1; nil while it is new.
  public func retrievability(of progress: CardProgress, at moment: Moment) -> Double? {
    scheduler.retrievability(of: progress.state, elapsed: elapsed(of: progress, at: moment))
  }

  /// What each rating would lead to at a moment.
  public func outcomes(of progress: CardProgress, deck: String, at moment: Moment) -> Outcomes {
    scheduler.outcomes(
      for: progress.state,
      elapsed: elapsed(of: progress, at: moment),
      settings: settings.scheduling(deck: deck),
      fuzz: FuzzSeed(card: stableHash(progress.card.text), repetition: progress.repetitions)
    )
  }

  /// The review to record when the learner rates a card at a moment.
  public func review(_ request: ReviewRequest, of progress: CardProgress, at moment: Moment) -> Review {
    Review(
      rating: request.rating,
      duration: request.duration,
      answer: request.answer,
      isCorrect: request.isCorrect,
      interval: outcomes(of: progress, deck: request.deck, at: moment)[request.rating].interval,
      revision: request.card.textFingerprint,
      scheduler: scheduler.name,
      weightsVersion: settings.weightsVersion
    )
  }
}
