import Study

/// How many cards a learner had seen and would know at the end of each study day with a review.
///
/// What is known at a day's end is summed when the first review of a later day comes, from the cards as they
/// stand then; where clocks ran back, a review of an earlier day changes the later sum.
struct MemoryCurve {
  /// What is known at the end of a day.
  struct Point: Equatable {
    var cardsSeen = 0
    var expectedRemembered = 0.0
  }

  private(set) var points: [StudyDay: Point] = [:]
  private var last: [ReviewFact?]
  private var seen: [Int] = []
  private var latest: StudyDay?

  /// A curve of so many cards.
  init(cardCount: Int) {
    last = Array(repeating: nil, count: cardCount)
  }

  /// Takes the next review.
  mutating func add(_ fact: ReviewFact, on day: StudyDay, of record: some LearnerRecord) throws {
    if let latest, latest < day { points[latest] = try point(at: latest, of: record) }
    latest = max(latest ?? day, day)
    guard last.indices.contains(fact.card) else { return }
    if last[fact.card] == nil { seen.append(fact.card) }
    last[fact.card] = fact
  }

  /// Sums the last day.
  mutating func finish(of record: some LearnerRecord) throws {
    if let latest { points[latest] = try point(at: latest, of: record) }
  }

  private func point(at day: StudyDay, of record: some LearnerRecord) throws -> Point {
    var remembered = 0.0
    for card in seen {
      guard let fact = last[card] else { continue }
      remembered += try record.retrievability(of: fact, atEndOf: day) ?? 0
    }
    return Point(cardsSeen: seen.count, expectedRemembered: remembered)
  }
}
