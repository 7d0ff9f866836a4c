import Scheduling
import Testing

/// FSRS-6 without its short cut for given intervals.
private struct ByOutcomes: Scheduler {
  let scheduler: FSRS6

  var name: SchedulerName { scheduler.name }
  var elapsedRule: ElapsedRule { scheduler.elapsedRule }

  func outcomes(for state: CardState, elapsed: Days, settings: SchedulingSettings, fuzz: FuzzSeed?)
    -> Outcomes
  {
    scheduler.outcomes(for: state, elapsed: elapsed, settings: settings, fuzz: fuzz)
  }

  func retrievability(of state: CardState, elapsed: Days) -> Double? {
    scheduler.retrievability(of: state, elapsed: elapsed)
  }

  func stability(of state: CardState) -> Days? { scheduler.stability(of: state) }
}

@Suite struct GivenIntervalTests {
  @Test("A given interval leads to the state that the rating's outcome has, bit for bit")
  func sameState() {
    let direct = FSRS6()
    let byOutcomes = ByOutcomes(scheduler: direct)
    for seed in UInt64(1)...200 {
      var random = SeededRandom(seed: seed)
      var state = CardState.new
      for _ in 0..<30 {
        let rating = Rating.allCases.randomElement(using: &random) ?? .good
        let elapsed = Days(Double(Int.random(in: 0...40, using: &random)))
        let interval: Interval =
          Bool.random(using: &random)
          ? .days(Int.random(in: 0...60, using: &random)) : .exact(Milliseconds(600_000))
        func next(_ scheduler: some Scheduler) -> CardState {
          scheduler.state(after: rating, from: state, elapsed: elapsed, given: interval, settings: .standard)
        }
        let expected = next(byOutcomes)
        #expect(next(direct) == expected, "seed \(seed)")
        state = expected
      }
    }
  }
}
