import Scheduling
import Study

/// The number that stands for an event's kind in the file; never reused.
enum EventCode: Int64 {
  case review = 1
  case undo
  case suspend
  case resume
  case bury
  case unbury
  case flag
  case unflag
  case forget
  case reschedule
  case revision
  case setting

  /// The code of a kind.
  init(_ kind: EventKind) {
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
  var canBeUndone: Bool {
    switch self {
    case .review, .suspend, .resume, .bury, .unbury, .flag, .unflag, .forget, .reschedule: true
    case .undo, .revision, .setting: false
    }
  }
}

extension SchedulerName {
  /// The number that stands for the scheduler in the file; never reused.
  var code: Int64 {
    switch self {
    case .fsrs6: 0
    case .fsrs7: 1
    case .sm2: 2
    }
  }

  /// The scheduler of a number.
  init?(code: Int64) {
    guard let name = SchedulerName.allCases.first(where: { $0.code == code }) else { return nil }
    self = name
  }
}
