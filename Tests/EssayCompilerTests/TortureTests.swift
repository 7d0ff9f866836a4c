import Cards
import EssayCompiler
import Language
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Any text goes the whole way: compile, deck file, reading it again, merging a recompile.
@Suite struct TortureTests {
  /// 60 texts in a normal run, 10,000 with `WENGU_TORTURE`.
  private static let count = getenv("WENGU_TORTURE") == nil ? 60 : 10_000

  @Test func `random and mutated texts go the whole way without trap, loss or fault`() throws {
    var essays: [[Unicode.Scalar]] = []
    for name in ["essay.txt", "english.txt"] {
      essays.append(Array(try #require(Fixture.text(name)).unicodeScalars))
    }
    for seed in UInt64(1)...UInt64(Self.count) {
      var random = SeededGenerator(seed: seed)
      let mutant = Mutant(seed: seed, essays: essays, random: &random)
      check(mutant.text, then: mutant.changed(using: &random), "seed \(seed)")
    }
  }

  private func check(_ text: String, then later: String, _ name: String) {
    let source = SourceText(text)
    let compilation = compile(source)
    #expect(compile(source) == compilation, "\(name): two compiles differ")
    for card in compilation.cards {
      #expect(source.clamped(card.source) == card.source && !card.source.isEmpty, "\(name): \(line(card))")
      guard let passage = card.note.passage else { continue }
      #expect(bare(passage) == bare(source[card.source]), "\(name): \(line(card))")
    }
    let deck = DeckFile.compose(header: DeckHeader(name: "torture"), notes: notes(of: compilation))
    check(deck, compilation, source, name)
    let again = DeckFile.merge(existing: deck, compiled: notes(of: compilation), essay: text)
    #expect(again.deck.text == deck.text, "\(name): a recompile changes the deck")
    let merged = DeckFile.merge(existing: deck, compiled: notes(of: compile(SourceText(later))), essay: later)
    #expect(!merged.deck.hasErrors, "\(name): \(merged.deck.diagnostics)")
    #expect(Set(merged.deck.cards.map(\.id)).isSuperset(of: deck.cards.map(\.id)), "\(name): a card is lost")
  }

  private func check(_ deck: DeckFile, _ compilation: Compilation, _ source: SourceText, _ name: String) {
    #expect(deck.cards.count == compilation.cards.count, "\(name): cards in the file")
    #expect(DeckFile(parsing: deck.text).text == deck.text, "\(name): the file is read otherwise")
    let whole = String(String.UnicodeScalarView(source.scalars))
    let faults = deck.lint(essay: whole).filter { fault in
      if case .passageNotInSource = fault.problem { return true }
      return fault.severity == .error
    }
    #expect(faults.isEmpty, "\(name): \(faults.first.map { "\($0)" } ?? "")")
    for (placed, card) in zip(deck.notes, compilation.cards) {
      #expect(placed.note.content == card.note.content, "\(name): \(line(card))")
    }
  }

  private func notes(of compilation: Compilation) -> [CompiledNote] {
    compilation.cards.map { CompiledNote(note: $0.note, fact: $0.fact) }
  }

  /// A text without white space, which a passage may show otherwise.
  private func bare(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "\u{200B}" && $0 != "\u{FEFF}" }
  }
}

/// A text made of a seed: random characters, or a piece of an essay with many accidents.
private struct Mutant {
  private var scalars: [Unicode.Scalar]

  init(seed: UInt64, essays: [[Unicode.Scalar]], random: inout SeededGenerator) {
    scalars = []
    guard seed % 5 != 0 else {
      for _ in 0..<Int.random(in: 0...600, using: &random) { scalars += Self.character(using: &random) }
      return
    }
    let essay = essays[Int(seed / 5 % UInt64(essays.count))]
    let length = Int.random(in: 1...min(essay.count, 1_500), using: &random)
    let start = Int.random(in: 0...essay.count - length, using: &random)
    scalars = Array(essay[start..<start + length])
    for _ in 0..<Int.random(in: 0...40, using: &random) { mutate(using: &random) }
  }

