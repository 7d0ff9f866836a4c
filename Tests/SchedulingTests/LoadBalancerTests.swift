import Scheduling
import Testing

/// Spreading reviews over the days they may fall on.
struct LoadBalancerTests {
  /// How often each day is chosen for an interval of twenty days, which may become 17…23.
  private func days(_ balancer: LoadBalancer?) -> [Int: Int] {
    let state = CardState(phase: .review, memory: Memory(stability: Days(20), difficulty: 5))
    var chosen: [Int: Int] = [:]
    for card in 0..<400 as Range<UInt64> {
      var seed = FuzzSeed(card: card, repetition: 2)
      seed.balancer = balancer
      let outcomes = FSRS6().outcomes(for: state, elapsed: Days(0), settings: .standard, fuzz: seed)
      chosen[outcomes.hard.state.scheduledDays, default: 0] += 1
    }
    return chosen
  }

  private func due(_ count: Int, but day: Int, _ other: Int) -> [Int] {
    var due = Array(repeating: count, count: 40)
    due[day] = other
    return due
  }

  @Test func `days with fewer reviews are chosen more often, and none outside the jitter`() {
    #expect(Set(days(nil).keys) == Set(17...23))
    let balanced = days(LoadBalancer(dueByDay: due(50, but: 22, 5)))
    #expect((17...23).contains { balanced[$0] != nil })
    #expect(balanced.keys.allSatisfy { (17...23).contains($0) })
    #expect(balanced[22, default: 0] > 350)
  }

  @Test func `siblings and easy days keep reviews away`() {
    let due = Array(repeating: 20, count: 40)
    let plain = days(LoadBalancer(dueByDay: due))
    let beside = days(LoadBalancer(dueByDay: due, siblingsDueIn: [17]))
    #expect(beside[17, default: 0] < 5)
    #expect(beside[18, default: 0] < plain[18, default: 0] / 2)
    var easy = [LoadBalancer.EasyDay](repeating: .normal, count: 40)
    easy[17] = .minimum
    easy[19] = .reduced
    let eased = days(LoadBalancer(dueByDay: due, easyDays: easy))
    #expect(eased[17, default: 0] < 5)
    #expect(eased[19, default: 0] < 5)
    #expect(days(LoadBalancer(dueByDay: self.due(20, but: 19, 3), easyDays: easy))[19, default: 0] > 100)
  }

  @Test func `long intervals are left to the jitter, and absurd counts to nobody`() {
    let seed = FuzzSeed(fraction: 0.5)
    let balancer = LoadBalancer(dueByDay: [.min, .max, -4], siblingsDueIn: [.min, .max])
    #expect(balancer.day(for: 120, minimum: 1, maximum: 36_500, seed: seed) == nil)
    #expect(balancer.day(for: .nan, minimum: 1, maximum: 36_500, seed: seed) == nil)
    let day = balancer.day(for: 1, minimum: .min, maximum: .min, seed: seed)
    #expect(day.map { $0 >= 0 } == true)
  }
}

/// When a card is a leech.
struct LeechTests {
  @Test(arguments: [
    (threshold: 8, leeches: [8, 12, 16, 20]), (3, [3, 5, 7, 9]), (1, [1, 2, 3, 4]), (0, []),
  ])
  func `a leech is told at the threshold and at every half of it after that`(
    threshold: Int,
    leeches: [Int]
  ) throws {
    let settings = try SchedulingSettings(leechThreshold: threshold)
    let last = leeches.last ?? 20
    #expect((0...last).filter { settings.isLeech(lapses: $0) } == leeches)
    #expect(!settings.isLeech(lapses: .min))
  }
}

/// What settings and weights refuse.
struct RefusalTests {
  @Test func `settings out of range are refused with the value`() {
    #expect(throws: SettingsFailure.desiredRetention(0.5)) { try SchedulingSettings(desiredRetention: 0.5) }
    #expect(throws: SettingsFailure.desiredRetention(1)) { try SchedulingSettings(desiredRetention: 1) }
    #expect(throws: (any Error).self) { try SchedulingSettings(desiredRetention: .nan) }
    #expect(throws: SettingsFailure.maximumInterval(0)) { try SchedulingSettings(maximumInterval: 0) }
    #expect(throws: SettingsFailure.step(Milliseconds(0))) {
      try SchedulingSettings(learningSteps: [Milliseconds(0)])
    }
    #expect(throws: SettingsFailure.sm2(name: "hard multiplier", value: 2)) {
      try SM2Settings(hardMultiplier: 2)
    }
  }

  @Test func `weights of another count or not a number are refused, others clipped and named`() throws {
    #expect(throws: WeightsFailure.count(20)) { try Weights(Array(repeating: 1, count: 20)) }
    #expect(throws: WeightsFailure.notFinite(index: 3)) { try Weights([1, 1, 1, .nan]) }
    #expect(throws: WeightsFailure.count(21)) { try FSRS7Weights(Array(repeating: 1, count: 21)) }
    #expect(throws: WeightsFailure.count(3)) { try SchedulerName.sm2.scheduler(weights: [1, 2, 3]) }
    var values = Weights.fsrs6Default.values
    values[4] = 99
    values[20] = 0
    let weights = try Weights(values)
    #expect(weights.clippedIndices == [4, 20])
    #expect(weights.values[4] == 10)
    #expect(weights.values[20] == 0.1)
    #expect(try SchedulerName.fsrs6.scheduler().name == .fsrs6)
  }

  @Test func `days and milliseconds turn into each other and never overflow`() {
    #expect(Milliseconds(Days(1.5)).value == 129_600_000)
    #expect(Days(Milliseconds.minutes(720)).value == 0.5)
    #expect(Milliseconds(Days(.infinity)).value == .max)
    #expect(Milliseconds(Days(.nan)).value == 0)
    #expect(Milliseconds.minutes(.max).value == .max)
  }
}
