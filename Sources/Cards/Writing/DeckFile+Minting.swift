extension DeckFile {
  /// A card that has just got its id.
  public struct MintedID: Sendable, Equatable {
    /// The new id.
    public var id: CardID
    /// The line of the card's mark, from 1.
    public var line: Int
  }

  /// Gives ids to all cards that have no error and no id; only their first lines change.
  ///
  /// - Parameters:
  ///   - deckName: The deck's name when the front matter has none, such as the file's name.
  ///   - taken: Ids that other decks use.
  /// - Returns: The new ids in the order of the file; empty when nothing was to do.
  public mutating func mintMissingIDs(deckName: String, taken: Set<CardID> = []) -> [MintedID] {
    var mint = Mint(deck: header.name ?? deckName, taken: taken)
    for placed in notes { mint.take(placed.note.ids) }
    mint.take(mergeState.entries.map(\.id))
    var minted: [MintedID] = []
    var edit = TextEdit(table)
    for placed in notes where placed.lacksIDs {
      let ids = (0..<placed.note.cardCount).map { _ in mint.next(fact: placed.note.handFact) }
      minted += ids.map { MintedID(id: $0, line: placed.firstLine) }
      edit.appendTokens(ids.map { "^\($0)" }, toLine: placed.firstLine - 1)
    }
    if !minted.isEmpty { self = DeckFile(parsing: edit.applied()) }
    return minted
  }
}

extension Note {
  /// What a hand-written note is about, for minting its ids.
  var handFact: String {
    NotePrinter.lines(Note(content: content)).joined(separator: "\n")
  }
}
