import Cards
import Scheduling
import Study
import Testing

private let noon = moment(12)

private func desk(_ count: Int, _ changes: [(Setting, String)] = []) throws -> Desk {
  Desk((0..<count).map { Card.made($0) }, keeper: try MemoryKeeper(settings(changes)), at: noon)
}

/// The phases a session can stand in.
private enum Stand: CaseIterable {
  case question
  case answer
  case finished

  func desk() throws -> Desk {
    var desk = try StudyTests.desk(2)
    switch self {
    case .question: break
    case .answer: try desk.run(.reveal)
    case .finished: try desk.run(.quit)
    }
    return desk
  }
}

private let good = SessionCommand.rate(.good, taking: Milliseconds(1_000))

@Suite struct SessionTests {
  @Test(
    "Every command fits some phases and is refused in the others",
    arguments: [
      (.reveal, nil, .answerAlreadyShown, .finished),
      (.answer(.text("x")), nil, .answerAlreadyShown, .finished),
      (good, .answerNotShown, nil, .finished), (.skip, nil, nil, .finished), (.bury, nil, nil, .finished),
      (.suspend, nil, nil, .finished), (.flag, nil, nil, .finished), (.quit, nil, nil, nil),
      (.undo, .nothingToUndo, .nothingToUndo, .nothingToUndo),
    ] as [(SessionCommand, SessionRefusal?, SessionRefusal?, SessionRefusal?)]
  )
  func table(
    command: SessionCommand,
    question: SessionRefusal?,
    answer: SessionRefusal?,
    finished: SessionRefusal?
  ) throws {
    for (stand, refusal) in zip(Stand.allCases, [question, answer, finished]) {
      var desk = try stand.desk()
      let before = desk.session.phase
      if let refusal {
        #expect(throws: refusal, "\(stand)") { try desk.run(command) }
        #expect(desk.session.phase == before, "\(stand)")
        #expect(desk.keeper.events.isEmpty, "\(stand)")
        #expect(desk.clock.moment == noon, "\(stand)")
      } else {
        #expect(throws: Never.self, "\(stand)") { try desk.run(command) }
      }
    }
  }

  @Test(
    "A commit that fails leaves the session where it was",
    arguments: [good, .bury, .suspend, .flag, .undo] as [SessionCommand]
  )
  func failedCommit(command: SessionCommand) throws {
    var desk = try desk(3)
    try desk.rate(.easy)
    try desk.run(.reveal)
    let before = desk.session
    desk.keeper.isFull = true
    #expect(throws: DiskFull.self) { try desk.run(command) }
    #expect(desk.session.phase == before.phase)
    #expect(desk.session.left == before.left)
    desk.keeper.isFull = false
    try desk.run(command)
    #expect(desk.keeper.events.count > 2)
  }

  @Test("A rating moves on and is recorded as it was given")
  func rating() throws {
    var desk = try desk(2)
    try desk.run(.answer(.text("Answer")), .rate(.hard, taking: Milliseconds(4_321)))
    #expect(desk.shown == 1)
    guard case .review(let review)? = desk.keeper.events.last?.kind else {
      Issue.record("no review was recorded")
      return
    }
    #expect(review.rating == .hard)
    #expect(review.duration == Milliseconds(4_321))
    #expect(review.answer == "Answer")
    #expect(review.isCorrect == true)
    #expect(desk.clock.moment.instant.since(noon.instant) == Milliseconds(4_321))
  }

  @Test("Time is measured from the question where none is given, and is never negative")
  func measured() throws {
    for (wait, taken) in [(7_000, 7_000), (-7_000, 0)] as [(Int64, Int64)] {
      var desk = try desk(1)
      desk.clock.pass(Milliseconds(wait))
      try desk.run(.reveal, .rate(.good, taking: nil))
      guard case .review(let review)? = desk.keeper.events.last?.kind else { continue }
      #expect(review.duration == Milliseconds(taken))
    }
  }

  @Test(
    "The answer shows what each rating leads to, and that is what is recorded",
    arguments: Rating.allCases
  )
  func outcomes(rating: Rating) throws {
    var desk = try desk(1, [(.fuzz, "on")])
    try desk.run(.reveal)
    guard case .answer(_, let response) = desk.session.phase else {
      Issue.record("no answer is shown")
      return
    }
    try desk.run(.rate(rating, taking: Milliseconds(1)))
    guard case .review(let review)? = desk.keeper.events.last?.kind else { return }
    #expect(review.interval == response.outcomes[rating].interval)
  }

