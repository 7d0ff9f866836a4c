import Cards
import Scheduling

/// A query at a moment: says of each card whether it is meant.
public struct CardSearch: Sendable {
  private let query: CardQuery
  private let grading: Grading
  private let moment: Moment
  private let today: StudyDay

  /// A query under a learner's settings at a moment.
  public init(_ query: CardQuery, grading: Grading, at moment: Moment) {
    self.query = query
    self.grading = grading
    self.moment = moment
    today = grading.settings.calendar.day(of: moment)
  }

  /// Whether the query means a card.
  public func matches(_ candidate: Candidate) -> Bool {
    matches(candidate, query)
  }

  private func matches(_ candidate: Candidate, _ query: CardQuery) -> Bool {
    let card = candidate.card
    switch query {
    case .text(let text): return card.shownTexts.contains(where: text.isFound)
    case .card(let id): return card.id == id
    case .deck(let name): return name.matches(candidate.deck)
    case .section(let name): return card.section.contains(where: name.matches)
    case .tag(let text): return card.tags.contains(where: text.isSame)
    case .kind(let kind): return card.kind == kind
    case .state(let condition): return isMet(condition, by: candidate)
    case .property(let property, let comparison, let value):
      return figure(property, of: candidate).map { comparison.holds($0, value) } ?? false
    case .not(let part): return !matches(candidate, part)
    case .all(let parts): return parts.allSatisfy { matches(candidate, $0) }
    case .any(let parts): return parts.contains { matches(candidate, $0) }
    }
  }

  /// Whether a card stands so.
  public func isMet(_ condition: CardCondition, by candidate: Candidate) -> Bool {
    let progress = candidate.progress
    switch condition {
    case .due: return isDue(candidate)
    case .new: return progress.state.phase == .new
    case .learning: return progress.state.phase == .learning
    case .review: return progress.state.phase == .review
    case .relearning: return progress.state.phase == .relearning
    case .leech: return grading.settings.isLeech(progress)
    case .suspended: return progress.isSuspended
    case .buried: return progress.buriedOn == today
    case .flagged: return progress.isFlagged
    case .retired: return candidate.card.isRetired || !candidate.isInDeck
    }
  }

  private func isDue(_ candidate: Candidate) -> Bool {
    guard candidate.isInDeck, !candidate.card.isRetired, !candidate.progress.isHidden(on: today) else {
      return false
    }
    return dueDay(of: candidate.progress).map { $0 <= today } ?? false
  }

  /// The study day on which a card falls due, in the zone of the moment; nil while it is new.
  public func dueDay(of progress: CardProgress) -> StudyDay? {
    switch progress.due {
    case .at(let instant)?: grading.settings.calendar.day(of: Moment(instant, offset: moment.offset))
    case .day(let day)?: day
    case nil: nil
    }
  }

  /// A figure of a card; nil where it has none yet.
  public func figure(_ property: CardProperty, of candidate: Candidate) -> Double? {
    let progress = candidate.progress
    switch property {
    case .stability: return grading.scheduler.stability(of: progress.state)?.value
    case .difficulty: return progress.state.memory?.difficulty
    case .retrievability: return grading.retrievability(of: progress, at: moment)
    case .due: return dueDay(of: progress).map { Double($0.since(today)) }
    case .interval: return progress.interval?.days.value
    case .reps: return Double(progress.repetitions)
    case .lapses: return Double(progress.lapses)
    }
  }
}

extension Card {
  /// All that a learner reads of the card.
  fileprivate var shownTexts: [String] {
    [question] + answers + choices + [context, correction, passage, remark].compactMap { $0 }
  }
}
