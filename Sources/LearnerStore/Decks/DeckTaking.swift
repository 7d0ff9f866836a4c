import Cards
import GRDB
import Study

/// One taking up of a deck, within its transaction.
///
/// Only rows that differ are written, so that a small change of a large deck costs little more than reading
/// what was known of it.
struct DeckTaking {
  private let db: Database
  private let name: String
  private let moment: Moment
  private var change: Change
  private var result = TakeUp(isChanged: true)

  init(_ db: Database, name: String, writer: LogWriter, at moment: Moment) {
    self.db = db
    self.name = CardText.storable(name)
    self.moment = moment
    change = Change(db, writer: writer, at: moment)
  }

  mutating func takeUp(path: String, fingerprint: UInt64, cards: [Card]) throws -> TakeUp {
    let deck = try remember(path: path, fingerprint: fingerprint)
    var before = KnownPlaces(try DeckPlace.all(ofDeck: deck, in: db))
    var seen: Set<CardID> = []
    seen.reserveCapacity(cards.count)
    var place = 0
    for card in cards {
      guard seen.insert(card.id).inserted else {
        result.repeated.append(card.id)
        continue
      }
      let known = before.place(of: card.id, likelyAt: place)
      if known == nil { result.added.append(card.id) }
      let new = try self.place(card, known: known)
      try put(new, at: place, of: deck, instead: before.place(at: place))
      place += 1
    }
    if place < before.places.count {
      let delete = "DELETE FROM deckCard WHERE deck = ? AND place >= ?"
      try db.execute(sql: delete, arguments: [deck, place])
    }
    try db.execute(sql: "UPDATE deck SET cardCount = ? WHERE id = ?", arguments: [place, deck])
    // So many cards as before, none of them new: none can have gone.
    if place < before.places.count || !result.added.isEmpty {
      result.vanished = before.places.map(\.card).filter { !seen.contains($0) }.sorted()
    }
    try DeckTaking.markSharedCards(ofDeck: deck, in: db)
    return result
  }

  private func remember(path: String, fingerprint: UInt64) throws -> Int64 {
    try db.execute(
      sql: """
        INSERT INTO deck (path, name, fingerprint, takenUpAt, turn)
        VALUES (?, ?, ?, ?, (SELECT coalesce(max(turn), 0) + 1 FROM deck))
        ON CONFLICT (path) DO UPDATE SET name = excluded.name, fingerprint = excluded.fingerprint,
          takenUpAt = excluded.takenUpAt, turn = excluded.turn
        """,
      arguments: [path, name, Int64(bitPattern: fingerprint), moment.instant.milliseconds]
    )
    let row = try Int64.fetchOne(db, sql: "SELECT id FROM deck WHERE path = ?", arguments: [path])
    guard let row else { throw StoredDamage.table("deck") }
    return row
  }

  /// What is to stand in the deck for a card; where its text changed or is new, the answer may be another.
  private mutating func place(_ card: Card, known: DeckPlace?) throws -> DeckPlace {
    let fingerprint = card.textFingerprint
    let isSameText = known?.textFingerprint == fingerprint
    let row = try known?.row ?? Names.row(of: card.id.text, in: .card, db)
    if !card.isRetired, !isSameText || known?.isAsLastAsked == false,
      try change.startAnewIfAnswerChanged(card, deck: name, row: row)
    {
      result.startedAnew.append(card.id)
    }
    let text =
      try isSameText ? known?.text : CardText.row(of: CardText.revision(of: card), in: db)
    guard let text else { throw StoredDamage.table("cardText") }
    return DeckPlace(
      card: card.id,
      row: row,
      text: text,
      textFingerprint: fingerprint,
      isAsLastAsked: true,
      line: Int64(card.line),
      siblingGroup: CardText.storable(card.siblingGroup),
      isRetired: card.isRetired
    )
  }

  private func put(_ new: DeckPlace, at place: Int, of deck: Int64, instead old: DeckPlace?) throws {
    guard let old else {
      let insert = try db.cachedStatement(
        sql: """
          INSERT INTO deckCard (card, cardText, line, siblingGroup, isRetired, deck, place, isInLaterDeck)
          VALUES (?, ?, ?, ?, ?, ?, ?, 0)
          """
      )
      return try insert.execute(arguments: new.columns + [deck, place])
    }
    if old.stands(as: new) { return }
    if old.row == new.row, old.text == new.text {
      let update = try db.cachedStatement(
        sql: "UPDATE deckCard SET line = ?, siblingGroup = ?, isRetired = ? WHERE deck = ? AND place = ?"
      )
      return try update.execute(arguments: [new.line, new.siblingGroup, new.isRetired, deck, place])
    }
    let update = try db.cachedStatement(
      sql: """
        UPDATE deckCard SET card = ?, cardText = ?, line = ?, siblingGroup = ?, isRetired = ?
        WHERE deck = ? AND place = ?
        """
    )
    try update.execute(arguments: new.columns + [deck, place])
  }

