/// What only SM-2 reads.
///
/// Ranges are Anki's.
public struct SM2Settings: Sendable, Equatable {
  /// The ease of a card that graduates, 1.31…5.
  public let initialEase: Double

  /// Days after the last learning step, 1…36,500.
  public let graduatingInterval: Int

  /// Days after easy on a learning card, 1…36,500.
  public let easyInterval: Int

  /// Factor of hard, 0.5…1.3.
  public let hardMultiplier: Double

  /// Extra factor of easy, 1…5.
  public let easyMultiplier: Double

  /// Factor of every passed interval, 0.1…5.
  public let intervalMultiplier: Double

  /// Factor of the interval after a lapse, 0…1.
  public let lapseMultiplier: Double

  /// The shortest interval after a lapse in days, 1…36,500.
  public let minimumLapseInterval: Int

  /// Settings, refused as a whole if one value is out of its range.
  public init(
    initialEase: Double = 2.5,
    graduatingInterval: Int = 1,
    easyInterval: Int = 4,
    hardMultiplier: Double = 1.2,
    easyMultiplier: Double = 1.3,
    intervalMultiplier: Double = 1,
    lapseMultiplier: Double = 0,
    minimumLapseInterval: Int = 1
  ) throws(SettingsFailure) {
    let ranges: [(String, Double, ClosedRange<Double>)] = [
      ("initial ease", initialEase, 1.31...5),
      ("graduating interval", Double(graduatingInterval), 1...36_500),
      ("easy interval", Double(easyInterval), 1...36_500),
      ("hard multiplier", hardMultiplier, 0.5...1.3),
      ("easy multiplier", easyMultiplier, 1...5),
      ("interval multiplier", intervalMultiplier, 0.1...5),
      ("lapse multiplier", lapseMultiplier, 0...1),
      ("minimum lapse interval", Double(minimumLapseInterval), 1...36_500),
    ]
    for (name, value, range) in ranges where !range.contains(value) {
      throw .sm2(name: name, value: value)
    }
    self.init(
      checkedEase: initialEase,
      graduatingInterval: graduatingInterval,
      easyInterval: easyInterval,
      hardMultiplier: hardMultiplier,
      easyMultiplier: easyMultiplier,
      intervalMultiplier: intervalMultiplier,
      lapseMultiplier: lapseMultiplier,
      minimumLapseInterval: minimumLapseInterval
    )
  }

  private init(
    checkedEase: Double,
    graduatingInterval: Int,
    easyInterval: Int,
    hardMultiplier: Double,
    easyMultiplier: Double,
    intervalMultiplier: Double,
    lapseMultiplier: Double,
    minimumLapseInterval: Int
  ) {
    initialEase = checkedEase
    self.graduatingInterval = graduatingInterval
    self.easyInterval = easyInterval
    self.hardMultiplier = hardMultiplier
    self.easyMultiplier = easyMultiplier
    self.intervalMultiplier = intervalMultiplier
    self.lapseMultiplier = lapseMultiplier
    self.minimumLapseInterval = minimumLapseInterval
  }

  /// Anki's defaults.
  public static let standard = SM2Settings(
    checkedEase: 2.5,
    graduatingInterval: 1,
    easyInterval: 4,
    hardMultiplier: 1.2,
    easyMultiplier: 1.3,
    intervalMultiplier: 1,
    lapseMultiplier: 0,
    minimumLapseInterval: 1
  )
}
