import Cards
import Language
import Reports

/// What a compile did to a deck, card by card.
struct MergeReport {
  private let path: String?
  private let isDryRun: Bool
  private let isChanged: Bool
  private let outcomes: [MergeOutcome]
  private let warnings: [Diagnostic]

  /// The report of a merge into a deck.
  init(_ result: MergeResult, before: DeckFile, path: String, isDryRun: Bool) {
    self.path = path
    self.isDryRun = isDryRun
    isChanged = result.deck.text != before.text
    outcomes = result.outcomes
    warnings = result.warnings
  }

  /// The report of a deck that was not there before.
  init(ofNew deck: DeckFile, path: String?, isDryRun: Bool) {
    self.path = path
    self.isDryRun = isDryRun
    isChanged = true
    outcomes = deck.notes.flatMap { placed in
      placed.note.ids.map {
        MergeOutcome(id: $0, change: .new, label: placed.label, line: placed.firstLine)
      }
    }
    warnings = []
  }

  private func outcomes(_ change: MergeChange) -> [MergeOutcome] {
    outcomes.filter { $0.change == change }
  }

  /// How many cards of each change, in words.
  var summary: Bilingual {
    let counts = MergeChange.allCases.compactMap { change -> (MergeChange, Int)? in
      let count = outcomes(change).count
      return count > 0 ? (change, count) : nil
    }
    let unchanged =
      isChanged ? Bilingual(zh: "", en: "") : Bilingual(zh: "；文件没有变化", en: "; the file stays as it is")
    return Bilingual(
      zh: counts.map { "\($0.name.chinese) \($1)" }.joined(separator: "、") + unchanged.chinese,
      en: counts.map { "\($1) \($0.name.english)" }.joined(separator: ", ") + unchanged.english
    )
  }

  /// A line for each card to which something happened, of many only for the first; none for a new deck.
  func lines(in language: InterfaceLanguage) -> [String] {
    let told: [MergeChange] = [.new, .updated, .answerChanged, .retired, .resumed, .conflict]
    guard outcomes.contains(where: { $0.change != .new }) else { return [] }
    return told.flatMap { change -> [String] in
      let cards = outcomes(change)
      let name = change.name.text(in: language)
      var lines = cards.prefix(MergeReport.mostLines).map { card in
        let place = path.map { "\(safe($0)):\(card.line)" } ?? "\(card.line)"
        return "\(place): \(name): \(safe(card.label)) ^\(card.id)"
      }
      let more = cards.count - lines.count
      if more > 0 {
        let rest = Bilingual(
          zh: "\(name)：还有 \(more) 张（--json 列出全部）",
          en: "\(name): \(more) more; --json lists all"
        )
        lines.append(rest.text(in: language))
      }
      return lines
    }
  }

  /// So many cards of each change are named.
  private static let mostLines = 8

  /// The whole report for programs.
  var json: JSONValue {
    .object([
      JSONMember("deck", JSONValue(path)), JSONMember("dry_run", .bool(isDryRun)),
      JSONMember("changed", .bool(isChanged)),
      JSONMember(
        "counts",
        .object(MergeChange.allCases.map { JSONMember($0.code, JSONValue(outcomes($0).count)) })
      ),
      JSONMember(
        "cards",
        .array(
          outcomes.map { card in
            .object([
              JSONMember("id", .string(card.id.text)), JSONMember("change", .string(card.change.code)),
              JSONMember("line", card.line > 0 ? JSONValue(card.line) : .null),
              JSONMember("question", card.label.isEmpty ? .null : .string(card.label)),
            ])
          }
        )
      ),
      JSONMember("warnings", .array(warnings.map { $0.json(path: path ?? "", language: .english) })),
    ])
  }
}

extension MergeChange {
  /// What happened, in a word or two.
  var name: Bilingual {
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

  /// What happened, for programs.
  fileprivate var code: String {
    switch self {
    case .new, .kept, .updated, .retired, .resumed, .conflict: rawValue
    case .answerChanged: "answer_changed"
    case .staysDeleted: "stays_deleted"
    }
  }
}
