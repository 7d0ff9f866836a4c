import Cards
import Scheduling
import Study
import Testing

private let noon = moment(12)

@Suite struct UndoTests {
  @Test("Undoing every step leads back through all that was shown")
  func manySteps() throws {
    let keeper = try MemoryKeeper(settings())
    var desk = Desk((0..<6).map { Card.made($0) }, keeper: keeper, at: noon)
    var stands: [(Int?, CardsLeft)] = []
    for rating in [Rating.good, .again, .easy, .hard, .good, .easy, .again, .good] {
      guard let shown = desk.shown else { break }
      stands.append((shown, desk.session.left))
      try desk.rate(rating)
    }
    for (shown, left) in stands.reversed() {
      try desk.run(.undo)
      #expect(desk.shown == shown)
      #expect(desk.session.left == left)
    }
    #expect(throws: SessionRefusal.nothingToUndo) { try desk.run(.undo) }
    for number in 0..<6 { #expect(keeper.progress(of: Card.made(number).id).state == .new) }
  }

  @Test("Bury, suspend and flag are undone too", arguments: [.bury, .suspend, .flag] as [SessionCommand])
  func marks(command: SessionCommand) throws {
    let keeper = try MemoryKeeper(settings())
    var desk = Desk((0..<3).map { Card.made($0) }, keeper: keeper, at: noon)
    let left = desk.session.left
    try desk.run(command, .undo)
    #expect(desk.shown == 0)
    #expect(desk.session.left == left)
    let progress = keeper.progress(of: Card.made(0).id)
    #expect(!progress.isSuspended && progress.buriedOn == nil && !progress.isFlagged)
  }

  @Test("The end of a session can be undone")
  func afterTheEnd() throws {
    var desk = Desk([.made(0)], keeper: try MemoryKeeper(settings()), at: noon)
    try desk.rate(.easy)
    #expect(desk.summary?.reviewed == 1)
    try desk.run(.undo)
    #expect(desk.shown == 0)
    try desk.run(.quit)
    #expect(desk.summary?.reviewed == 0)
  }

  @Test("A review of an earlier session is undone and asked again first")
  func acrossSessions() throws {
    let keeper = try MemoryKeeper(settings())
    let cards = (0..<3).map { Card.made($0) }
    var first = Desk(cards, keeper: keeper, at: noon)
    try first.rate(.easy)
    var second = Desk(cards, keeper: keeper, at: moment(13))
    #expect(second.shown == 1)
    try second.run(.undo)
    #expect(second.shown == 0)
    #expect(second.session.left.new == 3)
    #expect(try second.rateAll(.easy) == [0, 1, 2])
  }

  @Test("Undoing what concerned a card that is not due does not ask it")
  func notDue() throws {
    let keeper = try MemoryKeeper(settings())
    keeper.reviewed(0, at: 0, .days(90))
    keeper.append(.flag(true), card: Card.made(0).id, at: moment(1))
    var desk = Desk([.made(0), .made(1)], keeper: keeper, at: noon)
    try desk.run(.undo)
    #expect(desk.shown == 1)
    #expect(desk.session.left == (new: 1, learning: 0, review: 0))
    #expect(!keeper.progress(of: Card.made(0).id).isFlagged)
  }

  @Test("Undoing a resumption hides the card, even while it is on show")
  func hidesAgain() throws {
    let keeper = try MemoryKeeper(settings())
    keeper.append(.suspend, card: Card.made(0).id, at: moment(1))
    keeper.append(.resume, card: Card.made(0).id, at: moment(2))
    var desk = Desk([.made(0), .made(1)], keeper: keeper, at: noon)
    #expect(desk.shown == 0)
    try desk.run(.undo)
    #expect(desk.shown == 1)
    #expect(try desk.rateAll(.easy) == [1])
  }

  @Test("A card that an undo brought back hides its sibling once it is rated")
  func siblingOfUndone() throws {
    let keeper = try MemoryKeeper(settings())
    keeper.append(.suspend, card: Card.made(0).id, at: moment(1))
    var desk = Desk([.made(0, group: "x"), .made(1, group: "x")], keeper: keeper, at: noon)
    #expect(desk.shown == 1)
    try desk.run(.undo)
    #expect(try desk.rateAll(.easy) == [0])
  }

  @Test("Undoing what concerned another deck leaves the question where it was")
  func otherDeck() throws {
    let keeper = try MemoryKeeper(settings())
    keeper.reviewed(9, at: 1, .days(3))
    var desk = Desk([.made(0)], keeper: keeper, at: noon)
    try desk.run(.reveal)
    let before = desk.session.phase
    try desk.run(.undo)
    #expect(desk.session.phase == before)
    #expect(keeper.progress(of: Card.made(9).id).state == .new)
  }
}
