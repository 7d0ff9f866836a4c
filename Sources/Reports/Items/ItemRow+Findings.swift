public import Cards
import Language

extension ItemRow {
  /// Answers below which an option that nobody took says nothing.
  private static var fewestAnswers: Int { 10 }

  /// What is wrong with the card, where its first attempts say so clearly.
  ///
  /// Too easy: at least 95 %, and the interval begins at 80 % or above. Unknown: at most 5 % and the interval
  /// ends below 35 %, or it ends below 20 %. Not discriminating: the correlation's upper limit (one-sided 95 %,
  /// by Fisher's z) lies below 0.3, for at least ten learners. Options untaken: by ten learners or more who
  /// chose. Perhaps right: two learners or more overruled the check.
  public var findings: [ItemFinding] {
    let wrong = card.choices.filter { !card.answers.contains($0) }
    return findings(kind: card.kind.flatMap(CardKind.init(rawValue:)), wrongOptions: wrong)
  }

  /// The same of the card as its deck has it now, whose kind and options are then the ones that count.
  public func findings(on card: Card) -> [ItemFinding] {
    findings(kind: card.kind, wrongOptions: card.choices.filter { !card.answers.contains($0) })
  }

  private func findings(kind: CardKind?, wrongOptions: [String]) -> [ItemFinding] {
    var findings: [ItemFinding] = []
    if let facility {
      if facility.share >= 0.95, facility.low >= 0.8 { findings.append(.tooEasy(facility)) }
      if facility.share <= 0.05 && facility.high < 0.35 || facility.high < 0.2 {
        findings.append(.unknownToAll(facility))
      }
    }
    if let discrimination, learners >= 10, isBelow(discrimination, learners: learners) {
      findings.append(.doesNotDiscriminate(discrimination, learners: learners))
    }
    let answered = answers.reduce(0) { $0 + $1.count }
    let untaken = wrongOptions.filter { option in !answers.contains { $0.takes(option) } }
    if answered >= Self.fewestAnswers, !untaken.isEmpty {
      findings.append(.untaken(untaken, answers: answered))
    }
    for answer in answers where answer.overruled >= 2 {
      findings.append(.perhapsRight(answer: answer.text, count: answer.overruled, kind: kind))
    }
    return findings
  }

  /// Whether the upper limit of a correlation lies below 0.3: atanh(r) + 1.645 / √(n − 3) < atanh(0.3).
  ///
  /// Both sides are taken through exp(2 · …), as atanh(r) is half the logarithm of (1 + r) / (1 − r).
  private func isBelow(_ correlation: Double, learners: Int) -> Bool {
    guard correlation < 1 else { return false }
    let margin = 2 * (0.30951960420311175 - 1.6448536269514722 / Double(learners - 3).squareRoot())
    return (1 + correlation) / (1 - correlation) < exponential(margin)
  }
}

extension AnswerTally {
  /// Whether an option is among the chosen ones, which the log keeps with `; ` between.
  fileprivate func takes(_ option: String) -> Bool {
    let wanted = foldedForComparison(option)
    return foldedForComparison(text) == wanted
      || text.split(separator: "; ").contains { foldedForComparison(String($0)) == wanted }
      || option.contains(";") && text.contains(option)
  }
}

/// e to a small power, by its series.
private func exponential(_ power: Double) -> Double {
  var term = 1.0
  var sum = 1.0
  for index in 1...40 {
    term *= power / Double(index)
    sum += term
  }
  return sum
}
