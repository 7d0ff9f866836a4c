import Foundation
import GRDB
import LearnerStore
import Scheduling
import Study
import Testing

@Suite struct OpeningTests {
  @Test func `a new file and what SQLite puts beside it are its owner's alone`() throws {
    try inTemporaryFolder { folder in
      let folder = LearnerFolder(dataFolder: folder + "/state/wengu")
      try folder.prepare()
      let path = folder.path(of: try LearnerName("李雷"))
      let store = try LearnerStore.open(path: path, access: .create(as: device("mac-1")))
      try store.perform(review(card(1), .good), at: moment(0))
      for file in [path, path + "-wal", path + "-shm"] { #expect(try mode(file) == 0o600) }
      #expect(try mode(folder.path) == 0o700)
      #expect(try names(in: folder.path) == ["李雷.sqlite", "李雷.sqlite-shm", "李雷.sqlite-wal"])
      try store.close()
      #expect(try names(in: folder.path) == ["李雷.sqlite"])
    }
  }

  @Test func `SQLite holds to the settings that the promises rest on`() throws {
    try inTemporaryFolder { folder in
      let path = folder + "/a.sqlite"
      let store = try LearnerStore.open(path: path, access: .create(as: device("mac-1")))
      let expected = [
        "journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "trusted_schema": "0",
        "cell_size_check": "1", "application_id": "\(0x5745_4E47)", "busy_timeout": "5000",
      ]
      for (pragma, value) in expected.sorted(by: { $0.key < $1.key }) {
        #expect(try store.pragma(pragma) == value, "\(pragma)")
      }
      let text = try FileHandle(forReadingFrom: URL(fileURLWithPath: path)).read(upToCount: 72)
      #expect(text?.suffix(4) == Data("WENG".utf8))
    }
  }

  @Test func `a file that is not there is made only when that is asked for`() throws {
    try inTemporaryFolder { folder in
      let path = folder + "/a.sqlite"
      for access in [StoreAccess.existing(as: try device("mac-1")), .readOnly] {
        #expect(throws: LearnerFileFailure.missing(path: path)) {
          try LearnerStore.open(path: path, access: access)
        }
      }
      #expect(try names(in: folder).isEmpty)
    }
  }

  @Test(arguments: Bad.all)
  func `a file that is not ours is refused and stays as it is`(bad: Bad) throws {
    try inTemporaryFolder { folder in
      let path = folder + "/a.sqlite"
      try bad.make(path)
      let before = FileManager.default.contents(atPath: path)
      for access in [
        StoreAccess.create(as: try device("mac-1")), .existing(as: try device("mac-1")), .readOnly,
      ] {
        let failure = #expect(throws: LearnerFileFailure.self) {
          try LearnerStore.open(path: path, access: access)
        }
        #expect(failure == bad.failure(path), "\(bad.name)")
        #expect(FileManager.default.contents(atPath: path) == before, "\(bad.name)")
      }
    }
  }

  @Test func `a read-only store reads everything and changes nothing`() throws {
    try inTemporaryFolder { folder in
      let path = folder + "/a.sqlite"
      let store = try LearnerStore.open(path: path, access: .create(as: device("mac-1")))
      try store.perform(review(card(1), .good), at: moment(0))
      try store.close()
      let before = FileManager.default.contents(atPath: path)
      let reader = try LearnerStore.open(path: path, access: .readOnly)
      #expect(try transitions(of: reader).count == 1)
      #expect(throws: LearnerFileFailure.openedForReading(path: path)) {
        try reader.perform(review(card(1), .good), at: moment(1))
      }
      try reader.close()
      #expect(FileManager.default.contents(atPath: path) == before)
    }
  }

  @Test func `a read-only store sees what another process has not yet moved out of the WAL`() throws {
    try inTemporaryFolder { folder in
      let path = folder + "/a.sqlite"
      let writer = try LearnerStore.open(path: path, access: .create(as: device("mac-1")))
      try writer.perform(review(card(1), .good), at: moment(0))
      let reader = try LearnerStore.open(path: path, access: .readOnly)
      try writer.perform(review(card(2), .good), at: moment(1))
      #expect(try transitions(of: reader).count == 2)
    }
  }

  @Test func `a full disk is told, nothing is recorded, and the store goes on when there is room`() throws {
    try inTemporaryFolder { folder in
      let path = folder + "/a.sqlite"
      let queue = try DatabaseQueue(path: path)
      let store = try LearnerStore(queue, device: device("mac-1"), path: path)
      try store.perform(review(card(1), .good), at: moment(0))
      let pages = try queue.read { try Int.fetchOne($0, sql: "PRAGMA page_count") ?? 0 }
      try queue.inDatabase { try $0.execute(sql: "PRAGMA max_page_count = \(pages)") }
      let long = String(repeating: "长", count: 4_000)
      #expect(throws: LearnerFileFailure.diskFull(path: path)) {
        try store.perform(review(card(2), .good, answer: long), at: moment(1))
      }
      #expect(try store.verify().soundEvents == 2)
      try queue.inDatabase { try $0.execute(sql: "PRAGMA max_page_count = 100000") }
      try store.perform(review(card(2), .good, answer: long), at: moment(2))
      #expect(try transitions(of: store).count == 2)
      #expect(try store.verify().isSound)
    }
  }

  @Test func `a file that another program holds is told as locked`() throws {
    try inTemporaryFolder { folder in
      let path = folder + "/a.sqlite"
      try LearnerStore.open(path: path, access: .create(as: device("mac-1"))).close()
      let queue = try DatabaseQueue(path: path)
      let store = try LearnerStore(queue, device: device("mac-1"), path: path)
      let other = try DatabaseQueue(path: path)
      try other.inTransaction(.immediate) { _ in
        #expect(throws: LearnerFileFailure.locked(path: path)) {
          try store.perform(review(card(1), .good), at: moment(0))
        }
        return .commit
      }
      try store.perform(review(card(1), .good), at: moment(1))
      #expect(try transitions(of: store).count == 1)
    }
  }
}