  /// Notes which cards belong to another deck that has them too: to one where they are not retired, else to
  /// the one taken up later.
  ///
  /// - Parameters:
  ///   - deck: the only deck whose cards or turn changed since this was noted last; nil for all decks.
  ///   - db: the file, in a transaction.
  /// - Throws: `DatabaseError`.
  static func markSharedCards(ofDeck deck: Int64? = nil, in db: Database) throws {
    try db.execute(
      sql: """
        UPDATE deckCard SET isInLaterDeck = NOT isInLaterDeck
        WHERE (isInLaterDeck OR card IN (\(try shared(withDeck: deck, in: db))))
          AND isInLaterDeck <> EXISTS (
            SELECT 1 FROM deckCard other JOIN deck otherDeck ON otherDeck.id = other.deck
            WHERE other.card = deckCard.card AND other.deck <> deckCard.deck
              AND (other.isRetired < deckCard.isRetired OR other.isRetired = deckCard.isRetired
                AND otherDeck.turn > (SELECT turn FROM deck WHERE deck.id = deckCard.deck)))
        """
    )
  }

  /// A query for the cards that stand in more than one deck, one of which is `deck` unless nil.
  ///
  /// It goes through the fewer cards, the deck's own or all others, and looks each up among the rest.
  private static func shared(withDeck deck: Int64?, in db: Database) throws -> String {
    guard let deck else { return "SELECT card FROM deckCard GROUP BY card HAVING count(*) > 1" }
    let count = "SELECT coalesce(sum(cardCount), 0) FROM deck WHERE id"
    let own = try Int64.fetchOne(db, sql: "\(count) = ?", arguments: [deck]) ?? 0
    let others = try Int64.fetchOne(db, sql: "\(count) <> ?", arguments: [deck]) ?? 0
    let (fewer, rest) = own < others ? ("=", "<>") : ("<>", "=")
    return """
      SELECT walked.card FROM deckCard walked
      WHERE walked.deck IN (SELECT id FROM deck WHERE id \(fewer) \(deck)) AND EXISTS (
        SELECT 1 FROM deckCard found WHERE found.card = walked.card AND found.deck \(rest) \(deck))
      """
  }
}

/// The cards of a deck as it was, looked up where each stood before it is looked for elsewhere.
private struct KnownPlaces {
  let places: [DeckPlace]
  private lazy var byCard = Dictionary(places.map { ($0.card, $0) }) { _, last in last }

  init(_ places: [DeckPlace]) {
    self.places = places
  }

  func place(at index: Int) -> DeckPlace? {
    places.indices.contains(index) ? places[index] : nil
  }

  mutating func place(of card: CardID, likelyAt index: Int) -> DeckPlace? {
    if let place = place(at: index), place.card == card { return place }
    return byCard[card]
  }
}

/// A card as it stands in a deck that was taken up.
private struct DeckPlace {
  var card: CardID
  var row: Int64
  var text: Int64
  var textFingerprint: UInt64
  /// Whether the card was last asked with this very text, or never.
  var isAsLastAsked: Bool
  var line: Int64
  var siblingGroup: String
  var isRetired: Bool

  var columns: StatementArguments { [row, text, line, siblingGroup, isRetired] }

  /// Whether the row need not be written for another.
  func stands(as other: DeckPlace) -> Bool {
    row == other.row && text == other.text && line == other.line && isRetired == other.isRetired
      && siblingGroup == other.siblingGroup
  }

  static func all(ofDeck deck: Int64, in db: Database) throws -> [DeckPlace] {
    let sql = """
      SELECT card.name, deckCard.card, deckCard.cardText, cardText.fingerprint,
        cardState.revision IS NULL OR cardState.revision = cardText.fingerprint,
        deckCard.line, deckCard.siblingGroup, deckCard.isRetired
      FROM deckCard
      JOIN card ON card.id = deckCard.card
      JOIN cardText ON cardText.id = deckCard.cardText
      LEFT JOIN cardState ON cardState.card = deckCard.card
      WHERE deckCard.deck = ? ORDER BY deckCard.place
      """
    var places: [DeckPlace] = []
    let rows = try RawRows(db, sql, [deck])
    while let row = try rows.next() {
      guard let card = CardID(row.optionalText(0) ?? "") else { throw StoredDamage.table("deckCard") }
      places.append(
        DeckPlace(
          card: card,
          row: row.integer(1),
          text: row.integer(2),
          textFingerprint: UInt64(bitPattern: row.integer(3)),
          isAsLastAsked: row.integer(4) != 0,
          line: row.integer(5),
          siblingGroup: row.optionalText(6) ?? "",
          isRetired: row.integer(7) != 0
        )
      )
    }
    return places
  }
}

extension Change {
  /// Appends a revision where a card's answer is not the one last asked.
  ///
  /// - Returns: whether the learner starts anew on it.
  fileprivate mutating func startAnewIfAnswerChanged(_ card: Card, deck: String, row: Int64) throws -> Bool {
    let select = try db.cachedStatement(sql: "SELECT answerRevision FROM cardState WHERE card = ?")
    let last = try Int64.fetchOne(select, arguments: [row])
    guard let last, UInt64(bitPattern: last) != card.answerFingerprint else { return false }
    let progress = try progress(of: card.id, row: row)
    let candidate = Candidate(card: card, deck: deck, progress: progress)
    guard candidate.hasNewAnswer else { return false }
    _ = try revise(candidate, row: row)
    return true
  }
}
