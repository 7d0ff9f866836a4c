public import Cards

/// A session joined to the log it writes and the clock it reads: what every front end drives.
public struct SessionRunner {
  /// The session as it stands.
  public private(set) var session: Session

  private let keeper: any EventKeeper
  private let clock: any Clock

  /// Joins a session to its log and clock.
  public init(_ session: Session, keeper: any EventKeeper, clock: any Clock) {
    self.session = session
    self.keeper = keeper
    self.clock = clock
  }

  /// Now, by the session's clock.
  public func now() -> Moment { clock.now() }

  /// Takes up a card's text that was edited.
  public mutating func replace(_ card: Card) {
    session.replace(card, at: clock.now())
  }

  /// Leaves out a card that was taken out of its deck.
  public mutating func leaveOut(_ card: CardID) {
    session.leaveOut(card, at: clock.now())
  }

  /// Does what the learner asks; whatever it records is committed when this returns.
  ///
  /// - Returns: what was recorded; nil where the command only moved the session.
  /// - Throws: `SessionRefusal` where the command does not fit, or what kept the log from being written;
  ///   the session then stands where it stood.
  public mutating func run(_ command: SessionCommand) throws -> Committed? {
    guard let effect = try session.effect(of: command, at: clock.now()) else { return nil }
    // Only a rating that is taken may move a clock that moves by ratings.
    if case .rate(_, let duration?) = command { clock.pass(duration) }
    let moment = clock.now()
    let committed = try keeper.perform(effect, at: moment)
    session.advance(past: committed, at: moment)
    return committed
  }
}
