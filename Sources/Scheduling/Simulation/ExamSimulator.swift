/// Plays the days before an exam.
struct ExamSimulator<Model: SimulatedModel>: Sendable {
  private struct Card {
    var trace: Trace
    var last: Double
    var due: Int
  }

  let model: Model
  let plan: ExamPlan

  /// - Parameters:
  ///   - policy: how the learner prepares.
  ///   - budget: the seconds of each day instead of the plan's.
  ///   - seed: another seed gives other luck.
  ///   - existing: the cards seen before.
  /// - Returns: how ready the learner is.
  func run(_ policy: ExamPolicy, budget: [Double]?, seed: UInt64, existing: [SimulatedCard]) -> Readiness {
    var random = SplitMix(seed: seed)
    var cards = existing.map { card in
      Card(
        trace: model.trace(card.memory),
        last: -card.elapsed.value.clamped(0, 36_500),
        due: card.dueIn
      )
    }
    let focus = ExamFocus(model: model, behaviour: plan.behaviour)
    let total = cards.count + plan.newCards
    var allowed = 0.0
    var days = [ExamDay](repeating: ExamDay(), count: plan.days)
    var used = 0.0
    for day in 0..<plan.days {
      let limit: Double
      if let budget {
        // What a day's last card overran is taken from the next, so that both sums agree.
        allowed += day < budget.count ? budget[day] : 0
        limit = allowed - used
      } else {
        limit = plan.secondsPerDay
      }
      var unseen = total - cards.count
      let known = cards.count
      let queue = queue(policy, cards, unseen, day, focus)
      for place in queue {
        guard days[day].seconds < limit else { break }
        if place < known {
          days[day].reviews += 1
          days[day].seconds += review(&cards[place], on: day, policy, &random)
        } else if unseen > 0 {
          unseen -= 1
          days[day].learned += 1
          days[day].seconds += learn(&cards, on: day, policy, &random)
        }
      }
      used += days[day].seconds
    }
    var recall = 0.0
    for card in cards { recall += model.recall(card.trace, t: Double(plan.days) - card.last) }
    return Readiness(
      expectedRecall: total > 0 ? recall / Double(total) : 0,
      days: days,
      cardsSeen: cards.count
    )
  }

  /// The day's cards in order; places from `cards.count` on stand for new ones.
  private func queue(
    _ policy: ExamPolicy,
    _ cards: [Card],
    _ unseen: Int,
    _ day: Int,
    _ focus: ExamFocus<Model>
  ) -> [Int] {
    guard day >= plan.days - policy.focusedDays else {
      let due = cards.indices.filter { cards[$0].due <= day }
      let recall = due.map { model.recall(cards[$0].trace, t: Double(day) - cards[$0].last) }
      let order = due.indices.sorted { recall[$0] == recall[$1] ? $0 < $1 : recall[$0] < recall[$1] }
      let new = cards.count..<(cards.count + min(unseen, policy.newPerDay))
      return order.map { due[$0] } + Array(new)
    }
    let left = Double(plan.days - day)
    var gains = cards.map { card in
      let elapsed = Double(day) - card.last
      return elapsed < 1 ? 0 : focus.gain(card.trace, elapsed: elapsed, left: left)
    }
    let first = focus.gain(nil, elapsed: 0, left: left)
    gains.append(contentsOf: repeatElement(first, count: unseen))
    return gains.indices.filter { gains[$0] > 0 }
      .sorted { gains[$0] == gains[$1] ? $0 < $1 : gains[$0] > gains[$1] }
  }

  private func learn(
    _ cards: inout [Card],
    on day: Int,
    _ policy: ExamPolicy,
    _ random: inout SplitMix
  ) -> Double {
    let behaviour = plan.behaviour
    let g = random.index(behaviour.firstRating) + 1
    var trace = model.start(g)
    let seconds = random.steps(
      &trace,
      g,
      plan.steps.learning,
      behaviour.learningTransitions,
      behaviour.learningSeconds,
      model
    )
    cards.append(Card(trace: trace, last: Double(day), due: due(trace, day, policy)))
    return seconds + behaviour.learningSeconds[g - 1]
  }

  private func review(
    _ card: inout Card,
    on day: Int,
    _ policy: ExamPolicy,
    _ random: inout SplitMix
  ) -> Double {
    let behaviour = plan.behaviour
    let t = Double(day) - card.last
    let r = model.recall(card.trace, t: t)
    let g = random.nextFraction() < r ? random.index(behaviour.recalledRating) + 2 : 1
    card.trace = model.next(card.trace, t: t, r: r, g)
    var seconds = behaviour.reviewSeconds[g - 1]
    if g == 1 {
      seconds += random.steps(
        &card.trace,
        1,
        plan.steps.relearning,
        behaviour.relearningTransitions,
        behaviour.relearningSeconds,
        model
      )
    }
    card.last = Double(day)
    card.due = due(card.trace, day, policy)
    return seconds
  }

  private func due(_ trace: Trace, _ day: Int, _ policy: ExamPolicy) -> Int {
    let days = model.interval(trace, model.intervalFactor(policy.retention))
    return day + min(max(days.rounded().saturatingInt, 1), 36_500)
  }
}
