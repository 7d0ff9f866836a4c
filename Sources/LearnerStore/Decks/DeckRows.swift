import Cards
import GRDB
import Study

/// Reads decks as they were last taken up.
enum DeckRows {
  /// The cards of remembered decks with their progress, each deck's in its order.
  ///
  /// A card that stands in several remembered decks belongs to one of them (`DeckTaking.markSharedCards`). Where
  /// that one is not among the decks wanted, the card comes with the first of these, as it stands in that one.
  /// The decks come in the order wanted, or all by name and path.
  static func candidates(inDecks wanted: [Int64]?, in db: Database) throws -> [Candidate] {
    let decks = try wanted ?? Int64.fetchAll(db, sql: "SELECT id FROM deck ORDER BY name, path")
    let own = try db.cachedStatement(
      sql: select(from: "deckCard", where: "deckCard.deck = ? AND NOT deckCard.isInLaterDeck", by: "deckCard")
    )
    let others = try db.cachedStatement(
      sql: select(
        from: "deckCard mine JOIN deckCard ON deckCard.card = mine.card AND NOT deckCard.isInLaterDeck",
        where: "mine.deck = ? AND mine.isInLaterDeck",
        by: "mine"
      )
    )
    var candidates: [Candidate] = []
    var taken: Set<CardID> = []
    for deck in decks {
      let rows = try Row.fetchCursor(own, arguments: [deck])
      while let row = try rows.next() { candidates.append(try candidate(row)) }
      guard let wanted else { continue }
      let otherRows = try Row.fetchCursor(others, arguments: [deck])
      while let row = try otherRows.next() {
        guard !wanted.contains(row[5] ?? 0) else { continue }
        let candidate = try candidate(row)
        if taken.insert(candidate.card.id).inserted { candidates.append(candidate) }
      }
    }
    return candidates
  }

  /// Reads cards with their text and progress from `deckCard`, in the order of a deck.
  private static func select(from source: String, where condition: String, by deck: String) -> String {
    """
    SELECT card.name, deck.name, deckCard.siblingGroup, deckCard.place, deckCard.line, deckCard.deck,
      \(CardText.columnsOfText), \(ProgressRow.columns)
    FROM \(source)
    JOIN deck ON deck.id = deckCard.deck
    JOIN card ON card.id = deckCard.card
    JOIN cardText ON cardText.id = deckCard.cardText
    \(ProgressRow.join)
    WHERE \(condition)
    ORDER BY \(deck).place
    """
  }

  private static func candidate(_ row: Row) throws(StoredDamage) -> Candidate {
    guard let id = CardID(row[0] ?? ""), let deck = row[1] as String? else { throw .table("deckCard") }
    let card = try CardText.card(
      row,
      from: 6,
      id: id,
      siblingGroup: row[2] ?? "",
      place: Int(row[3] as Int64? ?? 0),
      line: Int(row[4] as Int64? ?? 1)
    )
    let progress = try ProgressRow.progress(of: id, row, from: 6 + CardText.columnCount)
    return Candidate(card: card, deck: deck, progress: progress)
  }

  /// Cards that were asked but are in no remembered deck, as they were last asked, by deck and id.
  static func cardsWithoutDeck(in db: Database) throws -> [Candidate] {
    let sql = """
      SELECT card.id, card.name, \(ProgressRow.columns) FROM card \(ProgressRow.join)
      WHERE cardState.revision IS NOT NULL AND card.id NOT IN (SELECT card FROM deckCard)
      ORDER BY card.name
      """
    let rows = try Row.fetchCursor(db, sql: sql)
    var candidates: [Candidate] = []
    while let row = try rows.next() {
      guard let number = row[0] as Int64?, let id = CardID(row[1] ?? "") else {
        throw StoredDamage.table("card")
      }
      guard let revision = try lastRevision(ofCard: number, in: db) else { continue }
      let progress = try ProgressRow.progress(of: id, row, from: 2)
      candidates.append(
        Candidate(card: revision.card, deck: revision.deck, progress: progress, isInDeck: false)
      )
    }
    return candidates.sorted { ($0.deck, $0.card.id) < ($1.deck, $1.card.id) }
  }

  private static func lastRevision(ofCard card: Int64, in db: Database) throws -> CardRevision? {
    let events = try LogReader.events(ofCard: card, in: db).sorted(by: Event.replaysBefore)
    for event in events.reversed() {
      if case .revision(let revision) = event.kind { return revision }
    }
    return nil
  }
}
