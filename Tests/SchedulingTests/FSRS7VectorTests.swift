import Scheduling
import Testing

/// FSRS-7 against ts-fsrs (f64, states rounded to 8 decimals) and fsrs-rs (f32), step by step.
struct FSRS7VectorTests {
  @Test func `every step equals ts-fsrs and fsrs-rs, each to its own precision`() throws {
    let fixture = try Fixture("fsrs7.txt")
    let sets = fixture.weights
    var scheduler = FSRS7()
    var retention = 0.9
    var trusted = true
    var state = CardState.new
    var before = CardState.new
    var elapsed = Days.zero
    var rating = 3
    var place = ""
    var worst: [String: (Double, String)] = [:]
    func note(_ what: String, _ value: Double, _ expected: Double, floor: Double = 1e-300) {
      let gap = difference(value, expected, floor: floor)
      if gap.isNaN || gap > worst[what]?.0 ?? -1 {
        worst[what] = (gap, "\(place): \(value), not \(expected)")
      }
    }
    func compare(_ peer: String, _ row: [Double], floor: Double) throws {
      for index in 1...4 {
        let next = try scheduler.next(before, elapsed, index)
        let memory = try #require(next.memory)
        let values = row[(index * 4 - 4)..<(index * 4)]
        note("\(peer) slow", memory.stability.value, values[index * 4 - 4], floor: floor)
        note("\(peer) fast", memory.fastStability?.value ?? .nan, values[index * 4 - 3], floor: floor)
        note("\(peer) difficulty", memory.difficulty, values[index * 4 - 2])
        let theirs = Memory(
          stability: Days(values[index * 4 - 4]),
          difficulty: values[index * 4 - 2],
          fastStability: Days(values[index * 4 - 3])
        )
        let interval = scheduler.interval(for: theirs, retention: retention).value
        note("\(peer) interval", interval, values[index * 4 - 1], floor: floor)
      }
    }
    for line in fixture.lines {
      switch line[0] {
      case "sequence":
        place = "sequence \(line[1])"
        scheduler = FSRS7(weights: try FSRS7Weights(try #require(sets[line[2]])))
        retention = try #require(Double(line[3]))
        trusted = try #require(Double(line[4])) <= 1e-3
        state = .new
      case "review":
        let row = numbers(line, from: 1)
        elapsed = Days(row[0] / 86_400)
        rating = Int(row[1])
        before = state
        if let recall = scheduler.retrievability(of: state, elapsed: elapsed) {
          note("ts recall", recall, row[2])
          if trusted { note("rs recall", recall, row[3]) }
        }
      case "ts":
        let row = numbers(line, from: 1)
        try compare("ts", row, floor: 0.01)
        let given = row[(rating * 4 - 4)..<(rating * 4)]
        let memory = Memory(
          stability: Days(given[rating * 4 - 4]),
          difficulty: given[rating * 4 - 2],
          fastStability: Days(given[rating * 4 - 3])
        )
        state = CardState(phase: .review, memory: memory)
      case "rs":
        if trusted { try compare("rs", numbers(line, from: 1), floor: 0.01) }
      case "bridge":
        let row = numbers(line, from: 2)
        let bridge = FSRS7(weights: try FSRS7Weights(try #require(sets[line[1]])))
        let memory = bridge.memory(fromInterval: Days(row[0]), retention: row[1])
        place = "bridge \(line[1])"
        note("bridge slow", memory.stability.value, row[2])
        note("bridge fast", memory.fastStability?.value ?? .nan, row[3])
        note("bridge difficulty", memory.difficulty, row[4])
      default: break
      }
    }
    let limits = [
      ("ts recall", 1e-12), ("ts slow", 1e-6), ("ts fast", 1e-6), ("ts difficulty", 1e-8),
      ("ts interval", 1e-4), ("rs recall", 1e-3), ("rs slow", 1e-3), ("rs fast", 1e-3),
      ("rs difficulty", 1e-3), ("rs interval", 1e-3), ("bridge slow", 1e-3), ("bridge fast", 1e-3),
      ("bridge difficulty", 1e-6),
    ]
    for (what, limit) in limits {
      let (gap, place) = worst[what] ?? (.infinity, "none seen")
      #expect(gap < limit, "\(what) at \(place)")
    }
  }
}
