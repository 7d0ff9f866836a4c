/// Cards whose first days say more about the learner's calendar than about memory.
///
/// Cards are grouped by first rating and the days to the first item after it. Of each rating the rarest
/// groups go, until a twentieth of its cards (at least 20) would be gone; of the others those stay that have
/// six cards and at most 100 days (365 after easy). Source: fsrs-rs `dataset.rs`, `filter_outlier`.
enum Outliers {
  /// One group: cards with this first rating and this many days to the first item.
  private struct Group {
    let days: Int
    var cards: [Int]
  }

  /// Which cards to leave out, by their place in the log; only items numbered below `limit` count.
  static func cards(in log: TrainingLog, below limit: Int) -> [Bool] {
    var groups: [[Group]] = Array(repeating: [], count: 5)
    var places: [[Int: Int]] = Array(repeating: [:], count: 5)
    for card in 0..<log.cardCount {
      let reviews = log.starts[card]..<log.starts[card + 1]
      let first = reviews.first { log.items[$0] >= 0 && Int(log.items[$0]) < limit }
      guard let first else { continue }
      let rating = Int(log.ratings[reviews.lowerBound])
      let days = Int(log.days[first])
      if let place = places[rating][days] {
        groups[rating][place].cards.append(card)
      } else {
        places[rating][days] = groups[rating].count
        groups[rating].append(Group(days: days, cards: [card]))
      }
    }
    var excluded = [Bool](repeating: false, count: log.cardCount)
    for rating in 1...4 {
      let rarestFirst = groups[rating].sorted {
        $0.cards.count == $1.cards.count ? $0.days > $1.days : $0.cards.count < $1.cards.count
      }
      let total = rarestFirst.reduce(0) { $0 + $1.cards.count }
      var removed = 0
      for group in rarestFirst {
        if removed + group.cards.count > max(total / 20, 20) {
          if group.cards.count >= 6, group.days <= (rating == 4 ? 365 : 100) { continue }
        } else {
          removed += group.cards.count
        }
        for card in group.cards { excluded[card] = true }
      }
    }
    return excluded
  }
}
