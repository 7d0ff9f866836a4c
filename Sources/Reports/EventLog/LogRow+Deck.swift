import Cards
import Study

extension LogRow {
  /// The row of a remembered deck, without its cards.
  convenience init(_ deck: DeckSnapshot) {
    self.init()
    entry = Entry.deck.rawValue
    path = deck.path
    self.deck = deck.name
    fingerprint = hexadecimal(deck.fingerprint)
    time = deck.takenUpAt.milliseconds
    turn = deck.turn
  }

  /// The row of a card in its deck.
  convenience init(_ card: Card) {
    self.init()
    entry = Entry.deckCard.rawValue
    self.card = card.id.text
    line = Int64(card.line)
    siblingGroup = card.siblingGroup
    take(card)
  }

  /// The row of a path.
  convenience init(_ entry: Entry, path: String) {
    self.init()
    self.entry = entry.rawValue
    self.path = path
  }

  /// The remembered deck of the row, without cards.
  var deckSnapshot: DeckSnapshot? {
    guard let path, let deck, let time, let turn, turn >= 0,
      let fingerprint = fingerprint.flatMap({ UInt64($0, radix: 16) })
    else { return nil }
    return DeckSnapshot(
      path: path,
      name: deck,
      fingerprint: fingerprint,
      takenUpAt: Instant(milliseconds: time),
      turn: turn,
      cards: []
    )
  }

  /// The card of the row with its place in its deck.
  var deckCard: Card? {
    guard var card = textOfCard(), let line, let siblingGroup else { return nil }
    card.line = Int(line)
    card.siblingGroup = siblingGroup
    return card
  }

  /// Takes the text of a card.
  func take(_ card: Card) {
    kind = card.kind.rawValue
    accept = card.accept.rawValue
    section = ItemText.cell(card.section)
    context = card.context
    question = card.question
    answers = ItemText.cell(card.answers)
    choices = ItemText.cell(card.choices)
    truth = card.truth
    correction = card.correction
    passage = card.passage
    remark = card.remark
    tags = ItemText.cell(card.tags)
  }

  /// The text of a card without its place in a deck.
  func textOfCard() -> Card? {
    guard let id = card.flatMap({ CardID($0) }), let kind = kind.flatMap({ CardKind(rawValue: $0) }),
      let accept = accept.flatMap({ AcceptRule(rawValue: $0) }), let question
    else { return nil }
    return Card(
      id: id,
      kind: kind,
      section: ItemText.items(section ?? ""),
      context: context,
      question: question,
      answers: ItemText.items(answers ?? ""),
      accept: accept,
      choices: ItemText.items(choices ?? ""),
      truth: truth,
      correction: correction,
      passage: passage,
      remark: remark,
      tags: ItemText.items(tags ?? ""),
      siblingGroup: ""
    )
  }
}

extension ItemText {
  /// The items in one text; nil for none, whose cell is empty.
  fileprivate static func cell(_ items: [String]) -> String? {
    items.isEmpty ? nil : joined(items)
  }
}
