import GRDB

extension LearnerFileFailure {
  /// Runs `body`; what SQLite or the decoding of rows throws becomes a ``LearnerFileFailure``, other errors
  /// pass.
  static func translating<T>(_ path: String, _ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw LearnerFileFailure(error, path: path)
    } catch let error as StoredDamage {
      switch error {
      case .table(let name): throw LearnerFileFailure.damaged(path: path, detail: name)
      case .event(let device, let sequence):
        throw LearnerFileFailure.damagedEvent(path: path, device: device, sequence: sequence)
      }
    }
  }

  /// What an error of SQLite means for the file.
  init(_ error: DatabaseError, path: String) {
    let detail = error.message ?? error.resultCode.description
    // The index of the write-ahead log is the first to find no room.
    if error.extendedResultCode == .SQLITE_IOERR_SHMSIZE {
      self = .diskFull(path: path)
      return
    }
    switch error.resultCode {
    case .SQLITE_FULL: self = .diskFull(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(path: path)
    case .SQLITE_READONLY: self = .readOnly(path: path)
    case .SQLITE_CORRUPT, .SQLITE_CONSTRAINT, .SQLITE_MISMATCH, .SQLITE_FORMAT, .SQLITE_TOOBIG:
      self = .damaged(path: path, detail: detail)
    case .SQLITE_NOTADB: self = .notADatabase(path: path)
    case .SQLITE_PERM, .SQLITE_AUTH: self = .noPermission(path: path, .write)
    default: self = .inputOutput(path: path, detail: detail)
    }
  }
}
