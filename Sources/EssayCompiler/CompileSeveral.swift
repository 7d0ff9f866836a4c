import Cards

/// Makes the cards of one deck from several essays.
///
/// No two of them ask for the same: a card that an earlier essay gives too is dropped, and so is a question that has
/// another answer there. With a limit each essay gets its share of it, in proportion to the cards it would have alone.
///
/// - Parameters:
///   - essays: The essays in the order of the deck.
///   - maximumCards: The most cards in all; nil leaves each essay as many as it would have alone.
///   - proposals: Cards from outside, for each essay; none where the list ends.
/// - Returns: A compilation for each essay.
public func compile(
  _ essays: [EssayReading],
  maximumCards: Int? = nil,
  adding proposals: [[ProposedCard]] = []
) -> [Compilation] {
  func adding(_ index: Int) -> [ProposedCard] { proposals.indices.contains(index) ? proposals[index] : [] }
  var compilations = essays.enumerated().map { $1.compile(adding: adding($0)) }
  if let maximumCards, compilations.reduce(0, { $0 + $1.cards.count }) > maximumCards {
    let shares = shares(of: maximumCards, among: compilations.map(\.cards.count))
    compilations = zip(essays, shares).enumerated().map { index, pair in
      pair.0.compile(adding: adding(index), budget: pair.1)
    }
  }
  guard essays.count > 1 else { return compilations }
  var asked = Set<UInt64>()
  var facts = Set<String>()
  for index in compilations.indices {
    var kept: [CompiledCard] = []
    for card in compilations[index].cards {
      let isNew = facts.insert(card.fact).inserted
      if asked.insert(card.questionFingerprint).inserted, isNew {
        kept.append(card)
      } else if essays[index].compiler.options.keepsRejections {
        compilations[index].rejected.append(card.rejection(isNew ? .ambiguous : .duplicate))
      }
    }
    if kept.count < compilations[index].cards.count {
      compilations[index].cards = kept
      compilations[index].uncovered = essays[index].compiler.uncovered(kept)
      compilations[index].rejected.sort { $0.place.lowerBound < $1.place.lowerBound }
    }
  }
  return compilations
}

/// A number divided in proportion to others, the largest remainders rounded up.
private func shares(of total: Int, among counts: [Int]) -> [Int] {
  let sum = max(1, counts.reduce(0, +))
  var shares = counts.map { total * $0 / sum }
  let byRemainder = counts.indices.sorted { one, other in
    let first = total * counts[one] % sum
    let second = total * counts[other] % sum
    return first != second ? first > second : one < other
  }
  for index in byRemainder.prefix(max(0, total - shares.reduce(0, +))) { shares[index] += 1 }
  return shares
}

extension CompiledCard {
  fileprivate var questionFingerprint: UInt64 {
    Leak.fingerprint(ProposedContent(note.content).question + "\n" + (note.context ?? ""))
  }

  fileprivate func rejection(_ rule: RejectionRule) -> Rejection {
    Rejection(candidate: ProposedContent(note.content).question, place: source, family: family, rule: rule)
  }
}
