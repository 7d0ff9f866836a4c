import Scheduling

extension Grading {
  /// How long a card is expected to take in a session: a new card is asked about twice, a forgotten one again.
  func expectedTime(of candidate: Candidate, pace: Milliseconds, at moment: Moment) -> Milliseconds {
    let recall = retrievability(of: candidate.progress, at: moment) ?? 0
    return Milliseconds(Int64((Double(max(1, min(pace.value, 3_600_000))) * (2 - recall)).rounded()))
  }

  /// The recall that asking a card now is expected to gain, per second of the learner's time.
  ///
  /// The gain is the chance of recall a month from now with the review less that without it. The review
  /// succeeds with the chance of recall that the card has now, and leads where good or again would lead; a new
  /// card leads where good would.
  func recallGain(of candidate: Candidate, pace: Milliseconds, at moment: Moment) -> Double {
    let progress = candidate.progress
    let horizon = 30.0
    let outcomes = outcomes(of: progress, deck: candidate.deck, at: moment)
    func later(_ state: CardState) -> Double {
      scheduler.retrievability(of: state, elapsed: Days(horizon)) ?? 0
    }
    let seconds = Double(expectedTime(of: candidate, pace: pace, at: moment).value) / 1_000
    guard let recall = retrievability(of: progress, at: moment) else {
      return later(outcomes.good.state) / seconds
    }
    let with = recall * later(outcomes.good.state) + (1 - recall) * later(outcomes.again.state)
    let waiting = Days(elapsed(of: progress, at: moment).value + horizon)
    let without = scheduler.retrievability(of: progress.state, elapsed: waiting) ?? 0
    return (with - without) / seconds
  }
}
