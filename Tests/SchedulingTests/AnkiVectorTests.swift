import Scheduling
import Testing

/// Both schedulers against Anki 26.9: all four buttons at every step, with steps, limits and leeches.
struct AnkiVectorTests {
  @Test(arguments: [SchedulerName.sm2, .fsrs6])
  func `every button of every step does what Anki does`(name: SchedulerName) throws {
    let fixture = try Fixture(name == .sm2 ? "anki_sm2.txt" : "anki_fsrs6.txt")
    let sets = fixture.weights
    var scheduler: any Scheduler = SM2()
    var settings = SchedulingSettings.standard
    var place = ""
    var buttons = 0
    var wrong: [String] = []
    var worst = 0.0
    for line in fixture.lines {
      switch line[0] {
      case "sequence":
        place = "sequence \(line[1])"
        settings = try ankiSettings(line, name)
        scheduler = try name.scheduler(weights: name == .sm2 ? [] : try #require(sets[line[6]]))
      case "step":
        let state = AnkiState(line[2]).cardState(settings)
        let elapsed = Days(try #require(Double(line[1])))
        let outcomes = scheduler.outcomes(for: state, elapsed: elapsed, settings: settings, fuzz: nil)
        for rating in Rating.allCases {
          let expected = AnkiState(line[2 + rating.rawValue])
          let outcome = outcomes[rating]
          buttons += 1
          if let memory = outcome.state.memory {
            worst = max(worst, difference(memory.stability.value, expected.stability))
            worst = max(worst, difference(memory.difficulty, expected.difficulty))
          }
          let found = AnkiState(outcome, settings, lapsed: outcome.state.lapses > state.lapses)
          if !found.agrees(with: expected, ease: name == .sm2) {
            wrong.append("\(place) \(rating) after \(elapsed.value) of \(line[2]): \(found), not \(expected)")
          }
        }
      default: break
      }
    }
    #expect(buttons > 1000)
    #expect(worst < 2e-4)
    let tolerated = name == .sm2 ? 0 : buttons / 1000
    #expect(
      wrong.count <= tolerated,
      "\(wrong.count) of \(buttons): \(wrong.prefix(5).joined(separator: "\n"))"
    )
  }
}

/// A card as Anki describes one.
private struct AnkiState: Equatable, CustomStringConvertible {
  var phase = Phase.new
  var remaining = 0
  var seconds = 0
  var days = 0
  var ease = 0.0
  var lapses = 0
  var leech = false
  var stability = Double.nan
  var difficulty = Double.nan

  init(_ word: Substring) {
    let parts = word.split(separator: ":")
    let values = parts.dropFirst().map { Double($0) ?? .nan }
    func review(from index: Int) {
      days = Int(values[index])
      ease = values[index + 1]
      lapses = Int(values[index + 2])
      leech = values[index + 3] == 1
    }
    func memory(from index: Int) {
      guard values.count > index + 1 else { return }
      stability = values[index]
      difficulty = values[index + 1]
    }
    switch parts[0] {
    case "L":
      phase = .learning
      remaining = Int(values[0])
      seconds = Int(values[1])
      memory(from: 2)
    case "R":
      phase = .review
      review(from: 0)
      memory(from: 4)
    case "RL":
      phase = .relearning
      remaining = Int(values[0])
      seconds = Int(values[1])
      review(from: 2)
      memory(from: 6)
    default: break
    }
  }

  init(_ outcome: Outcome, _ settings: SchedulingSettings, lapsed: Bool) {
    phase = outcome.state.phase
    lapses = outcome.state.lapses
    days = outcome.state.scheduledDays
    ease = outcome.state.ease ?? 0
    leech = lapsed && settings.isLeech(lapses: lapses)
    if case .exact(let delay) = outcome.interval { seconds = Int(delay.value / 1000) }
    let steps = phase == .learning ? settings.learningSteps : settings.relearningSteps
    remaining = phase == .review ? 0 : steps.count - (steps.isEmpty ? 0 : outcome.state.step)
  }

  func cardState(_ settings: SchedulingSettings) -> CardState {
    let steps = phase == .learning ? settings.learningSteps : settings.relearningSteps
    return CardState(
      phase: phase,
      step: max(min(steps.count - remaining, steps.count - 1), 0),
      memory: stability.isNaN ? nil : Memory(stability: Days(stability), difficulty: difficulty),
      ease: ease == 0 ? nil : ease,
      scheduledDays: days,
      lapses: lapses
    )
  }

  /// FSRS needs neither the ease nor, during relearning, the days that would follow.
  func agrees(with other: AnkiState, ease comparesEase: Bool) -> Bool {
    guard phase == other.phase, remaining == other.remaining, seconds == other.seconds else { return false }
    if phase == .learning { return true }
    guard lapses == other.lapses else { return false }
    if comparesEase {
      return days == other.days && abs(ease - other.ease) < 6e-4 && leech == other.leech
    }
    return phase == .relearning || days == other.days
  }

  var description: String {
    "\(phase) remaining \(remaining) seconds \(seconds) days \(days) ease \(ease) lapses \(lapses) \(leech)"
  }
}

private func ankiSettings(_ line: [Substring], _ name: SchedulerName) throws -> SchedulingSettings {
  let row = numbers(line, from: 6)
  return try SchedulingSettings(
    desiredRetention: name == .sm2 ? 0.9 : row[1],
    learningSteps: steps(line[2]),
    relearningSteps: steps(line[3]),
    maximumInterval: try #require(Int(line[4])),
    fuzz: false,
    leechThreshold: try #require(Int(line[5])),
    sm2: name != .sm2
      ? .standard
      : SM2Settings(
        initialEase: row[0],
        graduatingInterval: Int(row[1]),
        easyInterval: Int(row[2]),
        hardMultiplier: row[3],
        easyMultiplier: row[4],
        intervalMultiplier: row[5],
        lapseMultiplier: row[6],
        minimumLapseInterval: Int(row[7])
      )
  )
}
