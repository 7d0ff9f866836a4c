import Language

/// How often an answer was given at first attempts, its spellings taken together as the answer check does.
public struct AnswerTally: Sendable, Equatable {
  /// Its most frequent spelling.
  public let text: String
  /// How many learners gave it.
  public let count: Int
  /// How many of those the answer check told that it was wrong.
  public let wrong: Int
  /// How many of those who were told so rated it as known all the same.
  public let overruled: Int

  /// The answers given, most frequent first, then by text.
  static func all(of attempts: [Attempt]) -> [AnswerTally] {
    var groups: [String: [Attempt]] = [:]
    for attempt in attempts {
      guard let answer = attempt.answer, attempt.isCorrect != nil else { continue }
      groups[foldedForComparison(answer), default: []].append(attempt)
    }
    return groups.values.map(AnswerTally.init).sorted { ($1.count, $0.text) < ($0.count, $1.text) }
  }

  private init(_ attempts: [Attempt]) {
    var spellings: [String: Int] = [:]
    for attempt in attempts { spellings[attempt.answer ?? "", default: 0] += 1 }
    text = spellings.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key ?? ""
    count = attempts.count
    wrong = attempts.count { $0.isCorrect == false }
    overruled = attempts.count { $0.isCorrect == false && $0.isRecalled }
  }
}
