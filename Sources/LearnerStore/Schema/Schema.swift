import GRDB

/// The schema of a learner file: its migrations, and what tells it from other databases.
///
/// Migrations name tables by strings and never use the app's types; a released one is never changed.
enum Schema {
  /// `WENG` in ASCII, at offset 68 of every learner file.
  static let applicationID: UInt32 = 0x5745_4E47

  /// The version of the replay that filled `cardState`, kept as `user_version`; a file with another one has
  /// its states replayed when it is opened.
  static let replayVersion: Int64 = 1

  /// All migrations, oldest first.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { db in
      try db.execute(sql: version1)
    }
    migrator.registerMigration("2 deck folders") { db in
      try db.execute(sql: deckFolders)
    }
    migrator.registerMigration("3 card counts") { db in
      try db.execute(sql: cardCounts)
    }
    return migrator
  }

  /// Marks a database as a learner file.
  static func mark(_ db: Database) throws {
    try db.execute(sql: "PRAGMA application_id = \(applicationID)")
    try db.execute(sql: "PRAGMA user_version = \(replayVersion)")
  }

  private static let version1 = """
    CREATE TABLE device (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE
    ) STRICT;

    CREATE TABLE card (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE -- the card's id in its deck
    ) STRICT;

    CREATE TABLE deckName (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE
    ) STRICT;

    CREATE TABLE cardText (
      id INTEGER PRIMARY KEY,
      fingerprint INTEGER NOT NULL,
      kind TEXT, -- null where only the fingerprint is known
      accept TEXT,
      section TEXT NOT NULL, -- lists: each item ends with a line feed
      context TEXT,
      question TEXT,
      answers TEXT NOT NULL,
      choices TEXT NOT NULL,
      truth INTEGER,
      correction TEXT,
      passage TEXT,
      remark TEXT,
      tags TEXT NOT NULL
    ) STRICT;
    CREATE INDEX cardTextByFingerprint ON cardText (fingerprint);

    CREATE TABLE event (
      device INTEGER NOT NULL REFERENCES device,
      seq INTEGER NOT NULL,
      kind INTEGER NOT NULL, -- 1 review 2 undo 3 suspend 4 resume 5 bury 6 unbury 7 flag 8 unflag 9 forget
      -- 10 reschedule 11 revision 12 setting
      card INTEGER REFERENCES card,
      effectiveAt INTEGER NOT NULL, -- milliseconds since 1970 UTC; rises within a device
      wallLag INTEGER NOT NULL, -- effectiveAt less the wall clock
      offsetMinutes INTEGER NOT NULL, -- east of UTC
      cardText INTEGER REFERENCES cardText, -- of a review or revision
      rating INTEGER,
      durationMilliseconds INTEGER,
      answer TEXT,
      isCorrect INTEGER,
      intervalDays INTEGER,
      intervalMilliseconds INTEGER,
      scheduler INTEGER, -- 0 fsrs-6 1 fsrs-7 2 sm-2
      weightsVersion INTEGER,
      checksum INTEGER NOT NULL,
      PRIMARY KEY (device, seq)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX eventByCard ON event (card);

    CREATE TABLE eventUndo (
      device INTEGER NOT NULL,
      seq INTEGER NOT NULL,
      undoneDevice INTEGER NOT NULL REFERENCES device,
      undoneSeq INTEGER NOT NULL,
      PRIMARY KEY (device, seq),
      FOREIGN KEY (device, seq) REFERENCES event
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE eventReschedule (
      device INTEGER NOT NULL,
      seq INTEGER NOT NULL,
      studyDay INTEGER NOT NULL, -- days since 1970-01-01
      PRIMARY KEY (device, seq),
      FOREIGN KEY (device, seq) REFERENCES event
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE eventRevision (
      device INTEGER NOT NULL,
      seq INTEGER NOT NULL,
      deckName INTEGER NOT NULL REFERENCES deckName,
      startsAnew INTEGER NOT NULL,
      PRIMARY KEY (device, seq),
      FOREIGN KEY (device, seq) REFERENCES event
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE eventSetting (
      device INTEGER NOT NULL,
      seq INTEGER NOT NULL,
      setting TEXT NOT NULL,
      deckName INTEGER REFERENCES deckName,
      value TEXT,
      PRIMARY KEY (device, seq),
      FOREIGN KEY (device, seq) REFERENCES event
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE cardState (
      card INTEGER PRIMARY KEY REFERENCES card,
      phase INTEGER NOT NULL, -- 0 new 1 learning 2 review 3 relearning
      step INTEGER NOT NULL,
      stability REAL,
      difficulty REAL,
      fastStability REAL,
      ease REAL,
      scheduledDays INTEGER NOT NULL,
      lapses INTEGER NOT NULL,
      dueAt INTEGER,
      dueDay INTEGER,
      intervalDays INTEGER,
      intervalMilliseconds INTEGER,
      repetitions INTEGER NOT NULL,
      firstReviewAt INTEGER,
      firstReviewOffset INTEGER,
      lastReviewAt INTEGER,
      lastReviewOffset INTEGER,
      isSuspended INTEGER NOT NULL,
      buriedOn INTEGER,
      isFlagged INTEGER NOT NULL,
      revision INTEGER,
      answerRevision INTEGER,
      lastDevice INTEGER REFERENCES device,
      lastSeq INTEGER
    ) STRICT;
    CREATE INDEX cardStateByDueDay ON cardState (dueDay) WHERE dueDay IS NOT NULL;
    CREATE INDEX cardStateByDueAt ON cardState (dueAt) WHERE dueAt IS NOT NULL;

    CREATE TABLE deck (
      id INTEGER PRIMARY KEY,
      path TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      fingerprint INTEGER NOT NULL,
      takenUpAt INTEGER NOT NULL,
      turn INTEGER NOT NULL UNIQUE -- of two decks with one card, the higher turn has it
    ) STRICT;

    CREATE TABLE deckCard (
      deck INTEGER NOT NULL REFERENCES deck,
      place INTEGER NOT NULL,
      card INTEGER NOT NULL REFERENCES card,
      cardText INTEGER NOT NULL REFERENCES cardText,
      line INTEGER NOT NULL,
      siblingGroup TEXT NOT NULL,
      isRetired INTEGER NOT NULL,
      isInLaterDeck INTEGER NOT NULL,
      PRIMARY KEY (deck, place)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX deckCardByCard ON deckCard (card);
    """

  private static let cardCounts = """
    ALTER TABLE deck ADD COLUMN cardCount INTEGER NOT NULL DEFAULT 0;
    UPDATE deck SET cardCount = (SELECT count(*) FROM deckCard WHERE deck = deck.id);
    """

  private static let deckFolders = """
    CREATE TABLE deckFolder (
      path TEXT PRIMARY KEY -- all decks in it and below are the learner's
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE deckLeftOut (
      path TEXT PRIMARY KEY -- a deck in such a folder that the learner does not want
    ) STRICT, WITHOUT ROWID;
    """
}
