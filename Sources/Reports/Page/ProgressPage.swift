public import Language
public import Study

/// A learner's or a class's progress as one page, with plots.
///
/// It is fed learner by learner and holds sums, the rows of the tables and first attempts only.
public struct ProgressPage: Sendable {
  struct DaySum {
    var reviews = 0
    var milliseconds: Int64 = 0
    var remembered = 0.0
  }

  struct SectionSum {
    let deck: String
    let section: String
    var cards = 0
    var seen = 0
    var remembered = 0.0
    var recall = RecallTally()
  }

  /// A card that a learner often rated again.
  struct HardCard {
    let question: String
    let again: Int
    let reviews: Int
    let lapses: Int
  }

  let title: String
  let moment: Moment
  let language: InterfaceLanguage
  private(set) var learners: [LearnerRow] = []
  private(set) var days: [StudyDay: DaySum] = [:]
  private(set) var sections: [SectionSum] = []
  private var places: [String: Int] = [:]
  private(set) var calibration = Calibration()
  private(set) var recall = RecallTally()
  private(set) var analysis = ItemAnalysis()
  private(set) var due = Array(repeating: 0, count: Self.daysAhead)
  private(set) var hardest: [HardCard] = []

  static let daysAhead = 15
  private static let mostHardCards = 10

  /// A page without learners.
  public init(title: String, at moment: Moment, language: InterfaceLanguage) {
    self.title = title
    self.moment = moment
    self.language = language
  }

  /// Adds a learner; counted with `.memory` and `.attempts`.
  public mutating func add(_ count: LearnerCount) {
    learners.append(count.row)
    for day in count.days {
      days[day.figures.day, default: DaySum()].reviews += day.figures.reviews
      days[day.figures.day, default: DaySum()].milliseconds &+= day.figures.milliseconds
      days[day.figures.day, default: DaySum()].remembered += day.expectedRemembered
    }
    calibration.add(count.tally.calibration)
    recall.add(count.row.recall)
    analysis.add(count)
    let figures = Dictionary(zip(count.ids, count.tally.cards), uniquingKeysWith: { first, _ in first })
    for card in count.cards where !card.isRetired {
      let place = place(of: card)
      sections[place].cards += 1
      if card.firstReview != nil { sections[place].seen += 1 }
      sections[place].remembered += card.retrievability ?? 0
      if let own = figures[card.card] { sections[place].recall.add(own.recall) }
      addDue(card, calendar: count.calendar)
    }
    addHardest(count, figures)
  }

  private mutating func place(of card: CardRow) -> Int {
    let key = card.deck + "\u{0}" + card.section
    if let place = places[key] { return place }
    places[key] = sections.count
    sections.append(SectionSum(deck: card.deck, section: card.section))
    return sections.count - 1
  }

  private mutating func addDue(_ card: CardRow, calendar: StudyCalendar) {
    guard let day = card.dueDay(calendar) else { return }
    let wait = max(0, day.since(calendar.day(of: moment)))
    if due.indices.contains(wait) { due[wait] += 1 }
  }

  private mutating func addHardest(_ count: LearnerCount, _ figures: [String: ReviewTally.CardFigures]) {
    let cards = count.cards.compactMap { card -> HardCard? in
      guard !card.isRetired, let own = figures[card.card], own.again > 0 else { return nil }
      return HardCard(
        question: card.question ?? card.card,
        again: own.again,
        reviews: own.reviews,
        lapses: own.lapses
      )
    }
    hardest += cards.sorted { (-$0.again, $0.question) < (-$1.again, $1.question) }.prefix(Self.mostHardCards)
  }

  /// The page.
  public var page: HTMLPage {
    let date = String(moment.rfc3339.prefix(10))
    let header = HTML.element(
      "header",
      [],
      [.element("h1", text: title), .element("p", [.class("meta")], text: date)]
    )
    let hasReviews = learners.contains { $0.reviews > 0 }
    let body = hasReviews ? [plots] + tables : [nothing, sectionTable]
    return HTMLPage(
      title: title,
      language: told("zh-Hans", "en"),
      style: pageStyle,
      content: [.element("main", [], [header, summary] + body)]
    )
  }

  /// Whether it tells of several learners.
  var isClass: Bool { learners.count > 1 }

  func told(_ zh: String, _ en: String) -> String { Bilingual(zh: zh, en: en).text(in: language) }

  private var nothing: HTML {
    .element("p", text: told("还没有复习记录；学过之后再看。", "No reviews yet; come back after a session."))
  }
}

extension CardRow {
  /// The study day on which the card is wanted; nil where it is not.
  func dueDay(_ calendar: StudyCalendar) -> StudyDay? {
    guard !isSuspended, !isRetired else { return nil }
    switch due {
    case .at(let moment)?: return calendar.day(of: moment)
    case .day(let day)?: return day
    case nil: return nil
    }
  }
}
