import Cards
import Foundation
import LearnerStore
import Scheduling
import Study
import Testing

@Suite struct MergeTests {
  /// A file of a learner with a random history under a device's id; its path.
  private func history(_ name: String, in folder: String, using random: inout Seeded) throws -> String {
    let place = try Place(folder + "/" + name)
    let store = try place.store(name)
    var minute = Int64.random(in: 0..<5_000, using: &random)
    for _ in 0..<30 {
      minute += Int64.random(in: -500...3_000, using: &random)
      let number = Int.random(in: 1...4, using: &random)
      switch Int.random(in: 0..<12, using: &random) {
      case 0: _ = try? store.perform(.undo(nil), at: moment(minute))
      case 1: try store.perform(.mark(id(number), .forget), at: moment(minute))
      case 2:
        let hour = Int.random(in: 0...23, using: &random)
        try store.change(SettingChange(.rolloverHour, value: "\(hour)"), at: moment(minute))
      default:
        let rating = Rating.allCases.randomElement(using: &random) ?? .good
        try store.perform(review(card(number), rating), at: moment(minute))
      }
    }
    try store.close()
    return place.path
  }

  private func merged(_ paths: [String], in folder: String) throws -> [ReviewTransition] {
    let place = try Place(folder + "/" + UUID().uuidString)
    let store = try place.store("hub")
    for path in paths { _ = try store.merge(path, backup: place.plan(0)) }
    let found = try store.verify()
    #expect(found.isSound, "\(found)")
    return try transitions(of: store)
  }

  @Test func `the order of merging does not matter, and the same file twice changes nothing`() throws {
    let isTorture = ProcessInfo.processInfo.environment["WENGU_TORTURE"] != nil
    for seed in UInt64(1)...(isTorture ? 334 : 8) {
      try inTemporaryFolder { folder in
        var random = Seeded(state: seed)
        let files = try ["a", "b", "c"].map { try history($0, in: folder, using: &random) }
        let expected = try merged(files, in: folder)
        let shuffled = files.shuffled(using: &random)
        // Two of them merged first, and the union of those into the third's.
        let union = try Place(folder + "/union")
        let store = try union.store("union")
        for path in shuffled.dropFirst() { _ = try store.merge(path, backup: union.plan(0)) }
        try store.close()
        #expect(try merged([shuffled[0], union.path], in: folder) == expected, "seed \(seed)")
        #expect(try merged(shuffled + files, in: folder) == expected, "seed \(seed)")
      }
    }
  }

  @Test func `merging twice adds nothing, and undo takes back only this machine's last step`() throws {
    try inTemporaryFolder { folder in
      let (here, there) = (try Place(folder + "/here"), try Place(folder + "/there"))
      let (mac, pc) = (try here.store("mac-1"), try there.store("pc-1"))
      try mac.perform(review(card(1), .good), at: moment(0))
      try pc.perform(review(card(1), .again), at: moment(5))
      #expect(try mac.merge(there.path, backup: here.plan(6)).added == 2)
      let again = try mac.merge(there.path, backup: here.plan(7))
      #expect(again.added == 0 && again.known == 2)
      #expect(try mac.perform(.undo(nil), at: moment(8)).undone?.key.device == device("mac-1"))
      #expect(throws: SessionRefusal.nothingToUndo) { try mac.perform(.undo(nil), at: moment(9)) }
      #expect(try mac.verify().isSound)
    }
  }

  @Test func `another event under the same key is refused and nothing is merged`() throws {
    try inTemporaryFolder { folder in
      let (here, there) = (try Place(folder + "/here"), try Place(folder + "/there"))
      let (one, other) = (try here.store("mac-1"), try there.store("mac-1"))
      try one.perform(review(card(1), .good), at: moment(0))
      try other.perform(review(card(2), .again), at: moment(5))
      let before = try transitions(of: one)
      let failure = LearnerFileFailure.conflict(path: there.path, device: "mac-1", sequence: 1)
      #expect(throws: failure) { try one.merge(there.path, backup: here.plan(6)) }
      #expect(try transitions(of: one) == before)
    }
  }
}
