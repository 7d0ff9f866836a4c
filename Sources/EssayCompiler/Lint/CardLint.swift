import Cards

/// A rule that keeps a candidate out of the deck.
public enum RejectionRule: String, Sendable, CaseIterable, Error {
  /// The answer can be read in the question, its context or its heading.
  case leak
  /// The question points at something it does not show.
  case dangling
  /// The answer begins or ends inside a word.
  case cutWord
  /// The answer, an item or the question is too long, or too little is left to read.
  case length
  /// More items than a learner can hold.
  case tooManyItems
  /// No part of the sentence can stand alone around the answer.
  case noFrame
  /// No template fits.
  case noQuestion
  /// Brackets or quotation marks are torn apart.
  case unbalanced
  /// The same question, or the same answer in the same sentence, was asked already.
  case duplicate
  /// Two items are the same, or one holds another.
  case sameItems
  /// The answer says nothing of its own.
  case emptyAnswer
  /// The same question has another answer elsewhere.
  case ambiguous
  /// A better card of the sentence asks for some of the same words.
  case overlap
  /// There was no room left in the deck.
  case budget
  /// The sentence has as many cards as it can bear.
  case crowded
  /// The sentence matters less than asked for.
  case unimportant
  /// Another kind of card was asked for.
  case kind
  /// A card from outside that is no card: something is missing, or is not as it should be.
  case malformed
  /// A card from outside that cites no passage of the essay.
  case noPassage
  /// A card from outside whose answer the passage it cites does not hold.
  case unsupported
}

/// Fails closed: a card is kept only when no rule forbids it.
enum CardLint {
  static func violation(of card: CandidateCard, heading: String?) -> RejectionRule? {
    if let rule = lengths(card) { return rule }
    if card.answers.contains(where: { !isBalanced($0) }) || !isBalanced(card.question) { return .unbalanced }
    if ([card.question, card.context ?? ""] + card.answers).contains(where: opensComment) {
      return .unbalanced
    }
    if let rule = Wording.violation(of: card) { return rule }
    switch card.content {
    case .trueFalse: return nil
    case .qa, .cloze: return leak(card, heading)
    case .list, .order, .choice: return sameItems(card) ?? leak(card, heading)
    }
  }

  private static func leak(_ card: CandidateCard, _ heading: String?) -> RejectionRule? {
    let shown = Leak.units(card.question + "\n" + (card.context ?? ""))
    let above = card.family == .outline ? [] : Leak.units(heading ?? "")
    for answer in card.answers {
      let units = Leak.units(answer)
      if Leak.holds(shown, units) { return .leak }
      if card.answers.count == 1, Leak.nearlyHolds(shown, units) { return .leak }
      if units.count >= 3, Leak.holds(above, units) { return .leak }
    }
    return nil
  }

  private static func lengths(_ card: CandidateCard) -> RejectionRule? {
    let chinese = card.script == .chinese
    let questionUnits = Leak.units(card.question).count
    if questionUnits > (chinese ? 116 : 66) { return .length }
    let answerUnits = card.answers.map { Leak.units($0).count }
    let limit: Int
    switch card.content {
    case .list, .order: limit = chinese ? 24 : 15
    case .qa, .cloze, .choice: limit = chinese ? 30 : 16
    case .trueFalse: return nil
    }
    guard let longest = answerUnits.max(), let shortest = answerUnits.min(), shortest >= 1, longest <= limit
    else {
      return .length
    }
    if case .cloze = card.content {
      if questionUnits < (chinese ? 8 : 6), card.context == nil || questionUnits < (chinese ? 2 : 3) {
        return .length
      }
      if Double(longest) > 0.55 * Double(longest + questionUnits) { return .length }
    }
    if case .qa = card.content, questionUnits < (chinese ? 7 : 4) { return .length }
    return nil
  }

  private static func sameItems(_ card: CandidateCard) -> RejectionRule? {
    for (index, one) in card.answers.enumerated() {
      for other in card.answers[(index + 1)...] where Leak.holds(one, other) || Leak.holds(other, one) {
        return .sameItems
      }
    }
    return nil
  }

  /// Whether a deck file would read what follows as a comment: `<!`.
  private static func opensComment(_ text: String) -> Bool {
    var before = UInt8(0)
    for byte in text.utf8 {
      if before == UInt8(ascii: "<"), byte == UInt8(ascii: "!") { return true }
      before = byte
    }
    return false
  }

  /// Whether every opening mark is closed.
  private static func isBalanced(_ text: String) -> Bool {
    var counts: [Int] = [0, 0, 0, 0, 0, 0]
    for scalar in text.unicodeScalars {
      switch scalar {
      case "“": counts[0] += 1
      case "”": counts[0] -= 1
      case "「": counts[1] += 1
      case "」": counts[1] -= 1
      case "《": counts[2] += 1
      case "》": counts[2] -= 1
      case "（", "(": counts[3] += 1
      case "）", ")": counts[3] -= 1
      case "『": counts[4] += 1
      case "』": counts[4] -= 1
      case "\"": counts[5] ^= 1
      default: break
      }
    }
    return counts.allSatisfy { $0 == 0 }
  }
}
