import Cards
import Language
import Scheduling
import Study
import Testing

private func weights(_ count: Int) -> String {
  (0..<count).map { _ in "1.5" }.joined(separator: ",")
}

@Suite struct SettingsTests {
  @Test(
    "A value is taken and printed as it would be typed",
    arguments: [
      (.desiredRetention, "0.9", "0.9"), (.desiredRetention, "0.70", "0.7"),
      (.desiredRetention, "0.99", "0.99"),
      (.newPerDay, "0", "0"), (.newPerDay, "9999", "9999"), (.reviewsPerDay, "99999", "99999"),
      (.learningSteps, "1m 10m", "1m 10m"), (.learningSteps, "90s 2h 1d", "90s 2h 1d"),
      (.learningSteps, "60s 60m 24h", "1m 1h 1d"), (.learningSteps, "", ""), (.learningSteps, " 5m ", "5m"),
      (.relearningSteps, "10m", "10m"), (.maximumInterval, "36500", "36500"), (.maximumInterval, "1", "1"),
      (.fuzz, "on", "on"), (.fuzz, "off", "off"), (.burySiblings, "off", "off"), (.learnAhead, "0", "0"),
      (.learnAhead, "1440", "1440"), (.leechThreshold, "0", "0"), (.leechThreshold, "99", "99"),
      (.rolloverHour, "0", "0"), (.rolloverHour, "23", "23"),
    ] as [(Setting, String, String)]
  )
  func taken(setting: Setting, text: String, printed: String) throws {
    var settings = LearnerSettings()
    try settings.apply(SettingChange(setting, value: text))
    #expect(settings.text(of: setting) == printed)
    var again = LearnerSettings()
    try again.apply(SettingChange(setting, value: printed))
    #expect(again == settings)
  }

  @Test("Every setting's default prints as what gives it back", arguments: Setting.allCases)
  func defaults(setting: Setting) throws {
    let fresh = LearnerSettings()
    var settings = fresh
    try settings.apply(SettingChange(setting, value: fresh.text(of: setting)))
    #expect(settings.text(of: setting) == fresh.text(of: setting))
    try settings.apply(SettingChange(setting, value: nil))
    #expect(settings.text(of: setting) == fresh.text(of: setting))
  }

  @Test(
    "A value that does not fit is refused and changes nothing",
    arguments: [
      (.desiredRetention, "0.69"), (.desiredRetention, "1"), (.desiredRetention, "nan"),
      (.desiredRetention, "inf"),
      (.desiredRetention, ""), (.desiredRetention, "90%"), (.desiredRetention, "0,9"),
      (.desiredRetention, " 0.9"),
      (.newPerDay, "-1"), (.newPerDay, "10000"), (.newPerDay, "1.5"), (.newPerDay, "２０"), (.newPerDay, ""),
      (.newPerDay, "99999999999999999999"), (.reviewsPerDay, "100000"), (.learningSteps, "10"),
      (.learningSteps, "0m"), (.learningSteps, "-1m"), (.learningSteps, "1w"), (.learningSteps, "1m,10m"),
      (.learningSteps, "367d"), (.learningSteps, "9223372036854775807d"), (.learningSteps, "m"),
      (.learningSteps, "1m 1m 1m 1m 1m 1m 1m 1m 1m 1m 1m"), (.relearningSteps, "ten"),
      (.maximumInterval, "0"),
      (.maximumInterval, "36501"), (.fuzz, "yes"), (.fuzz, "ON"), (.burySiblings, "1"), (.learnAhead, "-1"),
      (.learnAhead, "1441"), (.leechThreshold, "100"), (.rolloverHour, "24"), (.rolloverHour, "-1"),
      (.weights, ""), (.weights, "1"), (.weights, "1,2,x"), (.weights, weights(20)), (.weights, weights(22)),
      (.weights, weights(20) + ",nan"), (.weights, weights(21) + ","),
    ] as [(Setting, String)]
  )
  func refused(setting: Setting, text: String) {
    var settings = LearnerSettings()
    #expect(throws: SettingFailure.self) { try settings.apply(SettingChange(setting, value: text)) }
    #expect(settings == LearnerSettings())
  }

  @Test("Only the desired retention may differ by deck")
  func perDeck() throws {
    var settings = LearnerSettings()
    try settings.apply(SettingChange(.desiredRetention, deck: "a", value: "0.8"))
    #expect(settings.scheduling(deck: "a").desiredRetention == 0.8)
    #expect(settings.scheduling(deck: "b").desiredRetention == 0.9)
    #expect(settings.text(of: .desiredRetention, deck: "a") == "0.8")
    #expect(settings.text(of: .desiredRetention) == "0.9")
    try settings.apply(SettingChange(.desiredRetention, deck: "a", value: nil))
    #expect(settings == LearnerSettings())
    for setting in Setting.allCases where setting != .desiredRetention {
      #expect(throws: SettingFailure.notPerDeck(setting)) {
        try settings.apply(SettingChange(setting, deck: "a", value: settings.text(of: setting)))
      }
    }
  }

  @Test("A change of weights is counted, and older sets of weights are taken over")
  func weightVersions() throws {
    var settings = LearnerSettings()
    #expect(settings.weightsVersion == 0)
    for (version, count) in [(1, 17), (2, 19), (3, 21)] {
      try settings.apply(SettingChange(.weights, value: weights(count)))
      #expect(settings.weightsVersion == version)
      #expect(settings.weights.values.count == 21)
    }
    try settings.apply(SettingChange(.weights, value: nil))
    #expect(settings.weights.values == Weights.fsrs6Default.values)
  }

  @Test("Settings reach the scheduler and the calendar")
  func reach() throws {
    var settings = LearnerSettings()
    try settings.apply(SettingChange(.rolloverHour, value: "0"))
    try settings.apply(SettingChange(.learningSteps, value: ""))
    try settings.apply(SettingChange(.fuzz, value: "off"))
    #expect(settings.calendar == StudyCalendar(rolloverHour: 0))
    let progress = CardProgress(card: CardID.mint(deck: "d", fact: "f", ordinal: 0))
    let high = Grading(settings).outcomes(of: progress, deck: "d", at: moment(0)).easy.interval.days
    try settings.apply(SettingChange(.desiredRetention, deck: "d", value: "0.7"))
    let low = Grading(settings).outcomes(of: progress, deck: "d", at: moment(0)).easy.interval.days
    #expect(high < low)
    #expect(high.value == 8)
  }
}