  @Test("A right answer suggests good, a fast one easy, a wrong one again, none nothing")
  func suggestions() throws {
    let cases: [(SessionCommand, Int64, Rating?)] = [
      (.answer(.text("answer")), 1_000, .easy), (.answer(.text("answer")), 30_000, .good),
      (.answer(.text("wrong")), 1_000, .again), (.answer(.text("")), 1_000, .again), (.reveal, 1_000, nil),
    ]
    for (command, wait, suggested) in cases {
      var desk = try desk(1)
      desk.clock.pass(Milliseconds(wait))
      try desk.run(command)
      guard case .answer(_, let response) = desk.session.phase else { continue }
      #expect(response.suggested == suggested)
    }
  }

  @Test("A new card goes through its steps and leaves")
  func steps() throws {
    var desk = try desk(1)
    try desk.rate(.good)
    #expect(desk.session.left == (new: 0, learning: 1, review: 0))
    try desk.rate(.good)
    #expect(desk.summary?.reviewed == 2)
    #expect(desk.keeper.progress(of: Card.made(0).id).state.phase == .review)
  }

  @Test("What is skipped comes when nothing else is left, in the order of skipping")
  func skipping() throws {
    let keeper = try MemoryKeeper(settings())
    keeper.reviewed(0, .again, at: 11, .exact(.minutes(1)))
    keeper.reviewed(1, at: -48, .days(1))
    var desk = Desk((0..<5).map { Card.made($0) }, keeper: keeper, at: noon)
    #expect(desk.shown == 0)
    try desk.run(.skip)
    #expect(desk.shown == 1)
    try desk.run(.skip)
    #expect(desk.session.left.total == 5)
    #expect(try desk.rateAll(.easy) == [2, 3, 4, 0, 1])
  }

  @Test("Skipping the only card asks it again, and skipping all goes round")
  func skippingAll() throws {
    var desk = try desk(3)
    let places = try (0..<7).map { _ in
      let place = desk.shown
      try desk.run(.skip)
      return place
    }
    #expect(places == [0, 1, 2, 0, 1, 2, 0])
    #expect(desk.session.left.new == 3)
  }

  @Test("Burying and suspending take the card away, flagging keeps it on show")
  func marks() throws {
    var desk = try desk(3)
    try desk.run(.bury)
    #expect(desk.shown == 1)
    try desk.run(.reveal, .suspend)
    #expect(desk.shown == 2)
    try desk.run(.flag)
    guard case .question(let showing) = desk.session.phase else {
      Issue.record("no question is shown")
      return
    }
    #expect(showing.candidate.progress.isFlagged)
    try desk.run(.reveal, .flag)
    guard case .answer(let shown, _) = desk.session.phase else { return }
    #expect(!shown.candidate.progress.isFlagged)
    #expect(desk.session.left.total == 1)
  }

  @Test("The summary counts what was rated and not undone")
  func summary() throws {
    var desk = try desk(4)
    try desk.rate(.easy, taking: 1_000)
    try desk.rate(.hard, taking: 2_000)
    try desk.rate(.again, taking: 4_000)
    try desk.run(.undo)
    try desk.rate(.easy, taking: 8_000)
    try desk.run(.flag, .quit)
    #expect(desk.summary?.ratings == [.easy: 2, .hard: 1])
    #expect(desk.summary?.reviewed == 3)
    #expect(desk.summary?.duration == Milliseconds(11_000))
    #expect(desk.summary?.dueTomorrow == 1)
  }

  @Test("Options are shuffled by the seed, none lost")
  func choices() throws {
    let options = (0..<6).map { "option \($0)" }
    let cards = (0..<5).map { Card.made($0, kind: .choice, answers: [options[0]], choices: options) }
    var orders: Set<[String]> = []
    for _ in 0..<2 {
      var desk = Desk(cards, keeper: try MemoryKeeper(settings()), at: noon)
      while case .question(let showing) = desk.session.phase {
        #expect(showing.choices.sorted() == options)
        orders.insert(showing.choices)
        try desk.rate(.easy)
      }
    }
    #expect((2...5).contains(orders.count))
  }
}
