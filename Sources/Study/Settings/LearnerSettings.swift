public import Scheduling

/// All settings of a learner as values, folded from the log's setting events.
public struct LearnerSettings: Sendable, Equatable {
  /// Steps, limits and the desired retention of decks that have none of their own.
  public private(set) var scheduling = SchedulingSettings.standard
  /// Decks' own desired retention, by the deck's name.
  public private(set) var desiredRetentionByDeck: [String: Double] = [:]
  /// New cards a study day.
  public private(set) var newPerDay = 20
  /// Reviews a study day.
  public private(set) var reviewsPerDay = 200
  /// Whether siblings wait for the next study day.
  public private(set) var burySiblings = true
  /// How far ahead learning cards may be asked when nothing else is left.
  public private(set) var learnAhead = Milliseconds(1_200_000)
  /// How instants fall into study days.
  public private(set) var calendar = StudyCalendar()
  /// The algorithm that spaces reviews.
  public private(set) var schedulerName = SchedulerName.fsrs6
  /// FSRS-6's weights.
  public private(set) var weights = Weights.fsrs6Default
  /// FSRS-7's weights.
  public private(set) var fsrs7Weights = FSRS7Weights.standard
  /// The number of weight changes so far; 0 means the defaults.
  public private(set) var weightsVersion = 0

  /// The defaults.
  public init() {}

  /// The scheduler these settings ask for.
  public var scheduler: any Scheduler {
    switch schedulerName {
    case .fsrs6: FSRS6(weights: weights)
    case .fsrs7: FSRS7(weights: fsrs7Weights)
    case .sm2: SM2()
    }
  }

  /// The weights that a scheduler would use; none for SM-2.
  public func weights(of scheduler: SchedulerName) -> [Double] {
    switch scheduler {
    case .fsrs6: weights.values
    case .fsrs7: fsrs7Weights.values
    case .sm2: []
    }
  }

  /// What a scheduler needs to know about a deck; nil for a deck without a value of its own.
  public func scheduling(deck: String?) -> SchedulingSettings {
    guard let own = deck.flatMap({ desiredRetentionByDeck[$0] }) else { return scheduling }
    return (try? scheduling.with(desiredRetention: own)) ?? scheduling
  }

  /// Whether a card's lapses make it a leech.
  public func isLeech(_ progress: CardProgress) -> Bool {
    scheduling.leechThreshold > 0 && progress.lapses >= scheduling.leechThreshold
  }

  /// Takes up a change.
  ///
  /// - Throws: `SettingFailure` when the value does not fit; the settings are then as before.
  public mutating func apply(_ change: SettingChange) throws(SettingFailure) {
    let setting = change.setting
    guard change.deck == nil || setting.isPerDeck else { throw .notPerDeck(setting) }
    guard let text = change.value else {
      return try reset(setting, deck: change.deck)
    }
    switch setting {
    case .desiredRetention:
      let value = try number(text, of: setting, in: 0.7...0.99)
      if let deck = change.deck {
        desiredRetentionByDeck[deck] = value
      } else {
        scheduling = try scheduling.with(value: text, of: setting) { $0.desiredRetention = value }
      }
    case .newPerDay: newPerDay = try whole(text, of: setting, in: 0...9_999)
    case .reviewsPerDay: reviewsPerDay = try whole(text, of: setting, in: 0...99_999)
    case .learningSteps:
      let steps = try durations(text, of: setting)
      scheduling = try scheduling.with(value: text, of: setting) { $0.learningSteps = steps }
    case .relearningSteps:
      let steps = try durations(text, of: setting)
      scheduling = try scheduling.with(value: text, of: setting) { $0.relearningSteps = steps }
    case .maximumInterval:
      let days = try whole(text, of: setting, in: 1...36_500)
      scheduling = try scheduling.with(value: text, of: setting) { $0.maximumInterval = days }
    case .fuzz:
      let fuzz = try isOn(text, of: setting)
      scheduling = try scheduling.with(value: text, of: setting) { $0.fuzz = fuzz }
    case .leechThreshold:
      let lapses = try whole(text, of: setting, in: 0...99)
      scheduling = try scheduling.with(value: text, of: setting) { $0.leechThreshold = lapses }
    case .burySiblings: burySiblings = try isOn(text, of: setting)
    case .learnAhead:
      learnAhead = Milliseconds(Int64(try whole(text, of: setting, in: 0...1_440)) * 60_000)
    case .rolloverHour: calendar = StudyCalendar(rolloverHour: try whole(text, of: setting, in: 0...23))
    case .scheduler:
      let names = SchedulerName.allCases.map(\.rawValue)
      guard let name = SchedulerName(rawValue: text) else { throw .notOneOf(setting, text, names) }
      schedulerName = name
    case .weights:
      guard let given = try? Weights(try weightList(text, of: setting)) else {
        throw .notWeights(setting, text)
      }
      weights = given
      weightsVersion += 1
    case .fsrs7Weights:
      guard let given = try? FSRS7Weights(try weightList(text, of: setting)) else {
        throw .notWeights(setting, text)
      }
      fsrs7Weights = given
      weightsVersion += 1
    }
  }

  /// Puts a default back by applying its own text.
  private mutating func reset(_ setting: Setting, deck: String?) throws(SettingFailure) {
    if let deck {
      desiredRetentionByDeck[deck] = nil
    } else {
      try apply(SettingChange(setting, value: LearnerSettings().text(of: setting)))
    }
  }

  /// The value of a setting in the text that `apply` reads back.
  public func text(of setting: Setting, deck: String? = nil) -> String {
    switch setting {
    case .desiredRetention: "\(scheduling(deck: deck).desiredRetention)"
    case .newPerDay: "\(newPerDay)"
    case .reviewsPerDay: "\(reviewsPerDay)"
    case .learningSteps: durationsText(scheduling.learningSteps)
    case .relearningSteps: durationsText(scheduling.relearningSteps)
    case .maximumInterval: "\(scheduling.maximumInterval)"
    case .fuzz: scheduling.fuzz ? "on" : "off"
    case .leechThreshold: "\(scheduling.leechThreshold)"
    case .burySiblings: burySiblings ? "on" : "off"
    case .learnAhead: "\(learnAhead.value / 60_000)"
    case .rolloverHour: "\(calendar.rolloverHour)"
    case .scheduler: schedulerName.rawValue
    case .weights: weightsText(weights.values)
    case .fsrs7Weights: weightsText(fsrs7Weights.values)
    }
  }
}
