/// Why a learner's file or folder cannot be used.
///
/// A failed change was rolled back: the file holds what it held before. The text for people is
/// ``message``.
public enum LearnerFileFailure: Error, Sendable, Equatable {
  /// There is no such file.
  case missing(path: String)
  /// There is a folder, a socket or another thing that is not a file.
  case notAFile(path: String)
  /// The system does not allow it.
  case noPermission(path: String, FileAccess)
  /// The file system or the file is read-only.
  case readOnly(path: String)
  /// The file was opened for reading, and a change was asked for.
  case openedForReading(path: String)
  /// The file has recent changes beside it (`-wal`), which cannot be read where the folder is read-only.
  case pendingChanges(path: String)
  /// The file is not an SQLite database, or empty.
  case notADatabase(path: String)
  /// The file is another program's database; its application id.
  case foreign(path: String, applicationID: UInt32)
  /// The file was written by a newer Wengu.
  case newer(path: String)
  /// The schema has something that is not ours: a trigger, a view, a changed table.
  case unexpectedSchema(path: String, object: String)
  /// The database is damaged; what SQLite or the decoder says.
  case damaged(path: String, detail: String)
  /// An event's checksum does not fit what it holds.
  case damagedEvent(path: String, device: String, sequence: Int64)
  /// The disk is full.
  case diskFull(path: String)
  /// Another program has held the file for too long.
  case locked(path: String)
  /// The disk or the file system failed; what the system says.
  case inputOutput(path: String, detail: String)
  /// SQLite did not take a setting that the promises rest on.
  case unsafeSettings(path: String, setting: String)
  /// Something stands where a new file was to be made.
  case exists(path: String)
  /// A backup was restored while this process had the file open.
  case restored(path: String)
  /// Two files hold different events under one key.
  case conflict(path: String, device: String, sequence: Int64)
  /// The deck is not remembered.
  case unknownDeck(path: String, deck: String)
}

/// What was to be done with a file or folder.
public enum FileAccess: Sendable, Equatable {
  /// Look into it.
  case read
  /// Change it.
  case write
  /// Make it.
  case create
}
