extension SplitMix {
  /// An index drawn by its share; shares need not sum to 1.
  mutating func index(_ shares: [Double]) -> Int {
    var rest = nextFraction() * shares.reduce(0, +)
    for index in shares.indices.dropLast() {
      rest -= shares[index]
      if rest < 0 { return index }
    }
    return max(shares.count - 1, 0)
  }

  /// Answers the rest of the day's steps after a rating, at most five; returns the seconds they take.
  mutating func steps(
    _ trace: inout Trace,
    _ first: Int,
    _ count: Int,
    _ transitions: [[Double]],
    _ costs: [Double],
    _ model: some SimulatedModel
  ) -> Double {
    var g = first
    var passed = 0
    var seconds = 0.0
    let needed = g > 2 ? count - 1 : count
    for _ in 0..<5 where passed < needed && g < 4 {
      g = index(transitions[g - 1]) + 1
      trace = model.again(trace, g)
      seconds += costs[g - 1]
      if g > 2 { passed += 1 } else if g == 1 { passed = 0 }
    }
    return seconds
  }
}
