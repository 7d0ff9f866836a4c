public import Cards
import GRDB
public import Study

extension LearnerStore {
  /// All events of a card, in the order of their replay.
  ///
  /// - Throws: ``LearnerFileFailure``.
  public func events(of card: CardID) throws -> [Event] {
    try reading { db in
      guard let row = try Names.knownRow(of: card.text, in: .card, db) else { return [] }
      return try LogReader.events(ofCard: row, in: db).sorted(by: Event.replaysBefore)
    }
  }

  /// Appends the same mark for several cards: for all of them, or where something fails for none.
  ///
  /// - Parameters:
  ///   - cards: the cards, each once.
  ///   - kind: what hides or marks a card, or makes it start anew.
  ///   - moment: now.
  /// - Returns: what the log holds, card by card, after the commit.
  /// - Throws: ``NotAMark`` or ``LearnerFileFailure``; nothing is recorded then.
  @discardableResult
  public func mark(_ cards: [CardID], as kind: EventKind, at moment: Moment) throws -> [Committed] {
    try writing { db, device in
      var change = Change(db, writer: try LogWriter(db, device: device), at: moment)
      return try cards.map { try change.mark($0, kind) }
    }
  }

  /// The newest events that this device can still take back, newest first, so many at most.
  ///
  /// - Throws: ``LearnerFileFailure``, `.openedForReading` where the file was opened for reading only.
  public func lastUndoable(_ limit: Int) throws -> [Event] {
    guard let device else { throw LearnerFileFailure.openedForReading(path: path) }
    return try reading { db in
      guard let row = try Names.knownRow(of: device.text, in: .device, db) else { return [] }
      return try LogReader.lastUndoable(limit, ofDevice: row, in: db).compactMap { sequence in
        try LogReader.event(EventKey(device: device, sequence: sequence), in: db)
      }
    }
  }

  /// Takes back the named events of this device that still count: all of them, or where something fails none.
  ///
  /// - Returns: what the log holds, event by event, after the commit.
  /// - Throws: `SessionRefusal.nothingToUndo` where one of them does not count any more,
  ///   ``LearnerFileFailure``; nothing is recorded then.
  public func undo(_ keys: [EventKey], at moment: Moment) throws -> [Committed] {
    try writing { db, device in
      var change = Change(db, writer: try LogWriter(db, device: device), at: moment)
      return try keys.map { key in
        guard key.device == device, try !LogReader.isUndone(key, in: db) else {
          throw SessionRefusal.nothingToUndo
        }
        return try change.undo(key, on: device)
      }
    }
  }
}
