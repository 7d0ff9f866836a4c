public import Scheduling

/// What a fit of weights came to: figures on unseen reviews before and after, and what is kept.
public struct FitReport: Sendable {
  /// Why the weights in use stay.
  public enum Verdict: Sendable, Equatable {
    /// The fitted weights predict unseen reviews better.
    case better
    /// They do not.
    case notBetter
    /// Too few reviews to judge by; how many there are, and how many there must be.
    case tooFew(items: Int, needed: Int)
  }

  /// Which scheduler the weights are for.
  public let scheduler: SchedulerName

  /// The reviews and cards of the log.
  public let reviews: Int

  /// The cards of the log.
  public let cards: Int

  /// The reviews that can be predicted: a study day or more after the card's review before.
  public let items: Int

  /// The weights in use.
  public let current: [Double]

  /// The fit; nil where there are too few reviews.
  public let improvement: Improvement?

  /// What is kept.
  public let verdict: Verdict

  /// Fewer unseen reviews than this decide nothing.
  public static let fewestUnseen = 50

  /// A report on a fit.
  ///
  /// - Parameters:
  ///   - log: what was fitted to.
  ///   - scheduler: which.
  ///   - current: the weights in use.
  ///   - first: the first item that the weights in use have not seen; nil where they have seen none.
  ///   - progress: called now and then with the share that is done, 0…1; false stops, and nothing is made.
  public init?(
    fitting log: TrainingLog,
    of scheduler: SchedulerName,
    from current: [Double],
    unseenFrom first: Int?,
    progress: (Double) -> Bool
  ) {
    self.scheduler = scheduler
    self.current = current
    reviews = log.reviewCount
    cards = log.cardCount
    items = log.itemCount
    let unseen = first.map { log.itemCount - $0 } ?? log.itemCount * 5 / 6
    guard unseen >= Self.fewestUnseen else {
      improvement = nil
      verdict = .tooFew(items: max(unseen, 0), needed: Self.fewestUnseen)
      return
    }
    let fit = WeightFit(log)
    guard let found = fit.improve(on: current, of: scheduler, unseenFrom: first, progress: progress) else {
      return nil
    }
    improvement = found
    verdict = found.isBetter ? .better : .notBetter
  }

  /// The weights to use from now on.
  public var kept: [Double] {
    verdict == .better ? improvement?.fitted.weights ?? current : current
  }

  /// The report for programs.
  ///
  /// - Parameter isSaved: whether the learner's weights were changed.
  /// - Returns: an object.
  public func json(isSaved: Bool) -> JSONValue {
    .object([
      JSONMember("scheduler", .string(scheduler.rawValue)), JSONMember("reviews", JSONValue(reviews)),
      JSONMember("cards", JSONValue(cards)), JSONMember("predicted", JSONValue(items)),
      JSONMember("before", improvement.map { $0.before.json } ?? .null),
      JSONMember("after", improvement.map { $0.after.json } ?? .null),
      JSONMember("better", .bool(verdict == .better)), JSONMember("saved", .bool(isSaved)),
      JSONMember("current_weights", .array(current.map(JSONValue.number))),
      JSONMember(
        "fitted_weights",
        improvement.map { .array($0.fitted.weights.map(JSONValue.number)) } ?? .null
      ),
      JSONMember("weights", .array(kept.map(JSONValue.number))),
    ])
  }
}

extension Evaluation {
  fileprivate var json: JSONValue {
    .object([
      JSONMember("unseen_reviews", JSONValue(count)), JSONMember("log_loss", .number(logLoss)),
      JSONMember("rmse_bins", .number(rmseBins)), JSONMember("auc", .number(auc)),
      JSONMember(
        "calibration",
        .array(
          calibration.map { bar in
            .object([
              JSONMember("predicted", .number(bar.predicted)), JSONMember("recalled", .number(bar.recalled)),
              JSONMember("reviews", JSONValue(bar.count)),
            ])
          }
        )
      ),
    ])
  }
}
