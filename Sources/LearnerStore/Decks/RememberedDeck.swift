public import Cards
public import Study

/// A deck that the learner has studied, and how its file stood when it was last taken up.
public struct RememberedDeck: Sendable, Equatable {
  /// Where the deck's file is; absolute, as the caller gave it.
  public let path: String

  /// The deck's name.
  public let name: String

  /// What the caller made of the file's bytes; while it is the same, the deck need not be parsed.
  public let fingerprint: UInt64

  /// When it was last taken up.
  public let takenUpAt: Instant

  /// How many cards it has, those included that a later deck has too.
  public let cardCount: Int

  /// A remembered deck with all its parts.
  public init(path: String, name: String, fingerprint: UInt64, takenUpAt: Instant, cardCount: Int) {
    self.path = path
    self.name = name
    self.fingerprint = fingerprint
    self.takenUpAt = takenUpAt
    self.cardCount = cardCount
  }
}

/// What taking up a deck did.
public struct TakeUp: Sendable, Equatable {
  /// Whether the deck's file had changed since it was last taken up.
  public var isChanged: Bool

  /// Cards that the deck did not have before, in its order.
  public var added: [CardID]

  /// Cards that the deck does not have any more, by id; their history stays.
  public var vanished: [CardID] = []

  /// Cards whose answer changed since they were last asked; the learner starts anew on them.
  public var startedAnew: [CardID] = []

  /// Ids that stand twice in this deck, of which the first card counts.
  public var repeated: [CardID] = []

  /// What taking up a deck did, where nothing vanished, started anew or stands twice.
  public init(isChanged: Bool = false, added: [CardID] = []) {
    self.isChanged = isChanged
    self.added = added
  }
}
