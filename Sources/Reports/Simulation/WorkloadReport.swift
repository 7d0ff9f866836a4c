public import Scheduling
public import Study

/// What lies before a learner: the work of each day, and what other desired retentions would cost and bring.
public struct WorkloadReport: Sendable {
  /// The first day.
  public let start: StudyDay

  /// Which scheduler plans.
  public let scheduler: SchedulerName

  /// The desired retention that the days were played with.
  public let retention: Double

  /// Cards that were seen before.
  public let known: Int

  /// Cards that will be new.
  public let unseen: Int

  /// Day by day, averaged over several courses.
  public let days: [AverageDay]

  /// What each desired retention costs and brings.
  public let curve: [RetentionPoint]

  /// Plays the days and the curve.
  ///
  /// - Parameters:
  ///   - forecast: from the learner's state and plan.
  ///   - scheduler: which scheduler plans.
  ///   - retention: the desired retention in use.
  ///   - start: the first day.
  ///   - known: cards that were seen before.
  ///   - unseen: cards that will be new.
  ///   - runs: how many courses to average; nil leaves it to the number of cards.
  ///   - progress: called now and then with the share that is done, 0…1; false stops, and nothing is made.
  public init?(
    _ forecast: Forecast,
    scheduler: SchedulerName,
    retention: Double,
    start: StudyDay,
    known: Int,
    unseen: Int,
    runs: Int? = nil,
    progress: (Double) -> Bool
  ) {
    // Few cards leave much to chance, and cost little to play again.
    let runs = runs ?? min(max(3000 / max(known + unseen, 1), 4), 16)
    self.start = start
    self.scheduler = scheduler
    self.retention = retention
    self.known = known
    self.unseen = unseen
    days = forecast.averageDays(retention: retention, runs: runs)
    let retentions = (70...99).map { Double($0) / 100 }
    var curve: [RetentionPoint] = []
    let together = 2
    for first in stride(from: 0, to: retentions.count, by: together) {
      guard progress(Double(first + 1) / Double(retentions.count + 1)) else { return nil }
      let some = Array(retentions[first..<min(first + together, retentions.count)])
      curve += forecast.retentionCurve(some, runs: runs)
    }
    self.curve = curve
  }

  /// The curve's point at the retention in use, the nearest where it has none.
  public var current: RetentionPoint? {
    curve.min { abs($0.retention - retention) < abs($1.retention - retention) }
  }

  /// The report for programs.
  public var json: JSONValue {
    .object([
      JSONMember("start", .string(start.text)), JSONMember("scheduler", .string(scheduler.rawValue)),
      JSONMember("desired_retention", .number(retention)), JSONMember("cards_seen", JSONValue(known)),
      JSONMember("cards_new", JSONValue(unseen)),
      JSONMember("days", .array(days.enumerated().map { json(of: $1, start.advanced(by: $0)) })),
      JSONMember("curve", .array(curve.map(\.json))),
      JSONMember("cheapest", curve.cheapest.map(\.json) ?? .null),
    ])
  }

  private func json(of day: AverageDay, _ date: StudyDay) -> JSONValue {
    .object([
      JSONMember("study_day", .string(date.text)), JSONMember("new", .number(day.learned)),
      JSONMember("reviews", .number(day.reviews)), JSONMember("recalled", .number(day.recalled)),
      JSONMember("minutes", .number(day.seconds / 60)), JSONMember("memorised", .number(day.memorised)),
    ])
  }
}

extension RetentionPoint {
  fileprivate var json: JSONValue {
    .object([
      JSONMember("desired_retention", .number(retention)), JSONMember("memorised", .number(memorised)),
      JSONMember("minutes_per_day", .number(minutesPerDay)),
      JSONMember("reviews_per_day", .number(reviewsPerDay)),
      JSONMember("seconds_per_memorised", .number(secondsPerMemorised)),
    ])
  }
}
