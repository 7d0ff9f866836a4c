/// Makes ids that are free.
struct Mint {
  let deck: String
  private var taken: Set<CardID>
  private var ordinals: [String: Int] = [:]

  init(deck: String, taken: Set<CardID> = []) {
    self.deck = deck
    self.taken = taken
  }

  /// Keeps ids from being minted.
  mutating func take(_ ids: some Sequence<CardID>) {
    taken.formUnion(ids)
  }

  /// The next free id of a fact.
  mutating func next(fact: String) -> CardID {
    var ordinal = ordinals[fact] ?? 0
    var id = CardID.mint(deck: deck, fact: fact, ordinal: ordinal)
    while taken.contains(id) {
      ordinal += 1
      id = CardID.mint(deck: deck, fact: fact, ordinal: ordinal)
    }
    ordinals[fact] = ordinal + 1
    taken.insert(id)
    return id
  }
}
