import Cards
import Scheduling

/// The cards that a session has still to ask, as indices of its candidates.
struct StudyQueue: Sendable {
  /// Cards in learning or relearning that fall due today, earliest first.
  var learning: [Int] = []
  /// Reviews due, longest overdue first.
  var reviews: [Int] = []
  /// New cards in the order of their decks.
  var new: [Int] = []
  /// Those of them that the learner put off, in that order.
  var skipped: [Int] = []

  /// How many new cards there were to begin with, and how many reviews; they are mixed in this proportion.
  private var mix = (new: 0, reviews: 0)

  /// Picks what is to be asked today.
  ///
  /// Hidden and retired cards are left out. With siblings buried, of each group at most one card in
  /// review or new is taken, and none where another of the group was reviewed today; cards in learning
  /// are always asked. A plan with a time takes of all these what gains most within it.
  init(
    _ candidates: [Candidate],
    plan: SessionPlan,
    counts: DayCounts,
    grading: Grading,
    seed: UInt64,
    at moment: Moment
  ) {
    let settings = grading.settings
    let today = settings.calendar.day(of: moment)
    var learningDue: [(index: Int, due: Instant)] = []
    var reviewsDue: [Int] = []
    var fresh: [Int] = []
    for (index, candidate) in candidates.enumerated() {
      let progress = candidate.progress
      guard !progress.isSuspended, !candidate.card.isRetired else { continue }
      guard plan.isCram || !progress.isHidden(on: today) else { continue }
      switch progress.due {
      case nil: fresh.append(index)
      case .at(let instant)?: learningDue.append((index, instant))
      case .day(let day)? where day <= today || plan.isCram: reviewsDue.append(index)
      case .day?: break
      }
    }
    learning = learningDue.sorted { ($0.due, $0.index) < ($1.due, $1.index) }.map(\.index)
    let ranking = Ranking(candidates, plan: plan, grading: grading, seed: seed, at: moment)
    reviewsDue = ranking.ordered(reviewsDue)
    if plan.isCram {
      (reviews, new) = (reviewsDue, fresh)
    } else {
      var family = Family(candidates, learning: learning, today: today, settings: settings)
      reviews = family.take(reviewsDue, atMost: plan.limits.reviews - counts.reviews)
      new = family.take(fresh, atMost: plan.limits.newCards - counts.newCards)
    }
    if let time = plan.time {
      let kept = ranking.best(of: reviews + new, within: time, besides: learning)
      reviews.removeAll { !kept.contains($0) }
      new.removeAll { !kept.contains($0) }
    }
    mix = (new.count, reviews.count)
  }

  /// The next review or new card: new cards come evenly among the reviews, which begin.
  private func nextOfBoth(where isWaiting: (Int) -> Bool) -> Int? {
    let review = reviews.first(where: isWaiting)
    let fresh = new.first(where: isWaiting)
    guard let review, let fresh else { return review ?? fresh }
    return new.count * mix.reviews > reviews.count * mix.new ? fresh : review
  }

  /// The card to ask at an instant, or nil when nothing is left that may be asked.
  ///
  /// Learning cards that are due come first, then reviews with new cards among them, then learning cards
  /// that fall due within the time that may be learnt ahead, then what was skipped.
  func next(at now: Instant, learnAhead: Milliseconds, due: (Int) -> Instant?) -> Int? {
    func isDue(_ index: Int, by latest: Instant) -> Bool {
      due(index).map { $0 <= latest } ?? true
    }
    func isWaiting(_ index: Int) -> Bool { !skipped.contains(index) }
    let latest = now.advanced(by: learnAhead)
    let soonest = learning.first(where: isWaiting)
    if let soonest, isDue(soonest, by: now) { return soonest }
    if let index = nextOfBoth(where: isWaiting) { return index }
    if let soonest, isDue(soonest, by: latest) { return soonest }
    return skipped.first { isDue($0, by: latest) }
  }

  /// Puts a card off until nothing else is left.
  mutating func skip(_ index: Int) {
    skipped.removeAll { $0 == index }
    skipped.append(index)
  }

  /// Takes a card out, wherever it stands.
  mutating func remove(_ index: Int) {
    learning.removeAll { $0 == index }
    reviews.removeAll { $0 == index }
    new.removeAll { $0 == index }
    skipped.removeAll { $0 == index }
  }
}
