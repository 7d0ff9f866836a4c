import Cards
import GRDB
public import Study

extension LearnerStore: EventKeeper {
  /// Appends what an effect asks for and returns after the commit.
  ///
  /// In one IMMEDIATE transaction the card's progress is read from the log's last word, the review is
  /// computed from it, and event and progress are written.
  ///
  /// - Throws: `SessionRefusal.nothingToUndo`, ``NotAMark`` or ``LearnerFileFailure``; nothing is recorded
  ///   then.
  @discardableResult
  public func perform(_ effect: SessionEffect, at moment: Moment) throws -> Committed {
    try writing { db, device in
      var change = Change(db, writer: try LogWriter(db, device: device), at: moment)
      switch effect {
      case .review(let request): return try change.review(request)
      case .mark(let card, let kind): return try change.mark(card, kind)
      case .undo(let key): return try change.undo(key, on: device)
      }
    }
  }
}

/// A mark was asked for that is not one: a review, an undo, a revision or a setting.
///
/// These have effects or calls of their own, which also append what belongs to them.
public struct NotAMark: Error, Sendable, Equatable {
  /// What was asked for.
  public let kind: EventKind

  /// The refusal of a kind.
  public init(kind: EventKind) {
    self.kind = kind
  }
}

/// One change of the log and of the cached states with it.
struct Change {
  let db: Database
  let moment: Moment
  private var writer: LogWriter
  private var loaded: Grading?

  init(_ db: Database, writer: LogWriter, at moment: Moment) {
    self.db = db
    self.writer = writer
    self.moment = moment
  }

  /// The learner's settings as the log has them now.
  private mutating func grading() throws -> Grading {
    if let loaded { return loaded }
    let grading = Grading(try LogReader.settings(in: db))
    loaded = grading
    return grading
  }

  /// A card's progress by the log's last word.
  mutating func progress(of card: CardID, row: Int64) throws -> CardProgress {
    try States.progress(of: card, row: row, grading: try grading(), in: db)
  }

  mutating func review(_ request: ReviewRequest) throws -> Committed {
    let row = try Names.row(of: request.card.id.text, in: .card, db)
    let grading = try grading()
    var progress = try progress(of: request.card.id, row: row)
    let candidate = Candidate(card: request.card, deck: request.deck, progress: progress)
    if progress.revision != request.card.textFingerprint {
      progress = try revise(candidate, row: row)
    }
    let review = grading.review(request, of: progress, at: moment)
    let event = try writer.append(.review(review), card: request.card.id, at: moment)
    return try commit(event, to: progress, row: row)
  }

  /// Appends the text that a card has now.
  mutating func revise(_ candidate: Candidate, row: Int64) throws -> CardProgress {
    let revision = CardRevision(
      card: candidate.card,
      deck: candidate.deck,
      startsAnew: candidate.hasNewAnswer
    )
    let event = try writer.append(.revision(revision), card: candidate.card.id, at: moment)
    return try commit(event, to: candidate.progress, row: row).progress
  }

  mutating func mark(_ card: CardID, _ kind: EventKind) throws -> Committed {
    switch kind {
    case .suspend, .resume, .bury, .unbury, .flag, .forget, .reschedule: break
    case .review, .undo, .revision, .setting: throw NotAMark(kind: kind)
    }
    let row = try Names.row(of: card.text, in: .card, db)
    let progress = try progress(of: card, row: row)
    let event = try writer.append(kind, card: card, at: moment)
    return try commit(event, to: progress, row: row)
  }

  /// Takes back the named event where it still counts, else this device's last that can be taken back.
  mutating func undo(_ wanted: EventKey?, on device: DeviceID) throws -> Committed {
    let own = try wanted.flatMap { key in
      try key.device == device && !LogReader.isUndone(key, in: db) ? key.sequence : nil
    }
    guard let sequence = try own ?? LogReader.lastUndoable(1, ofDevice: writer.deviceID, in: db).first else {
      throw SessionRefusal.nothingToUndo
    }
    let key = EventKey(device: device, sequence: sequence)
    guard let undone = try LogReader.event(key, in: db), let card = undone.card else {
      throw StoredDamage.event(device: device.text, sequence: sequence)
    }
    let row = try Names.row(of: card.text, in: .card, db)
    let event = try writer.append(.undo(key), card: card, at: moment)
    let progress = try States.replayed(card, row: row, grading: try grading(), in: db)
    try ProgressRow.store(progress, card: row, in: db)
    return Committed(event: event, undone: undone, progress: progress)
  }

  private mutating func commit(_ event: Event, to old: CardProgress, row: Int64) throws -> Committed {
    var progress = old
    try grading().replay(event, on: &progress)
    try ProgressRow.store(progress, card: row, in: db)
    return Committed(event: event, progress: progress)
  }
}
