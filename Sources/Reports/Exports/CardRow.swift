import Cards
import Scheduling
import Study

/// A card as the `cards` table tells it, at a moment.
public struct CardRow: Sendable {
  let card: Card
  let learner: String
  let place: CardPlace
  let progress: CardProgress
  let memory: MemoryFigures
  let retrievability: Double?
  let isBuried: Bool
  let isLeech: Bool
  let isRetired: Bool
  let moment: Moment

  /// A card of a learner as it is at a moment.
  init(_ candidate: Candidate, learner: String, grading: Grading, at moment: Moment) {
    card = candidate.card
    self.learner = learner
    place = CardPlace(deck: candidate.deck, section: candidate.card.section)
    progress = candidate.progress
    memory = MemoryFigures(candidate.progress.state, scheduler: grading.scheduler)
    retrievability = grading.retrievability(of: candidate.progress, at: moment)
    isBuried = candidate.progress.buriedOn == grading.settings.calendar.day(of: moment)
    isLeech = grading.settings.isLeech(candidate.progress)
    isRetired = candidate.card.isRetired || !candidate.isInDeck
    self.moment = moment
  }

  /// When the card is wanted: the instant of a learning step in the zone of the report, or the date of a
  /// review's study day.
  var due: String? {
    switch progress.due {
    case .at(let instant)?: Moment(instant, offset: moment.offset).rfc3339
    case .day(let day)?: day.text
    case nil: nil
    }
  }
}

extension Phase {
  /// The state's name in everything a program reads.
  var name: String {
    switch self {
    case .new: "new"
    case .learning: "learning"
    case .review: "review"
    case .relearning: "relearning"
    }
  }
}
