import Cards
import GRDB
import LearnerStore
import Scheduling
import Study
import Testing

@Suite struct EffectTests {
  @Test func `a review is in the log and in the state when perform returns`() throws {
    let store = try memoryStore()
    let committed = try store.perform(review(card(1), .good), at: moment(0))
    #expect(committed.event.key == EventKey(device: try device("mac-1"), sequence: 2))
    #expect(committed.progress.state.phase == .learning)
    #expect(committed.progress.revision == card(1).textFingerprint)
    var seen: [ReviewTransition] = []
    try store.forEachReview { transition, _ in seen.append(transition) }
    #expect(seen.map(\.event) == [committed.event])
    #expect(seen.map(\.after) == [committed.progress])
    #expect(try store.verify().isSound)
  }
  @Test func `a review survives closing and opening`() throws {
    try inTemporaryFolder { folder in
      let path = folder + "/李雷.sqlite"
      let mac = try device("mac-1")
      let store = try LearnerStore.open(path: path, access: .create(as: mac))
      try store.takeUp(deckAt: "/d.md", name: "作风", fingerprint: 1, cards: [card(1)], at: moment(0))
      let committed = try store.perform(review(card(1), .easy), at: moment(1))
      try store.close()
      let again = try LearnerStore.open(path: path, access: .existing(as: mac))
      #expect(again.learner == "李雷")
      #expect(try again.candidates().map(\.progress) == [committed.progress])
      #expect(try again.verify().isSound)
    }
  }
}
