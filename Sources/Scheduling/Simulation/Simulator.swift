/// Plays a learner's days: reviews by their due day and difficulty, then new cards, until a limit is reached;
/// what is left waits for the next day.
///
/// Source: fsrs-rs `simulation.rs`, `simulate`; here the days are buckets instead of one queue.
struct Simulator<Model: SimulatedModel>: Sendable {
  private struct Card {
    var trace: Trace
    var last: Double
    var lapses: Int
  }

  let model: Model
  let plan: SimulationPlan

  func run(retention: Double, seed: UInt64, existing: [SimulatedCard]) -> Simulation {
    var run = Run(self, retention: retention, seed: seed, existing: existing)
    for day in 0..<plan.days { run.play(day) }
    return run.finish()
  }

  /// One run's state.
  private struct Run {
    let model: Model
    let plan: SimulationPlan
    let factor: Double
    var random: SplitMix
    var cards: [Card]
    var due: [[Int32]]
    var days: [SimulatedDay]
    var memorised: [Double]
    var learned = 0

    init(_ simulator: Simulator, retention: Double, seed: UInt64, existing: [SimulatedCard]) {
      model = simulator.model
      plan = simulator.plan
      factor = model.intervalFactor(retention)
      random = SplitMix(seed: seed)
      cards = []
      due = Array(repeating: [], count: plan.days)
      days = Array(repeating: SimulatedDay(), count: plan.days)
      memorised = Array(repeating: 0, count: plan.days)
      cards.reserveCapacity(existing.count + plan.newCards)
      for card in existing {
        let last = -card.elapsed.value.clamped(0, 36_500)
        cards.append(Card(trace: model.trace(card.memory), last: last, lapses: max(card.lapses, 0)))
        schedule(cards.count - 1, on: max(card.dueIn, 0))
      }
    }

    private mutating func schedule(_ card: Int, on day: Int) {
      guard day < plan.days, cards[card].lapses < plan.suspendedAfterLapses ?? .max else { return }
      due[day].append(Int32(truncatingIfNeeded: card))
    }

    mutating func play(_ day: Int) {
      let today = due[day].sorted { left, right in
        let first = Int(cards[Int(left)].trace.d * 100)
        let second = Int(cards[Int(right)].trace.d * 100)
        return first == second ? left < right : first < second
      }
      due[day] = []
      for (index, card) in today.enumerated() {
        guard days[day].reviews < plan.reviewsPerDay, days[day].seconds <= plan.secondsPerDay else {
          if day + 1 < plan.days { due[day + 1].append(contentsOf: today[index...]) }
          break
        }
        review(Int(card), on: day)
      }
      let (released, overflow) = plan.newPerDay.multipliedReportingOverflow(by: day + 1)
      let available = min(plan.newCards, overflow ? .max : released)
      while learned < available, days[day].learned < plan.newPerDay,
        days[day].seconds <= plan.secondsPerDay,
        plan.newIgnoreReviewLimit || days[day].learned + days[day].reviews < plan.reviewsPerDay
      {
        learn(on: day)
      }
    }

    private mutating func learn(on day: Int) {
      let behaviour = plan.behaviour
      let g = random.index(behaviour.firstRating) + 1
      var trace = model.start(g)
      let seconds =
        behaviour.learningSeconds[g - 1]
        + random.steps(
          &trace,
          g,
          plan.learningSteps,
          behaviour.learningTransitions,
          behaviour.learningSeconds,
          model
        )
      learned += 1
      days[day].learned += 1
      days[day].seconds += seconds
      cards.append(Card(trace: trace, last: Double(day), lapses: 0))
      schedule(cards.count - 1, on: day + days(trace))
    }

    private mutating func review(_ index: Int, on day: Int) {
      let behaviour = plan.behaviour
      var card = cards[index]
      let t = Double(day) - card.last
      let r = model.recall(card.trace, t: t)
      let recalled = random.nextFraction() < r
      let g = recalled ? random.index(behaviour.recalledRating) + 2 : 1
      remember(card, until: day)
      card.trace = model.next(card.trace, t: t, r: r, g)
      var seconds = behaviour.reviewSeconds[g - 1]
      if !recalled {
        card.lapses += 1
        let steps = plan.relearningSteps
        let costs = behaviour.relearningSeconds
        seconds += random.steps(&card.trace, 1, steps, behaviour.relearningTransitions, costs, model)
      }
      card.last = Double(day)
      cards[index] = card
      days[day].reviews += 1
      days[day].recalled += recalled ? 1 : 0
      days[day].seconds += seconds
      schedule(index, on: day + days(card.trace))
    }

    private func days(_ trace: Trace) -> Int {
      let days = model.interval(trace, factor).rounded(.toNearestOrAwayFromZero)
      return min(max(days.saturatingInt, 1), plan.maximumInterval)
    }

    /// Counts a card's recall on the days since its last review.
    private mutating func remember(_ card: Card, until day: Int) {
      let start = max(Int(card.last.rounded(.up)), 0)
      model.addRecall(card.trace, from: start, to: day, since: Double(start) - card.last, &memorised)
    }

    mutating func finish() -> Simulation {
      for card in cards { remember(card, until: plan.days) }
      for day in days.indices { days[day].memorised = memorised[day] }
      return Simulation(days: days, cardsSeen: cards.count)
    }
  }
}
