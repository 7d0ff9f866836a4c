public import Scheduling

/// The number that stands for an event's kind in a learner's file, and the kind's name in a `log`; never
/// reused.
public enum EventCode: Int64, Sendable, CaseIterable {
  /// One answered showing.
  case review = 1
  /// Another event counts as if it had not happened.
  case undo
  /// Hidden until resumed.
  case suspend
  /// Asked again.
  case resume
  /// Hidden until the next study day.
  case bury
  /// No longer buried.
  case unbury
  /// Marked.
  case flag
  /// No longer marked.
  case unflag
  /// The card starts anew.
  case forget
  /// A due day of the learner's choice.
  case reschedule
  /// The card's text from here on.
  case revision
  /// A setting from here on.
  case setting

  /// The code of a kind.
  public init(_ kind: EventKind) {
    switch kind {
    case .review: self = .review
    case .undo: self = .undo
    case .suspend: self = .suspend
    case .resume: self = .resume
    case .bury: self = .bury
    case .unbury: self = .unbury
    case .flag(let isFlagged): self = isFlagged ? .flag : .unflag
    case .forget: self = .forget
    case .reschedule: self = .reschedule
    case .revision: self = .revision
    case .setting: self = .setting
    }
  }

  /// Whether a learner's undo takes it back.
  public var canBeUndone: Bool {
    switch self {
    case .review, .suspend, .resume, .bury, .unbury, .flag, .unflag, .forget, .reschedule: true
    case .undo, .revision, .setting: false
    }
  }
}

extension SchedulerName {
  /// The number that stands for the scheduler in a learner's file; never reused.
  public var code: Int64 {
    switch self {
    case .fsrs6: 0
    case .fsrs7: 1
    case .sm2: 2
    }
  }

  /// The scheduler of a number.
  public init?(code: Int64) {
    guard let name = SchedulerName.allCases.first(where: { $0.code == code }) else { return nil }
    self = name
  }
}
