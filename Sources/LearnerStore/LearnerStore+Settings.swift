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
    case .weights, .rolloverHour, .learningSteps, .relearningSteps, .maximumInterval, .desiredRetention: true
    case .newPerDay, .reviewsPerDay, .fuzz, .burySiblings, .learnAhead, .leechThreshold: false
    }
  }
}