  var text: String {
    String(String.UnicodeScalarView(scalars))
  }

  /// The text after an edit or a few.
  func changed(using random: inout SeededGenerator) -> String {
    var other = self
    for _ in 0..<Int.random(in: 1...6, using: &random) { other.mutate(using: &random) }
    return other.text
  }

  private mutating func mutate(using random: inout SeededGenerator) {
    guard !scalars.isEmpty else { return }
    let place = Int.random(in: 0..<scalars.count, using: &random)
    let end = min(scalars.count, place + Int.random(in: 1...80, using: &random))
    switch Int.random(in: 0..<9, using: &random) {
    case 0: scalars.removeSubrange(place..<end)
    case 1: scalars.insert(contentsOf: scalars[place..<end], at: place)
    case 2: scalars.swapAt(place, Int.random(in: 0..<scalars.count, using: &random))
    case 3, 4:
      let piece = Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)]
      scalars.insert(contentsOf: piece.unicodeScalars, at: place)
    case 5: scalars.insert(contentsOf: Self.character(using: &random), at: place)
    case 6:
      scalars.replaceSubrange(place..<end, with: scalars[place..<end].filter { !$0.properties.isWhitespace })
    case 7: scalars.replaceSubrange(place..<end, with: scalars[place..<end].reversed())
    default:
      let depth = Int.random(in: 1...60, using: &random)
      let (open, close) = Self.brackets[Int.random(in: 0..<Self.brackets.count, using: &random)]
      scalars.insert(contentsOf: [Unicode.Scalar](repeating: close, count: depth), at: end)
      scalars.insert(contentsOf: [Unicode.Scalar](repeating: open, count: depth), at: place)
    }
  }

  private static let brackets: [(Unicode.Scalar, Unicode.Scalar)] = [
    ("（", "）"), ("“", "”"), ("[", "]"), ("《", "》"), ("(", ")"), ("\"", "\""), ("「", "」"),
  ]

  /// Marks of decks, of Markdown and of essays where they hurt most.
  private static let pieces = [
    "\n", "\n\n", "\r\n", "\r", "\n# ", "\n## 甲\n", "\n一、", "\n（二）", "\n1. ", "\n- ", "\n* ", "\n> ",
    "\n---\n", "\nQ: ", "\nA: ",
    "\nC: ", "\nL: ", "\nM: ", "\n- [x] ", "\nT: ", "\nF: ", "\n@ ", "\n! ", " ^7k3m9q2a5x", " #retired",
    "\\", "[", "]", "^", "#",
    "<!--", "-->", "<!-- wengu 1\n", "____", "```\n", "|", "\t", "\u{3000}", "\u{FEFF}", "\u{200B}",
    "\u{200D}", "\u{202E}", "\u{2067}",
    "\u{301}", "\u{20E3}", "\u{0}", "\u{7}", "\u{85}", "\u{2028}", "\u{B}", "\u{FE0F}", "🏳️‍🌈", "שלום עולם",
    "السلام", "，", "。", "、", "；",
    "：", "“", "”", "《", "》", "……", "——", "不是", "而是", "因为", "所以", "是", "分别是", "第一，", "首先，", "其次，", "最后，", "四",
    "1949年", "3.14", " is ",
    " because ", " not ", ", and ", "e.g. ", "Mr. ", "https://example.org/a?b=c ", "漢語繁體", "ＡＢＣ",
  ]

  private static func character(using random: inout SeededGenerator) -> [Unicode.Scalar] {
    let range: ClosedRange<UInt32> =
      switch Int.random(in: 0..<7, using: &random) {
      case 0: 0x20...0x7E
      case 1: 0x3000...0x3020
      case 2: 0xFF00...0xFF20
      case 3: 0x2000...0x206F
      case 4: 0...0x10_FFFF
      case 5: 0x300...0x6FF
      default: 0x4E00...0x9FA5
      }
    return Unicode.Scalar(UInt32.random(in: range, using: &random)).map { [$0] } ?? []
  }
}
