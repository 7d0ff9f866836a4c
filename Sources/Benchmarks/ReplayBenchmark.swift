import Scheduling

/// A log of a thousand cards with a hundred reviews each, as memories alone and with intervals.
func benchmarkReplay() {
  var histories: [[FSRS6.Step]] = []
  for card in 0..<1000 {
    histories.append(
      (0..<100).map { index in
        let draw = (card &* 7919 &+ index &* 104_729) % 100
        let rating: Rating = draw < 12 ? .again : draw < 25 ? .hard : draw < 90 ? .good : .easy
        return FSRS6.Step(rating: rating, elapsed: Days(Double((card + index * index) % 60)))
      }
    )
  }
  let scheduler = FSRS6()
  let seconds = Benchmarks.seconds {
    for history in histories {
      keep(scheduler.memory(after: history))
    }
  }
  Benchmarks.report("replay memories fsrs-6", count: 100_000, seconds: seconds)

  let rows = (0..<100_000).map { index in
    let step = histories[index % 1000][index / 1000]
    return LoggedReview(card: index % 1000, instant: Int64(index), rating: step.rating, elapsed: step.elapsed)
  }
  for name in SchedulerName.allCases {
    guard let scheduler = try? name.scheduler() else { continue }
    let seconds = Benchmarks.seconds(runs: name == .fsrs7 ? 1 : 5) {
      var replay = Replay<Int>(
        scheduler: scheduler,
        settings: .standard,
        counting: .studyDays(rolloverHour: 4)
      )
      for row in rows {
        keep(replay.apply(row))
      }
    }
    Benchmarks.report("replay rows \(name.rawValue)", count: rows.count, seconds: seconds)
  }
}
