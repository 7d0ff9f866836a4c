import Scheduling
public import Study

/// What was done on one study day.
public struct DayFigures: Sendable, Equatable {
  /// The study day.
  public let day: StudyDay
  /// Reviews of all kinds.
  public internal(set) var reviews = 0
  /// Reviews of cards that were new, or new again.
  public internal(set) var newCards = 0
  /// Reviews rated again.
  public internal(set) var again = 0
  /// Reviews rated hard.
  public internal(set) var hard = 0
  /// Reviews rated good.
  public internal(set) var good = 0
  /// Reviews rated easy.
  public internal(set) var easy = 0
  /// The time they took.
  public internal(set) var milliseconds: Int64 = 0
  /// How cards in review were recalled.
  public internal(set) var recall = RecallTally()

  /// A day on which nothing was done.
  public init(day: StudyDay) {
    self.day = day
  }

  /// The time they took, in minutes.
  public var minutes: Double { Double(milliseconds) / 60_000 }

  mutating func add(_ fact: ReviewFact) {
    reviews += 1
    if fact.phase == .new { newCards += 1 }
    switch fact.rating {
    case .again: again += 1
    case .hard: hard += 1
    case .good: good += 1
    case .easy: easy += 1
    }
    milliseconds &+= fact.duration.value
    recall.add(fact)
  }
}
