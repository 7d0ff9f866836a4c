import Cards
import Study

/// The rows of all tables but `event`, gathered from the pages of a damaged file by their shape.
///
/// Which table a page belonged to need not be known: an event is taken only where its checksum fits, and so
/// each of several possible meanings of a number can be tried. The first row of a key wins; a page that the
/// file still uses is read before one that it has given up.
struct SalvagedRows {
  /// What can be said about the event of a key beside its own row.
  struct Slot: Hashable {
    let device: Int64
    let sequence: Int64
  }

  /// A deck as it was remembered.
  struct Deck {
    let path: String
    let name: String
    let fingerprint: Int64
    let takenUpAt: Int64
    let turn: Int64
  }

  /// A card's place in a deck.
  struct DeckCard {
    let card: Int64
    let text: Int64
    let line: Int64
    let siblingGroup: String
  }

  private(set) var names: [Int64: [String]] = [:]
  private(set) var texts: [Int64: [SQLiteRecord]] = [:]
  private(set) var pairs: [Slot: [(Int64, Int64)]] = [:]
  private(set) var numbers: [Slot: [Int64]] = [:]
  private(set) var settings: [Slot: [SQLiteRecord]] = [:]
  private(set) var decks: [Int64: Deck] = [:]
  private(set) var deckCards: [Slot: DeckCard] = [:]

  /// Takes a record up where its shape is that of a table of ours.
  mutating func take(_ record: SQLiteRecord, rowID: Int64, from kind: TreePage.Kind) {
    switch kind {
    case .tableLeaf: takeRow(record, rowID: rowID)
    case .indexLeaf, .indexInterior: takeKeyed(record)
    }
  }

  private mutating func takeRow(_ record: SQLiteRecord, rowID: Int64) {
    if record.has("nt") {
      add(record.text(1), to: rowID)
    } else if record.has("niTTtTTttITTTt") {
      texts[rowID, default: []].append(record)
    } else if record.values.count >= 6, decks[rowID] == nil, let path = record.text(1),
      let name = record.text(2), let fingerprint = record.integer(3), let takenUpAt = record.integer(4),
      let turn = record.integer(5)
    {
      decks[rowID] = Deck(
        path: path,
        name: name,
        fingerprint: fingerprint,
        takenUpAt: takenUpAt,
        turn: turn
      )
    }
  }

  private mutating func takeKeyed(_ record: SQLiteRecord) {
    guard record.values.count >= 2 else { return }
    if record.has("ti"), let row = record.integer(1) { return add(record.text(0), to: row) }
    guard let device = record.integer(0), let sequence = record.integer(1) else { return }
    let slot = Slot(device: device, sequence: sequence)
    if record.has("iii"), let number = record.integer(2) {
      numbers[slot, default: []].append(number)
    } else if record.has("iiii"), let first = record.integer(2), let second = record.integer(3) {
      pairs[slot, default: []].append((first, second))
    } else if record.has("iitIT") {
      settings[slot, default: []].append(record)
    } else if record.has("iiiiitii"), deckCards[slot] == nil, let card = record.integer(2),
      let text = record.integer(3), let line = record.integer(4), let group = record.text(5)
    {
      deckCards[slot] = DeckCard(
        card: card,
        text: text,
        line: line,
        siblingGroup: group
      )
    }
  }

  private mutating func add(_ name: String?, to row: Int64) {
    guard let name, !(names[row]?.contains(name) ?? false) else { return }
    names[row, default: []].append(name)
  }
}

extension SalvagedRows {
  /// The devices that a number may stand for.
  func devices(_ row: Int64) -> [DeviceID] {
    (names[row] ?? []).compactMap { DeviceID($0) }
  }

  /// The cards that a number may stand for.
  func cards(_ row: Int64) -> [CardID] {
    (names[row] ?? []).compactMap { CardID($0) }
  }

  /// The card texts that a number may stand for, each as the text of a card.
  func texts(_ row: Int64, of card: CardID) -> [Card] {
    (texts[row] ?? []).compactMap { CardText.card($0, id: card) }
  }
}
