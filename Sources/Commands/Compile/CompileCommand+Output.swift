import Cards
import EssayCompiler
import Language
import Reports
import Terminal

extension CompileCommand {
  /// Writes one JSON object for each card.
  func writeLines(of compilation: Compilation, source: EssaySource, context: CommandContext) throws {
    let deck = DeckFile.compose(header: header(of: compilation, source: source), notes: compilation.notes)
    var lines = ""
    for (placed, compiled) in zip(deck.notes, compilation.cards) {
      for card in placed.note.cards() {
        lines += card.line(from: compiled, in: source.text).text + "\n"
      }
    }
    try put(lines, context: context)
  }

  /// Writes a new deck, or merges into the one that is there.
  func writeDeck(of compilation: Compilation, source: EssaySource, context: CommandContext) throws {
    let header = header(of: compilation, source: source)
    guard let output, fileKind(at: output) != nil else {
      let deck = DeckFile.compose(header: header, notes: compilation.notes)
      try put(deck.text, context: context)
      let count = deck.cards.count
      try context.say(
        Bilingual(
          zh: "编出 \(count) 张卡片：\(deck.kindCounts(zh: true))",
          en: "\(count) card\(count == 1 ? "" : "s"): \(deck.kindCounts(zh: false))"
        )
      )
      return
    }
    guard !isSameFile(output, essay) else { throw CommandFailure.outputIsEssay(path: output) }
    let existing = try LoadedDeck(at: output)
    guard existing.isDeck else { throw CommandFailure.outputIsNoDeck(path: output) }
    let result = DeckFile.merge(
      existing: existing.file,
      compiled: compilation.notes,
      deckName: existing.name,
      essay: String(String.UnicodeScalarView(source.text.scalars)),
      source: source.name
    )
    if result.deck.text != existing.file.text { try put(result.deck.text, context: context) }
    for warning in result.warnings {
      try context.say(line: warning.line(path: output, language: context.language))
    }
    try context.say(result.summary)
  }

  private func put(_ text: String, context: CommandContext) throws {
    guard !dryRun else { return }
    if let output {
      try writeFileAtomically(Array(text.utf8), to: output)
    } else {
      context.output.write(text)
    }
  }

  private func header(of compilation: Compilation, source: EssaySource) -> DeckHeader {
    let name = title ?? compilation.title ?? source.name.map(stem) ?? "stdin"
    return DeckHeader(
      name: name,
      language: languageTag(of: compilation, source: source),
      source: source.name
    )
  }
}

/// The BCP 47 tag of an essay's language and script.
private func languageTag(of compilation: Compilation, source: EssaySource) -> String {
  switch compilation.language {
  case .english: "en"
  case .chinese: isTraditional(source.text) ? "zh-Hant" : "zh-Hans"
  }
}

extension Compilation {
  /// The notes as the deck file takes them.
  var notes: [CompiledNote] {
    cards.map { CompiledNote(note: $0.note, fact: $0.fact) }
  }
}

extension MergeResult {
  /// How many cards of each change, in words.
  var summary: Bilingual {
    let counts = MergeChange.allCases.compactMap { change -> (MergeChange, Int)? in
      let count = ids(change).count
      return count > 0 ? (change, count) : nil
    }
    return Bilingual(
      zh: counts.map { "\($0.name.chinese) \($1)" }.joined(separator: "、"),
      en: counts.map { "\($1) \($0.name.english)" }.joined(separator: ", ")
    )
  }
}

extension MergeChange {
  /// What happened, in a word or two.
  fileprivate var name: Bilingual {
    switch self {
    case .new: Bilingual(zh: "新增", en: "new")
    case .kept: Bilingual(zh: "未变", en: "kept")
    case .updated: Bilingual(zh: "更新", en: "updated")
    case .answerChanged: Bilingual(zh: "答案变了（要重学）", en: "with a new answer (to be relearned)")
    case .retired: Bilingual(zh: "停用", en: "retired")
    case .resumed: Bilingual(zh: "恢复", en: "back again")
    case .conflict: Bilingual(zh: "冲突（保留手改的）", en: "edited by hand and left so")
    case .staysDeleted: Bilingual(zh: "仍然删除", en: "still deleted")
    }
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
  func line(from compiled: CompiledCard, in text: SourceText) -> JSONValue {
    let source: [JSONMember] = [
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
