import Cards
import Language
import Scheduling
import Study

extension Page {
  /// The cards that have a text in their question, answers or passage, up to fifty.
  init(search text: String, among candidates: [Candidate], language: InterfaceLanguage) {
    let isNothing = trimmed(text).isEmpty
    let wanted = SearchText(text)
    let found = isNothing ? [] : candidates.filter { Page.mentions(wanted, $0.card) }
    var lines: [Row] = isNothing ? [] : [[Run(Phrases.found(found.count).text(in: language), .faint)]]
    for candidate in found.prefix(50) {
      let card = candidate.card
      let state = Phrases.state(candidate.progress.state.phase).text(in: language)
      lines.append([Run(card.question, .strong), Run(" (\(state))", .faint)])
      let answers = card.answers.joined(separator: Phrases.itemSeparator.text(in: language))
      lines.append([Run("  " + answers)])
    }
    self.init(title: Phrases.searchTitle, lines: lines)
  }

  private static func mentions(_ wanted: SearchText, _ card: Card) -> Bool {
    let texts = [card.question, card.passage, card.context].compactMap(\.self) + card.answers + card.choices
    return texts.contains(where: wanted.isFound)
  }
}
