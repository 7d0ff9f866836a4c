import Cards
import Scheduling

/// The cards that a session has still to ask, as indices of its candidates.
struct StudyQueue: Sendable, Equatable {
  /// Cards in learning or relearning that fall due today, earliest first.
  var learning: [Int] = []
  /// Reviews due, longest overdue first.
  var reviews: [Int] = []
  /// New cards in the order of their decks.
  var new: [Int] = []
  /// Those of them that the learner put off, in that order.
  var skipped: [Int] = []

  /// Picks what is to be asked today.
  ///
  /// Hidden and retired cards are left out. With siblings buried, of each group at most one card in
  /// review or new is taken, and none where another of the group was reviewed today; cards in learning
  /// are always asked.
  init(
    _ candidates: [Candidate],
    today: StudyDay,
    counts: DayCounts,
    limits: DayCounts,
    settings: LearnerSettings
  ) {
    let calendar = settings.calendar
    var takenBy: [String: Int] = [:]
    for (index, candidate) in candidates.enumerated() where settings.burySiblings {
      let last = candidate.progress.lastReview
      if last.map({ calendar.day(of: $0) == today }) ?? false { takenBy[candidate.siblings] = index }
    }
    var learningDue: [(index: Int, due: Instant)] = []
    var reviewsDue: [(index: Int, due: StudyDay)] = []
    var fresh: [Int] = []
    for (index, candidate) in candidates.enumerated() {
      let progress = candidate.progress
      guard !progress.isHidden(on: today), !candidate.card.isRetired else { continue }
      switch progress.due {
      case nil: fresh.append(index)
      case .at(let instant)?: learningDue.append((index, instant))
      case .day(let day)? where day <= today: reviewsDue.append((index, day))
      case .day?: break
      }
    }
    learning = learningDue.sorted { ($0.due, $0.index) < ($1.due, $1.index) }.map(\.index)
    if settings.burySiblings {
      for index in learning { takenBy[candidates[index].siblings] = index }
    }
    func take(_ indices: [Int], atMost limit: Int) -> [Int] {
      var result: [Int] = []
      for index in indices where result.count < limit {
        if settings.burySiblings {
          let holder = takenBy[candidates[index].siblings] ?? index
          guard holder == index else { continue }
          takenBy[candidates[index].siblings] = index
        }
        result.append(index)
      }
      return result
    }
    let overdueFirst = reviewsDue.sorted { ($0.due, $0.index) < ($1.due, $1.index) }
    reviews = take(overdueFirst.map(\.index), atMost: limits.reviews - counts.reviews)
    new = take(fresh, atMost: limits.newCards - counts.newCards)
  }

  /// The card to ask at an instant, or nil when nothing is left that may be asked.
  ///
  /// Learning cards that are due come first, then reviews, then new cards, then learning cards that
  /// fall due within the time that may be learnt ahead, then what was skipped.
  func next(at now: Instant, learnAhead: Milliseconds, due: (Int) -> Instant?) -> Int? {
    func isDue(_ index: Int, by latest: Instant) -> Bool {
      due(index).map { $0 <= latest } ?? true
    }
    func isWaiting(_ index: Int) -> Bool { !skipped.contains(index) }
    let latest = now.advanced(by: learnAhead)
    let soonest = learning.first(where: isWaiting)
    if let soonest, isDue(soonest, by: now) { return soonest }
    if let index = reviews.first(where: isWaiting) ?? new.first(where: isWaiting) { return index }
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
