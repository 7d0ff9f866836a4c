import Cards
import Language
import Scheduling

/// Which cards to ask first, by a plan.
struct Ranking {
  private let candidates: [Candidate]
  private let plan: SessionPlan
  private let grading: Grading
  private let seed: UInt64
  private let moment: Moment

  init(_ candidates: [Candidate], plan: SessionPlan, grading: Grading, seed: UInt64, at moment: Moment) {
    self.candidates = candidates
    self.plan = plan
    self.grading = grading
    self.seed = seed
    self.moment = moment
  }

  /// Reviews in the plan's order; what it does not tell apart stands as in its deck.
  func ordered(_ indices: [Int]) -> [Int] {
    switch plan.order {
    case .deck: return indices
    case .random:
      var random = SplitMix(seed: seed)
      return indices.shuffled(using: &random)
    case .gain: return sorted(indices) { -gain($0) }
    case .due: return sorted(indices) { dueDay($0) }
    case .weakest: return sorted(indices) { recall($0) }
    case .strongest: return sorted(indices) { -recall($0) }
    }
  }

  /// Of some cards those that gain most within a time, of which others must be asked anyway.
  func best(of indices: [Int], within time: Milliseconds, besides others: [Int]) -> Set<Int> {
    var left = time.value
    for index in others { left -= self.time(index) }
    var kept: Set<Int> = []
    for index in sorted(indices, by: { -gain($0) }) {
      let taken = self.time(index)
      guard taken <= left else { break }
      left -= taken
      kept.insert(index)
    }
    return kept
  }

  private func sorted<Key: Comparable>(_ indices: [Int], by key: (Int) -> Key) -> [Int] {
    let keyed = indices.map { (key: key($0), index: $0) }
    return keyed.sorted { ($0.key, $0.index) < ($1.key, $1.index) }.map(\.index)
  }

  private func gain(_ index: Int) -> Double {
    grading.recallGain(of: candidates[index], pace: plan.pace, at: moment)
  }

  private func time(_ index: Int) -> Int64 {
    grading.expectedTime(of: candidates[index], pace: plan.pace, at: moment).value
  }

  private func recall(_ index: Int) -> Double {
    grading.retrievability(of: candidates[index].progress, at: moment) ?? 0
  }

  private func dueDay(_ index: Int) -> StudyDay {
    guard case .day(let day)? = candidates[index].progress.due else { return StudyDay(number: .max) }
    return day
  }
}

/// Keeps siblings apart while cards are picked.
struct Family {
  private let candidates: [Candidate]
  private let isBuried: Bool
  private var takenBy: [String: Int] = [:]

  init(_ candidates: [Candidate], learning: [Int], today: StudyDay, settings: LearnerSettings) {
    self.candidates = candidates
    isBuried = settings.burySiblings
    guard isBuried else { return }
    for (index, candidate) in candidates.enumerated() {
      let last = candidate.progress.lastReview
      if last.map({ settings.calendar.day(of: $0) == today }) ?? false { takenBy[candidate.siblings] = index }
    }
    for index in learning { takenBy[candidates[index].siblings] = index }
  }

  /// Takes cards in order, none whose sibling was taken or reviewed today.
  mutating func take(_ indices: [Int], atMost limit: Int) -> [Int] {
    var result: [Int] = []
    for index in indices where result.count < limit {
      if isBuried {
        let group = candidates[index].siblings
        guard takenBy[group] ?? index == index else { continue }
        takenBy[group] = index
      }
      result.append(index)
    }
    return result
  }
}
