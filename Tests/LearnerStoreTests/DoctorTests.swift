import Cards
import Foundation
import GRDB
import LearnerStore
import Scheduling
import Study
import Testing

@Suite struct DoctorTests {
  /// A file with a deck and events of every kind.
  private func fill(_ place: Place) throws -> Int {
    let store = try place.store()
    let cards = (1...30).map { card($0, passage: String(repeating: "长", count: $0 * 90)) }
    try store.takeUp(deckAt: "/d.md", name: "作风", fingerprint: 1, cards: cards, at: moment(0))
    for minute in 0..<90 {
      try store.perform(review(cards[minute % 30], .good), at: moment(Int64(minute)))
    }
    try store.perform(.mark(id(1), .flag(true)), at: moment(91))
    try store.perform(.undo(nil), at: moment(92))
    try store.perform(.mark(id(2), .reschedule(StudyDay(number: 20_800))), at: moment(93))
    try store.perform(.mark(id(3), .suspend), at: moment(94))
    try store.change(SettingChange(.desiredRetention, deck: "作风", value: "0.85"), at: moment(95))
    try store.change(SettingChange(.learningSteps, value: ""), at: moment(96))
    let events = try store.contents().events
    try store.close()
    return events
  }

  @Test func `states that are not the replay are found and computed anew`() throws {
    try inTemporaryFolder { folder in
      let place = try Place(folder)
      _ = try fill(place)
      try change(place.path, "UPDATE cardState SET lapses = 7 WHERE card = 3")
      let store = try place.store()
      #expect(try store.verify().differingStates.count == 1)
      try store.rebuildStates()
      #expect(try store.verify().isSound)
    }
  }

  @Test func `a gap in a device's events is told and does no harm`() throws {
    try inTemporaryFolder { folder in
      let place = try Place(folder)
      _ = try fill(place)
      try change(place.path, "DELETE FROM event WHERE seq IN (8, 9)")
      let store = try place.store()
      try store.rebuildStates()
      let found = try store.verify()
      #expect(found.missingEvents == ["mac-1/8-9"])
      #expect(found.isLogSound)
    }
  }

  @Test func `rows that refer to nothing are found`() throws {
    try inTemporaryFolder { folder in
      let place = try Place(folder)
      _ = try fill(place)
      try change(place.path, "UPDATE deckCard SET cardText = 99999 WHERE place = 4")
      #expect(try place.store().verify().orphans == ["deckCard"])
    }
  }

  @Test func `all of a sound file is salvaged, and the file is not touched`() throws {
    try inTemporaryFolder { folder in
      let place = try Place(folder)
      let events = try fill(place)
      let before = FileManager.default.contents(atPath: place.path)
      let salvage = try Salvage.salvage(place.path, place.plan(200), as: device("mac-1"))
      #expect(salvage.events == events)
      #expect(salvage.unreadable == 0)
      #expect(salvage.decks == 1)
      #expect(FileManager.default.contents(atPath: place.path) == before)
      let (old, new) = (try place.store(), try LearnerStore.open(path: salvage.path, access: .readOnly))
      #expect(try transitions(of: new) == transitions(of: old))
      #expect(try new.candidates() == old.candidates())
      #expect(try new.settings() == old.settings())
      #expect(try new.verify().isSound)
    }
  }

  @Test func `what stands in the write-ahead log alone is salvaged too`() throws {
    try inTemporaryFolder { folder in
      let place = try Place(folder)
      let store = try place.store()
      for number in 1...5 { try store.perform(review(card(number), .good), at: moment(Int64(number))) }
      let salvage = try Salvage.salvage(place.path, place.plan(200), as: device("mac-1"))
      #expect(salvage.reviews == 5)
    }
  }

  @Test func `a file without its first page, its schema or a leaf gives up what is left`() throws {
    try inTemporaryFolder { folder in
      let place = try Place(folder)
      let events = try fill(place)
      try overwrite(place.path, at: 0, with: [UInt8](repeating: 0xff, count: 4_096))
      let salvage = try Salvage.salvage(place.path, place.plan(200), as: device("mac-1"))
      #expect(salvage.events == events)
      #expect(try LearnerStore.open(path: salvage.path, access: .readOnly).verify().isSound)
    }
  }

  @Test func `what is no learner file at all gives nothing and leaves nothing`() throws {
    try inTemporaryFolder { folder in
      let place = try Place(folder)
      try Data(repeating: 10, count: 50_000).write(to: URL(fileURLWithPath: place.path))
      #expect(throws: LearnerFileFailure.notADatabase(path: place.path)) {
        try Salvage.salvage(place.path, place.plan(0), as: device("mac-1"))
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: place.folder.path).isEmpty)
    }
  }
}
