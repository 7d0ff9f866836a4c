import Cards
import GRDB
public import Study

/// What could be read from a damaged file.
public struct Salvage: Sendable, Equatable {
  /// The new file, which holds all of it.
  public let path: String

  /// Events that came over.
  public let events: Int

  /// Reviews among them.
  public let reviews: Int

  /// Rows that were events once, but whose checksums do not fit any more; they were left behind.
  public let unreadable: Int

  /// Decks that came over.
  public let decks: Int
}

extension Salvage {
  /// Reads all that can be read from a damaged file into a new one beside the backups.
  ///
  /// The damaged file is read page by page without SQLite, so that neither its damage nor anything that a
  /// stranger put into its schema matters, and is never written to. An event comes over only where its
  /// checksum fits; the states are the replay of what came over.
  ///
  /// - Throws: ``LearnerFileFailure``; `.notADatabase` where not one event could be read.
  public static func salvage(_ damaged: String, _ plan: BackupPlan, as device: DeviceID) throws -> Salvage {
    let file = try PageFile(damaged)
    let rows = try SalvagedRows(of: file)
    try Files.makeFolder(plan.folder.path)
    let path = "\(plan.folder.path)/\(BackupName.text(of: plan.moment, word: "salvaged"))"
    guard try Files.kind(path) == .nothing else { throw LearnerFileFailure.exists(path: path) }
    let temporary = Files.temporaryName(for: path, device: device.text)
    defer { for ending in ["", "-wal", "-shm"] { Files.remove(temporary + ending) } }
    let store = try LearnerStore.open(path: temporary, access: .create(as: device))
    let result = try LearnerFileFailure.translating(damaged) {
      try store.writing { db, _ in
        var transfer = SalvageTransfer(rows, file, to: db)
        try transfer.run()
        return transfer
      }
    }
    guard result.events > 0 else { throw LearnerFileFailure.notADatabase(path: damaged) }
    guard try store.publishCopy(as: path) else { throw LearnerFileFailure.exists(path: path) }
    try store.close()
    return Salvage(
      path: path,
      events: result.events,
      reviews: result.reviews,
      unreadable: result.unreadable,
      decks: rows.decks.count
    )
  }
}

extension SalvagedRows {
  /// The rows in a file's pages.
  init(of file: PageFile) throws {
    for number in 1...max(1, file.count) {
      guard let page = TreePage(number, of: file) else { continue }
      try page.forEachRecord { take($1, rowID: $0, from: page.kind) }
    }
  }
}

/// The way of what was read into a new file, within one transaction.
private struct SalvageTransfer {
  private let rows: SalvagedRows
  private let file: PageFile
  private let db: Database
  private(set) var events = 0
  private(set) var reviews = 0
  private(set) var unreadable = 0

  init(_ rows: SalvagedRows, _ file: PageFile, to db: Database) {
    self.rows = rows
    self.file = file
    self.db = db
  }

  mutating func run() throws {
    let insertion = EventInsertion(db)
    for number in 1...max(1, file.count) {
      guard let page = TreePage(number, of: file), page.kind != .tableLeaf else { continue }
      try page.forEachRecord { _, record in
        guard let stored = StoredEvent(record) else { return }
        guard let event = rows.event(stored) else {
          unreadable += 1
          return
        }
        guard try LogReader.event(event.key, in: db) == nil else { return }
        try insertion.insert(event, checksum: event.checksum)
        events += 1
        if case .review = event.kind { reviews += 1 }
      }
    }
    try takeDecks()
    try States.replayAll(Grading(try LogReader.settings(in: db)), in: db)
  }

  private func takeDecks() throws {
    var taken: Set<String> = []
    for (number, deck) in rows.decks.sorted(by: { $0.value.turn < $1.value.turn })
    where taken.insert(deck.path).inserted {
      let cards = rows.deckCards.filter { $0.key.device == number }.sorted {
        $0.key.sequence < $1.key.sequence
      }
      try DeckRows.insert(
        DeckSnapshot(
          path: deck.path,
          name: deck.name,
          fingerprint: UInt64(bitPattern: deck.fingerprint),
          takenUpAt: Instant(milliseconds: deck.takenUpAt),
          turn: deck.turn,
          cards: cards.compactMap { storedCard($0.value) }
        ),
        in: db
      )
    }
    try DeckTaking.markSharedCards(in: db)
  }

  private func storedCard(_ place: SalvagedRows.DeckCard) -> Card? {
    guard let id = rows.cards(place.card).first, var card = rows.texts(place.text, of: id).first else {
      return nil
    }
    card.line = Int(place.line)
    card.siblingGroup = place.siblingGroup
    return card
  }
}
