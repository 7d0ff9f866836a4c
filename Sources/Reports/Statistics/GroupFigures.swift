import Cards
import Scheduling
import Study

/// What a learner knows of a deck or of one of its sections.
///
/// Retired cards and cards that left their deck do not count.
public struct GroupFigures: Sendable, Equatable {
  /// How many cards stand in each state.
  public struct States: Sendable, Equatable {
    /// Never reviewed, or forgotten on request.
    public internal(set) var new = 0
    /// In their first learning steps.
    public internal(set) var learning = 0
    /// Reviewed at intervals of days.
    public internal(set) var review = 0
    /// In the steps after a lapse.
    public internal(set) var relearning = 0

    /// No cards.
    public init() {}
  }

  /// All cards.
  public internal(set) var total = 0
  /// Cards that were reviewed at least once.
  public internal(set) var seen = 0
  /// Cards by state.
  public internal(set) var states = States()
  /// Cards that are hidden until resumed.
  public internal(set) var suspended = 0
  /// Cards whose lapses make them leeches.
  public internal(set) var leeches = 0
  /// The sum of the chances of recall: so many cards the learner would know now.
  public internal(set) var expectedRemembered = 0.0
  /// Cards that have a chance of recall.
  public internal(set) var withMemory = 0
  /// How cards in review were recalled so far.
  public internal(set) var recall = RecallTally()

  /// No cards.
  public init() {}

  /// The mean chance of recall of the cards that have one, 0…1; nil where none has.
  public var averageRetrievability: Double? {
    withMemory > 0 ? expectedRemembered / Double(withMemory) : nil
  }

  mutating func add(_ card: CardSnapshot) {
    total += 1
    if card.candidate.progress.firstReview != nil { seen += 1 }
    switch card.candidate.progress.state.phase {
    case .new: states.new += 1
    case .learning: states.learning += 1
    case .review: states.review += 1
    case .relearning: states.relearning += 1
    }
    if card.candidate.progress.isSuspended { suspended += 1 }
    if card.isLeech { leeches += 1 }
    if let retrievability = card.retrievability {
      expectedRemembered += retrievability
      withMemory += 1
    }
    recall.add(card.figures.recall)
  }
}

/// A section of a deck with its figures.
public struct SectionFigures: Sendable, Equatable {
  /// The headings, outermost first; empty for cards above the first heading.
  public let path: [String]
  /// What the learner knows of it.
  public internal(set) var figures: GroupFigures
}

/// A deck with its figures.
public struct DeckFigures: Sendable, Equatable {
  /// The deck's name.
  public let name: String
  /// What the learner knows of the whole deck.
  public internal(set) var figures: GroupFigures
  /// Its sections in the order of the deck.
  public internal(set) var sections: [SectionFigures]
}

/// A card at the moment of the report, with what happened to it.
struct CardSnapshot: Sendable {
  let candidate: Candidate
  let retrievability: Double?
  let isLeech: Bool
  let figures: ReviewTally.CardFigures
}

/// Sums cards by deck and section, both in the order in which they first occur.
func deckFigures(of cards: [CardSnapshot]) -> [DeckFigures] {
  var decks: [DeckFigures] = []
  var deckPlaces: [String: Int] = [:]
  var sectionPlaces: [[String]: Int] = [:]
  for card in cards {
    let name = card.candidate.deck
    let path = card.candidate.card.section
    let deck: Int
    if let place = deckPlaces[name] {
      deck = place
    } else {
      deck = decks.count
      deckPlaces[name] = deck
      decks.append(DeckFigures(name: name, figures: GroupFigures(), sections: []))
    }
    let section: Int
    if let place = sectionPlaces[[name] + path] {
      section = place
    } else {
      section = decks[deck].sections.count
      sectionPlaces[[name] + path] = section
      decks[deck].sections.append(SectionFigures(path: path, figures: GroupFigures()))
    }
    decks[deck].figures.add(card)
    decks[deck].sections[section].figures.add(card)
  }
  return decks
}
