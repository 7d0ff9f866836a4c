/// A day on which a deck should be known.
public struct ExamPlan: Sendable, Equatable {
  /// Days until the exam, 1…3,650; it is written on the morning of that day.
  public var days: Int

  /// Seconds the learner can give each day.
  public var secondsPerDay: Double

  /// Cards that have not been seen yet.
  public var newCards: Int

  /// Learning steps on the day of a first review, and relearning steps on the day of a lapse.
  public var steps: (learning: Int, relearning: Int)

  /// How the learner answers, and how long that takes.
  public var behaviour: LearnerBehaviour

  /// A plan; what is out of range is moved to its edge.
  public init(
    days: Int,
    secondsPerDay: Double,
    newCards: Int,
    steps: (learning: Int, relearning: Int) = (2, 1),
    behaviour: LearnerBehaviour = .average
  ) {
    self.days = min(max(days, 1), 3650)
    self.secondsPerDay = secondsPerDay > 0 ? secondsPerDay : 0
    self.newCards = max(newCards, 0)
    self.steps = steps
    self.behaviour = behaviour
  }

  /// Whether both plans ask for the same.
  public static func == (left: ExamPlan, right: ExamPlan) -> Bool {
    left.days == right.days && left.secondsPerDay == right.secondsPerDay && left.newCards == right.newCards
      && left.steps == right.steps && left.behaviour == right.behaviour
  }
}

/// How ready a learner is on the day.
public struct Readiness: Sendable, Equatable {
  /// The share of all cards, seen or not, that is expected to be recalled in the exam.
  public let expectedRecall: Double

  /// What was done each day before it.
  public let days: [ExamDay]

  /// Cards seen by then.
  public let cardsSeen: Int

  /// Seconds spent each day.
  public var secondsByDay: [Double] { days.map(\.seconds) }
}

/// One day before an exam.
public struct ExamDay: Sendable, Equatable {
  /// Seconds spent.
  public var seconds = 0.0

  /// Cards seen for the first time.
  public var learned = 0

  /// Reviews of cards seen before, steps not counted.
  public var reviews = 0
}

/// What a policy comes to on average over several courses.
public struct ExamOutlook: Sendable, Equatable {
  /// The share of all cards that is expected to be recalled in the exam.
  public let expectedRecall: Double

  /// Its standard error over the courses; 0 of a single one.
  public let standardError: Double

  /// Minutes on each day.
  public let minutesByDay: [Double]

  /// Cards seen for the first time on each day.
  public let learnedByDay: [Double]

  /// Reviews on each day.
  public let reviewsByDay: [Double]

  /// Cards seen by the exam.
  public let cardsSeen: Double
}

/// How a learner prepares: plain FSRS first, then, for the last days, the cards whose review adds most to the
/// expected recall in the exam for each second it takes.
public struct ExamPolicy: Sendable, Equatable {
  /// The desired retention of the plain part.
  public var retention: Double

  /// New cards a day in the plain part.
  public var newPerDay: Int

  /// How many days before the exam the focused part begins; 0 stays with plain FSRS.
  public var focusedDays: Int

  /// A policy; by default plain FSRS.
  public init(retention: Double = 0.9, newPerDay: Int, focusedDays: Int = 0) {
    self.retention = retention.clamped(0.7, 0.99)
    self.newPerDay = max(newPerDay, 0)
    self.focusedDays = max(focusedDays, 0)
  }
}
