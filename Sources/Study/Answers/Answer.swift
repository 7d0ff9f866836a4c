/// What a learner gave as an answer.
public enum Answer: Sendable, Equatable {
  /// One typed text.
  case text(String)
  /// Several texts: the items of a list in the order typed, or the options chosen.
  case items([String])

  /// The answer in one line, as the log and the CSV keep it.
  public var text: String {
    switch self {
    case .text(let text): text
    case .items(let items): items.joined(separator: "; ")
    }
  }
}

/// How an answer compares with the right one.
public struct Verdict: Sendable, Equatable {
  /// Whether nothing is wrong and nothing is missing.
  public let isCorrect: Bool

  /// Right answers that were not given; empty unless all are needed.
  public let missing: [String]

  /// Given texts that are not among the right answers.
  public let wrong: [String]
}
