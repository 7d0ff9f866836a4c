import Cards
import EssayCompiler
import Language

/// An essay and what was made of it.
struct DeckPart {
  let source: EssaySource
  let compilation: Compilation
  /// What a generator printed.
  let yield: Generator.Yield

  /// The essay's own title, else its file's name.
  var title: String {
    compilation.title ?? source.label
  }

  /// The BCP 47 tag of the essay's language and script.
  var languageTag: String {
    switch compilation.language {
    case .english: "en"
    case .chinese: isTraditional(source.text) ? "zh-Hant" : "zh-Hans"
    }
  }
}

/// The notes of all essays in the order of the deck, and its front matter.
///
/// With several essays each has a heading of its own above its sections, and the front matter names their files
/// as `source`, `source-2`, …: flat keys that stand once, each with one bare name. A list in one value would not
/// do, as a bare name may hold any mark that could part them.
struct CompiledDeck {
  /// A note, and where it comes from.
  struct Entry {
    let card: CompiledCard
    let source: EssaySource
    let note: CompiledNote
  }

  let header: DeckHeader
  let entries: [Entry]
  /// The essays.
  let sources: [EssaySource]

  init(parts: [DeckPart], title: String?, output: String?) {
    sources = parts.map(\.source)
    let titles = Self.distinctTitles(of: parts)
    entries = zip(parts, titles).flatMap { part, title in
      part.compilation.cards.map { card in
        var note = card.note
        if parts.count > 1 { note.section.insert(title, at: 0) }
        return Entry(card: card, source: part.source, note: CompiledNote(note: note, fact: card.fact))
      }
    }
    let names = sources.compactMap(\.name)
    let first = parts.first?.title
    let largest = parts.enumerated().max { one, other in
      let counts = (one.element.compilation.cards.count, other.element.compilation.cards.count)
      return counts.0 != counts.1 ? counts.0 < counts.1 : one.offset > other.offset
    }
    header = DeckHeader(
      name: title ?? (parts.count > 1 ? output.map(stem) : nil) ?? first,
      language: largest?.element.languageTag,
      source: names.first,
      furtherSources: Array(names.dropFirst())
    )
  }

  /// The notes as a deck file takes them.
  var notes: [CompiledNote] { entries.map(\.note) }

  /// The text of all essays, in which passages are looked up.
  var essay: String { sources.map(\.plainText).joined(separator: "\n") }

  /// Two essays of one title are told apart by their files' names.
  private static func distinctTitles(of parts: [DeckPart]) -> [String] {
    parts.enumerated().map { index, part in
      let isRepeated = parts.enumerated().contains { $0.offset != index && $0.element.title == part.title }
      return isRepeated ? "\(part.title) (\(part.source.name ?? "stdin"))" : part.title
    }
  }
}
