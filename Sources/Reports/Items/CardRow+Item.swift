import Study

extension CardRow {
  /// The row of a card of which only the id is known.
  init(card: String, learner: String, deck: String = "", section: String = "") {
    self.init(
      card: card,
      learner: learner,
      deck: deck,
      section: section,
      kind: nil,
      question: nil,
      answers: [],
      choices: [],
      tags: nil,
      state: nil,
      due: nil,
      interval: nil,
      stability: nil,
      difficulty: nil,
      retrievability: nil,
      repetitions: nil,
      lapses: nil,
      isSuspended: false,
      isBuried: false,
      isFlagged: false,
      isLeech: false,
      isRetired: true,
      firstReview: nil,
      lastReview: nil,
      place: .max
    )
  }

  /// Whether another learner's row of the same card tells better how the card is now: it has a text where
  /// this one has none, stands in a deck where this one has left it, or was reviewed later.
  func isReplaced(by other: CardRow) -> Bool {
    func key(_ row: CardRow) -> (Int, Int, Int64) {
      (
        row.question == nil ? 0 : 1, row.isRetired ? 0 : 1,
        row.lastReview?.instant.milliseconds ?? .min
      )
    }
    return key(self) < key(other)
  }

  /// The order of items: by deck, place and id.
  func standsBefore(_ other: CardRow) -> Bool {
    (deck, place, card) < (other.deck, other.place, other.card)
  }
}
