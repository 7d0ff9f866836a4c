import Scheduling

/// Learners with weights of their own prepare three decks: plain FSRS at its best against the
/// focused policy, at the same seconds on each day.
func benchmarkExam(learners: Int) {
  let decks: [(name: String, cards: Int, days: Int, minutes: Double)] = [
    ("100 cards in 14 days, 8 minutes", 100, 14, 8), ("300 cards in 45 days, 12 minutes", 300, 45, 12),
    ("600 cards in 90 days, 15 minutes", 600, 90, 15),
  ]
  for deck in decks {
    let plan = ExamPlan(days: deck.days, secondsPerDay: deck.minutes * 60, newCards: deck.cards)
    let (policy, _) = ExamForecast(FSRS6(), plan: plan).bestPlain(runs: 4)
    let (best, _) = ExamForecast(FSRS6(), plan: plan).best(runs: 4)
    var plain = 0.0
    var focused = 0.0
    var minutes = (plain: 0.0, focused: 0.0)
    var ahead = 0
    for learner in 0..<learners {
      var random = SplitMix(seed: UInt64(learner))
      let values = Weights.fsrs6Default.values.map { value in
        value * (0.7 + 0.6 * Double(random.next() >> 11) * 0x1p-53)
      }
      guard let weights = try? Weights(values) else { continue }
      let forecast = ExamForecast(FSRS6(weights: weights), plan: plan)
      let one = forecast.simulate(policy, seed: UInt64(learner))
      let other = forecast.simulate(best, budget: one.secondsByDay, seed: UInt64(learner))
      plain += one.expectedRecall
      focused += other.expectedRecall
      minutes.plain += one.secondsByDay.reduce(0, +) / 60
      minutes.focused += other.secondsByDay.reduce(0, +) / 60
      ahead += other.expectedRecall > one.expectedRecall ? 1 : 0
    }
    let count = Double(learners)
    func short(_ value: Double) -> Double { (value / count * 1e4).rounded() / 1e4 }
    print("exam, \(deck.name): plain \(short(plain)) in \(short(minutes.plain)) min")
    print(
      "  focused in the last \(best.focusedDays) days \(short(focused)) in \(short(minutes.focused)) min, ahead for \(ahead) of \(learners)"
    )
  }
}