/// A file that must be refused.
struct Bad: Sendable, CustomTestStringConvertible {
  let name: String
  let make: @Sendable (String) throws -> Void
  let failure: @Sendable (String) -> LearnerFileFailure

  var testDescription: String { name }

  static let all: [Bad] = [
    Bad(name: "a folder") {
      try FileManager.default.createDirectory(atPath: $0, withIntermediateDirectories: false)
    } failure: {
      .notAFile(path: $0)
    },
    Bad(name: "an empty file") {
      try Data().write(to: URL(fileURLWithPath: $0))
    } failure: {
      .notADatabase(path: $0)
    },
    Bad(name: "garbage") {
      try Data(repeating: 65, count: 9_000).write(to: URL(fileURLWithPath: $0))
    } failure: {
      .notADatabase(path: $0)
    },
    Bad(name: "another program's database") {
      try change($0, "PRAGMA application_id = 7; CREATE TABLE note (id)")
    } failure: {
      .foreign(path: $0, applicationID: 7)
    },
    Bad(name: "a database of nobody") {
      try change($0, "CREATE TABLE note (id)")
    } failure: {
      .foreign(path: $0, applicationID: 0)
    },
    Bad(name: "a newer file") {
      try learnerFile($0, "INSERT INTO grdb_migrations VALUES ('2')")
    } failure: {
      .newer(path: $0)
    },
    Bad(name: "a trigger") {
      try learnerFile($0, "CREATE TRIGGER bite AFTER INSERT ON event BEGIN DELETE FROM event; END")
    } failure: {
      .unexpectedSchema(path: $0, object: "bite")
    },
    Bad(name: "a view") {
      try learnerFile($0, "CREATE VIEW peek AS SELECT * FROM event")
    } failure: {
      .unexpectedSchema(path: $0, object: "peek")
    },
    Bad(name: "a table too many") {
      try learnerFile($0, "CREATE TABLE extra (id)")
    } failure: {
      .unexpectedSchema(path: $0, object: "extra")
    },
    Bad(name: "a missing index") {
      try learnerFile($0, "DROP INDEX eventByCard")
    } failure: {
      .unexpectedSchema(path: $0, object: "eventByCard")
    },
    Bad(name: "a changed table") {
      try learnerFile($0, "ALTER TABLE deck ADD COLUMN extra TEXT")
    } failure: {
      .unexpectedSchema(path: $0, object: "deck")
    },
    Bad(name: "a header with a broken page size") { path in
      try learnerFile(path, "SELECT 1")
      try overwrite(path, at: 16, with: [0x10, 0x01])
    } failure: {
      .damaged(path: $0, detail: "page size 4097")
    },
  ]

  private static func change(_ path: String, _ sql: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.inDatabase { try $0.execute(sql: sql) }
    try queue.close()
  }

  private static func learnerFile(_ path: String, _ sql: String) throws {
    let store = try LearnerStore.open(path: path, access: .create(as: device("mac-1")))
    try store.perform(review(card(1), .good), at: moment(0))
    try store.close()
    try change(path, sql)
  }
}

/// Puts bytes over those of a file.
func overwrite(_ path: String, at offset: UInt64, with bytes: [UInt8]) throws {
  let handle = try FileHandle(forUpdating: URL(fileURLWithPath: path))
  try handle.seek(toOffset: offset)
  try handle.write(contentsOf: Data(bytes))
  try handle.close()
}

private func mode(_ path: String) throws -> Int {
  try required(FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
}

private func names(in folder: String) throws -> [String] {
  try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
}
