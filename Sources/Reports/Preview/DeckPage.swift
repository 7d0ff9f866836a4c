public import Cards
public import Language

/// A deck's cards as one page: each card's front beside its back, as a learner meets them.
public struct DeckPage: Sendable {
  private let name: String
  private let cards: [Card]
  private let language: InterfaceLanguage
  private let deckLanguage: String?

  /// A page of a deck.
  ///
  /// - Parameters:
  ///   - name: the deck's name.
  ///   - cards: its cards in order, retired ones included.
  ///   - deckLanguage: the BCP 47 tag of the cards' language, where it is known.
  ///   - language: of the words that are not the deck's.
  public init(name: String, cards: [Card], deckLanguage: String?, language: InterfaceLanguage) {
    self.name = name
    self.cards = cards
    self.language = language
    self.deckLanguage = deckLanguage
  }

  /// The page.
  public var page: HTMLPage {
    let count = Bilingual(
      zh: "\(cards.count) 张卡片，每张先是问题，后是答案",
      en:
        "\(cards.count) card\(cards.count == 1 ? "" : "s"), each with its question, then its answer"
    )
    let header = HTML.element(
      "header",
      [],
      [.element("h1", deckWords, text: name), .element("p", [.class("meta")], text: told(count))]
    )
    return HTMLPage(
      title: name,
      language: told(Bilingual(zh: "zh-Hans", en: "en")),
      style: style,
      content: [.element("main", [], [header] + body)]
    )
  }

  private var body: [HTML] {
    var nodes: [HTML] = []
    var section: [String] = []
    for (index, card) in cards.enumerated() {
      if card.section != section, !card.section.isEmpty {
        nodes.append(.element("h2", deckWords, text: card.section.joined(separator: " › ")))
      }
      section = card.section
      nodes.append(article(card, number: index + 1))
    }
    return nodes
  }

  private func article(_ card: Card, number: Int) -> HTML {
    let face = CardFace(card, language: language)
    var notes = [
      "\(number)", "^\(card.id)", told(Bilingual(zh: "第 \(card.line) 行", en: "line \(card.line)")),
    ]
    notes += card.tags.filter { $0 != Card.retiredTag }.map { "#\($0)" }
    if card.isRetired { notes.append(told(Bilingual(zh: "已停用，不再提问", en: "retired, not asked"))) }
    return .element(
      "article",
      [.class(card.isRetired ? "card retired" : "card"), HTMLAttribute("id", "card-\(card.id)")],
      [
        .element("div", [.class("front")], face.question.flatMap(nodes)),
        .element("div", [.class("back")], face.answer.flatMap(nodes)),
        .element("p", [.class("meta")], text: notes.joined(separator: "  ")),
      ]
    )
  }

  private func nodes(_ part: CardFace.Part) -> [HTML] {
    var nodes: [HTML] = [.element("p", [.class("label")], text: told(part.role.label))]
    if !part.text.isEmpty {
      let name: StaticString = part.role == .passage ? "blockquote" : "p"
      nodes.append(.element(name, [.class("text")] + deckWords, withGaps(part)))
    }
    guard !part.items.isEmpty else { return nodes }
    let isNumbered = part.items.allSatisfy { $0.number != nil }
    let items = part.items.map { item in
      HTML.element("li", item.number.map { [HTMLAttribute("value", String($0))] } ?? [], text: item.text)
    }
    nodes.append(.element(isNumbered ? "ol" : "ul", deckWords, items))
    return nodes
  }

  /// A text whose gap is set off.
  private func withGaps(_ part: CardFace.Part) -> [HTML] {
    guard case .question = part.role else { return [.text(part.text)] }
    let pieces = part.text.split(separator: ClozeText.gap, omittingEmptySubsequences: false)
    return pieces.enumerated().flatMap { index, piece -> [HTML] in
      let gap = HTML.element("span", [.class("gap")], text: ClozeText.gap)
      return index == 0 ? [.text(String(piece))] : [gap, .text(String(piece))]
    }
  }

  /// Marks words as the deck's, for fonts, screen readers and hyphenation.
  private var deckWords: [HTMLAttribute] { deckLanguage.map { [HTMLAttribute("lang", $0)] } ?? [] }

  private func told(_ words: Bilingual) -> String { words.text(in: language) }
}

private let style: StaticString = """

  :root { color-scheme: light dark; --ink: #1d1d1f; --soft: #5f6368; --paper: #fff; --line: #d7d9dc;
    --back: #f6f7f8; --gap: #b3261e; }
  @media (prefers-color-scheme: dark) { :root { --ink: #e6e6e6; --soft: #a3a7ac; --paper: #16181a;
    --line: #3a3d41; --back: #1e2124; --gap: #ff8a80; } }
  * { box-sizing: border-box; }
  body { margin: 0; background: var(--paper); color: var(--ink);
    font: 1rem/1.6 system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
  main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
  h1 { font-size: 1.6rem; line-height: 1.3; margin: 0; overflow-wrap: anywhere; }
  h2 { font-size: 1.1rem; margin: 2.2rem 0 .6rem; overflow-wrap: anywhere; }
  .card { display: grid; grid-template-columns: 1fr 1fr; border: 1px solid var(--line); border-radius: .5rem;
    margin: .8rem 0; overflow: hidden; break-inside: avoid; }
  .card > .meta { grid-column: 1 / -1; border-top: 1px solid var(--line); padding: .3rem .9rem; }
  .front, .back { padding: .8rem .9rem; min-width: 0; overflow-wrap: anywhere; }
  .back { background: var(--back); border-left: 1px solid var(--line); }
  .label, .meta { color: var(--soft); font-size: .8rem; margin: 0; white-space: pre-wrap; }
  .text { margin: 0 0 .6rem; white-space: pre-wrap; }
  blockquote.text { border-left: 3px solid var(--line); padding-left: .7rem; }
  ol, ul { margin: 0 0 .6rem; padding-left: 1.6rem; }
  li { white-space: pre-wrap; }
  .gap { color: var(--gap); font-weight: 600; }
  .retired { opacity: .65; }
  @media (max-width: 40rem) { .card { grid-template-columns: 1fr; }
    .back { border-left: 0; border-top: 1px solid var(--line); } }
  @media print { main { max-width: none; padding: 0; } body { font-size: 10pt; } h2 { break-after: avoid; }
    .card { border-radius: 0; } }

  """
