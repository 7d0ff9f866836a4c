public import Scheduling
public import Study

/// How a learner gets ready for a day: the best schedule found, against plain FSRS.
public struct ReadinessReport: Sendable {
  /// A way to prepare and what it comes to.
  public struct Course: Sendable {
    /// How the learner prepares.
    public let policy: ExamPolicy

    /// What that comes to.
    public let outlook: ExamOutlook
  }

  /// The first day.
  public let start: StudyDay

  /// The day of the exam.
  public let exam: StudyDay

  /// The most minutes a day.
  public let minutes: Double

  /// Cards that were seen before.
  public let known: Int

  /// Cards that were not.
  public let unseen: Int

  /// Plain FSRS with the learner's settings.
  public let plain: Course

  /// Plain FSRS at the desired retention and pace that serve the day best.
  public let bestPlain: Course

  /// The best schedule found.
  public let best: Course

  /// That schedule in the minutes that `bestPlain` takes on each day.
  public let bestInPlainMinutes: ExamOutlook

  /// Searches for the best schedule.
  ///
  /// - Parameters:
  ///   - forecast: from the learner's state.
  ///   - plan: what the forecast was made with.
  ///   - settings: the learner's desired retention and new cards a day.
  ///   - start: the first day.
  ///   - known: cards that were seen before.
  ///   - runs: how many courses to average.
  ///   - progress: called now and then with the share that is done, 0…1; false stops, and nothing is made.
  public init?(
    _ forecast: ExamForecast,
    plan: ExamPlan,
    settings: ExamPolicy,
    start: StudyDay,
    known: Int,
    runs: Int = 8,
    progress: (Double) -> Bool
  ) {
    self.start = start
    exam = start.advanced(by: plan.days)
    minutes = plan.secondsPerDay / 60
    self.known = known
    unseen = plan.newCards
    func course(_ policy: ExamPolicy) -> Course {
      Course(policy: policy, outlook: forecast.outlook(of: policy, runs: runs))
    }
    plain = course(settings)
    guard progress(0.1) else { return nil }
    let ready = forecast.bestPlain()
    bestPlain = course(ready.policy)
    guard progress(0.7) else { return nil }
    let focused = forecast.bestFocused(after: ready.policy)
    best = course(focused.policy)
    guard progress(0.9) else { return nil }
    bestInPlainMinutes = forecast.outlook(of: focused.policy, inTheMinutesOf: ready.policy, runs: runs)
  }

  /// The report for programs.
  public var json: JSONValue {
    .object([
      JSONMember("start", .string(start.text)), JSONMember("ready_by", .string(exam.text)),
      JSONMember("minutes_per_day", .number(minutes)), JSONMember("cards_seen", JSONValue(known)),
      JSONMember("cards_new", JSONValue(unseen)), JSONMember("plain", plain.json),
      JSONMember("best_plain", bestPlain.json), JSONMember("best", best.json),
      JSONMember("best_in_plain_minutes", bestInPlainMinutes.json),
      JSONMember("schedule", .array(best.outlook.minutesByDay.indices.map(json(of:)))),
    ])
  }

  private func json(of day: Int) -> JSONValue {
    .object([
      JSONMember("study_day", .string(start.advanced(by: day).text)),
      JSONMember("new", .number(best.outlook.learnedByDay[day])),
      JSONMember("reviews", .number(best.outlook.reviewsByDay[day])),
      JSONMember("minutes", .number(best.outlook.minutesByDay[day])),
    ])
  }
}

extension ReadinessReport.Course {
  fileprivate var json: JSONValue {
    .object([
      JSONMember("desired_retention", .number(policy.retention)),
      JSONMember("new_per_day", JSONValue(policy.newPerDay)),
      JSONMember("focused_days", JSONValue(policy.focusedDays)), JSONMember("outlook", outlook.json),
    ])
  }
}

extension ExamOutlook {
  fileprivate var json: JSONValue {
    .object([
      JSONMember("expected_recall", .number(expectedRecall)),
      JSONMember("standard_error", .number(standardError)),
      JSONMember("minutes", .number(minutesByDay.reduce(0, +))), JSONMember("cards_seen", .number(cardsSeen)),
    ])
  }
}
