import Cards
import GRDB
import Study

/// The text of a card as a learner sees it: what a revision keeps, without the card's place in a deck.
///
/// Texts are kept once and shared by the revisions of the log and by the decks that hold them now.
enum CardText {
  /// The columns that make a text, in the order that `card(_:from:id:)` reads.
  static let columns =
    "kind, accept, section, context, question, answers, choices, truth, correction, passage, remark, tags"

  /// The same with a table's name before each.
  static let columnsOfText = "cardText." + columns.replacing(", ", with: ", cardText.")

  /// How many columns those are.
  static let columnCount = 12

  /// The card as its text alone: without group, place and line, and without the NULs that SQLite's texts
  /// cannot hold.
  static func revision(of card: Card) -> Card {
    Card(
      id: card.id,
      kind: card.kind,
      section: card.section.map(storable),
      context: card.context.map(storable),
      question: storable(card.question),
      answers: card.answers.map(storable),
      accept: card.accept,
      choices: card.choices.map(storable),
      truth: card.truth,
      correction: card.correction.map(storable),
      passage: card.passage.map(storable),
      remark: card.remark.map(storable),
      tags: card.tags.map(storable),
      siblingGroup: "",
      place: 0,
      line: 1
    )
  }

  /// The row of a card's text, which is added where there is none with exactly these bytes.
  ///
  /// The card is one that `revision(of:)` gave.
  static func row(of card: Card, in db: Database) throws -> Int64 {
    let fingerprint = Int64(bitPattern: card.textFingerprint)
    let known = try db.cachedStatement(
      sql: "SELECT \(columns), id FROM cardText WHERE fingerprint = ? AND kind IS NOT NULL"
    )
    let rows = try Row.fetchCursor(known, arguments: [fingerprint])
    while let row = try rows.next() {
      if isSame(try CardText.card(row, from: 0, id: card.id), card), let id = row[columnCount] as Int64? {
        return id
      }
    }
    let insert = try db.cachedStatement(
      sql: "INSERT INTO cardText (fingerprint, \(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    )
    try insert.execute(arguments: [
      fingerprint, card.kind.rawValue, card.accept.rawValue, ItemText.joined(card.section), card.context,
      card.question, ItemText.joined(card.answers), ItemText.joined(card.choices), card.truth,
      card.correction, card.passage, card.remark, ItemText.joined(card.tags),
    ])
    return db.lastInsertedRowID
  }

  /// A row for a fingerprint whose text need not be known.
  static func row(ofFingerprint fingerprint: UInt64, in db: Database) throws -> Int64 {
    let number = Int64(bitPattern: fingerprint)
    let known = try db.cachedStatement(
      sql: "SELECT id FROM cardText WHERE fingerprint = ? ORDER BY id LIMIT 1"
    )
    if let id = try Int64.fetchOne(known, arguments: [number]) { return id }
    let insert = try db.cachedStatement(
      sql: "INSERT INTO cardText (fingerprint, section, answers, choices, tags) VALUES (?, '', '', '', '')"
    )
    try insert.execute(arguments: [number])
    return db.lastInsertedRowID
  }

  /// Reads the columns of a text, which stand in `row` from the index `from` on.
  static func card(
    _ row: Row,
    from: Int,
    id: CardID,
    siblingGroup: String = "",
    place: Int = 0,
    line: Int = 1
  ) throws(StoredDamage) -> Card {
    guard let kind = CardKind(rawValue: row[from] ?? ""),
      let accept = AcceptRule(rawValue: row[from + 1] ?? ""),
      let question = row[from + 4] as String?
    else { throw .table("cardText") }
    return Card(
      id: id,
      kind: kind,
      section: ItemText.items(row[from + 2] ?? ""),
      context: row[from + 3],
      question: question,
      answers: ItemText.items(row[from + 5] ?? ""),
      accept: accept,
      choices: ItemText.items(row[from + 6] ?? ""),
      truth: (row[from + 7] as Int64?).map { $0 != 0 },
      correction: row[from + 8],
      passage: row[from + 9],
      remark: row[from + 10],
      tags: ItemText.items(row[from + 11] ?? ""),
      siblingGroup: siblingGroup,
      place: place,
      line: line
    )
  }

  /// A text without NULs, at which SQLite's C strings end.
  static func storable(_ text: String) -> String {
    text.utf8.contains(0) ? String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\0" })) : text
  }

  /// Whether two texts are the same to the byte; `==` would hold for texts that are only equivalent.
  private static func isSame(_ left: Card, _ right: Card) -> Bool {
    left == right && left.bytes == right.bytes
  }
}

extension Card {
  fileprivate var bytes: [[UInt8]] {
    let texts = section + answers + choices + tags + [question]
    let others = [context, correction, passage, remark].map { $0 ?? "" }
    return (texts + others).map { Array($0.utf8) }
  }
}
