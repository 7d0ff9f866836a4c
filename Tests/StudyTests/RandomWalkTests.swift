import Cards
import Scheduling
import Study
import Testing

/// Sessions driven by chance: whatever a learner does, some things always hold.
@Suite struct RandomWalkTests {
  @Test("A session keeps its promises whatever is done", arguments: 1...20 as ClosedRange<UInt64>)
  func walk(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let keeper = try MemoryKeeper(settings([(.burySiblings, Bool.random(using: &random) ? "on" : "off")]))
    let groups = ["x", "y", nil, nil, nil]
    let cards = (0..<12).map { number in
      Card.made(number, group: groups.randomElement(using: &random) ?? nil)
    }
    for day in 0..<5 {
      let start = moment(10 + 24 * Double(day))
      var walker = Walker(Desk(cards, keeper: keeper, at: start), seed: seed)
      for _ in 0..<60 { try walker.step(using: &random) }
      try walker.desk.run(.quit)
      #expect(walker.desk.summary?.reviewed == walker.reviewed, "seed \(seed)")
    }
  }

  @Test("Rating what is shown ends every session", arguments: 1...20 as ClosedRange<UInt64>)
  func ends(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let keeper = try MemoryKeeper(settings())
    for day in 0..<12 {
      var desk = Desk((0..<15).map { Card.made($0) }, keeper: keeper, at: moment(10 + 24 * Double(day)))
      var asked: [Int: Int] = [:]
      var count = 0
      while let place = desk.shown, count < 400 {
        guard case .question(let showing) = desk.session.phase else { break }
        if asked[place] != nil {
          #expect([.learning, .relearning].contains(showing.candidate.progress.state.phase), "seed \(seed)")
        }
        asked[place, default: 0] += 1
        count += 1
        try desk.rate(Int.random(in: 0..<5, using: &random) == 0 ? .again : .good)
      }
      #expect(desk.summary?.reviewed == count, "seed \(seed)")
      #expect(count < 400, "seed \(seed)")
      #expect(desk.session.left.new == 0 && desk.session.left.review == 0, "seed \(seed)")
    }
  }
}

/// A desk with the invariants that each step is checked against.
private struct Walker {
  var desk: Desk
  let seed: UInt64
  var reviewed = 0

  init(_ desk: Desk, seed: UInt64) {
    self.desk = desk
    self.seed = seed
  }

  mutating func step(using random: inout SplitMix) throws {
    let commands: [SessionCommand] = [
      .reveal, .reveal, .reveal, .answer(.text("answer")), .answer(.items([])), .skip, .bury, .suspend, .flag,
      .undo, .undo, .rate(.again, taking: nil), .rate(.good, taking: Milliseconds(9_000)),
      .rate(.good, taking: Milliseconds(9_000)), .rate(.easy, taking: Milliseconds(900_000)), .quit,
    ]
    guard let command = commands.randomElement(using: &random) else { return }
    if case .finished = desk.session.phase, command == .quit { return }
    desk.keeper.isFull = Int.random(in: 0..<8, using: &random) == 0
    let before = desk.session
    let events = desk.keeper.events.count
    do {
      let committed = try desk.runner.run(command)
      reviewed += change(of: command, committed)
      expectNoPromiseBroken(by: command, from: before)
    } catch {
      #expect(desk.session.phase == before.phase, "seed \(seed): \(command)")
      #expect(desk.session.left == before.left, "seed \(seed): \(command)")
      #expect(desk.keeper.events.count == events, "seed \(seed): \(command)")
    }
  }

  /// By how much a command changes the reviews of this session.
  private func change(of command: SessionCommand, _ committed: Committed?) -> Int {
    guard let committed else { return 0 }
    if case .review = committed.event.kind { return 1 }
    guard let undone = committed.undone, case .review = undone.kind else { return 0 }
    return undone.moment.instant >= started ? -1 : 0
  }

  private var started: Instant {
    let calendar = StudyCalendar()
    return calendar.start(of: calendar.day(of: desk.clock.moment), in: FixedZone(.zero))
  }

  private func expectNoPromiseBroken(by command: SessionCommand, from before: Session) {
    let left = desk.session.left
    switch command {
    case .rate(let rating, _):
      #expect(rating == .again || left.total <= before.left.total, "seed \(seed): \(command)")
    case .bury, .suspend: #expect(left.total == before.left.total - 1, "seed \(seed): \(command)")
    case .reveal, .answer, .skip, .flag, .quit: #expect(left == before.left, "seed \(seed): \(command)")
    case .undo: break
    }
    switch desk.session.phase {
    case .question(let showing), .answer(let showing, _):
      let progress = desk.keeper.progress(of: showing.candidate.card.id)
      let today = StudyCalendar().day(of: desk.clock.moment)
      #expect(showing.candidate.progress == progress, "seed \(seed): \(command)")
      #expect(!progress.isHidden(on: today), "seed \(seed): \(command)")
      #expect(left.total > 0, "seed \(seed): \(command)")
    case .finished: break
    }
  }
}
