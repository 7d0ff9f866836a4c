import Scheduling

/// All four outcomes of a card: what a session asks for at every question.
func benchmarkNextStates() {
  let states = (0..<1000).map { index in
    CardState(
      phase: .review,
      memory: Memory(
        stability: Days(0.5 + Double(index)),
        difficulty: 1 + Double(index % 90) / 10,
        fastStability: Days(0.4 + Double(index) / 2)
      ),
      ease: 2.5,
      scheduledDays: index + 1
    )
  }
  for name in SchedulerName.allCases {
    guard let scheduler = try? name.scheduler() else { continue }
    let rounds = name == .fsrs7 ? 20 : 200
    let seconds = Benchmarks.seconds {
      for round in 0..<rounds {
        for state in states {
          let elapsed = Days(Double(state.scheduledDays + round % 7))
          let seed = FuzzSeed(card: UInt64(round), repetition: 3)
          keep(scheduler.outcomes(for: state, elapsed: elapsed, settings: .standard, fuzz: seed))
        }
      }
    }
    Benchmarks.report("next states \(name.rawValue)", count: rounds * states.count, seconds: seconds)
  }
}
