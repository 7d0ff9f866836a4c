import Cards
import EssayCompiler
import Language
import Reports
import Terminal

extension CompileCommand {
  /// Writes one JSON object for each card.
  func writeLines(of compiled: CompiledDeck, context: CommandContext) throws {
    if let output, fileKind(at: output) != nil {
      try refuseEssay(output, of: compiled)
      guard try LinesFile.isOne(output) else { throw CommandFailure.outputIsNoLines(path: output) }
    }
    let deck = DeckFile.compose(header: compiled.header, notes: compiled.notes)
    let namesFile = compiled.sources.count > 1
    var lines = ""
    for (placed, entry) in zip(deck.notes, compiled.entries) {
      for card in placed.note.cards() {
        lines += card.line(from: entry, namesFile: namesFile).text + "\n"
      }
    }
    try put(lines, context: context)
  }

  /// Writes a new deck, or merges into the one that is there.
  func writeDeck(_ compiled: CompiledDeck, context: CommandContext) throws {
    let answers = try from.map { try ClassFindings(from: $0, in: context) }
    guard let output, fileKind(at: output) != nil else {
      let deck = DeckFile.compose(header: compiled.header, notes: compiled.notes)
      try put(deck.text, context: context)
      let count = deck.cards.count
      try tell(
        MergeReport(ofNew: deck, path: output, isDryRun: dryRun),
        summary: Bilingual(
          zh: "编出 \(count) 张卡片：\(deck.kindCounts(zh: true))",
          en: "\(count) card\(count == 1 ? "" : "s"): \(deck.kindCounts(zh: false))"
        ),
        context: context
      )
      try tell(answers, on: deck, path: output ?? "-", context: context)
      return
    }
    try refuseEssay(output, of: compiled)
    let existing = try LoadedDeck(at: output)
    guard existing.isDeck else { throw CommandFailure.outputIsNoDeck(path: output) }
    let names = compiled.header.sources
    let result = DeckFile.merge(
      existing: existing.file,
      compiled: compiled.notes,
      deckName: existing.name,
      essay: compiled.essay,
      sources: names.count == compiled.sources.count ? names : nil
    )
    if result.deck.text != existing.file.text { try put(result.deck.text, context: context) }
    for warning in result.warnings {
      try context.say(line: warning.line(path: output, language: context.language))
    }
    try tell(answers, on: result.deck, path: output, context: context)
    let report = MergeReport(result, before: existing.file, path: output, isDryRun: dryRun)
    try tell(report, summary: report.summary, context: context)
    try tellLeftOut(existing.file.header.sources.filter { !names.contains($0) }, result, context: context)
  }

  /// Says what came of it: in words on standard error, as JSON on standard output.
  private func tell(_ report: MergeReport, summary: Bilingual, context: CommandContext) throws {
    if json { context.output.write(report.json.text + "\n") }
    for line in report.lines(in: context.language) { try context.say(line: line) }
    try context.say(summary)
  }

  /// Says what a class's answers say against the cards.
  private func tell(
    _ answers: ClassFindings?,
    on deck: DeckFile,
    path: String,
    context: CommandContext
  ) throws {
    let warnings = try answers?.warnings(on: deck, path: path) { try context.say($0.message) } ?? []
    for warning in warnings { try context.say(line: warning.text(in: context.language)) }
  }

  /// Says how to keep the cards of an essay that the deck had and that was not compiled now.
  private func tellLeftOut(_ names: [String], _ result: MergeResult, context: CommandContext) throws {
    guard let output, let name = names.first, !result.ids(.retired).isEmpty,
      fileKind(at: folderPath(of: output) + "/" + name) == .file
    else { return }
    try context.say(
      Notice.essayLeftOut(name: name, retired: result.ids(.retired).count, essays: essays, deck: output)
        .message
    )
  }

  private func refuseEssay(_ output: String, of compiled: CompiledDeck) throws {
    guard !compiled.sources.contains(where: { isSameFile(output, $0.path) }) else {
      throw CommandFailure.outputIsEssay(path: output)
    }
  }

  private func put(_ text: String, context: CommandContext) throws {
    guard !dryRun else { return }
    if let output {
      try writeFileAtomically(Array(text.utf8), to: output)
    } else {
      context.output.write(text)
    }
  }
}

/// A file of `--format jsonl`.
private enum LinesFile {
  /// Whether a file is one, or is empty, so that new lines may take its place.
  static func isOne(_ path: String) throws -> Bool {
    let bytes = try readFile(at: path, limit: 256 << 20)
    guard let first = bytes.first(where: { !" \t\r\n".utf8.contains($0) }) else { return true }
    return first == UInt8(ascii: "{")
  }
}

extension DeckFile {
  /// How many cards of each kind, in words: `12 cloze, 3 list`.
  func kindCounts(zh: Bool) -> String {
    let parts = CardKind.allCases.compactMap { kind -> String? in
      let count = cards.count { $0.kind == kind }
      guard count > 0 else { return nil }
      return zh ? "\(kind.name.chinese) \(count)" : "\(count) \(kind.name.english)"
    }
    return parts.joined(separator: zh ? "、" : ", ")
  }
}

extension CardKind {
  /// What people call the kind.
  var name: Bilingual {
    switch self {
    case .qa: Bilingual(zh: "问答", en: "question-answer")
    case .cloze: Bilingual(zh: "填空", en: "cloze")
    case .list: Bilingual(zh: "列举", en: "list")
    case .order: Bilingual(zh: "排序", en: "order")
    case .choice: Bilingual(zh: "选择", en: "choice")
    case .truefalse: Bilingual(zh: "判断", en: "true-false")
    }
  }
}

extension Card {
  /// The card as `--format jsonl` writes it (DESIGN.md §5).
  ///
  /// With several essays `source` says which `file` it is; with one it does not, so that an essay gives the same
  /// lines under any name.
  func line(from entry: CompiledDeck.Entry, namesFile: Bool) -> JSONValue {
    let compiled = entry.card
    let text = entry.source.text
    let file = namesFile ? [JSONMember("file", JSONValue(entry.source.name))] : []
    let source: [JSONMember] =
      file + [
        JSONMember("text", .string(text[compiled.source])),
        JSONMember("start", JSONValue(compiled.source.lowerBound)),
        JSONMember("end", JSONValue(compiled.source.upperBound)),
        JSONMember("paragraph", JSONValue(compiled.paragraph)),
        JSONMember("sentence", JSONValue(compiled.sentence)),
      ]
    return .object([
      JSONMember("id", .string(id.text)),
      JSONMember("kind", .string(kind.rawValue)),
      JSONMember("question", .string(question)),
      JSONMember("answers", JSONValue(answers)),
      JSONMember("accept", .string(accept.rawValue)),
      JSONMember("choices", JSONValue(choices)),
      JSONMember("truth", truth.map(JSONValue.bool) ?? .null),
      JSONMember("correction", JSONValue(correction)),
      JSONMember("context", JSONValue(context)),
      JSONMember("source", .object(source)),
      JSONMember("section", section.isEmpty ? .null : .string(section.joined(separator: " › "))),
      JSONMember("importance", .number(compiled.importance)),
      JSONMember("score", .number(compiled.score)),
      JSONMember("reason", .string(compiled.reasonText)),
    ])
  }
}
