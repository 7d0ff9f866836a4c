import Foundation
import LearnerStore
import Scheduling
import Study
import Testing

@Suite struct DamagedFileTests {
  private static let isTorture = ProcessInfo.processInfo.environment["WENGU_TORTURE"] != nil

  /// A file with forty reviews, as bytes, and its events.
  private func sound(at path: String) throws -> (Data, [Event]) {
    let store = try LearnerStore.open(path: path, access: .create(as: device("mac-1")))
    try store.takeUp(
      deckAt: "/d.md",
      name: "作风",
      fingerprint: 1,
      cards: (1...20).map { card($0) },
      at: moment(0)
    )
    for number in 1...40 {
      try store.perform(review(card(number % 20 + 1), .good), at: moment(Int64(number)))
    }
    let events = try transitions(of: store).map(\.event)
    try store.close()
    return (try required(FileManager.default.contents(atPath: path)), events)
  }

  /// Flips bits, replaces a page, cuts the file off, or changes its header.
  private func damage(_ sound: Data, _ kind: Int, using random: inout Seeded) -> Data {
    var bytes = sound
    switch kind {
    case 0:
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      }
    case 1:
      let page = Int.random(in: 0..<bytes.count / 4_096, using: &random) * 4_096
      for place in page..<page + 4_096 { bytes[place] = UInt8.random(in: 0...255, using: &random) }
    case 2: bytes = bytes.prefix(Int.random(in: 0..<bytes.count, using: &random))
    default: bytes[Int.random(in: 0..<100, using: &random)] = UInt8.random(in: 0...255, using: &random)
    }
    return bytes
  }

  @Test func `damage is told or harmless, and a refused file is never written`() throws {
    try inTemporaryFolder { folder in
      let path = folder + "/a.sqlite"
      let (sound, expected) = try sound(at: path)
      var random = Seeded(state: 3)
      var refused = 0
      for round in 0..<(Self.isTorture ? 10_000 : 160) {
        let bytes = damage(sound, round % 4, using: &random)
        for ending in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + ending) }
        try bytes.write(to: URL(fileURLWithPath: path))
        do {
          try LearnerStore.open(path: path, access: .existing(as: device("mac-2"))).close()
        } catch is LearnerFileFailure {
          refused += 1
          #expect(FileManager.default.contents(atPath: path) == bytes, "round \(round)")
          continue
        }
        do {
          let damaged = try LearnerStore.open(path: path, access: .readOnly)
          defer { try? damaged.close() }
          _ = try damaged.candidates()
          let found = try damaged.verify()
          let isTold = !found.isSound || !found.missingEvents.isEmpty
          #expect(try isTold || transitions(of: damaged).map(\.event) == expected, "round \(round)")
        } catch is LearnerFileFailure {
          continue
        }
      }
      #expect(refused > 30)
    }
  }

  @Test func `a file of the first version is brought up to date, and kept as a backup`() throws {
    try inTemporaryFolder { folder in
      let place = try Place(folder + "/old")
      let fixture = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Fixtures/v1.sqlite")
      try FileManager.default.copyItem(atPath: fixture.path, toPath: place.path)
      #expect(throws: LearnerFileFailure.readOnly(path: place.path)) {
        try LearnerStore.open(path: place.path, access: .readOnly)
      }
      let store = try LearnerStore.open(
        path: place.path,
        access: .existing(as: device("mac-1")),
        backup: place.plan(0)
      )
      #expect(try store.verify().isSound)
      #expect(try store.contents().reviews == 18)
      #expect(try place.plan(0).folder.backups().count == 1)
      try store.perform(review(card(1), .good), at: moment(5_000_000))
      #expect(try store.contents().reviews == 19)
      try store.close()
    }
  }
}
