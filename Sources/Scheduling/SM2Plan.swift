/// One card's four ways forward under SM-2.
struct SM2Plan {
  let state: CardState
  let elapsed: Int
  let settings: SchedulingSettings
  let seed: FuzzSeed?

  private var sm2: SM2Settings { settings.sm2 }

  /// The interval the card had, whatever a damaged state says.
  private var scheduled: Int {
    min(max(state.scheduledDays, 0), 36_500)
  }

  var learning: Outcomes {
    let steps = Steps(steps: settings.learningSteps, rules: .anki)
    let step = state.phase == .new ? 0 : state.step
    func stay(_ next: (step: Int, delay: Milliseconds)?) -> Outcome {
      guard let next else {
        return graduated(days: sm2.graduatingInterval, ease: Float(sm2.initialEase))
      }
      let learning = CardState(phase: .learning, step: next.step, lapses: state.lapses)
      return Outcome(state: learning, interval: .exact(next.delay))
    }
    return Outcomes(
      again: stay(steps.again.map { (0, $0) }),
      hard: stay(steps.hard(at: step)),
      good: stay(steps.good(at: step)),
      easy: graduated(days: sm2.easyInterval, ease: Float(sm2.initialEase))
    )
  }

  var review: Outcomes {
    let steps = Steps(steps: settings.relearningSteps, rules: .anki)
    let ease = ease
    let lapsedEase = max(ease - 0.2, SM2.minimumEase)
    let lapses = state.lapses &+ 1
    let again =
      if let delay = steps.again {
        waiting(days: lapseInterval, step: 0, delay: delay, ease: lapsedEase, lapses: lapses)
      } else {
        reviewed(days: lapseInterval, ease: lapsedEase, lapses: lapses)
      }
    let days = elapsed < scheduled ? earlyDays : dueDays
    return Outcomes(
      again: again,
      hard: reviewed(days: days.hard, ease: max(ease - 0.15, SM2.minimumEase)),
      good: reviewed(days: days.good, ease: ease),
      easy: reviewed(days: days.easy, ease: ease + 0.15)
    )
  }

  var relearning: Outcomes {
    let steps = Steps(steps: settings.relearningSteps, rules: .anki)
    func stay(_ next: (step: Int, delay: Milliseconds)?) -> Outcome {
      guard let next else { return reviewed(days: waitingDays, ease: ease) }
      return waiting(days: waitingDays, step: next.step, delay: next.delay, ease: ease)
    }
    let again =
      if let delay = steps.again {
        waiting(days: lapseInterval, step: 0, delay: delay, ease: ease)
      } else {
        reviewed(days: waitingDays, ease: ease)
      }
    return Outcomes(
      again: again,
      hard: stay(steps.hard(at: state.step)),
      good: stay(steps.good(at: state.step)),
      easy: reviewed(days: min(waitingDays + 1, settings.maximumInterval), ease: ease)
    )
  }

  /// The ease as 32 bits; a card that comes from FSRS has none and gets the initial one.
  private var ease: Float {
    Float((state.ease ?? sm2.initialEase).clamped(1.3, 1000))
  }

  private var waitingDays: Int {
    min(max(scheduled, 1), settings.maximumInterval)
  }

  private var lapseInterval: Int {
    let days = (Float(scheduled) * Float(sm2.lapseMultiplier)).rounded()
    return min(max(Double(days).saturatingInt, sm2.minimumLapseInterval), settings.maximumInterval)
  }

  /// Reviews on or after the day they were due: half the delay counts for good, all of it for easy.
  private var dueDays: (hard: Int, good: Int, easy: Int) {
    let current = Float(scheduled)
    let late = Float(elapsed - scheduled)
    let factor = Float(sm2.hardMultiplier)
    let above = scheduled &+ 1
    let hard = days(current * factor, minimum: factor <= 1 ? 0 : above)
    let good = days((current + late / 2) * ease, minimum: factor <= 1 ? above : hard + 1)
    let easy = days((current + late) * ease * Float(sm2.easyMultiplier), minimum: good + 1)
    return (hard, good, easy)
  }

  /// Reviews before they were due never shrink good and are not jittered.
  private var earlyDays: (hard: Int, good: Int, easy: Int) {
    let scheduled = Float(scheduled)
    let elapsed = Float(elapsed)
    let factor = Float(sm2.hardMultiplier)
    let bonus = Float(sm2.easyMultiplier)
    let good = max(elapsed * ease, scheduled)
    return (
      days(max(elapsed * factor, scheduled * (factor / 2)), minimum: 0, jittered: false),
      days(good, minimum: 0, jittered: false),
      days(good * (bonus - (bonus - 1) / 2), minimum: 0, jittered: false)
    )
  }

  private func days(_ interval: Float, minimum: Int, jittered: Bool = true) -> Int {
    Fuzz.days(
      Double(interval * Float(sm2.intervalMultiplier)),
      minimum: max(minimum, 1),
      maximum: settings.maximumInterval,
      seed: jittered ? seed : nil,
      rounding: settings.rounding
    )
  }

  private func graduated(days: Int, ease: Float) -> Outcome {
    let days = Fuzz.days(
      Double(days),
      minimum: 1,
      maximum: settings.maximumInterval,
      seed: seed,
      rounding: settings.rounding
    )
    return reviewed(days: days, ease: ease)
  }

  private func reviewed(days: Int, ease: Float, lapses: Int? = nil) -> Outcome {
    let next = CardState(
      phase: .review,
      ease: thousandths(ease),
      scheduledDays: days,
      lapses: lapses ?? state.lapses
    )
    return Outcome(state: next, interval: .days(days))
  }

  private func waiting(
    days: Int,
    step: Int,
    delay: Milliseconds,
    ease: Float,
    lapses: Int? = nil
  ) -> Outcome {
    let next = CardState(
      phase: .relearning,
      step: step,
      ease: thousandths(ease),
      scheduledDays: days,
      lapses: lapses ?? state.lapses
    )
    return Outcome(state: next, interval: .exact(delay))
  }

  private func thousandths(_ ease: Float) -> Double {
    Double((ease * 1000).rounded()) / 1000
  }
}
