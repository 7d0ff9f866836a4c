import Scheduling
public import Study

/// All that one pass over a learner's record counts: what the tables `days`, `learners` and `items` and the
/// report of a class are made of.
public struct LearnerCount: Sendable {
  /// Which figures beyond the tally are wanted.
  public struct Wanted: OptionSet, Sendable {
    /// The bits.
    public let rawValue: Int

    /// Wanted figures by their bits.
    public init(rawValue: Int) {
      self.rawValue = rawValue
    }

    /// What was known at the end of each day.
    public static let memory = Wanted(rawValue: 1)

    /// First attempts at each card.
    public static let attempts = Wanted(rawValue: 2)
  }

  let learner: String
  let calendar: StudyCalendar
  let cards: [CardRow]
  let ids: [String]
  let tally: ReviewTally
  let attempts: [Attempt]
  let revisions: [CardRevisions]
  let days: [DayRow]
  let row: LearnerRow

  /// Counts a record at a moment.
  ///
  /// - Throws: what keeps the record from being read.
  public init(
    _ record: some LearnerRecord,
    _ filter: ReviewFilter = ReviewFilter(),
    wanted: Wanted = [],
    at moment: Moment
  ) throws {
    let cards = try record.cardRows(at: moment).filter { filter.includes(deck: $0.deck) }
    let ids = try record.reviewedCards()
    var tally = ReviewTally(cardCount: ids.count)
    var attempts = AttemptCollector(cardCount: wanted.contains(.attempts) ? ids.count : 0)
    var curve = MemoryCurve(cardCount: ids.count)
    try record.forEachFact(filter, among: cards) { fact, day in
      tally.add(fact, on: day)
      if wanted.contains(.attempts) { attempts.add(fact) }
      if wanted.contains(.memory) { try curve.add(fact, on: day, of: record) }
    }
    try curve.finish(of: record)
    learner = record.learner
    calendar = try record.calendar()
    self.cards = cards
    self.ids = ids
    self.tally = tally
    self.attempts = attempts.attempts
    revisions = attempts.revisions
    days = tally.days.map { figures in
      let point = curve.points[figures.day] ?? MemoryCurve.Point()
      return DayRow(
        learner: record.learner,
        figures: figures,
        cardsSeen: point.cardsSeen,
        expectedRemembered: point.expectedRemembered
      )
    }
    row = LearnerRow(
      learner: record.learner,
      cards: cards,
      tally: tally,
      calendar: calendar,
      at: moment
    )
  }
}

/// A learner's first review of a card that was new to them, or new again with another answer.
struct Attempt: Sendable, Equatable {
  /// The card's number in the learner's record.
  let card: Int
  /// Whether it is the learner's very first of the card, whatever its text was then.
  let isFirst: Bool
  let moment: Moment
  let rating: Rating
  let duration: Milliseconds
  let answer: String?
  let isCorrect: Bool?
  let revision: UInt64

  /// Whether the learner knew it.
  var isRecalled: Bool { rating != .again }
}

/// The texts of a card that a learner was asked.
struct CardRevisions: Sendable, Equatable {
  /// Their fingerprints, in the order in which they were first asked.
  var all: [UInt64] = []
  /// When the last review was, and of which text.
  var last: (moment: Moment, revision: UInt64)?

  static func == (left: Self, right: Self) -> Bool {
    left.all == right.all && left.last?.moment == right.last?.moment
      && left.last?.revision == right.last?.revision
  }
}

/// Picks first attempts out of a learner's reviews.
private struct AttemptCollector {
  private(set) var attempts: [Attempt] = []
  private(set) var revisions: [CardRevisions]
  private var attempted: [[UInt64]]

  init(cardCount: Int) {
    revisions = Array(repeating: CardRevisions(), count: cardCount)
    attempted = Array(repeating: [], count: cardCount)
  }

  mutating func add(_ fact: ReviewFact) {
    guard revisions.indices.contains(fact.card) else { return }
    if !revisions[fact.card].all.contains(fact.revision) { revisions[fact.card].all.append(fact.revision) }
    if revisions[fact.card].last.map({ $0.moment.instant <= fact.moment.instant }) ?? true {
      revisions[fact.card].last = (fact.moment, fact.revision)
    }
    guard fact.phase == .new, !attempted[fact.card].contains(fact.revision) else { return }
    attempts.append(
      Attempt(
        card: fact.card,
        isFirst: attempted[fact.card].isEmpty,
        moment: fact.moment,
        rating: fact.rating,
        duration: fact.duration,
        answer: fact.answer,
        isCorrect: fact.isCorrect,
        revision: fact.revision
      )
    )
    attempted[fact.card].append(fact.revision)
  }
}
