import Cards
import Scheduling
import Study
import Testing

extension MemoryKeeper {
  /// Records a review of a card of `Card.made` at an hour.
  func reviewed(_ number: Int, _ rating: Rating = .good, at hours: Double, _ interval: Interval) {
    let review = Review(
      rating: rating,
      duration: Milliseconds(5_000),
      answer: nil,
      isCorrect: nil,
      interval: interval,
      revision: 1,
      scheduler: .fsrs6,
      weightsVersion: 0
    )
    append(.review(review), card: Card.made(number).id, at: moment(hours))
  }
}

private let noon = moment(12 + 240)

@Suite struct QueueTests {
  @Test("Learning that is due comes first, then reviews by how long they are overdue, new cards among them")
  func order() throws {
    let keeper = try MemoryKeeper(settings())
    keeper.reviewed(1, at: 10, .days(5))
    keeper.reviewed(2, at: 11, .days(2))
    keeper.reviewed(3, at: 12, .days(10))
    keeper.reviewed(4, at: 13, .days(11))
    keeper.reviewed(5, .again, at: 251, .exact(.minutes(10)))
    var desk = Desk((0...6).map { Card.made($0) }, keeper: keeper, at: noon)
    #expect(desk.session.left == (new: 2, learning: 1, review: 3))
    #expect(try desk.rateAll(.easy) == [5, 2, 0, 1, 6, 3])
  }

  @Test(
    "The day's limits count what was already done",
    arguments: [
      (20, 200, 0, 0, 4, 3), (2, 1, 0, 0, 2, 1), (2, 1, 1, 0, 1, 1), (2, 1, 2, 1, 0, 0), (2, 1, 9, 9, 0, 0),
      (0, 0, 0, 0, 0, 0), (0, 200, 0, 0, 0, 3), (3, 2, 1, 1, 2, 1),
    ]
  )
  func limits(new: Int, reviews: Int, newDone: Int, reviewsDone: Int, newLeft: Int, reviewsLeft: Int) throws {
    let keeper = try MemoryKeeper(settings())
    for number in 0..<3 { keeper.reviewed(number, at: 10, .days(2)) }
    let desk = Desk(
      (0..<7).map { Card.made($0) },
      keeper: keeper,
      at: noon,
      limits: DayCounts(newCards: new, reviews: reviews),
      counts: DayCounts(newCards: newDone, reviews: reviewsDone)
    )
    #expect(desk.session.left == (new: newLeft, learning: 0, review: reviewsLeft))
  }

  @Test("Limits do not hold back learning steps")
  func learningHasNoLimit() throws {
    let keeper = try MemoryKeeper(settings())
    keeper.reviewed(0, .again, at: 251, .exact(.minutes(1)))
    let none = DayCounts(newCards: 0, reviews: 0)
    let desk = Desk([.made(0), .made(1)], keeper: keeper, at: noon, limits: none)
    #expect(desk.session.left == (new: 0, learning: 1, review: 0))
    #expect(desk.shown == 0)
  }

  @Test("Of siblings one is asked a day, a review before a new card")
  func siblings() throws {
    let cards = [Card.made(0, group: "x"), .made(1, group: "x"), .made(2, group: "x"), .made(3)]
    let fresh = try MemoryKeeper(settings())
    #expect(Desk(cards, keeper: fresh, at: noon).session.left.new == 2)
    fresh.reviewed(2, at: 10, .days(2))
    #expect(Desk(cards, keeper: fresh, at: noon).session.left == (new: 1, learning: 0, review: 1))
    let together = try MemoryKeeper(settings([(.burySiblings, "off")]))
    #expect(Desk(cards, keeper: together, at: noon).session.left.new == 4)
  }

  @Test("Siblings of one name in another deck are strangers")
  func siblingsByDeck() throws {
    let keeper = try MemoryKeeper(settings())
    let cards = [Card.made(0, group: "x"), .made(1, group: "x")]
    let session = Session(
      candidates: zip(cards, ["a", "b"]).map {
        Candidate(card: $0, deck: $1, progress: CardProgress(card: $0.id))
      },
      counts: DayCounts(newCards: 0, reviews: 0),
      plan: SessionPlan(limits: DayCounts(newCards: 20, reviews: 200)),
      grading: keeper.grading,
      seed: 0,
      at: noon
    )
    #expect(session.left.new == 2)
  }

  @Test("A card reviewed today hides its siblings, but its own steps still come")
  func siblingsOfToday() throws {
    let keeper = try MemoryKeeper(settings())
    keeper.reviewed(0, at: 251.9, .exact(.minutes(10)))
    let cards = [Card.made(0, group: "x"), .made(1, group: "x")]
    let desk = Desk(cards, keeper: keeper, at: noon)
    #expect(desk.session.left == (new: 0, learning: 1, review: 0))
    #expect(desk.shown == 0)
    let done = try MemoryKeeper(settings())
    done.reviewed(0, at: 251.9, .days(3))
    #expect(Desk(cards, keeper: done, at: noon).session.left.total == 0)
    #expect(Desk(cards, keeper: done, at: moment(12 + 264)).session.left.new == 1)
  }

  @Test("Suspended, buried and retired cards are not asked")
  func hidden() throws {
    let keeper = try MemoryKeeper(settings())
    keeper.append(.suspend, card: Card.made(0).id, at: moment(10))
    keeper.append(.bury, card: Card.made(1).id, at: moment(250))
    keeper.append(.bury, card: Card.made(2).id, at: moment(10))
    keeper.reviewed(4, .again, at: 251, .exact(.minutes(1)))
    keeper.append(.suspend, card: Card.made(4).id, at: moment(251.1))
    let cards = (0...4).map { Card.made($0, tags: $0 == 3 ? ["retired"] : []) }
    var desk = Desk(cards, keeper: keeper, at: noon)
    #expect(desk.session.left == (new: 1, learning: 0, review: 0))
    #expect(try desk.rateAll(.easy) == [2])
  }

  @Test(
    "With only learning left, steps within twenty minutes are asked at once, later ones not",
    arguments: [(-5, true), (0, true), (1, true), (20, true), (21, false), (60, false)]
  )
  func learnAhead(minutes: Int, isAsked: Bool) throws {
    let keeper = try MemoryKeeper(settings())
    keeper.reviewed(0, .again, at: 252, .exact(.minutes(minutes)))
    let desk = Desk([.made(0)], keeper: keeper, at: noon)
    #expect((desk.shown == 0) == isAsked)
    #expect(desk.session.left.learning == 1)
  }

  @Test("A step that is not yet due waits while reviews and new cards are left")
  func aheadComesLast() throws {
    let keeper = try MemoryKeeper(settings())
    keeper.reviewed(0, .again, at: 252, .exact(.minutes(10)))
    keeper.reviewed(1, at: 10, .days(2))
    var desk = Desk((0...2).map { Card.made($0) }, keeper: keeper, at: noon)
    #expect(try desk.rateAll(.easy) == [1, 2, 0])
  }

  @Test(
    "A review is asked from the turn of its study day on",
    arguments: [(27.9 + 24, false), (28.0 + 24, true)]
  )
  func dueByDay(hours: Double, isAsked: Bool) throws {
    let keeper = try MemoryKeeper(settings())
    keeper.reviewed(0, at: 20, .days(2))
    #expect((Desk([.made(0)], keeper: keeper, at: moment(hours)).shown == 0) == isAsked)
  }
}

extension CardsLeft {
  static func == (left: CardsLeft, right: (new: Int, learning: Int, review: Int)) -> Bool {
    (left.new, left.learning, left.review) == right
  }
}
