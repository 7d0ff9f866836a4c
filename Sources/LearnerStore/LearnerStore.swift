// The room LearnerStore: one SQLite file for each learner, the memory of years.
//
// In:   effects of a session, settings, decks as they were parsed; paths and a device id as arguments.
// Out:  committed events, card states, candidates for today's queue, the log for reports; failures that say
//       what to do.
// Never: delete or change an event; acknowledge before the commit has returned; write to a file that is
//       foreign, newer, damaged or has a schema we do not know; reach for the clock, the environment, the
//       zone or randomness.
//
// The event log is the truth. `cardState` is the log's replay, kept for speed; `deck` and `deckCard` are the
// decks as they were last taken up. Both could be built again from the log and the deck files.

public import GRDB
public import Study

/// One learner's file, open.
///
/// Two processes may have the same file open: every change reads the log's last word and appends within one
/// IMMEDIATE transaction.
public struct LearnerStore: Sendable {
  /// Where the file is; a name in messages only, where the database is in memory.
  public let path: String

  /// Under which id this store appends; nil where the file was opened for reading only.
  public let device: DeviceID?

  let database: any DatabaseWriter

  /// How far this store's own device has come, as far as this process knows.
  private let watermark = SequenceWatermark()

  /// A store over a database that is open, whose schema is brought up to date.
  ///
  /// Files are opened with ``open(path:access:)``, which checks them first.
  /// - Throws: ``LearnerFileFailure``.
  public init(_ database: any DatabaseWriter, device: DeviceID, path: String) throws {
    self.path = path
    self.device = device
    self.database = database
    try LearnerFileFailure.translating(path) {
      try Schema.migrator.migrate(database)
      try database.write(Schema.mark)
    }
  }

  /// A store over a database that was opened and checked.
  init(checked database: any DatabaseWriter, device: DeviceID?, path: String) {
    self.path = path
    self.device = device
    self.database = database
  }

  /// Closes the file; the store cannot be used after that.
  ///
  /// - Throws: ``LearnerFileFailure``.
  public func close() throws {
    try LearnerFileFailure.translating(path) { try database.close() }
  }
}

extension LearnerStore {
  /// Reads from one consistent state of the file.
  func reading<T>(_ body: (Database) throws -> T) throws -> T {
    try LearnerFileFailure.translating(path) { try database.read(body) }
  }

  /// Changes the file in one IMMEDIATE transaction and returns after its commit; nothing is changed where
  /// `body` throws.
  func writing<T>(_ body: (Database, DeviceID) throws -> T) throws -> T {
    guard let device else { throw LearnerFileFailure.openedForReading(path: path) }
    return try LearnerFileFailure.translating(path) {
      try database.writeWithoutTransaction { db in
        var result: T?
        var reached: Int64 = 0
        try db.inTransaction(.immediate) {
          guard try LogReader.lastSequence(of: device, in: db) >= watermark.value else {
            throw LearnerFileFailure.restored(path: path)
          }
          result = try body(db, device)
          reached = try LogReader.lastSequence(of: device, in: db)
          return .commit
        }
        watermark.value = reached
        guard let result else { throw StoredDamage.table("event") }
        return result
      }
    }
  }
}

extension LearnerStore {
  /// What SQLite answers to a PRAGMA; for tests.
  package func pragma(_ name: String) throws -> String? {
    try reading { try String.fetchOne($0, sql: "PRAGMA \(name)") }
  }
}

/// The highest sequence number that a process has seen of its own device.
///
/// Where the file knows less, a backup was restored under the process, and the numbers to come are taken by
/// events that other copies of the file may hold.
/// It is touched only within the database's serial queue.
private final class SequenceWatermark: @unchecked Sendable {
  var value: Int64 = 0
}
