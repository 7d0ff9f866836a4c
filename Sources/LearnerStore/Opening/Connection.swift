import GRDB

/// How connections to a learner file are set up.
///
/// GRDB's own WAL mode and `DatabasePool` lower `synchronous` to NORMAL, by which a review that was
/// acknowledged is lost when the power fails; so the journal mode is set here, on a `DatabaseQueue`.
enum Connection {
  /// The settings for looking at a file: nothing in them writes.
  static var reading: Configuration {
    var configuration = base
    configuration.readonly = true
    return configuration
  }

  /// The settings for changing a file that was checked.
  static var writing: Configuration {
    var configuration = base
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA journal_mode = WAL")
      try db.execute(sql: "PRAGMA synchronous = FULL")
      try db.execute(sql: "PRAGMA fullfsync = ON")
      try db.execute(sql: "PRAGMA checkpoint_fullfsync = ON")
    }
    return configuration
  }

  private static var base: Configuration {
    var configuration = Configuration()
    configuration.journalMode = .default
    configuration.busyMode = .timeout(5)
    configuration.foreignKeysEnabled = true
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA trusted_schema = OFF")
      try db.execute(sql: "PRAGMA cell_size_check = ON")
    }
    return configuration
  }

  /// What every connection that writes must answer: 2 is FULL.
  private static let required = [
    ("journal_mode", "wal"), ("synchronous", "2"), ("foreign_keys", "1"), ("trusted_schema", "0"),
    ("cell_size_check", "1"),
  ]

  /// Makes sure that SQLite took the settings; it refuses some without a word.
  ///
  /// - Throws: ``LearnerFileFailure/unsafeSettings(path:setting:)``.
  static func verify(_ db: Database, path: String) throws {
    for (pragma, value) in required {
      guard try String.fetchOne(db, sql: "PRAGMA \(pragma)") == value else {
        throw LearnerFileFailure.unsafeSettings(path: path, setting: "\(pragma) = \(value)")
      }
    }
  }
}
