import Cards
import GRDB
import Scheduling
import Study

/// How a card's progress stands in `cardState`.
enum ProgressRow {
  /// The columns that `progress(of:_:from:)` reads; `lastDevice` must be joined as `lastDevice.name`.
  static let columns = """
    phase, step, stability, difficulty, fastStability, ease, scheduledDays, lapses, dueAt, dueDay,
    intervalDays, intervalMilliseconds, repetitions, firstReviewAt, firstReviewOffset, lastReviewAt,
    lastReviewOffset, isSuspended, buriedOn, isFlagged, revision, answerRevision, lastDevice.name, lastSeq
    """

  /// Joins what `columns` needs to a table `card`.
  static let join = """
    LEFT JOIN cardState ON cardState.card = card.id
    LEFT JOIN device lastDevice ON lastDevice.id = cardState.lastDevice
    """

  /// The progress in a row; that of a new card where the row has none.
  static func progress(of card: CardID, _ row: Row, from: Int) throws(StoredDamage) -> CardProgress {
    var progress = CardProgress(card: card)
    guard let phaseNumber = row[from] as Int64? else { return progress }
    func number(_ column: Int) -> Int64? { row[from + column] }
    func moment(_ column: Int) -> Moment? {
      guard let instant = number(column) else { return nil }
      let minutes = min(max(number(column + 1) ?? 0, -1_440), 1_440)
      return Moment(Instant(milliseconds: instant), offset: UTCOffset(minutes: Int(minutes)))
    }
    guard let phase = Phase(rawValue: Int(phaseNumber)) else { throw .table("cardState") }
    var memory: Memory?
    if let stability = row[from + 2] as Double?, let difficulty = row[from + 3] as Double? {
      memory = Memory(
        stability: Days(stability),
        difficulty: difficulty,
        fastStability: (row[from + 4] as Double?).map(Days.init)
      )
    }
    progress.state = CardState(
      phase: phase,
      step: Int(number(1) ?? 0),
      memory: memory,
      ease: row[from + 5],
      scheduledDays: Int(number(6) ?? 0),
      lapses: Int(number(7) ?? 0)
    )
    progress.due =
      number(8).map { .at(Instant(milliseconds: $0)) } ?? number(9).map { .day(StudyDay(number: Int($0))) }
    progress.interval = StoredEvent.interval(days: number(10), milliseconds: number(11))
    progress.repetitions = Int(number(12) ?? 0)
    progress.firstReview = moment(13)
    progress.lastReview = moment(15)
    progress.isSuspended = number(17) ?? 0 != 0
    progress.buriedOn = number(18).map { StudyDay(number: Int($0)) }
    progress.isFlagged = number(19) ?? 0 != 0
    progress.revision = number(20).map { UInt64(bitPattern: $0) }
    progress.answerRevision = number(21).map { UInt64(bitPattern: $0) }
    if let device = DeviceID(row[from + 22] ?? ""), let sequence = number(23) {
      progress.lastEvent = EventKey(device: device, sequence: sequence)
    }
    return progress
  }

  /// Puts a card's progress into the cache.
  static func store(_ progress: CardProgress, card: Int64, in db: Database) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO cardState (card, phase, step, stability, difficulty, fastStability, ease,
          scheduledDays, lapses, dueAt, dueDay, intervalDays, intervalMilliseconds, repetitions,
          firstReviewAt, firstReviewOffset, lastReviewAt, lastReviewOffset, isSuspended, buriedOn,
          isFlagged, revision, answerRevision, lastDevice, lastSeq)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    )
    let state = progress.state
    let due = DueColumns(progress)
    try statement.execute(arguments: [
      card, state.phase.rawValue, state.step, state.memory?.stability.value, state.memory?.difficulty,
      state.memory?.fastStability?.value, state.ease, state.scheduledDays, state.lapses, due.at, due.day,
      due.intervalDays, due.intervalMilliseconds, progress.repetitions,
      progress.firstReview?.instant.milliseconds, progress.firstReview?.offset.minutes,
      progress.lastReview?.instant.milliseconds, progress.lastReview?.offset.minutes, progress.isSuspended,
      progress.buriedOn?.number, progress.isFlagged, progress.revision.map { Int64(bitPattern: $0) },
      progress.answerRevision.map { Int64(bitPattern: $0) },
      try progress.lastEvent.map { try Names.row(of: $0.device.text, in: .device, db) },
      progress.lastEvent?.sequence,
    ])
  }
}

/// A due date and an interval as columns, of which one of two is null.
private struct DueColumns {
  var at: Int64?
  var day: Int?
  var intervalDays: Int?
  var intervalMilliseconds: Int64?

  init(_ progress: CardProgress) {
    switch progress.due {
    case .at(let instant)?: at = instant.milliseconds
    case .day(let studyDay)?: day = studyDay.number
    case nil: break
    }
    switch progress.interval {
    case .days(let count)?: intervalDays = count
    case .exact(let wait)?: intervalMilliseconds = wait.value
    case nil: break
    }
  }
}
