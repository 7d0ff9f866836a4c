import Cards
import LearnerStore
import Scheduling
import Study

/// Where a simulation begins: a learner's cards, settings and habits on a day.
struct StartingPoint {
  /// The first day.
  let today: StudyDay

  /// The learner's settings, with the scheduler that is to be simulated.
  let settings: LearnerSettings

  /// Steps, limits and desired retention.
  let scheduling: SchedulingSettings

  /// How the learner answers.
  let behaviour: LearnerBehaviour

  /// The cards seen before.
  let known: [SimulatedCard]

  /// How many cards of the decks were not.
  let unseen: Int

  /// An average learner who has seen nothing.
  init(averageAt now: Moment, scheduler: SchedulerName) {
    var settings = LearnerSettings()
    try? settings.apply(SettingChange(.scheduler, value: scheduler.rawValue))
    today = settings.calendar.day(of: now)
    self.settings = settings
    scheduling = settings.scheduling
    behaviour = .average
    known = []
    unseen = 0
  }

  /// A learner as the log says; suspended and retired cards are left out.
  ///
  /// - Parameters:
  ///   - store: the learner's file.
  ///   - deck: only this deck's cards; nil for all.
  ///   - scheduler: another scheduler than the learner's, under which the log is then replayed. SM-2 knows no
  ///     memory, so its learners are played with FSRS-6.
  ///   - now: the first day.
  /// - Throws: `CommandFailure.unknownDeck` or `LearnerFileFailure`.
  init(_ store: LearnerStore, deck: String?, scheduler: SchedulerName?, at now: Moment) throws {
    var settings = try store.settings()
    var candidates = try store.cards().filter(\.isInDeck)
    if let deck {
      let decks = Set(candidates.map(\.deck))
      guard decks.contains(deck) else { throw CommandFailure.unknownDeck(deck, known: decks.sorted()) }
      candidates.removeAll { $0.deck != deck }
    }
    let wanted = scheduler ?? (settings.schedulerName == .sm2 ? .fsrs6 : settings.schedulerName)
    var replayed: [CardID: CardProgress] = [:]
    if wanted != settings.schedulerName {
      try settings.apply(SettingChange(.scheduler, value: wanted.rawValue))
      replayed = try store.progress(under: settings)
    }
    var known: [SimulatedCard] = []
    var unseen = 0
    for candidate in candidates {
      let progress = replayed[candidate.card.id] ?? candidate.progress
      guard !progress.isSuspended, !candidate.card.isRetired else { continue }
      if let card = progress.simulated(at: now, calendar: settings.calendar) {
        known.append(card)
      } else {
        unseen += 1
      }
    }
    today = settings.calendar.day(of: now)
    self.settings = settings
    scheduling = settings.scheduling(deck: deck)
    behaviour = try PastReviews(store).behaviour
    self.known = known
    self.unseen = unseen
  }

  /// The forecast of a plan.
  func forecast(_ plan: SimulationPlan) -> Forecast {
    switch settings.schedulerName {
    case .fsrs6, .sm2: Forecast(FSRS6(weights: settings.weights), plan: plan, existing: known)
    case .fsrs7: Forecast(FSRS7(weights: settings.fsrs7Weights), plan: plan, existing: known)
    }
  }

  /// The forecast of a preparation.
  func examForecast(_ plan: ExamPlan) -> ExamForecast {
    switch settings.schedulerName {
    case .fsrs6, .sm2: ExamForecast(FSRS6(weights: settings.weights), plan: plan, existing: known)
    case .fsrs7: ExamForecast(FSRS7(weights: settings.fsrs7Weights), plan: plan, existing: known)
    }
  }
}
