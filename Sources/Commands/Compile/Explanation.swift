import Cards
import EssayCompiler
import Language
import Reports

/// Why a compile made the cards it made, in words: the cards, what was dropped, and what has no card.
///
/// Places are `line:column` of the essay. What only names a place is cut to eighty columns; cards are shown whole.
struct Explanation {
  private let parts: [DeckPart]
  private let language: InterfaceLanguage
  private static let columns = 80

  init(_ parts: [DeckPart], in language: InterfaceLanguage) {
    self.parts = parts
    self.language = language
  }

  /// All of it, ending with a line end.
  var text: String {
    parts.flatMap(lines).map { $0 + "\n" }.joined()
  }

  private func lines(of part: DeckPart) -> [String] {
    let name = parts.count > 1 ? ["== \(safe(part.source.path)) =="] : []
    return name + cards(of: part) + dropped(of: part) + coverage(of: part)
  }

  private func cards(of part: DeckPart) -> [String] {
    part.compilation.cards.flatMap { card in
      let reasons = card.reasons.map { say($0.meaning) }.joined(separator: say(Bilingual(zh: "、", en: ", ")))
      let kind = say(card.note.content.kind.name)
      let figures = Bilingual(
        zh: "\(kind)，\(card.family.meaning.chinese)，得分 \(rounded(card.score))，重要 \(rounded(card.importance))",
        en: """
          \(kind), \(card.family.meaning.english), score \(rounded(card.score)), \
          importance \(rounded(card.importance))
          """
      )
      var lines = [
        "\(place(card.source.lowerBound, part)): \(say(figures))", "  " + safe(card.note.content.asked),
      ]
      lines.append("  " + say(Self.keyPoint) + safe(card.note.content.keyPoint(in: language)))
      if !reasons.isEmpty { lines.append("  " + say(Self.why) + reasons) }
      return lines
    }
  }

  private static let keyPoint = Bilingual(zh: "要点：", en: "key point: ")
  private static let why = Bilingual(zh: "因为：", en: "why: ")

  private func dropped(of part: DeckPart) -> [String] {
    let rejected = part.compilation.rejected
    let faults = part.yield.faults.map { fault in
      let line = Bilingual(zh: "外部程序第 \(fault.line) 行：", en: "generator, line \(fault.line): ")
      return say(line) + say(fault.reason.meaning)
    }
    let count = rejected.count + faults.count
    guard count > 0 else { return [] }
    let title = Bilingual(zh: "舍弃的候选：\(count)", en: "Candidates dropped: \(count)")
    return ["", say(title)] + faults
      + rejected.map { rejection in
        let isPlaced = !rejection.place.isEmpty
        let place = isPlaced ? place(rejection.place.lowerBound, part) : say(rejection.family.meaning)
        let rule = Bilingual(zh: "：", en: ": ")
        let family = Bilingual(
          zh: "（\(rejection.family.meaning.chinese)）",
          en: " (\(rejection.family.meaning.english))"
        )
        return entry(place, rejection.candidate, say(rule) + say(rejection.rule.meaning), say(family))
      }
  }

  private func coverage(of part: DeckPart) -> [String] {
    let uncovered = part.compilation.uncovered
    let count = part.compilation.paragraphCount
    let covered = count - uncovered.count
    let title = Bilingual(
      zh: "有卡片的段落：\(covered)/\(count)\(uncovered.isEmpty ? "" : "；没有卡片的：")",
      en: "Paragraphs with a card: \(covered) of \(count)\(uncovered.isEmpty ? "" : "; without one:")"
    )
    return ["", say(title)]
      + uncovered.map { paragraph in
        entry(place(paragraph.range.lowerBound, part), part.source.text[paragraph.range.prefix(100)], "", "")
      }
  }

  /// A place, the beginning of a text and what to say of it in one row of the screen; what is said last is left
  /// out where the text would have no room.
  private func entry(_ place: String, _ text: String, _ end: String, _ last: String) -> String {
    let room = Self.columns - displayWidth(of: "\(place): \(end)")
    let rest = room - displayWidth(of: last)
    let shown = fitted(safe(text), to: rest >= 20 ? rest : room, ellipsis: "…")
    return "\(place): \(shown)\(end)\(rest >= 20 ? last : "")"
  }

  private func say(_ words: Bilingual) -> String {
    words.text(in: language)
  }

  private func place(_ offset: Int, _ part: DeckPart) -> String {
    let position = part.source.text.position(at: offset)
    return "\(position.line):\(position.column)"
  }

  /// Two places behind the point.
  private func rounded(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    return "\(hundredths / 100).\(hundredths / 10 % 10)\(hundredths % 10)"
  }
}

extension NoteContent {
  /// The question on one line, gaps and right options marked.
  fileprivate var asked: String {
    switch self {
    case .qa(let question, _), .list(let question, _), .order(let question, _): question
    case .cloze(let text): text.segments.map(\.marked).joined()
    case .choice(let question, let options):
      "\(question) — \(options.map { ($0.isRight ? "*" : "") + $0.text }.joined(separator: " / "))"
    case .trueFalse(let statement, _, _): statement
    }
  }

  /// What is to be learned.
  fileprivate func keyPoint(in language: InterfaceLanguage) -> String {
    switch self {
    case .qa(_, let answers), .list(_, let answers), .order(_, let answers): answers.joined(separator: " / ")
    case .cloze(let text): text.hidden.joined(separator: " / ")
    case .choice(_, let options): options.filter(\.isRight).map(\.text).joined(separator: " / ")
    case .trueFalse(_, true, _): Bilingual(zh: "对", en: "true").text(in: language)
    case .trueFalse(_, false, let correction):
      Bilingual(zh: "错；应为：", en: "false; rather: ").text(in: language) + (correction ?? "")
    }
  }
}

extension ClozeText.Segment {
  fileprivate var marked: String {
    switch self {
    case .shown(let text): text
    case .hidden(let text): "[\(text)]"
    }
  }
}

extension CompiledCard {
  /// Family and reasons as `--format jsonl` writes them.
  var reasonText: String {
    ([family.rawValue] + reasons.map(\.rawValue)).joined(separator: " ")
  }
}
