extension DeckFile {
  /// Mends what is mechanical; only the lines concerned change.
  ///
  /// Marks in full-width characters, the numbers of an `O:`, capitals in ids, ids that are not on the first
  /// line of their card, ids that stand twice (the later
  /// card gets a new one), ids that do not fit the gaps (they go to the gap that hides what they hid, then in
  /// order), and missing ids.
  ///
  /// - Parameters:
  ///   - deckName: The deck's name when the front matter has none, such as the file's name.
  ///   - taken: Ids that other decks use.
  ///   - hiddenTexts: What cards hid when they were last seen, for gaps that were written by hand.
  /// - Returns: What was mended, with its place before.
  public mutating func fix(
    deckName: String,
    taken: Set<CardID> = [],
    hiddenTexts: [CardID: String] = [:]
  ) -> [Diagnostic] {
    var mended = apply { $0.mendSpelling() }
    var mint = Mint(deck: header.name ?? deckName, taken: taken)
    for placed in notes { mint.take(placed.note.ids) }
    mint.take(mergeState.entries.map(\.id))
    mended += apply { $0.mendIDs(minting: &mint, hiddenTexts: hiddenTexts) }
    mended += diagnostics.filter { diagnostic in
      if case .missingID = diagnostic.problem { true } else { false }
    }
    _ = mintMissingIDs(deckName: deckName, taken: taken)
    return mended
  }

  /// Runs one round of repairs and reads the file again.
  private mutating func apply(_ round: (inout DeckRepair) -> Void) -> [Diagnostic] {
    var repair = DeckRepair(deck: self)
    round(&repair)
    if !repair.edit.isEmpty { self = DeckFile(parsing: repair.edit.applied()) }
    return repair.mended
  }
}

/// One round of repairs of a deck file.
struct DeckRepair {
  let deck: DeckFile
  var edit: TextEdit
  var mended: [Diagnostic] = []

  init(deck: DeckFile) {
    self.deck = deck
    edit = TextEdit(deck.table)
  }

  /// Marks, numbers and ids as they should be spelt.
  mutating func mendSpelling() {
    let taken = Set(deck.notes.flatMap(\.note.ids))
    for diagnostic in deck.diagnostics where diagnostic.isFixable {
      let line = diagnostic.line - 1
      if case .misspeltMark = diagnostic.problem {
        mendMark(line, diagnostic)
      } else if case .numbering = diagnostic.problem {
        renumber(diagnostic)
      } else if case .misplacedID(let id) = diagnostic.problem {
        move(id, from: line, diagnostic)
      } else if case .malformedID(let text) = diagnostic.problem {
        guard let id = CardID(Base32.normalised(text)), !taken.contains(id) else { continue }
        guard let token = tail(line).ids.first(where: { $0.text == text }) else { continue }
        edit.replace(token.range, with: "^\(id)")
        mended.append(diagnostic)
      }
    }
  }

  private mutating func mendMark(_ line: Int, _ diagnostic: Diagnostic) {
    guard case .misspeltMark(let mark, let content) = deck.table.kind(ofLine: line) else { return }
    let range = deck.table.lines[line].start..<content
    edit.replace(range, with: content < deck.table.lines[line].end ? mark.text + " " : mark.text)
    mended.append(diagnostic)
  }

  private mutating func move(_ id: CardID, from line: Int, _ diagnostic: Diagnostic) {
    guard let placed = deck.note(atLine: diagnostic.line) else { return }
    guard let token = tail(line).ids.last(where: { $0.text == id.text }) else { return }
    let start = deck.table.droppingTrailingBlanks(deck.table.lines[line].start..<token.range.lowerBound)
      .upperBound
    edit.replace(start..<token.range.upperBound, with: "")
    edit.appendTokens(["^\(id)"], toLine: placed.firstLine - 1)
    mended.append(diagnostic)
  }

  private mutating func renumber(_ diagnostic: Diagnostic) {
    guard let placed = deck.note(atLine: diagnostic.line) else { return }
    let range = placed.firstLine - 1..<placed.lastLine
    let comments = Set(CommentMap(deck.table, in: range).lines)
    var number = 0
    for index in range where !comments.contains(index) {
      guard case .numberedItem = deck.table.kind(ofLine: index) else { continue }
      number += 1
      let start = deck.table.lines[index].start
      let digits = deck.table.bytes[start...].prefix { Byte.isDigit($0) }
      edit.replace(digits.startIndex..<digits.endIndex, with: String(number))
    }
    mended.append(diagnostic)
  }

  /// Ids that stand twice or do not fit the cards.
  mutating func mendIDs(minting mint: inout Mint, hiddenTexts: [CardID: String]) {
    var generated: [CardID: UInt64] = [:]
    for entry in deck.mergeState.entries { generated[entry.id] = entry.answer }
    var handled: Set<Int> = []
    for diagnostic in deck.diagnostics where diagnostic.isFixable {
      guard let placed = deck.note(atLine: diagnostic.line) else { continue }
      if case .idCount = diagnostic.problem {
        assign(placed, generated, hiddenTexts, minting: &mint)
        handled.insert(placed.firstLine)
        mended.append(diagnostic)
      } else if case .duplicateID(let id, _) = diagnostic.problem, !handled.contains(placed.firstLine) {
        guard let token = tail(diagnostic.line - 1).ids.last(where: { $0.text == id.text }) else { continue }
        edit.replace(token.range, with: "^\(mint.next(fact: placed.note.handFact))")
        mended.append(diagnostic)
      }
    }
  }

  private mutating func assign(
    _ placed: PlacedNote,
    _ generated: [CardID: UInt64],
    _ hiddenTexts: [CardID: String],
    minting mint: inout Mint
  ) {
    let content = placed.note.content
    let answers = (0..<content.cardCount).map { MergeKey.answerHash(content, at: $0) }
    let old = placed.note.ids.map { id in
      let hidden = hiddenTexts[id].map {
        MergeKey.answerHash(.cloze(ClozeText([.hidden($0)])), at: 0)
      }
      return (id: id, answer: hidden ?? generated[id] ?? .max)
    }
    let ids = IDAssignment(old: old, answers: answers).ids.map { $0 ?? mint.next(fact: placed.note.handFact) }
    let line = placed.firstLine - 1
    let tokens = tail(line).ids
    for (index, token) in tokens.enumerated() {
      if index == 0 {
        edit.replace(token.range, with: ids.map { "^\($0)" }.joined(separator: " "))
      } else {
        let start = deck.table.droppingTrailingBlanks(0..<token.range.lowerBound).upperBound
        edit.replace(start..<token.range.upperBound, with: "")
      }
    }
  }

  private func tail(_ line: Int) -> Tail {
    Tail(of: deck.table.lines[line].start..<deck.table.lines[line].end, in: deck.table)
  }
}
