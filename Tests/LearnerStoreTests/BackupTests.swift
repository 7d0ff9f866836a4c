import Foundation
import GRDB
import LearnerStore
import Scheduling
import Study
import Testing

@Suite struct BackupTests {
  @Test func `a backup is whole, its owner's alone, and holds what the file held`() throws {
    try inTemporaryFolder { folder in
      let place = try Place(folder)
      let store = try place.store()
      try store.perform(review(card(1), .good), at: moment(0))
      let backup = try store.backUp(place.plan(1))
      #expect(backup.path.hasSuffix("/backups/li/2026-11-23T160100.000+0800.sqlite"))
      #expect(
        try FileManager.default.attributesOfItem(atPath: backup.path)[.posixPermissions] as? Int == 0o600
      )
      try store.perform(review(card(2), .good), at: moment(2))
      let copy = try LearnerStore.open(path: backup.path, access: .readOnly)
      #expect(try transitions(of: copy).map(\.event.card) == [id(1)])
      #expect(try copy.verify().isSound)
      #expect(try place.folder.backups() == [backup])
    }
  }

  @Test func `the day's backup is made once, and only after something was recorded`() throws {
    try inTemporaryFolder { folder in
      let place = try Place(folder)
      let store = try place.store()
      #expect(try store.backUpDaily(place.plan(0)) == nil)
      try store.perform(review(card(1), .good), at: moment(0))
      #expect(try store.backUpDaily(place.plan(1)) != nil)
      try store.perform(review(card(1), .good), at: moment(2))
      #expect(try store.backUpDaily(place.plan(3)) == nil)
      #expect(try store.backUpDaily(place.plan(day)) != nil)
      #expect(try store.backUpDaily(place.plan(day * 2)) == nil)
    }
  }

  @Test func `all backups of two days are kept, then 12 days, 10 weeks and 9 months`() throws {
    var kept: [Int64] = []
    for number in Int64(0)..<400 {
      kept += number >= 398 ? [number, number] : [number]
      let flags = Thinning(now: moment(number * day)).kept(of: kept.map { moment($0 * day) })
      kept = zip(kept, flags).filter(\.1).map(\.0)
    }
    #expect(kept.suffix(4) == [398, 398, 399, 399])
    #expect(kept.dropLast(4).suffix(12) == Array(386...397)[...])
    let older = Array(kept.dropLast(16))
    #expect(older.count == 19)
    #expect(zip(older.suffix(10), older.suffix(9)).allSatisfy { $1 - $0 == 7 })
    // Of a month only the ends of its weeks were still there when its turn came.
    #expect(zip(older.prefix(9), older.prefix(9).dropFirst()).allSatisfy { (21...42).contains($1 - $0) })
  }

  @Test func `restoring shows what would change, keeps what was, and goes on under a new id`() throws {
    try inTemporaryFolder { folder in
      let place = try Place(folder)
      let store = try place.store()
      try store.perform(review(card(1), .good), at: moment(0))
      let backup = try store.backUp(place.plan(1))
      try store.perform(review(card(2), .good), at: moment(2))
      let restoring = try Restoring(backup.path, to: place.path, plan: place.plan(3))
      #expect(restoring.lostEvents == 2)
      #expect(restoring.gainedEvents == 0)
      let kept = try #require(try restoring.perform(as: device("mac-2")))
      #expect(try transitions(of: LearnerStore.open(path: kept, access: .readOnly)).count == 2)
      let after = try LearnerStore.open(path: place.path, access: .existing(as: device("mac-2")))
      #expect(try transitions(of: after).count == 1)
      #expect(try after.verify().isSound)
      #expect(throws: LearnerFileFailure.restored(path: place.path)) {
        try store.perform(review(card(3), .good), at: moment(4))
      }
      try after.perform(review(card(3), .good), at: moment(5))
      #expect(try store.verify().isSound)
    }
  }

  @Test func `a file that cannot be read is moved aside by restoring, not removed`() throws {
    try inTemporaryFolder { folder in
      let place = try Place(folder)
      let store = try place.store()
      try store.perform(review(card(1), .good), at: moment(0))
      let backup = try store.backUp(place.plan(1))
      try store.close()
      try overwrite(place.path, at: 0, with: Array("no database any more".utf8))
      let damaged = FileManager.default.contents(atPath: place.path)
      let restoring = try Restoring(backup.path, to: place.path, plan: place.plan(2))
      #expect(restoring.current == nil && restoring.hasCurrent)
      let kept = try #require(try restoring.perform(as: device("mac-2")))
      #expect(FileManager.default.contents(atPath: kept) == damaged)
      #expect(try LearnerStore.open(path: place.path, access: .readOnly).contents().reviews == 1)
    }
  }

  @Test func `a damaged backup is refused and changes nothing`() throws {
    try inTemporaryFolder { folder in
      let place = try Place(folder)
      let store = try place.store()
      try store.perform(review(card(1), .good), at: moment(0))
      let backup = try store.backUp(place.plan(1))
      try change(backup.path, "UPDATE event SET rating = 1 WHERE kind = 1")
      #expect(throws: LearnerFileFailure.damaged(path: backup.path, detail: "mac-1/2")) {
        try Restoring(backup.path, to: place.path, plan: place.plan(2))
      }
    }
  }
}

/// A learner's file and backups in a folder.
struct Place {
  let path: String
  let folder: BackupFolder

  init(_ data: String) throws {
    let learner = try LearnerName("li")
    let learners = LearnerFolder(dataFolder: data)
    try learners.prepare()
    path = learners.path(of: learner)
    folder = BackupFolder(dataFolder: data, learner: learner)
  }

  func store(_ name: String = "mac-1") throws -> LearnerStore {
    try LearnerStore.open(path: path, access: .create(as: device(name)))
  }

  func plan(_ minutes: Int64) -> BackupPlan {
    BackupPlan(folder: folder, at: moment(minutes))
  }
}

/// Runs SQL on a file behind the store's back.
func change(_ path: String, _ sql: String) throws {
  let queue = try DatabaseQueue(path: path)
  try queue.inDatabase { db in
    try db.execute(sql: "PRAGMA foreign_keys = OFF")
    try db.execute(sql: sql)
  }
  try queue.close()
}
