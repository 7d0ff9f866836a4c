import Cards
import Testing

@Suite struct `Reading damaged decks` {
  private static let splices = [
    "[", "]", "\\", "^", "#", " #x", "\n", "\r", "\r\n", "\n\n", "Q:", "A:", "\nC: ", "\nL: ", "\nM: ",
    "\nF: ", "\n- ", "\n1. ",
    "\n---\n", "\n# ", "\n<!--", "-->", "<!-- wengu 1\n", "\n> ", "\n@ ", "\n! ", "\u{FEFF}", "\u{2028}",
    "\u{3000}", "Ｑ：",
    "：", "\0", "👩‍👩‍👧", "e\u{301}", " ^7k3m9q2a5x", " ^", "- [x] ", "+7k3m9q2a5x", "---\ndeck: x\n",
  ]

  /// A byte, a stretch or a line is changed, cut or doubled.
  private func damaged(_ text: String, using random: inout SeededRandom) -> String {
    var bytes = Array(text.utf8)
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let place = Int.random(in: 0...bytes.count, using: &random)
      let end = min(bytes.count, place + Int.random(in: 0...12, using: &random))
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes.insert(contentsOf: random.pick(Self.splices, or: "[").utf8, at: place)
      case 1: bytes.removeSubrange(place..<end)
      case 2: if place < bytes.count { bytes[place] = UInt8.random(in: 0...255, using: &random) }
      case 3: bytes.insert(contentsOf: bytes[place..<end], at: 0)
      default: bytes.removeSubrange(place...)
      }
      if bytes.isEmpty { bytes = Array("Q: 甲".utf8) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: ["essay-deck.md", "hashcards-geography.md", "all-kinds.md"])
  func `Any text stays what it is, and every edit of it holds`(_ name: String) throws {
    let original = try fixture(name)
    let clean = DeckFile(parsing: original)
    let compiled = clean.notes.map { placed in
      var note = placed.note
      note.ids = []
      return CompiledNote(note: note, fact: placed.label)
    }
    for seed in 0..<rounds(80, full: 7_000) {
      var random = SeededRandom(seed: seed)
      let text = damaged(original, using: &random)
      if let complaint = complaint(about: text, compiled) {
        Issue.record("seed \(seed): \(complaint)\n\(text.debugDescription)")
        return
      }
    }
  }

  /// The decks that come with the project, whole and damaged: the same bytes, and every fault in its place.
  @Test(arguments: ["essay.md", "forgetting.md", "tea.md"])
  func `A real deck stays what it is, also damaged`(_ name: String) throws {
    let original = try projectDeck(name)
    let clean = DeckFile(parsing: original)
    #expect(clean.text.utf8.elementsEqual(original.utf8))
    #expect(clean.diagnostics == [])
    for seed in 0..<rounds(40, full: 7_000) {
      var random = SeededRandom(seed: seed)
      let text = damaged(original, using: &random)
      if let complaint = complaintAboutReading(text) {
        Issue.record("seed \(seed): \(complaint)\n\(text.debugDescription)")
        return
      }
    }
  }

  private func complaint(about text: String, _ compiled: [CompiledNote]) -> String? {
    if let complaint = complaintAboutReading(text) { return complaint }
    let deck = DeckFile(parsing: text)
    return complaintAboutMinting(deck) ?? complaintAboutMending(deck) ?? complaintAboutMerging(deck, compiled)
  }

  private func complaintAboutReading(_ text: String) -> String? {
    let deck = DeckFile(parsing: text)
    if !deck.text.utf8.elementsEqual(text.utf8) { return "the text changed" }
    let lineCount = text.unicodeScalars.count { $0 == "\n" || $0 == "\r" } + 1
    for diagnostic in deck.lint(essay: text) where !(1...lineCount).contains(diagnostic.line) {
      return "\(diagnostic) lies outside"
    }
    if deck.cards.contains(where: { $0.question.isEmpty || $0.answers.isEmpty }) {
      return "an empty card is asked"
    }
    return Set(deck.cards.map(\.id)).count < deck.cards.count ? "an id is asked twice" : nil
  }

  private func complaintAboutMinting(_ deck: DeckFile) -> String? {
    var minted = deck
    let ids = minted.mintMissingIDs(deckName: "甲")
    if minted.missingIDCount > 0 { return "ids are missing after minting" }
    var stripped = minted.text
    for id in ids.map(\.id) { stripped = stripped.replacing(" ^\(id)", with: "") }
    return stripped == deck.text ? nil : "minting changed more than it must\n\(minted.text.debugDescription)"
  }

  private func complaintAboutMending(_ deck: DeckFile) -> String? {
    var mended = deck
    _ = mended.fix(deckName: "甲")
    let notes = mended.notes.count
    return notes == deck.notes.count ? nil : "mending made \(notes) notes of \(deck.notes.count)"
  }

  private func complaintAboutMerging(_ deck: DeckFile, _ compiled: [CompiledNote]) -> String? {
    var ids = Set(deck.notes.flatMap(\.note.ids))
    let merged = DeckFile.merge(existing: deck, compiled: compiled, essay: deck.text)
    ids.subtract(merged.deck.notes.flatMap(\.note.ids))
    if !ids.isEmpty { return "merging lost \(ids)\n\(merged.deck.text.debugDescription)" }
    let again = DeckFile.merge(existing: merged.deck, compiled: compiled, essay: deck.text)
    return again.deck.text == merged.deck.text
      ? nil
      : "a second merge changed\n\(merged.deck.text.debugDescription)\nto\n\(again.deck.text.debugDescription)"
  }
}
