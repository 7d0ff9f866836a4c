import Scheduling
public import Study

/// What one pass over a learner's reviews counts, by study day and by card.
///
/// This is the only place where reviews are counted: the terminal's statistics, the tables `days`,
/// `learners` and `items`, and the report read their figures from here.
public struct ReviewTally: Sendable {
  /// What happened to one card.
  public struct CardFigures: Sendable, Equatable {
    /// Reviews of all kinds.
    public internal(set) var reviews = 0
    /// Reviews rated again, in whatever state.
    public internal(set) var again = 0
    /// The time they took.
    public internal(set) var milliseconds: Int64 = 0
    /// How it was recalled in review.
    public internal(set) var recall = RecallTally()

    /// A card that was never reviewed.
    public init() {}

    /// Times it was forgotten in review.
    var lapses: Int { recall.reviews - recall.recalled }

    mutating func add(_ fact: ReviewFact) {
      reviews += 1
      if fact.rating == .again { again += 1 }
      milliseconds &+= fact.duration.value
      recall.add(fact)
    }
  }

  /// The figures of each card, by its number in the log.
  public private(set) var cards: [CardFigures]

  /// Predicted against actual recall.
  public private(set) var calibration = Calibration()

  /// The last review by the wall clock.
  public private(set) var lastReview: Moment?

  private var byDay: [StudyDay: DayFigures] = [:]
  /// The day that was counted last, kept out of the dictionary since most reviews fall on the same one.
  private var current: DayFigures?

  /// A tally that has counted nothing, of so many cards.
  public init(cardCount: Int) {
    cards = Array(repeating: CardFigures(), count: cardCount)
  }

  /// Counts a review of a study day.
  public mutating func add(_ fact: ReviewFact, on day: StudyDay) {
    if current?.day != day {
      keepCurrent()
      current = byDay[day] ?? DayFigures(day: day)
    }
    current?.add(fact)
    if cards.indices.contains(fact.card) { cards[fact.card].add(fact) }
    calibration.add(fact)
    if lastReview.map({ $0.instant <= fact.moment.instant }) ?? true { lastReview = fact.moment }
  }

  private mutating func keepCurrent() {
    if let current { byDay[current.day] = current }
  }

  /// The days on which something was done, in order.
  public var days: [DayFigures] {
    var all = byDay
    if let current { all[current.day] = current }
    return all.values.sorted { $0.day < $1.day }
  }
}

extension [DayFigures] {
  /// The days in a row with at least one review, up to a day; that day may still be without one.
  func streak(upTo day: StudyDay) -> Int {
    let studied = Set(map(\.day))
    var last = studied.contains(day) ? day : day.advanced(by: -1)
    var length = 0
    while studied.contains(last) {
      length += 1
      last = last.advanced(by: -1)
    }
    return length
  }
}
