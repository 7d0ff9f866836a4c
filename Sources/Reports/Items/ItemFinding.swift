public import Language

/// What the answers of a class say is wrong with a card.
public enum ItemFinding: Sendable, Equatable {
  /// Nearly all knew it before they had learnt it.
  case tooEasy(Proportion)
  /// Nobody knew it, or hardly anyone.
  case unknownToAll(Proportion)
  /// Those who know the other cards know it no better than those who do not.
  case doesNotDiscriminate(Double, learners: Int)
  /// Learners gave an answer that was told to be wrong, and held it to be right.
  case perhapsRight(answer: String, count: Int)

  /// The finding in words: first what is wrong, then what to do.
  public var message: Bilingual {
    switch self {
    case .tooEasy(let facility):
      Bilingual(
        zh: "太容易：\(facility.whole) 人中 \(facility.part) 人一开始就会；可以删去或问得更深",
        en: "too easy: \(facility.part) of \(facility.whole) knew it at once; remove it or ask for more"
      )
    case .unknownToAll(let facility):
      Bilingual(
        zh: "几乎没人会：\(facility.whole) 人中只有 \(facility.part) 人一开始答对；请把问题写清楚或拆开",
        en:
          "hardly anyone knows it: \(facility.part) of \(facility.whole) at first; make the question clearer or split it"
      )
    case .doesNotDiscriminate(let correlation, let learners):
      Bilingual(
        zh: "区分度低（\(learners) 人，\(shortNumber(correlation * 100))%）：会其他卡片的人并不更会这张；请检查问题和答案",
        en: """
          does not discriminate (\(shortNumber(correlation * 100)) % over \(learners) learners): those who know the others \
          know it no better; check question and answer
          """
      )
    case .perhapsRight(let answer, let count):
      Bilingual(
        zh: "\(count) 人答“\(answer)”并认为答对了；若也对，请加一行“A: \(answer)”",
        en: "\(count) answered '\(answer)' and held it to be right; if it is, add a line 'A: \(answer)'"
      )
    }
  }
}

extension ItemRow {
  /// What is wrong with the card, where its first attempts say so clearly.
  ///
  /// Too easy: at least 95 %, and the interval begins at 80 % or above. Unknown: at most 5 %, or the interval
  /// ends below 20 %. Not discriminating: the correlation's upper limit (one-sided 95 %, by Fisher's z) lies
  /// below 0.3, for at least ten learners. Perhaps right: two learners or more overruled the check.
  public var findings: [ItemFinding] {
    var findings: [ItemFinding] = []
    if let facility {
      if facility.share >= 0.95, facility.low >= 0.8 { findings.append(.tooEasy(facility)) }
      if facility.share <= 0.05 || facility.high < 0.2 { findings.append(.unknownToAll(facility)) }
    }
    if let discrimination, learners >= 10, isBelow(discrimination, learners: learners) {
      findings.append(.doesNotDiscriminate(discrimination, learners: learners))
    }
    for answer in answers where answer.overruled >= 2 {
      findings.append(.perhapsRight(answer: answer.text, count: answer.overruled))
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
