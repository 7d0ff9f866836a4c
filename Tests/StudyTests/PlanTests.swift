import Cards
import Scheduling
import Study
import Testing

private let noon = moment(12 + 240)

@Suite struct PlanTests {
  @Test(
    "Each order asks the reviews its own way",
    arguments: [
      (ReviewOrder.due, [1, 0, 2]), (.weakest, [0, 1, 2]), (.strongest, [2, 1, 0]), (.deck, [0, 1, 2]),
    ]
  )
  func orders(order: ReviewOrder, places: [Int]) throws {
    let keeper = try MemoryKeeper(settings())
    // Rated worse, a card has less stability: after the same days it is likelier forgotten.
    keeper.reviewed(0, .hard, at: 12, .days(6))
    keeper.reviewed(1, .good, at: 12, .days(3))
    keeper.reviewed(2, .easy, at: 12, .days(9))
    var desk = Desk((0...2).map { Card.made($0) }, keeper: keeper, at: noon, order: order)
    #expect(try desk.rateAll(.easy) == places)
  }

  @Test("An order by chance hangs on the seed alone")
  func chance() throws {
    let keeper = try MemoryKeeper(settings())
    for number in 0..<20 { keeper.reviewed(number, at: 12, .days(3)) }
    let cards = (0..<20).map { Card.made($0) }
    var first = Desk(cards, keeper: keeper, at: noon, order: .random)
    var second = Desk(cards, keeper: keeper, at: noon, order: .random)
    let places = try first.rateAll(.easy, atMost: 3)
    #expect(try second.rateAll(.easy, atMost: 3) == places)
  }

  @Test("What gains most a second comes first: not what is known anyway")
  func gain() throws {
    let keeper = try MemoryKeeper(settings())
    for (number, hours) in [(0, 239.0), (1, 12)] { keeper.reviewed(number, .good, at: hours, .days(1)) }
    var desk = Desk([.made(0), .made(1)], keeper: keeper, at: moment(12 + 264), order: .gain)
    #expect(try desk.rateAll(.easy, atMost: 1) == [1])
  }

  @Test("A time takes what fits into it, and nothing is asked once it is over")
  func time() throws {
    let cards = (0..<10).map { Card.made($0) }
    var desk = Desk(cards, keeper: try MemoryKeeper(settings()), at: noon, time: .minutes(1))
    // A new card is expected to take 24 seconds.
    #expect(desk.session.left.new == 2)
    try desk.rate(.easy, taking: 59_000)
    #expect(desk.shown != nil && !desk.session.isTimeOver)
    try desk.run(.undo)
    try desk.rate(.easy, taking: 61_000)
    #expect(desk.shown == nil && desk.session.isTimeOver)
    try desk.run(.undo)
    #expect(desk.shown == 0 && !desk.session.isTimeOver)
  }

  @Test("Cramming asks all cards, due or not, siblings too, and again what was forgotten")
  func cram() throws {
    let keeper = try MemoryKeeper(settings())
    keeper.reviewed(0, at: 251, .days(30))
    keeper.reviewed(1, .again, at: 251, .exact(.minutes(600)))
    let cards = (0...3).map { Card.made($0, group: "x") }
    let none = DayCounts(newCards: 0, reviews: 0)
    var desk = Desk(cards, keeper: keeper, at: noon, limits: none, isCram: true)
    #expect(desk.session.left == (new: 2, learning: 1, review: 1))
    let first = try #require(desk.shown)
    try desk.rate(.again)
    #expect(try desk.rateAll(.easy).sorted() == ([first] + [0, 1, 2, 3].filter { $0 != first }).sorted())
  }

  @Test("The hardest cards are told at the end, and one taken back is not")
  func hard() throws {
    var desk = Desk((0...3).map { Card.made($0) }, keeper: try MemoryKeeper(settings()), at: noon)
    try desk.rate(.hard)
    try desk.rate(.again)
    try desk.rate(.easy)
    try desk.rate(.again)
    try desk.run(.undo)
    try desk.rate(.easy)
    try desk.run(.quit)
    #expect(desk.summary?.hard.map(\.place) == [1, 0])
  }
}

@Suite struct PracticeTests {
  @Test("Practice leaves the log alone, but marks count and everything can be taken back")
  func practice() throws {
    let kept = try MemoryKeeper(settings())
    kept.reviewed(0, at: 12, .days(3))
    let candidates = (0...2).map { Card.made($0) }.map {
      Candidate(card: $0, deck: "deck", progress: kept.progress(of: $0.id))
    }
    let session = Session(
      candidates: candidates,
      counts: DayCounts(newCards: 0, reviews: 0),
      plan: SessionPlan(limits: DayCounts(newCards: 9, reviews: 9)),
      grading: kept.grading,
      seed: 0,
      at: noon
    )
    let keeper = PracticeKeeper(before: kept, grading: kept.grading, candidates: candidates)
    var runner = SessionRunner(session, keeper: keeper, clock: StandingClock(noon))
    let before = session.left
    _ = try runner.run(.reveal)
    let rated = try runner.run(.rate(.good, taking: nil))
    #expect(rated?.progress.repetitions == 2)
    _ = try runner.run(.suspend)
    #expect(kept.events.map(\.kind).filter { $0 == .suspend }.count == 1)
    #expect(kept.events.count == 2)
    _ = try runner.run(.undo)
    let undone = try runner.run(.undo)?.undone
    #expect(undone?.key == rated?.event.key)
    #expect(runner.session.left == before)
    #expect(throws: SessionRefusal.nothingToUndo) { try runner.run(.undo) }
    #expect(kept.progress(of: candidates[0].card.id).repetitions == 1)
  }
}

@Suite struct EditedCardTests {
  @Test("A card that was edited is asked anew with its new text; one taken out is asked no more")
  func edited() throws {
    var desk = Desk((0...2).map { Card.made($0) }, keeper: try MemoryKeeper(settings()), at: noon)
    try desk.run(.reveal)
    var card = Card.made(0)
    card.question = "another question?"
    desk.runner.replace(card)
    guard case .question(let showing) = desk.session.phase else {
      Issue.record("not asked anew")
      return
    }
    #expect(showing.candidate.card.question == "another question?")
    try desk.rate(.easy)
    desk.runner.replace(card)
    #expect(desk.shown == 1)
    desk.runner.leaveOut(Card.made(1).id)
    #expect(desk.shown == 2 && desk.session.left.total == 1)
    desk.runner.leaveOut(Card.made(2).id)
    #expect(desk.shown == nil)
  }
}
