import Cards
import Scheduling
public import Study

/// A learner's progress at a moment, from one pass over the log.
public struct Statistics: Sendable, Equatable {
  /// A card that stands out.
  public struct NotableCard: Sendable, Equatable {
    /// The card's id.
    public let card: String
    /// The deck's name.
    public let deck: String
    /// What it asks.
    public let question: String
    /// Times it was rated again, in whatever state.
    public let again: Int
    /// All its reviews.
    public let reviews: Int
    /// Times it was forgotten in review.
    public let lapses: Int
    /// 1 (easy) … 10 (hard); nil while it has no memory.
    public let difficulty: Double?
  }

  /// The learner's name.
  public let learner: String
  /// The moment of the report.
  public let moment: Moment
  /// What was done on the study day of the report.
  public let today: DayFigures
  /// The study days in a row with at least one review, up to today; today may still be without one.
  public let streak: Int
  /// The study days with at least one review, in order.
  public let days: [DayFigures]
  /// Predicted against actual recall.
  public let calibration: Calibration
  /// What falls due.
  public let due: DueForecast
  /// New cards that today's limit still allows.
  public let newToday: Int
  /// All decks together.
  public let all: GroupFigures
  /// The decks in the order of their names.
  public let decks: [DeckFigures]
  /// How cards in review were recalled, over the whole log.
  public let recall: RecallTally
  /// The cards whose lapses make them leeches, most lapses first.
  public let leeches: [NotableCard]
  /// At most ten cards that were most often rated again.
  public let hardest: [NotableCard]

  /// Reads a log.
  ///
  /// - Parameters:
  ///   - log: the learner's.
  ///   - deck: only this deck's cards and their reviews; nil for all.
  ///   - moment: the moment to report on.
  /// - Throws: what keeps the log from being read.
  public init(of log: some LearnerLog, deck: String? = nil, at moment: Moment) throws {
    let settings = try log.settings()
    let cards = try log.cards().filter { deck == nil || deck == $0.deck }
    let ids = try log.reviewedCards()
    let wanted = Set(cards.map(\.card.id))
    let counted = deck.map { _ in ids.map(wanted.contains) }
    var tally = ReviewTally(cardCount: ids.count)
    try log.forEachFact { fact in
      guard counted.map({ $0[fact.card] }) ?? true else { return }
      tally.add(fact, on: settings.calendar.day(of: fact.moment))
    }
    let figures = Dictionary(zip(ids, tally.cards), uniquingKeysWith: { first, _ in first })
    self.init(
      learner: log.learner,
      settings: settings,
      cards: cards,
      tally: tally,
      figures: figures,
      at: moment
    )
  }

  /// Puts together what was counted.
  private init(
    learner: String,
    settings: LearnerSettings,
    cards: [Candidate],
    tally: ReviewTally,
    figures: [CardID: ReviewTally.CardFigures],
    at moment: Moment
  ) {
    let grading = Grading(settings)
    let day = settings.calendar.day(of: moment)
    let asked = cards.filter { $0.isInDeck && !$0.card.isRetired }
    let snapshots = asked.map { candidate in
      CardSnapshot(
        candidate: candidate,
        retrievability: grading.retrievability(of: candidate.progress, at: moment),
        isLeech: settings.isLeech(candidate.progress),
        figures: figures[candidate.card.id] ?? ReviewTally.CardFigures()
      )
    }
    var all = GroupFigures()
    for snapshot in snapshots { all.add(snapshot) }
    let fresh = asked.count { $0.progress.state.phase == .new && !$0.progress.isHidden(on: day) }
    self.learner = learner
    self.moment = moment
    self.all = all
    days = tally.days
    calibration = tally.calibration
    today = days.last { $0.day == day } ?? DayFigures(day: day)
    streak = days.streak(upTo: day)
    due = DueForecast(asked, calendar: settings.calendar, at: moment)
    newToday = min(fresh, max(0, settings.newPerDay - today.newCards))
    decks = deckFigures(of: snapshots)
    recall = days.reduce(into: RecallTally()) { $0.add($1.recall) }
    leeches = snapshots.filter(\.isLeech).map(NotableCard.init).sorted(by: NotableCard.hasMoreLapses)
    let hard = snapshots.filter { $0.figures.again > 0 }
    hardest = Array(hard.map(NotableCard.init).sorted(by: NotableCard.isHarder).prefix(10))
  }

  /// The study days with at least one review.
  public var daysActive: Int { days.count }

  /// All reviews.
  public var reviews: Int { days.reduce(0) { $0 + $1.reviews } }

  /// The time spent on reviews.
  public var milliseconds: Int64 { days.reduce(0) { $0 &+ $1.milliseconds } }

  /// The mean time on a study day with a review, in minutes; nil without one.
  public var minutesPerDay: Double? {
    days.isEmpty ? nil : Double(milliseconds) / 60_000 / Double(daysActive)
  }

  /// The mean time of a review, in seconds; nil without one.
  public var secondsPerReview: Double? {
    reviews > 0 ? Double(milliseconds) / 1_000 / Double(reviews) : nil
  }
}

extension Statistics.NotableCard {
  init(_ snapshot: CardSnapshot) {
    card = snapshot.candidate.card.id.text
    deck = snapshot.candidate.deck
    question = snapshot.candidate.card.question
    again = snapshot.figures.again
    reviews = snapshot.figures.reviews
    lapses = snapshot.candidate.progress.lapses
    difficulty = snapshot.candidate.progress.state.memory?.difficulty
  }

  /// Most often again first, then the more difficult; ties by id, so that the order never changes by itself.
  static func isHarder(_ left: Self, _ right: Self) -> Bool {
    (-left.again, -(left.difficulty ?? 0), left.card) < (-right.again, -(right.difficulty ?? 0), right.card)
  }

  static func hasMoreLapses(_ left: Self, _ right: Self) -> Bool {
    (-left.lapses, -(left.difficulty ?? 0), left.card) < (-right.lapses, -(right.difficulty ?? 0), right.card)
  }
}
