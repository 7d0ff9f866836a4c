package import Scheduling

func number(
  _ text: String,
  of setting: Setting,
  in range: ClosedRange<Double>
) throws(SettingFailure) -> Double {
  guard let value = Double(text), range.contains(value) else { throw .notInRange(setting, text, range) }
  return value
}

func whole(_ text: String, of setting: Setting, in range: ClosedRange<Int>) throws(SettingFailure) -> Int {
  guard let value = Int(text), range.contains(value) else { throw .notWholeInRange(setting, text, range) }
  return value
}

func isOn(_ text: String, of setting: Setting) throws(SettingFailure) -> Bool {
  switch text {
  case "on": return true
  case "off": return false
  default: throw .notSwitch(setting, text)
  }
}

private let units: [(letter: Character, milliseconds: Int64)] = [
  ("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1_000),
]

/// Reads waits such as `1m 10m`.
///
/// At most ten, each a whole number of days, hours, minutes or seconds up to a year; an empty text means
/// no steps.
func durations(_ text: String, of setting: Setting) throws(SettingFailure) -> [Milliseconds] {
  guard let result = durations(text.split(separator: " ")) else { throw .notDurations(setting, text) }
  return result
}

/// Reads waits such as `1m`, `10m`; nil where one is none or there are more than ten.
package func durations(_ parts: [Substring]) -> [Milliseconds]? {
  var result: [Milliseconds] = []
  for part in parts {
    guard let unit = units.first(where: { $0.letter == part.last }), let count = Int64(part.dropLast()),
      count > 0, count <= 366 * 86_400_000 / unit.milliseconds, result.count < 10
    else { return nil }
    result.append(Milliseconds(count * unit.milliseconds))
  }
  return result
}

/// Waits as `durations` reads them.
package func durationsText(_ durations: [Milliseconds]) -> String {
  let parts = durations.map { duration in
    let unit = units.first { duration.value % $0.milliseconds == 0 } ?? ("s", 1_000)
    return "\(duration.value / unit.milliseconds)\(unit.letter)"
  }
  return parts.joined(separator: " ")
}

/// Reads weights with commas between them.
func weightList(_ text: String, of setting: Setting) throws(SettingFailure) -> [Double] {
  let parts = text.split(separator: ",", omittingEmptySubsequences: false)
  let values = parts.compactMap { Double($0.drop { $0 == " " }) }
  guard values.count == parts.count else { throw .notWeights(setting, text) }
  return values
}

/// Weights as `weightList` reads them.
package func weightsText(_ weights: [Double]) -> String {
  weights.map { "\($0)" }.joined(separator: ",")
}

/// The parts of `SchedulingSettings` that a learner can change.
struct SchedulingChanges {
  var desiredRetention: Double
  var learningSteps: [Milliseconds]
  var relearningSteps: [Milliseconds]
  var maximumInterval: Int
  var fuzz: Bool
  var leechThreshold: Int
}

extension SchedulingSettings {
  /// The settings with one thing changed; `value` and `setting` name it where it does not fit.
  func with(
    value: String,
    of setting: Setting,
    change: (inout SchedulingChanges) -> Void
  ) throws(SettingFailure) -> SchedulingSettings {
    var changes = SchedulingChanges(
      desiredRetention: desiredRetention,
      learningSteps: learningSteps,
      relearningSteps: relearningSteps,
      maximumInterval: maximumInterval,
      fuzz: fuzz,
      leechThreshold: leechThreshold
    )
    change(&changes)
    do {
      return try SchedulingSettings(
        desiredRetention: changes.desiredRetention,
        learningSteps: changes.learningSteps,
        relearningSteps: changes.relearningSteps,
        maximumInterval: changes.maximumInterval,
        fuzz: changes.fuzz,
        leechThreshold: changes.leechThreshold
      )
    } catch {
      switch error {
      case .desiredRetention: throw .notInRange(setting, value, 0.7...0.99)
      case .maximumInterval: throw .notWholeInRange(setting, value, 1...36_500)
      case .leechThreshold: throw .notWholeInRange(setting, value, 0...99)
      case .step, .sm2: throw .notDurations(setting, value)
      }
    }
  }
}
