import Scheduling
import Testing

/// FSRS-6 against py-fsrs 6.3 (f64) and fsrs-rs 6.6 (f32).
struct FSRS6VectorTests {
  @Test func `a replay equals py-fsrs in state, step and due, and its numbers to 1e-12`() throws {
    let fixture = try Fixture("fsrs6.txt")
    let sets = fixture.weights
    var scheduler = FSRS6(capsStability: false)
    var settings = SchedulingSettings.standard
    var state = CardState.new
    var worst = 0.0
    var reviews = 0
    var wrong: [String] = []
    var place = ""
    for line in fixture.lines {
      switch line[0] {
      case "sequence":
        place = "sequence \(line[1])"
        scheduler = FSRS6(weights: try Weights(try #require(sets[line[2]])), capsStability: false)
        settings = try plainSettings(line)
        state = .new
        reviews = 0
      case "review":
        let row = numbers(line, from: 1)
        let elapsed = Days(row[2])
        let rating = try #require(Rating(rawValue: Int(row[1])))
        if let recall = scheduler.retrievability(of: state, elapsed: elapsed), !row[3].isNaN {
          worst = max(worst, difference(recall, row[3]))
        }
        let outcome = scheduler.outcomes(for: state, elapsed: elapsed, settings: settings, fuzz: nil)[rating]
        state = outcome.state
        let memory = try #require(state.memory)
        worst = max(worst, difference(memory.stability.value, row[4]), difference(memory.difficulty, row[5]))
        let due = row[0] + Double(Milliseconds(outcome.interval.days).value)
        let step = row[7].isNaN ? 0 : Int(row[7])
        if Double(state.phase.rawValue) != row[6] || state.step != step || due != row[8] {
          wrong.append("\(place) review \(reviews): \(state) due \(due), not \(line.dropFirst(7))")
        }
        reviews += 1
      default: break
      }
    }
    #expect(worst < 1e-12)
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(3))")
  }

  @Test func `a replay stays within 5e-4 of fsrs-rs`() throws {
    let fixture = try Fixture("fsrs6.txt")
    let sets = fixture.weights
    var scheduler = FSRS6()
    var retention = 0.9
    var state = CardState.new
    var before = CardState.new
    var elapsed = Days.zero
    var worstStability = 0.0
    var worstDifficulty = 0.0
    var worstInterval = 0.0
    for line in fixture.lines {
      switch line[0] {
      case "sequence":
        scheduler = FSRS6(weights: try Weights(try #require(sets[line[2]])))
        retention = try #require(Double(line[3]))
        state = .new
      case "review":
        let row = numbers(line, from: 1)
        elapsed = Days(row[2])
        before = state
        state = try scheduler.next(state, elapsed, Int(row[1]))
        let memory = try #require(state.memory)
        worstStability = max(worstStability, difference(memory.stability.value, row[9]))
        worstDifficulty = max(worstDifficulty, difference(memory.difficulty, row[10]))
      case "next":
        let row = numbers(line, from: 1)
        for rating in 1...4 {
          let memory = try #require(try scheduler.next(before, elapsed, rating).memory)
          let interval = scheduler.interval(for: memory.stability, retention: retention)
          worstStability = max(worstStability, difference(memory.stability.value, row[rating * 3 - 3]))
          worstDifficulty = max(worstDifficulty, difference(memory.difficulty, row[rating * 3 - 2]))
          worstInterval = max(worstInterval, difference(interval.value, row[rating * 3 - 1]))
        }
      default: break
      }
    }
    #expect(worstStability < 5e-4)
    #expect(worstDifficulty < 5e-6)
    #expect(worstInterval < 5e-4)
  }

  @Test func `intervals, bridges, replays, migration and clipping equal fsrs-rs`() throws {
    let fixture = try Fixture("functions.txt")
    let sets = fixture.weights
    var worst: [Substring: Double] = [:]
    for line in fixture.lines where line[0] != "weights" {
      func note(_ value: Double, _ expected: Double) {
        worst[line[0], default: 0] = max(worst[line[0], default: 0], difference(value, expected))
      }
      func replay(_ state: CardState, _ scheduler: FSRS6, _ reviews: [Double], _ expected: [Double]) throws {
        var state = state
        for index in stride(from: 0, to: reviews.count, by: 2) {
          state = try scheduler.next(state, Days(reviews[index + 1]), Int(reviews[index]))
        }
        note(state.memory?.stability.value ?? .nan, expected[0])
        note(state.memory?.difficulty ?? .nan, expected[1])
      }
      switch line[0] {
      case "interval":
        let row = numbers(line, from: 2)
        let scheduler = FSRS6(weights: try Weights(try #require(sets[line[1]])))
        let stability =
          row[0].isNaN
          ? try #require(try scheduler.next(.new, .zero, Int(row[3])).memory).stability : Days(row[0])
        note(scheduler.interval(for: stability, retention: row[1]).value, row[2])
      case "bridge":
        let row = numbers(line, from: 2)
        let scheduler = FSRS6(weights: try Weights(try #require(sets[line[1]])))
        let memory = scheduler.memory(fromEase: row[0], interval: Days(row[1]), retention: row[2])
        note(memory.stability.value, row[3])
        note(memory.difficulty, row[4])
      case "replay":
        let row = numbers(line, from: 2)
        let scheduler = FSRS6(weights: try Weights(try #require(sets[line[1]])))
        let start = CardState(phase: .review, memory: Memory(stability: Days(row[0]), difficulty: row[1]))
        try replay(start, scheduler, Array(row.dropFirst(4)), Array(row[2...3]))
      case "migrate":
        let row = numbers(line, from: 2)
        let count = try #require(Int(line[1]))
        let migrated = try Weights(Array(row.prefix(count))).values
        for (value, expected) in zip(migrated, row.dropFirst(count)) { note(value, expected) }
        #expect(migrated.count == row.count - count)
      case "refuse":
        let count = try #require(Int(line[1]))
        #expect(throws: WeightsFailure.count(count)) {
          try Weights([Double](repeating: 0.5, count: count))
        }
      case "clip":
        let row = numbers(line, from: 1)
        let scheduler = FSRS6(weights: try Weights(Array(row.prefix(21))))
        try replay(.new, scheduler, Array(row.dropFirst(23)), Array(row[21...22]))
      default: break
      }
    }
    for (kind, limit) in [
      ("interval", 5e-4), ("bridge", 5e-4), ("replay", 5e-4), ("migrate", 1e-6), ("clip", 5e-4),
    ] {
      let difference = worst[Substring(kind)] ?? .infinity
      #expect(difference < limit, "\(kind)")
    }
  }
}

/// The settings of a sequence as py-fsrs reads them.
func plainSettings(_ line: [Substring]) throws -> SchedulingSettings {
  try SchedulingSettings(
    desiredRetention: try #require(Double(line[3])),
    learningSteps: steps(line[4]),
    relearningSteps: steps(line[5]),
    maximumInterval: try #require(Int(line[6])),
    fuzz: false,
    rounding: .toEven,
    rules: .plain
  )
}
