import Language

/// A card that passed the lint, with what it is worth.
struct RankedCard: Sendable {
  var card: CandidateCard
  var view: Int
  var importance: Double
  /// The worth beside the better cards of the same sentence.
  var score: Double
}

/// Chooses cards for a deck of a given size: the best of every sentence first, then what adds most.
enum Selector {
  /// Each further card of a sentence is worth this much of what it would be alone.
  private static let siblingWorth = [1.0, 0.84, 0.72, 0.6, 0.5, 0.42]

  /// Of a sentence's cards in order of worth, those that ask for different words.
  static func discount(_ number: Int) -> Double {
    siblingWorth[min(number, siblingWorth.count - 1)]
  }

  /// The indices of the cards to keep, in the order given.
  static func select(_ cards: [RankedCard], budget: Int) -> (kept: [Int], dropped: [(Int, RejectionRule)]) {
    var order = Array(cards.indices)
    order.sort { one, other in
      let first = cards[one].score
      let second = cards[other].score
      return first != second ? first > second : one < other
    }
    var kept: [Int] = []
    var dropped: [(Int, RejectionRule)] = []
    var questions: [String: Int] = [:]
    var asked: [String: Int] = [:]
    var late: [Int] = []
    for index in order {
      let card = cards[index].card
      let question = foldedForComparison(card.question + (card.context ?? ""))
      let answer = foldedForComparison(card.answers.joined(separator: "\u{1F}"))
      if let other = questions[question] {
        dropped.append((index, other == index ? .duplicate : .ambiguous))
        continue
      }
      questions[question] = index
      asked[answer, default: 0] += 1
      // A second question for the same words waits until there is room.
      if asked[answer, default: 0] > 1 {
        late.append(index)
      } else if kept.count < budget {
        kept.append(index)
      } else {
        dropped.append((index, .budget))
      }
    }
    for index in late {
      if kept.count < budget { kept.append(index) } else { dropped.append((index, .budget)) }
    }
    return (kept.sorted(), dropped.sorted { $0.0 < $1.0 })
  }
}
