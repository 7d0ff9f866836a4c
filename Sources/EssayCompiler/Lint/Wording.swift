import Cards

/// Rules about the words of a card that hold whatever found it.
enum Wording {
  /// The rule that the card's words break, if any.
  static func violation(of card: CandidateCard) -> RejectionRule? {
    switch card.content {
    case .qa(let question, _):
      if question.hasSuffix("什么？"), strandedPrepositions.contains(where: question.dropLast(3).hasSuffix) {
        return .noQuestion
      }
      return pointing(card)
    case .cloze:
      if card.question.hasSuffix(":") || card.question.hasSuffix("：") { return .noFrame }
      return pointing(card)
    case .list, .order:
      let endInParticle = card.answers.count { $0.hasSuffix("的") }
      let isTorn = endInParticle > 0 && endInParticle < card.answers.count
      return isTorn || card.question.contains("____的。") && endInParticle > 0 ? .cutWord : nil
    case .choice, .trueFalse:
      return nil
    }
  }

  /// Chinese prepositions, which cannot stand before a 什么 that ends a question about a clause.
  private static let strandedPrepositions = ["由", "被", "从", "对", "向", "与", "和", "同", "跟", "给", "把", "将"]

  /// An answer that points at something, or ends before what it grades, says nothing by itself.
  private static func pointing(_ card: CandidateCard) -> RejectionRule? {
    for answer in card.answers {
      switch card.script {
      case .chinese:
        if pointers.contains(where: answer.hasPrefix) { return .emptyAnswer }
        if answer.count <= 6, vague.contains(where: answer.hasPrefix) { return .emptyAnswer }
      case .latin:
        let words = answer.lowercased().split(separator: " ")
        if let first = words.first, latinPointers.contains(String(first)) { return .emptyAnswer }
        if words.count > 1, let last = words.last, degrees.contains(String(last)) { return .cutWord }
      }
    }
    return nil
  }

  private static let pointers = ["这", "那些", "那种", "那个", "此", "该", "它", "上述"]
  private static let vague = ["一些", "某些", "各种", "许多", "各个", "一系列", "不少"]
  private static let latinPointers: Set<String> = [
    "this", "that", "these", "those", "it", "its", "they", "their", "he", "his", "she", "her", "such",
  ]
  private static let degrees: Set<String> = ["more", "less", "most", "least", "very", "too", "so", "as"]
}
