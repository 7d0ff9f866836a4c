import Cards
import EssayCompiler
import Language

/// Why a compile made the cards it made, in words.
struct Explanation {
  private let compilation: Compilation
  private let text: SourceText
  private let language: InterfaceLanguage

  init(_ compilation: Compilation, of text: SourceText, in language: InterfaceLanguage) {
    self.compilation = compilation
    self.text = text
    self.language = language
  }

  /// All lines, each with its end.
  var lines: String {
    (compilation.cards.map(line) + rejections + uncovered).map { $0 + "\n" }.joined()
  }

  private func line(_ card: CompiledCard) -> String {
    let reasons = card.reasons.map { say($0.meaning) }
    let why = ([say(card.family.meaning)] + reasons).joined(separator: say(Bilingual(zh: "、", en: ", ")))
    let figures = Bilingual(
      zh: "重要 \(rounded(card.importance))，得分 \(rounded(card.score))",
      en: "importance \(rounded(card.importance)), score \(rounded(card.score))"
    )
    return "\(place(card.source.lowerBound)): \(card.note.summary) (\(say(figures)); \(why))"
  }

  private var rejections: [String] {
    compilation.rejected.map { rejection in
      let dropped = Bilingual(zh: "舍弃", en: "dropped")
      let why = "\(say(rejection.family.meaning)); \(say(rejection.rule.meaning))"
      return "\(place(rejection.place.lowerBound)): \(say(dropped)): \(safe(rejection.candidate)) (\(why))"
    }
  }

  private var uncovered: [String] {
    compilation.uncovered.map { paragraph in
      let opening = text[paragraph.range.prefix(24)]
      return "\(place(paragraph.range.lowerBound)): "
        + say(Bilingual(zh: "这一段没有卡片：\(safe(opening))…", en: "no card for this paragraph: \(safe(opening))…"))
    }
  }

  private func say(_ words: Bilingual) -> String {
    words.text(in: language)
  }

  private func place(_ offset: Int) -> String {
    let position = text.position(at: offset)
    return "\(position.line):\(position.column)"
  }

  private func rounded(_ value: Double) -> String {
    "\((value * 100).rounded() / 100)"
  }
}

extension Note {
  /// The note's question and answers on one line.
  fileprivate var summary: String {
    let one =
      switch content {
      case .qa(let question, let answers): "\(question) → \(answers.joined(separator: " / "))"
      case .cloze(let text): text.segments.map(\.marked).joined()
      case .list(let question, let items), .order(let question, let items):
        "\(question) → \(items.joined(separator: " / "))"
      case .choice(let question, let options):
        "\(question) → \(options.map { ($0.isRight ? "*" : "") + $0.text }.joined(separator: " / "))"
      case .trueFalse(let statement, let isTrue, let correction):
        "\(statement) → \(isTrue)\(correction.map { ": \($0)" } ?? "")"
      }
    return safe(one)
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
