import Foundation
import GRDB
import Language
import LearnerStore
import Scheduling
import Study
import Testing

@Suite struct ChecksumTests {
  /// A log with events of every kind.
  private func fullStore() throws -> (LearnerStore, DatabaseQueue) {
    let queue = try DatabaseQueue()
    let store = try LearnerStore(queue, device: device("mac-1"), path: "memory.sqlite")
    try store.perform(review(card(1), .again), at: moment(0))
    try store.perform(review(card(1), .easy, answer: nil), at: moment(5))
    try store.perform(.mark(id(1), .flag(true)), at: moment(6))
    try store.perform(.undo(nil), at: moment(7))
    try store.perform(.mark(id(1), .reschedule(StudyDay(number: 20_800))), at: moment(8))
    try store.change(SettingChange(.desiredRetention, deck: "作风", value: "0.85"), at: moment(9))
    return (store, queue)
  }

  @Test(arguments: [
    "UPDATE event SET rating = 4 WHERE seq = 2", "UPDATE event SET durationMilliseconds = 1 WHERE seq = 2",
    "UPDATE event SET answer = NULL WHERE seq = 2", "UPDATE event SET answer = '' WHERE seq = 3",
    "UPDATE event SET isCorrect = 1 WHERE seq = 2", "UPDATE event SET intervalMilliseconds = 1 WHERE seq = 2",
    "UPDATE event SET intervalDays = intervalDays + 1 WHERE seq = 3",
    "UPDATE event SET scheduler = 2 WHERE seq = 2", "UPDATE event SET scheduler = 9 WHERE seq = 2",
    "UPDATE event SET weightsVersion = 1 WHERE seq = 2",
    "UPDATE event SET effectiveAt = effectiveAt + 1 WHERE seq = 2",
    "UPDATE event SET wallLag = 5 WHERE seq = 2", "UPDATE event SET offsetMinutes = 0 WHERE seq = 2",
    "UPDATE event SET offsetMinutes = 9000 WHERE seq = 2", "UPDATE event SET kind = 8 WHERE seq = 4",
    "UPDATE event SET kind = 99 WHERE seq = 4", "UPDATE event SET card = NULL WHERE seq = 2",
    "UPDATE event SET checksum = checksum + 1 WHERE seq = 2", "UPDATE card SET name = 'short'",
    "UPDATE cardText SET question = question || ' '", "UPDATE cardText SET fingerprint = 1",
    "UPDATE cardText SET kind = 'riddle'", "UPDATE eventUndo SET undoneSeq = 3",
    "UPDATE eventReschedule SET studyDay = 1", "UPDATE eventSetting SET value = '0.86'",
    "UPDATE eventSetting SET setting = 'unheard-of'", "UPDATE eventRevision SET startsAnew = 1",
    "UPDATE deckName SET name = 'x'", "DELETE FROM eventUndo", "UPDATE device SET name = 'pc-1'",
  ])
  func `a change of any field of an event is found`(sql: String) throws {
    let (store, queue) = try fullStore()
    #expect(try store.verify().isSound)
    try queue.inDatabase { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      try db.execute(sql: sql)
    }
    #expect(try !store.verify().damagedEvents.isEmpty)
  }

  @Test func `a damaged event stops reading with its name`() throws {
    let (store, queue) = try fullStore()
    try queue.write { try $0.execute(sql: "UPDATE event SET rating = 4 WHERE seq = 2") }
    let failure = LearnerFileFailure.damagedEvent(path: "memory.sqlite", device: "mac-1", sequence: 2)
    #expect(throws: failure) { try transitions(of: store) }
    #expect(failure.message.english.contains("mac-1/2"))
  }

  @Test func `a missing event is found`() throws {
    let (store, queue) = try fullStore()
    try queue.write { try $0.execute(sql: "DELETE FROM event WHERE seq = 3") }
    #expect(try store.verify().missingEvents == ["mac-1/3"])
  }
}
