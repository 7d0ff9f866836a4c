/// The items of a log that are fitted to, with their weights; the rest only moves memories along.
struct TrainingSet: Sendable {
  /// The cards that have items, in the log's order, each with the range of its reviews up to its last item.
  let cards: [Range<Int>]

  /// The weight of each review of the log; 0 for what is not fitted to.
  let weights: [Float]

  /// The number of items fitted to.
  let count: Int

  /// The sum of their weights.
  let totalWeight: Double

  /// The reviews in `cards`.
  let reviewCount: Int

  /// The weight of the oldest item.
  ///
  /// fsrs-rs takes ¼; on unseen reviews ½ did better on every log we have.
  private static let oldestWeight = 0.5

  /// - Parameters:
  ///   - log: the log.
  ///   - limit: only items numbered below this.
  ///   - excluded: cards whose reviews are all left out, by their place in the log.
  ///   - recency: whether old items weigh less: ½ + ½(i/(n−1))³ for the i-th of n.
  init(_ log: TrainingLog, below limit: Int, excluding excluded: [Bool], recency: Bool) {
    var kept = [Int32](repeating: 0, count: max(limit, 0))
    for card in 0..<log.cardCount where !excluded[card] {
      for place in log.starts[card]..<log.starts[card + 1] {
        let item = Int(log.items[place])
        if item >= 0, item < limit { kept[item] = 1 }
      }
    }
    var rank: Int32 = 0
    for item in kept.indices where kept[item] == 1 {
      kept[item] = rank
      rank += 1
    }
    let last = Double(max(rank - 1, 1))
    let least = recency ? Self.oldestWeight : 1
    var weights = [Float](repeating: 0, count: log.reviewCount)
    var cards: [Range<Int>] = []
    var total = 0.0
    var reviews = 0
    for card in 0..<log.cardCount where !excluded[card] {
      var end = log.starts[card]
      for place in log.starts[card]..<log.starts[card + 1] {
        let item = Int(log.items[place])
        guard item >= 0, item < limit else { continue }
        let age = Double(kept[item]) / last
        weights[place] = Float(least + (1 - least) * age * age * age)
        total += Double(weights[place])
        end = place + 1
      }
      guard end > log.starts[card] else { continue }
      cards.append(log.starts[card]..<end)
      reviews += end - log.starts[card]
    }
    self.cards = cards
    self.weights = weights
    count = Int(rank)
    totalWeight = total
    reviewCount = reviews
  }

  private init(_ other: TrainingSet, cards: [Range<Int>]) {
    self.cards = cards
    weights = other.weights
    var count = 0
    var total = 0.0
    var reviews = 0
    for card in cards {
      reviews += card.count
      for place in card where other.weights[place] > 0 {
        count += 1
        total += Double(other.weights[place])
      }
    }
    self.count = count
    totalWeight = total
    reviewCount = reviews
  }

  /// Every n-th card, so that about `reviews` reviews remain.
  func thinned(to reviews: Int) -> TrainingSet {
    let share = max(reviewCount / max(reviews, 1), 1)
    guard share > 1 else { return self }
    let some = cards.indices.filter { $0 % share == share / 2 }.map { cards[$0] }
    return TrainingSet(self, cards: some)
  }
}
