public import Cards

/// A deck as a learner's file remembers it from when it was last taken up.
public struct DeckSnapshot: Sendable, Equatable {
  /// Where the deck's file is, absolute.
  public let path: String

  /// The deck's name.
  public let name: String

  /// What was made of the file's bytes; while it is the same, the deck need not be parsed.
  public let fingerprint: UInt64

  /// When it was last taken up.
  public let takenUpAt: Instant

  /// Of two decks with one card, the one with the higher turn was taken up later.
  public let turn: Int64

  /// Its cards in their order, with line and sibling group.
  public var cards: [Card]

  /// A deck with all its parts.
  public init(
    path: String,
    name: String,
    fingerprint: UInt64,
    takenUpAt: Instant,
    turn: Int64,
    cards: [Card]
  ) {
    self.path = path
    self.name = name
    self.fingerprint = fingerprint
    self.takenUpAt = takenUpAt
    self.turn = turn
    self.cards = cards
  }
}

/// Which decks are a learner's: those taken up, and the folders of which all are.
public struct DeckMemory: Sendable, Equatable {
  /// The remembered decks, in the order in which they were first taken up.
  public var decks: [DeckSnapshot] = []

  /// The folders whose decks are the learner's, by path.
  public var folders: [String] = []

  /// The decks in those folders that the learner does not want, by path.
  public var leftOut: [String] = []

  /// No decks.
  public init() {}

  /// Whether there is nothing.
  public var isEmpty: Bool { decks.isEmpty && folders.isEmpty && leftOut.isEmpty }
}
