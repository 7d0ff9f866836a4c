/// Why settings were refused.
///
/// Text is made where it is shown.
public enum SettingsFailure: Error, Equatable, Sendable {
  /// Outside 0.70…0.99, or not a number.
  case desiredRetention(Double)
  /// Shorter than a second or longer than the maximum interval.
  case step(Milliseconds)
  /// Outside 1…36,500 days.
  case maximumInterval(Int)
  /// Negative.
  case leechThreshold(Int)
  /// One of SM-2's own settings, named, is out of its range.
  case sm2(name: String, value: Double)
}

/// Which days a fractional interval becomes.
public enum IntervalRounding: Sendable, Equatable {
  /// Half a day rounds up, as in Anki and fsrs-rs.
  case awayFromZero
  /// Half a day rounds to the even neighbour, as in py-fsrs.
  case toEven
}

/// How steps and intervals of the four ratings relate.
public enum IntervalRules: Sendable, Equatable {
  /// As Anki 26: good is at least a day above hard and easy above good, an interval that grows stays above
  /// the previous one in spite of fuzz, a step beyond the list counts as the last one.
  case anki
  /// As py-fsrs 6.3: each rating's interval stands alone; a step beyond the list graduates the card.
  case plain
}

/// What a learner or deck chose.
///
/// Checked once, here.
public struct SchedulingSettings: Sendable, Equatable {
  /// The chance of recall to aim for at the time of review, 0.70…0.99.
  public let desiredRetention: Double

  /// The steps of a new card; may be empty.
  public let learningSteps: [Milliseconds]

  /// The steps after a lapse; may be empty.
  public let relearningSteps: [Milliseconds]

  /// No review interval is longer than this many days, 1…36,500.
  public let maximumInterval: Int

  /// Whether review intervals are jittered.
  public let fuzz: Bool

  /// How fractions of days are rounded.
  public let rounding: IntervalRounding

  /// How steps and intervals relate.
  public let rules: IntervalRules

  /// Lapses at which a card is a leech, and again every half of it; 0 switches leeches off.
  public let leechThreshold: Int

  /// What only SM-2 reads.
  public let sm2: SM2Settings

  /// Settings, refused as a whole if one value is out of its range.
  public init(
    desiredRetention: Double = 0.9,
    learningSteps: [Milliseconds] = [.minutes(1), .minutes(10)],
    relearningSteps: [Milliseconds] = [.minutes(10)],
    maximumInterval: Int = 36_500,
    fuzz: Bool = true,
    rounding: IntervalRounding = .awayFromZero,
    rules: IntervalRules = .anki,
    leechThreshold: Int = 8,
    sm2: SM2Settings = .standard
  ) throws(SettingsFailure) {
    guard desiredRetention >= 0.7, desiredRetention <= 0.99 else {
      throw .desiredRetention(desiredRetention)
    }
    guard maximumInterval >= 1, maximumInterval <= 36_500 else { throw .maximumInterval(maximumInterval) }
    for step in learningSteps + relearningSteps {
      guard step.value >= 1000, Days(step).value <= 36_500 else { throw .step(step) }
    }
    guard leechThreshold >= 0 else { throw .leechThreshold(leechThreshold) }
    self.init(
      checkedRetention: desiredRetention,
      learningSteps: learningSteps,
      relearningSteps: relearningSteps,
      maximumInterval: maximumInterval,
      fuzz: fuzz,
      rounding: rounding,
      rules: rules,
      leechThreshold: leechThreshold,
      sm2: sm2
    )
  }

  private init(
    checkedRetention: Double,
    learningSteps: [Milliseconds],
    relearningSteps: [Milliseconds],
    maximumInterval: Int,
    fuzz: Bool,
    rounding: IntervalRounding,
    rules: IntervalRules,
    leechThreshold: Int,
    sm2: SM2Settings
  ) {
    desiredRetention = checkedRetention
    self.learningSteps = learningSteps
    self.relearningSteps = relearningSteps
    self.maximumInterval = maximumInterval
    self.fuzz = fuzz
    self.rounding = rounding
    self.rules = rules
    self.leechThreshold = leechThreshold
    self.sm2 = sm2
  }

  /// The product's defaults: 0.90, steps 1m 10m and 10m, at most 36,500 days, fuzz on, leech at 8.
  public static let standard = SchedulingSettings(
    checkedRetention: 0.9,
    learningSteps: [.minutes(1), .minutes(10)],
    relearningSteps: [.minutes(10)],
    maximumInterval: 36_500,
    fuzz: true,
    rounding: .awayFromZero,
    rules: .anki,
    leechThreshold: 8,
    sm2: .standard
  )

  /// The same settings aiming for another chance of recall.
  public func with(desiredRetention: Double) throws(SettingsFailure) -> SchedulingSettings {
    try SchedulingSettings(
      desiredRetention: desiredRetention,
      learningSteps: learningSteps,
      relearningSteps: relearningSteps,
      maximumInterval: maximumInterval,
      fuzz: fuzz,
      rounding: rounding,
      rules: rules,
      leechThreshold: leechThreshold,
      sm2: sm2
    )
  }
}

extension SchedulingSettings {
  /// Whether this many lapses have just made the card a leech: at the threshold, then at every half of it
  /// (rounded up) after that.
  ///
  /// Source: Anki, `states/review.rs`.
  public func isLeech(lapses: Int) -> Bool {
    guard leechThreshold > 0, lapses >= leechThreshold else { return false }
    let half = leechThreshold / 2 + leechThreshold % 2
    return (lapses - leechThreshold) % half == 0
  }
}
