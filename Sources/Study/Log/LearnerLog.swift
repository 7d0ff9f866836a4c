public import Cards
public import Scheduling

/// A learner's log as reports read it.
public protocol LearnerLog {
  /// The learner's name.
  var learner: String { get }

  /// The settings in force.
  func settings() throws -> LearnerSettings

  /// All cards of the remembered decks, by deck and place, then the cards that were reviewed but are in no
  /// deck any more (`isInDeck` false), by deck and id, each as it was last asked.
  func cards() throws -> [Candidate]

  /// Replays all reviews in the order of `Event.replaysBefore`, holding no more than one card state each.
  ///
  /// The body takes each review with what it changed. An undone review changed nothing: `after` equals
  /// `before`.
  ///
  /// - Throws: whatever the body throws, which ends the replay, and what keeps the log from being read.
  func forEachReview(_ body: (ReviewTransition, _ isUndone: Bool) throws -> Void) throws

  /// The cards that have a review, and perhaps others; `ReviewFact.card` is an index of this.
  func reviewedCards() throws -> [CardID]

  /// Hands over all reviews that count, in the order of their replay; undone ones are left out.
  ///
  /// - Throws: as `forEachReview` does.
  func forEachFact(_ body: (ReviewFact) throws -> Void) throws

  /// How far at most a review's wall clock lies behind its effective time; zero while no clock ran back.
  ///
  /// Reports put reviews into the order of the wall clock while they stream: none that is still to come can
  /// be earlier than the effective time reached, less this.
  func greatestClockLag() throws -> Milliseconds
}

extension LearnerLog {
  /// Found by a replay of its own; a log that can ask its file answers faster.
  public func reviewedCards() throws -> [CardID] {
    var cards: [CardID] = []
    var known: Set<CardID> = []
    try forEachReview { transition, _ in
      if known.insert(transition.before.card).inserted { cards.append(transition.before.card) }
    }
    return cards
  }

  /// Made of the replayed reviews; a log that replays in numbers only is faster.
  public func forEachFact(_ body: (ReviewFact) throws -> Void) throws {
    let numbered = try reviewedCards().enumerated().map { ($0.element, $0.offset) }
    let numbers = Dictionary(numbered, uniquingKeysWith: { first, _ in first })
    try forEachReview { transition, isUndone in
      guard !isUndone, let card = numbers[transition.before.card] else { return }
      try body(ReviewFact(transition, card: card))
    }
  }

  /// Found by a replay of its own; a log that can ask its file answers faster.
  public func greatestClockLag() throws -> Milliseconds {
    var greatest = Milliseconds(0)
    try forEachReview { transition, _ in
      greatest = max(greatest, transition.event.effectiveAt.since(transition.event.moment.instant))
    }
    return greatest
  }
}
