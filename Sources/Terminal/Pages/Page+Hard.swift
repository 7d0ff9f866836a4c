import Cards
import Language
import Study

extension Page {
  /// The cards that went hard in a session with their answers and passages, up to five.
  init(hard cards: [Card], language: InterfaceLanguage) {
    var lines: [Row] = []
    for card in cards.prefix(5) {
      let answers = card.answers.joined(separator: Phrases.itemSeparator.text(in: language))
      lines.append([Run("• ", .faint), Run(card.question, .strong), Run(" → "), Run(answers)])
      if let passage = card.passage { lines.append([Run("  " + passage, .faint)]) }
    }
    self.init(title: Phrases.hardTitle, lines: lines)
  }
}
