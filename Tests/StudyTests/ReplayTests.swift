import Cards
import Language
import Scheduling
import Study
import Testing

private let card = Card.made(0)

private func review(_ rating: Rating, _ interval: Interval) -> EventKind {
  .review(
    Review(
      rating: rating,
      duration: Milliseconds(5_000),
      answer: nil,
      isCorrect: nil,
      interval: interval,
      revision: 1,
      scheduler: .fsrs6,
      weightsVersion: 0
    )
  )
}

/// A log of one card from what happened at which hour.
private func log(_ steps: [(Double, EventKind)], _ settings: LearnerSettings = settings()) throws
  -> MemoryKeeper
{
  let keeper = try MemoryKeeper(settings)
  for (hours, kind) in steps { keeper.append(kind, card: card.id, at: moment(hours)) }
  return keeper
}

private let learnt: [(Double, EventKind)] = [
  (10, review(.good, .exact(.minutes(10)))), (10.2, review(.good, .days(3))), (82, review(.good, .days(9))),
]

@Suite struct ReplayTests {
  @Test("A replay keeps the interval that the learner was told")
  func intervals() throws {
    let progress = try log([(10, review(.good, .days(77)))]).progress(of: card.id)
    #expect(progress.interval == .days(77))
    #expect(progress.state.phase == .review)
    #expect(progress.due == .day(StudyCalendar().day(of: moment(10)).advanced(by: 77)))
    let step = try log([(10, review(.easy, .exact(.minutes(7))))]).progress(of: card.id)
    #expect(step.state.phase == .learning)
    #expect(step.due == .at(moment(10).instant.advanced(by: .minutes(7))))
  }

  @Test("Undoing the last review gives back the progress before, whatever it was", arguments: [1, 2, 3])
  func undo(length: Int) throws {
    let steps = Array(learnt.prefix(length))
    let keeper = try log(steps)
    var before = try log(Array(steps.dropLast())).progress(of: card.id)
    let key = EventKey(device: keeper.device, sequence: Int64(length))
    let event = keeper.append(.undo(key), card: card.id, at: moment(90))
    before.lastEvent = event.key
    #expect(keeper.progress(of: card.id) == before)
  }

  @Test("Undoing a review in the middle replays the later ones on what remains")
  func undoMiddle() throws {
    let keeper = try log(learnt)
    keeper.append(.undo(EventKey(device: keeper.device, sequence: 2)), card: card.id, at: moment(90))
    let progress = keeper.progress(of: card.id)
    let direct = try log([learnt[0], learnt[2]]).progress(of: card.id)
    #expect(progress.state == direct.state)
    #expect(progress.repetitions == 2)
  }

  @Test("Forgetting starts anew but keeps when the card was first and last seen")
  func forget() throws {
    let keeper = try log(learnt + [(100, .forget)])
    let progress = keeper.progress(of: card.id)
    #expect(progress.state == .new)
    #expect(progress.due == nil)
    #expect(progress.repetitions == 0)
    #expect(progress.firstReview == moment(10))
    #expect(progress.lastReview == moment(82))
    #expect(keeper.grading.retrievability(of: progress, at: moment(100)) == nil)
  }

  @Test("Rescheduling moves the day of a card that was reviewed, and of no other")
  func reschedule() throws {
    let day = StudyDay(number: 30_000)
    #expect(try log(learnt + [(100, .reschedule(day))]).progress(of: card.id).due == .day(day))
    #expect(try log([(100, .reschedule(day))]).progress(of: card.id).due == nil)
  }

  @Test("Burying hides until the next study day, suspending until resumed")
  func hiding() throws {
    let calendar = StudyCalendar()
    let buried = try log([(10, .bury)]).progress(of: card.id)
    #expect(buried.isHidden(on: calendar.day(of: moment(27.9))))
    #expect(!buried.isHidden(on: calendar.day(of: moment(28))))
    #expect(
      try !log([(10, .bury), (11, .unbury)]).progress(of: card.id).isHidden(on: calendar.day(of: moment(11)))
    )
    let suspended = try log([(10, .suspend)]).progress(of: card.id)
    #expect(suspended.isHidden(on: StudyDay(number: 40_000)))
    #expect(try !log([(10, .suspend), (11, .resume)]).progress(of: card.id).isSuspended)
    #expect(try log([(10, .flag(true))]).progress(of: card.id).isFlagged)
    #expect(try !log([(10, .flag(true)), (11, .flag(false))]).progress(of: card.id).isFlagged)
  }

  @Test("A changed answer starts the card anew, a changed wording does not")
  func revisions() throws {
    func revised(startsAnew: Bool) throws -> CardProgress {
      let revision = CardRevision(card: card, deck: "deck", startsAnew: startsAnew)
      return try log(learnt + [(100, .revision(revision))]).progress(of: card.id)
    }
    #expect(try revised(startsAnew: true).state == .new)
    #expect(try revised(startsAnew: false).state.phase == .review)
    #expect(try revised(startsAnew: false).revision == card.textFingerprint)
    #expect(try revised(startsAnew: false).answerRevision == card.answerFingerprint)
  }

  @Test("Elapsed time counts study days and is never negative")
  func elapsed() throws {
    let keeper = try log([(10, review(.good, .days(3)))])
    let progress = keeper.progress(of: card.id)
    for (hours, days) in [(10.0, 0.0), (27.9, 0), (28, 1), (51.9, 1), (52, 2), (-100, 0)] {
      #expect(keeper.grading.elapsed(of: progress, at: moment(hours)).value == days, "\(hours)")
    }
    #expect(keeper.grading.elapsed(of: CardProgress(card: card.id), at: moment(0)).value == 0)
  }

  @Test("A day is due by the clock where the review happened")
  func journey() throws {
    for (hours, offset, due) in [(18.0, 480, "2026-11-02"), (21, 480, "2026-11-03"), (3, 0, "2026-11-01")] {
      let keeper = try MemoryKeeper(settings())
      keeper.append(review(.good, .days(1)), card: card.id, at: moment(hours, offset: offset))
      #expect(keeper.progress(of: card.id).due == StudyDay(due).map(Due.day), "\(hours)")
    }
  }

  @Test(
    "The state after each event is the replay of the log so far",
    arguments: 1...12 as ClosedRange<UInt64>
  )
  func prefixes(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let keeper = try MemoryKeeper(settings())
    var time = 0.0
    var running = CardProgress(card: card.id)
    for _ in 0..<40 {
      time += Double.random(in: -1...60, using: &random)
      let kind: EventKind =
        switch Int.random(in: 0..<12, using: &random) {
        case 0: .suspend
        case 1: .resume
        case 2: .bury
        case 3: .unbury
        case 4: .flag(Bool.random(using: &random))
        case 5: .forget
        case 6: .reschedule(StudyDay(number: Int.random(in: 20_000...21_000, using: &random)))
        case 7: .revision(CardRevision(card: card, deck: "deck", startsAnew: Bool.random(using: &random)))
        default:
          review(
            Rating.allCases.randomElement(using: &random) ?? .good,
            Bool.random(using: &random)
              ? .days(Int.random(in: 1...100, using: &random)) : .exact(.minutes(10))
          )
        }
      let event = keeper.append(kind, card: card.id, at: moment(time))
      keeper.grading.replay(event, on: &running)
      #expect(keeper.progress(of: card.id) == running, "seed \(seed)")
      #expect(keeper.grading.progress(of: card.id, from: keeper.events.shuffled(using: &random)) == running)
    }
  }
}
