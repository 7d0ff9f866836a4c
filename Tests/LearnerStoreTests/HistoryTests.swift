import Cards
import GRDB
import LearnerStore
import Scheduling
import Study
import Testing

/// The log replayed is the state stored, whatever happened.
@Suite struct HistoryTests {
  @Test func `stored states equal the replay after random histories`() throws {
    for seed in UInt64(1)...40 {
      var random = Seeded(state: seed)
      let store = try memoryStore()
      var minute: Int64 = 0
      for _ in 0..<40 {
        // Now and then the clock jumps, also backwards.
        minute +=
          Int64.random(in: 0..<20, using: &random) == 0
          ? Int64.random(in: -20_000...40_000, using: &random) : 7
        try step(store, at: moment(minute, offset: random.next() % 5 == 0 ? -480 : 480), using: &random)
      }
      let found = try store.verify()
      #expect(found.isSound, "seed \(seed): \(found)")
      #expect(try facts(of: store) == factsByEvents(of: store), "seed \(seed)")
    }
  }

  /// The facts as the store tells them, in numbers.
  private func facts(of store: LearnerStore) throws -> [ReviewFact] {
    var facts: [ReviewFact] = []
    try store.forEachFact { facts.append($0) }
    return facts
  }

  /// The same facts from the replay of whole events.
  private func factsByEvents(of store: LearnerStore) throws -> [ReviewFact] {
    let cards = try store.reviewedCards()
    var facts: [ReviewFact] = []
    try store.forEachReview { transition, isUndone in
      guard !isUndone, let card = cards.firstIndex(of: transition.before.card) else { return }
      facts.append(ReviewFact(transition, card: card))
    }
    return facts
  }

  private func step(_ store: LearnerStore, at moment: Moment, using random: inout Seeded) throws {
    let number = Int.random(in: 1...5, using: &random)
    let asked = card(number, answer: random.next() % 12 == 0 ? "另一个答案" : "立场和世界观")
    switch Int.random(in: 0..<20, using: &random) {
    case 0..<11:
      let rating = Rating.allCases.randomElement(using: &random) ?? .good
      try store.perform(review(asked, rating), at: moment)
    case 11..<14:
      do {
        try store.perform(.undo(nil), at: moment)
      } catch SessionRefusal.nothingToUndo {
        return
      }
    case 14: try store.perform(.mark(asked.id, .suspend), at: moment)
    case 15: try store.perform(.mark(asked.id, .bury), at: moment)
    case 16: try store.perform(.mark(asked.id, .forget), at: moment)
    case 17: try store.perform(.mark(asked.id, .reschedule(StudyDay(number: 20_800))), at: moment)
    case 18:
      let hour = Int.random(in: 0...23, using: &random)
      try store.change(SettingChange(.rolloverHour, value: "\(hour)"), at: moment)
    default:
      let weights = try Weights([]).values.map { $0 * Double.random(in: 0.8...1.2, using: &random) }
      let text = weights.map { "\($0)" }.joined(separator: ",")
      try store.change(SettingChange(.weights, value: text), at: moment)
    }
  }

  @Test func `a setting that scheduling depends on replays all states at once`() throws {
    let store = try memoryStore()
    try store.takeUp(deckAt: "/d.md", name: "作风", fingerprint: 1, cards: [card(1)], at: moment(0))
    try store.perform(review(card(1), .good), at: moment(0))
    let before = try #require(try store.candidates().first?.progress.state.memory)
    var weights = Weights.fsrs6Default.values
    weights[2] = 9
    let text = weights.map { "\($0)" }.joined(separator: ",")
    let settings = try store.change(SettingChange(.weights, value: text), at: moment(1))
    #expect(settings.weightsVersion == 1)
    let after = try #require(try store.candidates().first?.progress.state.memory)
    #expect(after.stability == Days(9))
    #expect(before.stability != after.stability)
    #expect(try store.verify().isSound)
  }

  @Test func `a setting's bad value is refused and not recorded`() throws {
    let store = try memoryStore()
    #expect(throws: SettingFailure.self) {
      try store.change(SettingChange(.rolloverHour, value: "25"), at: moment(0))
    }
    #expect(try store.verify().soundEvents == 0)
    #expect(try store.settings() == LearnerSettings())
  }

  @Test func `two stores on one file go on from each other's last word`() throws {
    try inTemporaryFolder { folder in
      let path = folder + "/a.sqlite"
      let stores = [
        try LearnerStore.open(path: path, access: .create(as: device("mac-1"))),
        try LearnerStore.open(path: path, access: .existing(as: device("mac-1"))),
        try LearnerStore.open(path: path, access: .existing(as: device("pc-1"))),
      ]
      var random = Seeded(state: 7)
      var keys: Set<EventKey> = []
      for minute in 0..<60 {
        let store = stores[Int.random(in: 0..<3, using: &random)]
        let asked = card(Int.random(in: 1...3, using: &random))
        let committed = try store.perform(review(asked, .good), at: moment(Int64(minute) * 60))
        #expect(keys.insert(committed.event.key).inserted)
      }
      for store in stores {
        #expect(try transitions(of: store).count == 60)
        #expect(try store.verify().isSound)
      }
    }
  }

  @Test func `a cache that lags behind the log is noticed and put right by the next review`() throws {
    let queue = try DatabaseQueue()
    let store = try LearnerStore(queue, device: device("mac-1"), path: "memory.sqlite")
    try store.perform(review(card(1), .easy), at: moment(0))
    try queue.write { try $0.execute(sql: "UPDATE cardState SET lastSeq = 1, repetitions = 77, phase = 1") }
    #expect(try store.verify().differingStates == [id(1)])
    let after = try store.perform(review(card(1), .good), at: moment(day * 5))
    #expect(after.progress.repetitions == 2)
    #expect(after.progress.state.phase == .review)
    #expect(try store.verify().isSound)
  }
}
