public import Cards
import GRDB
public import Study

extension LearnerStore {
  /// The settings in force, folded from the log.
  ///
  /// - Throws: ``LearnerFileFailure``.
  public func settings() throws -> LearnerSettings {
    try reading { try LogReader.settings(in: $0) }
  }

  /// Records a change of a setting; where scheduling depends on it, all states are replayed under it in the
  /// same transaction.
  ///
  /// - Returns: the settings after it.
  /// - Throws: `SettingFailure` where the value does not fit, or ``LearnerFileFailure``; nothing is recorded
  ///   then.
  @discardableResult
  public func change(_ change: SettingChange, at moment: Moment) throws -> LearnerSettings {
    try writing { db, device in
      var settings = try LogReader.settings(in: db)
      try settings.apply(change)
      var writer = try LogWriter(db, device: device)
      _ = try writer.append(.setting(change), card: nil, at: moment)
      if change.setting.changesReplay { try States.replayAll(Grading(settings), in: db) }
      return settings
    }
  }

  /// What the log would say about every card under other settings; nothing is written.
  ///
  /// - Throws: ``LearnerFileFailure``.
  public func progress(under settings: LearnerSettings) throws -> [CardID: CardProgress] {
    try reading { db in
      let states = try States.replay(Grading(settings), in: db) { _ in }
      let named = states.values.map { ($0.card, $0) }
      return Dictionary(named, uniquingKeysWith: { first, _ in first })
    }
  }

  /// When a setting that holds for all decks was last changed; nil where it never was, or was put back to
  /// its default.
  ///
  /// - Throws: ``LearnerFileFailure``.
  public func lastChange(of setting: Setting) throws -> Moment? {
    try reading { db in
      let last = try LogReader.settingEvents(in: db).last { event in
        guard case .setting(let change) = event.kind else { return false }
        return change.setting == setting && change.deck == nil
      }
      guard let last, case .setting(let change) = last.kind, change.value != nil else { return nil }
      return last.moment
    }
  }

  /// Computes all states anew from the log.
  ///
  /// - Throws: ``LearnerFileFailure``; the states are then as they were.
  public func rebuildStates() throws {
    try writing { db, _ in try States.replayAll(Grading(try LogReader.settings(in: db)), in: db) }
  }

  /// Replays all states where another version of the replay filled them.
  func replayIfOutdated() throws {
    let version = try reading { try Int64.fetchOne($0, sql: "PRAGMA user_version") }
    guard version != Schema.replayVersion else { return }
    try writing { db, _ in
      try States.replayAll(Grading(try LogReader.settings(in: db)), in: db)
      try Schema.mark(db)
    }
  }
}

extension Setting {
  /// Whether the replay of past reviews depends on the setting.
  fileprivate var changesReplay: Bool {
    switch self {
    case .scheduler, .weights, .fsrs7Weights, .rolloverHour, .learningSteps, .relearningSteps,
      .maximumInterval, .desiredRetention:
      true
    case .newPerDay, .reviewsPerDay, .fuzz, .burySiblings, .learnAhead, .leechThreshold: false
    }
  }
}
