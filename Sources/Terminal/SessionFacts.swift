public import Language
public import Scheduling
public import Study

/// What a front end must know about a session besides its cards.
public struct SessionFacts: Sendable {
  /// The language to speak.
  public let language: InterfaceLanguage

  /// The learner's name.
  public let learner: String

  /// The settings in force.
  public let settings: LearnerSettings

  /// The study day.
  public let studyDay: StudyDay

  /// The zone in which due dates are told.
  public let zone: any ZoneRules

  /// How long this learner takes for a review, by which minutes are estimated until the session knows better.
  public let pace: Milliseconds

  /// By how much the clock stands before the log's last event; nil where it does not.
  public let clockBehind: Milliseconds?

  /// Whether the session is practice, whose ratings do not count.
  public let isPractice: Bool

  /// Facts with all their parts.
  public init(
    language: InterfaceLanguage,
    learner: String,
    settings: LearnerSettings,
    studyDay: StudyDay,
    zone: any ZoneRules,
    pace: Milliseconds = SessionPlan.usualPace,
    clockBehind: Milliseconds? = nil,
    isPractice: Bool = false
  ) {
    self.language = language
    self.learner = learner
    self.settings = settings
    self.studyDay = studyDay
    self.zone = zone
    self.pace = pace
    self.clockBehind = clockBehind
    self.isPractice = isPractice
  }
}
