import GRDB
import Scheduling
import Study

/// Carries cards over their reviews in numbers alone: the replay of `Grading` without the texts of events,
/// for reports that count a million reviews.
///
/// It looks at no checksums; `LearnerStore.verify()` does.
struct FactReplay {
  private struct Track {
    var state = CardState.new
    var interval: Interval?
    var last: Moment?
  }

  private struct Key: Hashable {
    let device: Int64
    let sequence: Int64
  }

  private let grading: Grading
  private let settings: SchedulingSettings
  private let cards: RowNumbers
  private let texts: RowNumbers
  private let fingerprints: [UInt64]
  private let undone: Set<Key>
  private let anew: Set<Key>
  private var tracks: [Track]

  /// A replay of a file's log under the settings in force.
  init(_ db: Database) throws {
    grading = Grading(try LogReader.settings(in: db))
    settings = grading.settings.scheduling(deck: nil)
    cards = RowNumbers(try Int64.fetchAll(db, sql: "SELECT id FROM card ORDER BY id"))
    undone = try Self.keys("SELECT undoneDevice, undoneSeq FROM eventUndo", in: db)
    anew = try Self.keys("SELECT device, seq FROM eventRevision WHERE startsAnew", in: db)
    var texts: [Int64] = []
    var fingerprints: [UInt64] = []
    let rows = try RawRows(db, "SELECT id, fingerprint FROM cardText ORDER BY id")
    while let row = try rows.next() {
      texts.append(row.integer(0))
      fingerprints.append(UInt64(bitPattern: row.integer(1)))
    }
    self.texts = RowNumbers(texts)
    self.fingerprints = fingerprints
    tracks = Array(repeating: Track(), count: cards.count)
  }

  private static func keys(_ sql: String, in db: Database) throws -> Set<Key> {
    var keys: Set<Key> = []
    let rows = try RawRows(db, sql)
    while let row = try rows.next() {
      keys.insert(Key(device: row.integer(0), sequence: row.integer(1)))
    }
    return keys
  }

  /// Takes the next event.
  ///
  /// - Returns: what it says, where it is a review that counts.
  /// - Throws: ``StoredDamage`` where a row cannot be what was recorded.
  mutating func take(_ row: FactRow) throws -> ReviewFact? {
    if !undone.isEmpty, undone.contains(Key(device: row.device, sequence: row.sequence)) { return nil }
    guard let card = row.card.flatMap(cards.number) else {
      throw damage(row)
    }
    switch row.code {
    case .review?: return try review(row, card: card)
    case .forget?: startAnew(card)
    case .revision?:
      if anew.contains(Key(device: row.device, sequence: row.sequence)) { startAnew(card) }
    default: break
    }
    return nil
  }

  private mutating func startAnew(_ card: Int) {
    tracks[card].state = .new
    tracks[card].interval = nil
  }

  private mutating func review(_ row: FactRow, card: Int) throws -> ReviewFact {
    guard let rating = Rating(rawValue: Int(row.rating)), let moment = row.moment,
      let text = texts.number(row.cardText),
      let interval = StoredEvent.interval(days: row.intervalDays, milliseconds: row.intervalMilliseconds)
    else { throw damage(row) }
    let before = tracks[card].state
    let elapsed = tracks[card].last.map { grading.elapsed(from: $0, to: moment) } ?? .zero
    let after = grading.scheduler.state(
      after: rating,
      from: before,
      elapsed: elapsed,
      given: interval,
      settings: settings
    )
    let fact = ReviewFact(
      card: card,
      moment: moment,
      rating: rating,
      duration: Milliseconds(row.duration),
      phase: before.phase,
      scheduled: tracks[card].interval?.days,
      retrievability: grading.scheduler.retrievability(of: before, elapsed: elapsed),
      after: after,
      answer: row.answer,
      isCorrect: row.isCorrect.map { $0 != 0 },
      revision: fingerprints[text]
    )
    tracks[card].state = after
    tracks[card].interval = interval
    tracks[card].last = moment
    return fact
  }

  private func damage(_ row: FactRow) -> StoredDamage {
    .event(device: "\(row.device)", sequence: row.sequence)
  }
}

/// A number for each row of a table, by the row's id.
///
/// Rows are never deleted, so their ids are 1, 2, … and need no look-up; a file from elsewhere may differ.
struct RowNumbers {
  let count: Int
  private let numbers: [Int64: Int]?

  /// The numbers of rows by their ids in order.
  init(_ ids: [Int64]) {
    count = ids.count
    let isCounted = ids.first == 1 && ids.last == Int64(ids.count)
    numbers = isCounted ? nil : Dictionary(zip(ids, 0...), uniquingKeysWith: { first, _ in first })
  }

  /// The number of a row, below `count`; nil where there is no such row.
  func number(_ row: Int64) -> Int? {
    guard let numbers else { return row >= 1 && row <= Int64(count) ? Int(row) - 1 : nil }
    return numbers[row]
  }
}
