import Cards

/// A card that passed the lint, with what it is worth.
struct RankedCard: Sendable {
  var card: CandidateCard
  var view: Int
  var importance: Double
  /// The worth beside the better cards of the same sentence.
  var score: Double
}

/// What choosing takes of a card that passed the lint, and what the card can be made of again.
struct RankedPoint: Sendable {
  /// What a card is made of.
  enum Origin: Sendable {
    case point(KeyPoint)
    /// A card from outside.
    case card(CandidateCard)
  }

  var origin: Origin
  var view: Int
  var importance: Double
  var score: Double
  var kind: CardKind
  var family: KeyPointFamily
  /// The question and its context as one number, and the answers.
  var question: UInt64
  var answer: UInt64

  init(_ card: CandidateCard, from origin: Origin, view: Int, importance: Double, score: Double) {
    self.origin = origin
    self.view = view
    self.importance = importance
    self.score = score
    kind = card.content.kind
    family = card.family
    question = Leak.fingerprint(card.question + "\n" + (card.context ?? ""))
    answer = Leak.fingerprint(card.answers.joined(separator: "\n"))
  }

  /// The spans that are asked for.
  var answerRanges: [Range<Int>] {
    switch origin {
    case .point(let point): point.answers
    case .card(let card): card.answerRanges
    }
  }
}

/// Chooses cards for a deck of a given size: the best of every sentence first, then what adds most.
enum Selector {
  /// What the next card of a sentence is worth beside those before it, 0…1.
  ///
  /// On marked texts one gap of each sentence first covers more than two of some.  A long English sentence has room
  /// for more: there the loss is per card and per stretch of 18 words.
  static func discount(_ number: Int, units: Int, script: Script) -> Double {
    switch script {
    case .chinese: (0..<number).reduce(1) { loss, _ in loss * 0.6 }
    case .latin: 1 / (1 + 3 * Double(number) * min(1, 18 / Double(max(1, units))))
    }
  }

  /// The indices of the cards to keep, in the order given.
  static func select(_ cards: [RankedPoint], budget: Int) -> (kept: [Int], dropped: [(Int, RejectionRule)]) {
    var order = Array(cards.indices)
    order.sort { one, other in
      let first = cards[one].score
      let second = cards[other].score
      return first != second ? first > second : one < other
    }
    var kept: [Int] = []
    var dropped: [(Int, RejectionRule)] = []
    var questions: [UInt64: Int] = [:]
    var asked: [UInt64: Int] = [:]
    var late: [Int] = []
    for index in order {
      let question = cards[index].question
      let answer = cards[index].answer
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
