/// What a review today is worth on the day of an exam.
struct ExamFocus<Model: SimulatedModel>: Sendable {
  let model: Model
  let behaviour: LearnerBehaviour

  /// Seconds that recalled and forgotten reviews and first ones take, on average, with their steps.
  private let recalledSeconds: Double
  private let forgottenSeconds: Double
  private let firstSeconds: Double

  init(model: Model, behaviour: LearnerBehaviour) {
    self.model = model
    self.behaviour = behaviour
    func mean(_ shares: [Double], _ seconds: ArraySlice<Double>) -> Double {
      let sum = shares.reduce(0, +)
      return zip(shares, seconds).reduce(0) { $0 + $1.0 * $1.1 } / (sum > 0 ? sum : 1)
    }
    let steps = behaviour.learningTransitions.count > 2 ? behaviour.learningTransitions[2] : [1, 0, 0, 0]
    let relearned =
      behaviour.relearningTransitions.isEmpty ? [1, 0, 0, 0] : behaviour.relearningTransitions[0]
    recalledSeconds = mean(behaviour.recalledRating, behaviour.reviewSeconds[1...])
    forgottenSeconds = behaviour.reviewSeconds[0] + mean(relearned, behaviour.relearningSeconds[...])
    firstSeconds =
      mean(behaviour.firstRating, behaviour.learningSeconds[...])
      + mean(steps, behaviour.learningSeconds[...])
  }

  /// Expected recall in the exam that a review now adds, for each second it takes.
  ///
  /// - Parameters:
  ///   - trace: the memory after the last review; nil for a card never seen.
  ///   - elapsed: days since that review.
  ///   - left: days until the exam.
  /// - Returns: recall per second; may be negative where a review would do harm.
  func gain(_ trace: Trace?, elapsed: Double, left: Double) -> Double {
    guard let trace else {
      var recall = 0.0
      for g in 1...4 {
        recall += behaviour.firstRating[g - 1] * model.recall(steps(model.start(g), g), t: left)
      }
      return recall / firstSeconds
    }
    let r = model.recall(trace, t: elapsed)
    var recall = (1 - r) * model.recall(steps(model.next(trace, t: elapsed, r: r, 1), 1), t: left)
    for g in 2...4 {
      recall +=
        r * behaviour.recalledRating[g - 2] * model.recall(model.next(trace, t: elapsed, r: r, g), t: left)
    }
    let without = model.recall(trace, t: elapsed + left)
    return (recall - without) / (r * recalledSeconds + (1 - r) * forgottenSeconds)
  }

  /// The memory after the day's remaining steps, all of them good.
  private func steps(_ trace: Trace, _ g: Int) -> Trace {
    g < 3 ? model.again(trace, 3) : trace
  }
}
