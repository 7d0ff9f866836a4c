import Cards
import Scheduling
public import Study

/// What learners sent as CSV: the rows of any number of `reviews` and `cards` tables, kept by learner.
///
/// A review that stands in several files counts once, by its device and sequence; of a card's rows the one
/// reviewed last counts.
public struct SentTables: Sendable {
  /// Which table a header belongs to.
  public enum Kind: Sendable, Equatable {
    /// Reviews; only the first five columns are needed.
    case reviews
    /// Cards.
    case cards
  }

  private var reviews: [String: [ReviewRow]] = [:]
  private var cards: [String: [CardRow]] = [:]

  /// Nothing sent yet.
  public init() {}

  /// The table that a header belongs to; nil for any other.
  public static func kind(ofHeader columns: [String]) -> Kind? {
    let columns = Set(columns)
    if columns.isSuperset(of: ["card_id", "review_time", "review_rating", "review_state"]) {
      return .reviews
    }
    return columns.isSuperset(of: ["card_id", "deck", "question", "state"]) ? .cards : nil
  }

  /// The learners, by name.
  public var learners: [String] {
    Set(reviews.keys).union(cards.keys).sorted()
  }

  /// Takes a row of a table; the sender is the learner where the row does not name one.
  public mutating func add(
    _ row: CSVTable.Row,
    of kind: Kind,
    sender: String
  ) throws(SentCellFailure) {
    switch kind {
    case .reviews:
      let review = try ReviewRow(row, sender: sender)
      reviews[review.learner, default: []].append(review)
    case .cards:
      let learner = row.text("learner") ?? sender
      let place = cards[learner]?.count ?? 0
      cards[learner, default: []].append(try CardRow(row, learner: learner, place: place))
    }
  }

  /// What a learner sent, in order and without repetitions.
  ///
  /// With a day, only reviews up to its end are taken; cards are told as they were when sent.
  public func record(
    of learner: String,
    asOf day: StudyDay? = nil,
    pseudonyms: Pseudonyms? = nil
  ) -> SentRecord {
    let calendar = StudyCalendar()
    let all = reviews[learner] ?? []
    return SentRecord(
      learner: learner,
      reviews: day.map { day in all.filter { calendar.day(of: $0.moment) <= day } } ?? all,
      cards: cards[learner] ?? [],
      pseudonyms: pseudonyms
    )
  }
}

/// A learner's record made of the tables that the learner sent.
///
/// Memory is as the learner's program had computed it; what falls between is read off FSRS-6's default curve.
public final class SentRecord: LearnerRecord {
  /// The learner's name or pseudonym.
  public let learner: String

  private let reviews: [ReviewRow]
  private let cards: [CardRow]
  private let ids: [String]
  private let numbers: [String: Int]
  private let scheduler = FSRS6()

  init(learner name: String, reviews: [ReviewRow], cards: [CardRow], pseudonyms: Pseudonyms?) {
    let learner = pseudonyms?.learner(name) ?? name
    self.learner = learner
    self.reviews = SentRecord.withoutRepetitions(reviews).map { row in
      guard let pseudonyms else { return row }
      return row.renamed(learner: learner, device: pseudonyms.device(row.device))
    }
    .sorted(by: ReviewRow.isBefore)
    let told = SentRecord.latest(cards).map { $0.renamed(learner: learner) }
    let known = Set(told.map(\.card))
    self.cards = told + SentRecord.cards(of: self.reviews.filter { !known.contains($0.card) })
    var ids: [String] = []
    var numbers: [String: Int] = [:]
    for row in self.reviews where numbers[row.card] == nil {
      numbers[row.card] = ids.count
      ids.append(row.card)
    }
    self.ids = ids
    self.numbers = numbers
  }

  private static func withoutRepetitions(_ rows: [ReviewRow]) -> [ReviewRow] {
    struct Key: Hashable {
      let device: String
      let sequence: Int64
      let time: Int64
      let card: String
    }
    var known: Set<Key> = []
    return rows.filter { row in
      let time = row.moment.instant.milliseconds
      return known.insert(Key(device: row.device, sequence: row.sequence, time: time, card: row.card))
        .inserted
    }
  }

  private static func latest(_ rows: [CardRow]) -> [CardRow] {
    var places: [String: Int] = [:]
    var result: [CardRow] = []
    for row in rows {
      if let place = places[row.card] {
        if result[place].isReplaced(by: row) { result[place] = row }
      } else {
        places[row.card] = result.count
        result.append(row)
      }
    }
    return result
  }

  /// The cards of which only reviews were sent.
  private static func cards(of reviews: [ReviewRow]) -> [CardRow] {
    var known: Set<String> = []
    return reviews.filter { known.insert($0.card).inserted }.map(CardRow.init(reviewed:))
  }

  /// Days turn over as they do by default: the tables do not tell the setting.
  public func calendar() -> StudyCalendar { StudyCalendar() }

  /// The cards as they were when sent.
  public func cardRows(at moment: Moment) -> [CardRow] { cards }

  /// The cards with a review.
  public func reviewedCards() -> [String] { ids }

  /// The reviews that count.
  public func forEachFact(_ body: (ReviewFact) throws -> Void) throws {
    for row in reviews where !row.isUndone {
      guard let number = numbers[row.card] else { continue }
      try body(ReviewFact(row, card: number))
    }
  }

  /// The reviews as sent.
  public func forEachRow(includesUndone: Bool, _ body: (ReviewRow) throws -> Void) throws {
    for row in reviews where includesUndone || !row.isUndone { try body(row) }
  }

  /// By FSRS-6's default curve through the stability that was sent.
  public func retrievability(of fact: ReviewFact, atEndOf day: StudyDay) -> Double? {
    let days = Days(Double(max(0, day.since(calendar().day(of: fact.moment)))))
    return scheduler.retrievability(of: fact.after, elapsed: days)
  }
}

extension ReviewFact {
  /// What a row says about the card of a number.
  init(_ row: ReviewRow, card: Int) {
    var after = CardState(phase: .review)
    if let stability = row.after.stability {
      after.memory = Memory(stability: Days(stability), difficulty: row.after.difficulty ?? 5)
    }
    self.init(
      card: card,
      moment: row.moment,
      rating: row.rating,
      duration: row.duration,
      phase: row.phase,
      scheduled: row.scheduled.map { Days($0) },
      retrievability: row.retrievability,
      after: after,
      answer: row.answer,
      isCorrect: row.isCorrect,
      revision: UInt64(row.revision, radix: 16) ?? 0
    )
  }
}
