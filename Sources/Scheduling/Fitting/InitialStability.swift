/// A first guess at w0…w3 from the first day each card was seen again: FSRS's own start.
///
/// Source: fsrs-rs `parameter_initialization.rs` (search and monotony; missing ratings keep the default's
/// ratio to their neighbours instead of an exponent rule).
enum InitialStability {
  /// What is known about one first rating: days, and how many cards were recalled after them.
  private struct Observation {
    var cards = 0.0
    var recalled = 0.0
  }

  /// w0…w3 in ascending order.
  ///
  /// - Parameters:
  ///   - log: the log.
  ///   - limit: only items numbered below this.
  ///   - excluded: cards to leave out.
  ///   - defaults: FSRS-6's default w0…w3.
  /// - Returns: the guess, and the number of cards behind each of them.
  static func estimate(
    _ log: TrainingLog,
    below limit: Int,
    excluding excluded: [Bool],
    defaults: [Double]
  ) -> (stabilities: [Double], counts: [Double]) {
    var observed: [[Int: Observation]] = Array(repeating: [:], count: 5)
    var cards = 0.0
    var recalled = 0.0
    for card in 0..<log.cardCount where !excluded[card] {
      let reviews = log.starts[card]..<log.starts[card + 1]
      guard let place = reviews.first(where: { log.items[$0] >= 0 && Int(log.items[$0]) < limit }) else {
        continue
      }
      let passed = log.ratings[place] > 1 ? 1.0 : 0
      let rating = Int(log.ratings[reviews.lowerBound])
      observed[rating][Int(log.days[place]), default: Observation()].cards += 1
      observed[rating][Int(log.days[place]), default: Observation()].recalled += passed
      cards += 1
      recalled += passed
    }
    let average = cards > 0 ? recalled / cards : 0.9
    var stabilities = defaults
    var counts = [Double](repeating: 0, count: 4)
    for rating in 1...4 where !observed[rating].isEmpty {
      let days = observed[rating].keys.sorted()
      let groups = days.map { (Double($0), observed[rating][$0] ?? Observation()) }
      counts[rating - 1] = groups.reduce(0) { $0 + $1.1.cards }
      stabilities[rating - 1] = search(groups, average, defaults[rating - 1])
    }
    return (monotone(stabilities, counts: counts, defaults: defaults), counts)
  }

  /// The stability of least smoothed cross-entropy, by golden-section search in its logarithm.
  private static func search(
    _ groups: [(Double, Observation)],
    _ average: Double,
    _ usual: Double
  ) -> Double {
    let decay = -Weights.fsrs6Default.values[20]
    let factor = Libm.exp(Libm.log(0.9) / decay) - 1
    func loss(_ logS: Double) -> Double {
      let s = Libm.exp(logS)
      var sum = abs(s - usual) / 16
      for (days, seen) in groups {
        let share = (seen.recalled + average) / (seen.cards + 1)
        let logR = decay * Libm.log(1 + factor * days / s)
        let lost = (1 - Libm.exp(logR)).clamped(1e-9, 1)
        sum -= seen.cards * (share * logR + (1 - share) * Libm.log(lost))
      }
      return sum
    }
    let golden = 0.618_033_988_749_894_9
    var low = Libm.log(0.001)
    var high = Libm.log(100)
    var left = high - golden * (high - low)
    var right = low + golden * (high - low)
    var lossLeft = loss(left)
    var lossRight = loss(right)
    for _ in 0..<40 {
      if lossLeft < lossRight {
        (high, right, lossRight) = (right, left, lossLeft)
        left = high - golden * (high - low)
        lossLeft = loss(left)
      } else {
        (low, left, lossLeft) = (left, right, lossRight)
        right = low + golden * (high - low)
        lossRight = loss(right)
      }
    }
    return Libm.exp((low + high) / 2)
  }

  /// Stabilities in ascending order: neighbours in the wrong order meet at their mean by evidence, and a
  /// rating without evidence follows its nearest neighbour that has some, in the defaults' ratio.
  static func monotone(_ stabilities: [Double], counts: [Double], defaults: [Double]) -> [Double] {
    let seen = counts.indices.filter { counts[$0] > 0 }
    guard !seen.isEmpty else { return stabilities }
    var logs = stabilities.map { Libm.log($0) }
    for index in counts.indices where counts[index] == 0 {
      guard let near = seen.min(by: { abs($0 - index) < abs($1 - index) }) else { continue }
      logs[index] = logs[near] + Libm.log(defaults[index] / defaults[near])
    }
    var pools: [(sum: Double, weight: Double, size: Int)] = []
    for index in logs.indices {
      let weight = max(counts[index], 1e-3)
      pools.append((logs[index] * weight, weight, 1))
      while pools.count > 1 {
        let last = pools[pools.count - 1]
        let before = pools[pools.count - 2]
        guard before.sum / before.weight > last.sum / last.weight else { break }
        pools.removeLast(2)
        pools.append((before.sum + last.sum, before.weight + last.weight, before.size + last.size))
      }
    }
    return pools.flatMap { pool in
      [Double](repeating: Libm.exp(pool.sum / pool.weight).clamped(0.001, 100), count: pool.size)
    }
  }
}
