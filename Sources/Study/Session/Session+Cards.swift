public import Cards

extension Session {
  /// All cards of today's decks, whether they are asked or not, in deck order.
  public var cards: [Candidate] { candidates }

  /// Takes up a card's text that was edited; the card on show is shown anew, and to be answered anew.
  public mutating func replace(_ card: Card, at moment: Moment) {
    guard let index = candidates.firstIndex(where: { $0.card.id == card.id }) else { return }
    let old = candidates[index]
    candidates[index] = Candidate(
      card: card,
      deck: old.deck,
      progress: old.progress,
      isInDeck: old.isInDeck
    )
    if card.isRetired { queue.remove(index) }
    showAnew(index, isAsked: !card.isRetired, at: moment)
  }

  /// Leaves out a card that was taken out of its deck.
  public mutating func leaveOut(_ card: CardID, at moment: Moment) {
    guard let index = candidates.firstIndex(where: { $0.card.id == card }) else { return }
    queue.remove(index)
    showAnew(index, isAsked: false, at: moment)
  }

  private mutating func showAnew(_ index: Int, isAsked: Bool, at moment: Moment) {
    switch phase {
    case .question(let showing) where showing.index == index,
      .answer(let showing, _) where showing.index == index:
      if isAsked { show(index, at: moment) } else { showNext(at: moment) }
    case .question, .answer, .finished: break
    }
  }
}
