import Cards
import Language
import Reports
import Study

/// What the answers of a class say against the cards of decks, for `lint --from` and `compile --from`.
struct ClassFindings {
  private let folder: String
  private let analysis: ItemAnalysis

  /// Reads what the learners of a folder answered.
  ///
  /// - Throws: what keeps the folder or a file in it from being read.
  init(from folder: String, in context: CommandContext) throws {
    var analysis = ItemAnalysis()
    let moment = context.clock.now()
    let records = ClassRecords(
      folder: try ClassFolder(at: folder) { try context.say($0.message) },
      day: nil,
      pseudonyms: nil
    )
    try records.forEachRecord { record in
      analysis.add(try LearnerCount(record, wanted: .attempts, at: moment))
    }
    self.folder = folder
    self.analysis = analysis
  }

  /// The warnings about a deck, by line; a card counts as it is asked in the deck now.
  ///
  /// - Parameters:
  ///   - deck: the deck, as the instructor has it.
  ///   - path: its name in the messages.
  ///   - notice: takes what must be told where nobody was asked a card of this deck.
  /// - Returns: the warnings; none about retired cards.
  func warnings(
    on deck: DeckFile,
    path: String,
    notice: (Notice) throws -> Void
  ) rethrows -> [DiagnosticText] {
    let cards = deck.notes.flatMap { placed in
      placed.note.cards(line: placed.firstLine).map { (card: $0, isGap: placed.note.cardCount > 1) }
    }
    let texts = Dictionary(
      cards.map { ($0.card.id.text, $0.card.textFingerprint) },
      uniquingKeysWith: { first, _ in first }
    )
    let rows = Dictionary(
      analysis.rows(askedAs: texts).map { ($0.cardID, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    if !cards.contains(where: { rows[$0.card.id.text] != nil }) {
      try notice(.deckUnknownToClass(path: path, folder: folder))
    }
    return cards.filter { !$0.card.isRetired }.flatMap { card, isGap in
      (rows[card.id.text]?.findings(on: card) ?? []).map { finding in
        DiagnosticText(
          path: path,
          line: card.line,
          column: 1,
          severity: .warning,
          code: finding.code,
          message: isGap ? message(finding, aboutGap: card.answers.first ?? "") : finding.message
        )
      }
    }
  }

  /// The message about one of a line's gaps.
  private func message(_ finding: ItemFinding, aboutGap gap: String) -> Bilingual {
    Bilingual(
      zh: "空“\(gap)”：\(finding.message.text(in: .chinese))",
      en: "gap '\(gap)': \(finding.message.text(in: .english))"
    )
  }
}
