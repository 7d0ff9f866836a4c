import GRDB
import LearnerStore
import Scheduling
import Study
import Testing

@Suite struct UndoTests {
  @Test func `a named event is taken back though another session has reviewed since`() throws {
    let store = try LearnerStore(DatabaseQueue(), device: device("mac-1"), path: "memory.sqlite")
    let own = try store.perform(review(card(1), .good), at: moment(0))
    let other = try store.perform(review(card(2), .good), at: moment(1))
    #expect(try store.perform(.undo(own.event.key), at: moment(2)).undone == own.event)
    #expect(try store.perform(.undo(own.event.key), at: moment(3)).undone == other.event)
  }

  @Test func `undo takes back step by step, each kind, and then says there is nothing`() throws {
    let store = try memoryStore()
    var before: [CardProgress?] = []
    var progress: CardProgress?
    let effects: [SessionEffect] = [
      review(card(1), .good), .mark(id(1), .flag(true)), review(card(1), .easy), .mark(id(1), .suspend),
      .mark(id(1), .resume), .mark(id(1), .bury), .mark(id(1), .unbury),
      .mark(id(1), .reschedule(StudyDay(number: 99_999))), .mark(id(1), .forget),
    ]
    for (minute, effect) in effects.enumerated() {
      before.append(progress)
      progress = try store.perform(effect, at: moment(Int64(minute))).progress
    }
    for (minute, (effect, old)) in zip(effects, before).reversed().enumerated() {
      let undone = try store.perform(.undo(nil), at: moment(100 + Int64(minute)))
      #expect(undone.undone.map { EffectShape($0.kind) } == EffectShape(effect))
      if let old { #expect(undone.progress.withoutLastEvent == old.withoutLastEvent) }
    }
    #expect(throws: SessionRefusal.nothingToUndo) { try store.perform(.undo(nil), at: moment(200)) }
    #expect(try store.verify().isSound)
  }

  @Test func `undo goes on after a restart`() throws {
    try inTemporaryFolder { folder in
      let path = folder + "/a.sqlite"
      let first = try LearnerStore.open(path: path, access: .create(as: device("mac-1")))
      try first.perform(review(card(1), .good), at: moment(0))
      try first.perform(review(card(2), .good), at: moment(1))
      try first.perform(.undo(nil), at: moment(2))
      try first.close()
      let second = try LearnerStore.open(path: path, access: .existing(as: device("mac-1")))
      #expect(try second.perform(.undo(nil), at: moment(3)).progress.card == id(1))
      #expect(throws: SessionRefusal.nothingToUndo) { try second.perform(.undo(nil), at: moment(4)) }
    }
  }

  @Test func `another device's events are not undone`() throws {
    try inTemporaryFolder { folder in
      let path = folder + "/a.sqlite"
      let mac = try LearnerStore.open(path: path, access: .create(as: device("mac-1")))
      let pc = try LearnerStore.open(path: path, access: .existing(as: device("pc-1")))
      try mac.perform(review(card(1), .good), at: moment(0))
      #expect(throws: SessionRefusal.nothingToUndo) { try pc.perform(.undo(nil), at: moment(1)) }
    }
  }

  @Test func `an undone review is told as one that changed nothing`() throws {
    let store = try memoryStore()
    try store.perform(review(card(1), .good), at: moment(0))
    try store.perform(.undo(nil), at: moment(1))
    var told: [Bool] = []
    try store.forEachReview { transition, isUndone in
      told.append(isUndone)
      #expect(transition.before == transition.after)
    }
    #expect(told == [true])
  }
}

/// Which kind an effect or an event is.
private enum EffectShape: Equatable {
  case review
  case other(EventKind)

  init(_ kind: EventKind) {
    if case .review = kind { self = .review } else { self = .other(kind) }
  }

  init?(_ effect: SessionEffect) {
    switch effect {
    case .review: self = .review
    case .mark(_, let kind): self = .other(kind)
    case .undo: return nil
    }
  }
}

extension CardProgress {
  /// The progress but for the event that came last, which an undo always moves on.
  var withoutLastEvent: CardProgress {
    var copy = self
    copy.lastEvent = nil
    return copy
  }
}
