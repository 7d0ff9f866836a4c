import Cards
import LearnerStore
import Scheduling
import Study
import Testing

@Suite struct EffectTests {
  @Test func `a review stands in the log and in the state when perform returns`() throws {
    let store = try memoryStore()
    let committed = try store.perform(review(card(1), .good), at: moment(0))
    #expect(committed.event.key == EventKey(device: try device("mac-1"), sequence: 2))
    #expect(committed.progress.state.phase == .learning)
    #expect(committed.progress.revision == card(1).textFingerprint)
    #expect(try transitions(of: store).map(\.event) == [committed.event])
    #expect(try transitions(of: store).map(\.after) == [committed.progress])
    #expect(try store.verify().isSound)
  }

  @Test func `the text of a card is recorded once, and again when it changes`() throws {
    let store = try memoryStore()
    try store.perform(review(card(1), .good), at: moment(0))
    let same = try store.perform(review(card(1), .good), at: moment(10))
    #expect(same.event.key.sequence == 3)
    let reworded = card(1, question: "作风是____的体现。")
    let after = try store.perform(review(reworded, .good), at: moment(20))
    #expect(after.event.key.sequence == 5)
    #expect(after.progress.repetitions == 3)
    #expect(after.progress.revision == reworded.textFingerprint)
  }

  @Test func `a new answer starts the card anew before its review is recorded`() throws {
    let store = try memoryStore()
    let learnt = try store.perform(review(card(1), .easy), at: moment(0))
    #expect(learnt.progress.state.phase == .review)
    let after = try store.perform(review(card(1, answer: "态度"), .good), at: moment(day * 20))
    #expect(after.progress.state.phase == .learning)
    #expect(after.progress.repetitions == 1)
    #expect(after.progress.firstReview == moment(0))
  }

  @Test func `a mark changes the card and is replayed alike`() throws {
    let today = StudyCalendar().day(of: moment(0))
    let later = StudyDay(number: 30_000)
    let table: [(EventKind, (CardProgress) -> Bool)] = [
      (.suspend, { $0.isSuspended }), (.resume, { !$0.isSuspended }), (.bury, { $0.buriedOn == today }),
      (.unbury, { $0.buriedOn == nil }), (.flag(true), { $0.isFlagged }), (.flag(false), { !$0.isFlagged }),
      (.reschedule(later), { $0.due == .day(later) }), (.forget, { $0.state == .new && $0.due == nil }),
    ]
    let store = try memoryStore()
    try store.perform(review(card(1), .easy), at: moment(0))
    for (kind, holds) in table {
      let committed = try store.perform(.mark(id(1), kind), at: moment(5))
      #expect(committed.event.kind == kind)
      #expect(holds(committed.progress), "\(kind)")
    }
    #expect(try store.verify().isSound)
  }

  @Test(arguments: [
    EventKind.undo(EventKey(device: try device("x"), sequence: 1)),
    .setting(SettingChange(.fuzz, value: "off")),
  ])
  func `what is not a mark is refused and not recorded`(kind: EventKind) throws {
    let store = try memoryStore()
    #expect(throws: NotAMark(kind: kind)) { try store.perform(.mark(id(1), kind), at: moment(0)) }
    #expect(try store.verify().soundEvents == 0)
  }

  @Test func `the clock may go back: order goes on and elapsed time is never negative`() throws {
    let store = try memoryStore()
    let first = try store.perform(review(card(1), .easy), at: moment(day * 30))
    let second = try store.perform(review(card(1), .good), at: moment(0))
    #expect(second.event.moment == moment(0))
    #expect(second.event.effectiveAt.milliseconds == first.event.effectiveAt.milliseconds + 1)
    #expect(try transitions(of: store).last?.elapsed == Days(0))
    let lag = second.event.effectiveAt.since(second.event.moment.instant)
    #expect(try store.greatestClockLag() == lag)
    #expect(try store.verify().isSound)
  }

  @Test func `an answer with a NUL, quotes and controls comes back without the NUL`() throws {
    let store = try memoryStore()
    try store.perform(
      review(card(1), .again, answer: "a\0'; DROP TABLE event;--\u{1B}[2J\u{202E}"),
      at: moment(0)
    )
    #expect(try transitions(of: store).last?.review.answer == "a'; DROP TABLE event;--\u{1B}[2J\u{202E}")
    #expect(try store.verify().isSound)
  }

  @Test func `today counts new cards once and reviews of cards in review`() throws {
    let store = try memoryStore()
    try store.perform(review(card(1), .easy), at: moment(-day * 30))
    try store.perform(review(card(2), .easy), at: moment(-day * 30 + 1))
    for (number, minute) in [(3, 1), (3, 2), (1, 20), (4, 21), (2, 22)] {
      try store.perform(review(card(number), .good), at: moment(Int64(minute)))
    }
    try store.perform(.undo(nil), at: moment(30))
    let today = StudyCalendar().day(of: moment(0))
    #expect(try store.dayCounts(on: today) == DayCounts(newCards: 2, reviews: 1))
    #expect(try store.dayCounts(on: today.advanced(by: -30)) == DayCounts(newCards: 2, reviews: 0))
    #expect(try store.dayCounts(on: today.advanced(by: 1)) == DayCounts(newCards: 0, reviews: 0))
  }
}

/// The reviews of a log in replay order.
func transitions(of store: LearnerStore) throws -> [ReviewTransition] {
  var found: [ReviewTransition] = []
  try store.forEachReview { transition, _ in found.append(transition) }
  return found
}
