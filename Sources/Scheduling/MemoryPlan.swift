/// Turns the four memories FSRS computed into steps and days: what FSRS-6 and FSRS-7 share.
///
/// Source: Anki 26 `states/{learning,review,relearning}.rs`; py-fsrs `scheduler.py` for `.plain`.
struct MemoryPlan {
  /// A rating's memory and its interval in days, unrounded, at the desired retention.
  struct Candidate {
    let memory: Memory
    let interval: Double
  }

  let state: CardState
  let settings: SchedulingSettings
  let seed: FuzzSeed?
  let allowsShortTerm: Bool
  let again: Candidate
  let hard: Candidate
  let good: Candidate
  let easy: Candidate

  var outcomes: Outcomes {
    switch state.phase {
    case .new, .learning: stepOutcomes(.learning, Steps(steps: settings.learningSteps, rules: settings.rules))
    case .relearning:
      stepOutcomes(.relearning, Steps(steps: settings.relearningSteps, rules: settings.rules))
    case .review: reviewOutcomes
    }
  }

  private func stepOutcomes(_ phase: Phase, _ steps: Steps) -> Outcomes {
    let step = state.phase == .new ? 0 : state.step
    func stay(_ candidate: Candidate, _ next: (step: Int, delay: Milliseconds)?) -> Outcome {
      guard let next else { return graduate(candidate, phase, steps) }
      return learn(candidate, phase, next.step, next.delay)
    }
    return Outcomes(
      again: stay(again, steps.again.map { (0, $0) }),
      hard: stay(hard, steps.hard(at: step)),
      good: stay(good, steps.good(at: step)),
      easy: review(easy, days: easyDays)
    )
  }

  private var reviewOutcomes: Outcomes {
    let lapses = state.lapses &+ 1
    let steps = Steps(steps: settings.relearningSteps, rules: settings.rules)
    let forgotten =
      if let delay = steps.again {
        learn(again, .relearning, 0, delay, lapses: lapses)
      } else {
        graduate(again, .relearning, steps, lapses: lapses)
      }
    switch settings.rules {
    case .plain:
      return Outcomes(
        again: forgotten,
        hard: review(hard, days: days(hard.interval, minimum: 1)),
        good: review(good, days: days(good.interval, minimum: 1)),
        easy: review(easy, days: days(easy.interval, minimum: 1))
      )
    case .anki:
      let hardDays = days(hard.interval, minimum: max(floor(hard), 1))
      let goodDays = days(good.interval, minimum: max(floor(good), hardDays + 1))
      let easyDays = days(easy.interval, minimum: max(floor(easy), goodDays + 1))
      return Outcomes(
        again: forgotten,
        hard: review(hard, days: hardDays),
        good: review(good, days: goodDays),
        easy: review(easy, days: easyDays)
      )
    }
  }

  /// Easy on a card in steps leaves them, in Anki a day beyond where good would have gone.
  private var easyDays: Int {
    switch settings.rules {
    case .plain: days(easy.interval, minimum: 1)
    case .anki: days(easy.interval.rounded(), minimum: days(good.interval, minimum: 1) + 1)
    }
  }

  /// What keeps an interval from falling behind the previous one.
  private func floor(_ candidate: Candidate) -> Int {
    Fuzz.minimum(
      of: candidate.interval,
      previous: min(max(state.scheduledDays, 0), 36_500),
      maximum: settings.maximumInterval
    )
  }

  private func days(_ interval: Double, minimum: Int) -> Int {
    Fuzz.days(
      interval,
      minimum: minimum,
      maximum: settings.maximumInterval,
      seed: seed,
      rounding: settings.rounding
    )
  }

  /// Leaves the steps.
  ///
  /// Where there are none at all, an interval under half a day is kept as it is instead of being stretched to
  /// a day.
  private func graduate(
    _ candidate: Candidate,
    _ phase: Phase,
    _ steps: Steps,
    lapses: Int? = nil
  ) -> Outcome {
    if settings.rules == .anki, steps.steps.isEmpty, allowsShortTerm, candidate.interval < 0.5 {
      let seconds = Int64((candidate.interval * 86_400).clamped(1, 86_400).saturatingInt)
      return learn(candidate, phase, 0, Milliseconds(seconds * 1000), lapses: lapses)
    }
    let whole = settings.rules == .anki ? max(candidate.interval.rounded(), 1) : candidate.interval
    return review(candidate, days: days(whole, minimum: 1), lapses: lapses)
  }

  private func learn(
    _ candidate: Candidate,
    _ phase: Phase,
    _ step: Int,
    _ delay: Milliseconds,
    lapses: Int? = nil
  ) -> Outcome {
    let next = CardState(
      phase: phase,
      step: step,
      memory: candidate.memory,
      scheduledDays: state.scheduledDays,
      lapses: lapses ?? state.lapses
    )
    return Outcome(state: next, interval: .exact(delay))
  }

  private func review(_ candidate: Candidate, days: Int, lapses: Int? = nil) -> Outcome {
    let next = CardState(
      phase: .review,
      memory: candidate.memory,
      scheduledDays: days,
      lapses: lapses ?? state.lapses
    )
    return Outcome(state: next, interval: .days(days))
  }
}
