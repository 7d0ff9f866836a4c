public import Study

/// Which reviews a table counts.
public struct ReviewFilter: Sendable, Equatable {
  /// Only reviews of this deck's cards; nil for all.
  public var deck: String?

  /// Only reviews on this study day or later; nil for all.
  public var since: StudyDay?

  /// Only reviews on this study day or before; nil for all.
  public var until: StudyDay?

  /// All reviews unless told otherwise.
  public init(deck: String? = nil, since: StudyDay? = nil, until: StudyDay? = nil) {
    self.deck = deck
    self.since = since
    self.until = until
  }

  /// Whether a study day lies within the range.
  func includes(_ day: StudyDay) -> Bool {
    since.map { $0 <= day } ?? true && until.map { day <= $0 } ?? true
  }

  /// Whether a card of a deck is wanted.
  func includes(deck name: String) -> Bool {
    deck == nil || deck == name
  }
}

extension LearnerRecord {
  /// Hands over the facts that a filter lets through, each with its study day; the record's cards tell which
  /// deck a card is of.
  func forEachFact(
    _ filter: ReviewFilter,
    among cards: [CardRow],
    _ body: (ReviewFact, StudyDay) throws -> Void
  ) throws {
    let calendar = try calendar()
    let wanted: [Bool]?
    if filter.deck == nil {
      wanted = nil
    } else {
      let ids = Set(cards.filter { filter.includes(deck: $0.deck) }.map(\.card))
      wanted = try reviewedCards().map(ids.contains)
    }
    try forEachFact { fact in
      guard wanted.map({ $0[fact.card] }) ?? true else { return }
      let day = calendar.day(of: fact.moment)
      if filter.includes(day) { try body(fact, day) }
    }
  }
}
