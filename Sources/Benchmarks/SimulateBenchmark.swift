import Scheduling

/// A year of ten thousand cards at half an hour a day, as fsrs-rs's default simulation has it.
func benchmarkSimulate() {
  let plan = SimulationPlan(newCards: 10_000, newPerDay: .max, secondsPerDay: 1800)
  let reviews = Forecast(FSRS6(), plan: plan).simulate(retention: 0.9).total.reviews
  let six = Benchmarks.seconds(runs: 3) { keep(Forecast(FSRS6(), plan: plan).simulate(retention: 0.9)) }
  print("simulate fsrs-6: \(six) s a year of \(reviews) reviews")
  let seven = Benchmarks.seconds(runs: 1) { keep(Forecast(FSRS7(), plan: plan).simulate(retention: 0.9)) }
  print("simulate fsrs-7: \(seven) s")
}
