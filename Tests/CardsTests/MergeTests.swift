import Cards
import Testing

@Suite struct `Merging a recompile` {
  private static let sentences = ["甲是重要的起点。", "乙是必要的条件。", "丙是最后的结果。"]

  /// A cloze that hides the first character of a sentence, or other words of it.
  private func cloze(_ sentence: String, hiding words: String? = nil, section: String = "一") -> CompiledNote {
    let hidden = words ?? String(sentence.prefix(1))
    let parts = sentence.split(separator: hidden, maxSplits: 1, omittingEmptySubsequences: false).map(
      String.init
    )
    let text = ClozeText([.shown(parts.first ?? ""), .hidden(hidden), .shown(parts.last ?? "")])
    return CompiledNote(
      note: Note(content: .cloze(text), passage: sentence, section: [section]),
      fact: sentence
    )
  }

  private var compiled: [CompiledNote] { Self.sentences.map { cloze($0) } }

  private var deck: DeckFile { DeckFile.compose(header: DeckHeader(name: "甲"), notes: compiled) }

  private func merge(_ text: String, _ notes: [CompiledNote], essay: String? = nil) -> MergeResult {
    DeckFile.merge(existing: DeckFile(parsing: text), compiled: notes, essay: essay)
  }

  private func changes(_ result: MergeResult) -> [MergeChange] { result.outcomes.map(\.change) }

  @Test func `The same compile changes nothing`() {
    let result = merge(deck.text, compiled)
    #expect(result.deck.text == deck.text)
    #expect(changes(result) == [.kept, .kept, .kept])
  }

  @Test func `A reworded sentence updates text and passage and keeps the id`() {
    var notes = compiled
    notes[1] = cloze("乙是很必要的条件。")
    let result = merge(deck.text, notes)
    #expect(changes(result) == [.kept, .updated, .kept])
    #expect(result.deck.cards.map(\.id) == deck.cards.map(\.id))
    #expect(result.deck.cards[1].passage == "乙是很必要的条件。")
  }

  @Test func `Another answer to the same fact keeps the id and is told`() {
    var notes = compiled
    notes[1] = cloze(Self.sentences[1], hiding: "条件")
    let result = merge(deck.text, notes)
    #expect(changes(result) == [.kept, .answerChanged, .kept])
    #expect(result.deck.cards[1].id == deck.cards[1].id)
    #expect(result.deck.cards[1].answerFingerprint != deck.cards[1].answerFingerprint)
  }

  @Test func `The instructor's text stays, its passage is refreshed, a double change is a conflict`() {
    let edited = deck.text.replacing("C: [乙]是必要的条件。", with: "C: 想想：[乙]是必要的条件。")
    var notes = compiled
    notes[1] = cloze("乙是很必要的条件。")
    let result = merge(edited, notes)
    #expect(changes(result) == [.kept, .conflict, .kept])
    #expect(result.deck.cards[1].question == "想想：____是必要的条件。")
    #expect(result.deck.cards[1].passage == "乙是很必要的条件。")
    #expect(changes(merge(result.deck.text, notes)) == [.kept, .kept, .kept])
  }

  @Test func `A hand-written card stays, and is warned of when its passage is gone`() {
    let text = deck.text.replacing("C: [丙]", with: "Q: 手写？\nA: 是\n> 不在文中的话\n\nC: [丙]")
    let result = merge(text, compiled, essay: Self.sentences.joined())
    #expect(changes(result) == [.kept, .kept, .kept, .kept])
    #expect(result.warnings.map(\.problem) == [.passageNotInSource(source: "甲")])
    #expect(result.deck.cards[2].question == "手写？")
  }

  @Test func `A card that the compile lacks is retired in its place, and resumes when it comes back`() {
    let result = merge(deck.text, [compiled[0], compiled[2]])
    #expect(changes(result) == [.kept, .retired, .kept])
    #expect(result.deck.cards.map(\.isRetired) == [false, true, false])
    #expect(changes(merge(result.deck.text, [compiled[0], compiled[2]])) == [.kept, .kept, .kept])
    let again = merge(result.deck.text, compiled)
    #expect(changes(again) == [.kept, .resumed, .kept])
    #expect(again.deck.text == deck.text)
  }

  @Test func `A deleted card stays deleted, also when its sentence is reworded`() {
    let cut = deck.text.replacing(#/C: \[乙\].*\n.*\n\n/#, with: "")
    let result = merge(cut, compiled)
    #expect(changes(result) == [.kept, .kept, .staysDeleted])
    #expect(result.deck.cards == DeckFile(parsing: cut).cards)
    let reworded = merge(result.deck.text, [compiled[0], cloze("乙是很必要的条件。"), compiled[2]])
    #expect(changes(reworded) == [.kept, .kept, .staysDeleted])
  }

  @Test func `A new card stands behind its nearest predecessor, wherever that was moved`() {
    let moved = deck.text.replacing("# 一\n", with: "# 一\n\n# 二")
    let notes = [compiled[0], cloze("丁是新的说法。"), compiled[1], compiled[2]]
    let result = merge(moved, notes)
    #expect(result.deck.cards.map { $0.passage ?? "" } == notes.map { $0.note.passage ?? "" })
    #expect(changes(result) == [.kept, .new, .kept, .kept])
    #expect(result.deck.notes[1].note.section == ["二"])
  }

  @Test func `A new section comes under its heading behind the section before it`() {
    let notes = compiled + [cloze("戊是新的一节。", section: "二"), cloze("己也在新的一节。", section: "二")]
    let result = merge(deck.text, notes)
    #expect(result.deck.notes.map(\.note.section) == [["一"], ["一"], ["一"], ["二"], ["二"]])
    #expect(result.deck.text.contains("\n\n# 二\n\nC: [戊]"))
  }

  @Test func `Without its comment a deck counts as hand-written and is taken up again`() {
    let bare = deck.text.replacing(#/\n<!-- wengu 1[^>]*>\n/#, with: "")
    let result = merge(bare, compiled)
    #expect(changes(result) == [.kept, .kept, .kept])
    #expect(result.deck.cards.map(\.id) == deck.cards.map(\.id))
    #expect(changes(merge(result.deck.text, [compiled[0]])) == [.kept, .retired, .retired])
  }

  @Test func `A gap that the compile drops lives on as a retired card, and comes back with its id`() {
    let two = ClozeText([.hidden("甲"), .shown("是重要的"), .hidden("起点"), .shown("。")])
    let both = CompiledNote(
      note: Note(content: .cloze(two), passage: Self.sentences[0], section: ["一"]),
      fact: Self.sentences[0]
    )
    let start = DeckFile.compose(header: DeckHeader(name: "甲"), notes: [both])
    let one = merge(start.text, [compiled[0]])
    #expect(changes(one) == [.kept, .retired] || changes(one) == [.updated, .retired])
    #expect(one.deck.cards.map(\.id) == start.cards.map(\.id))
    #expect(one.deck.cards.map(\.answers) == [["甲"], ["起点"]])
    let back = merge(one.deck.text, [both])
    #expect(back.deck.text == start.text)
    #expect(back.deck.cards.map(\.isRetired) == [false, false])
  }

  /// A cloze that hides both ends of a sentence.
  private func bothEnds(_ sentence: String = sentences[0]) -> CompiledNote {
    let ends = ClozeText([
      .hidden("甲"), .shown(String(sentence.dropFirst(1).dropLast(3))), .hidden("起点"), .shown("。"),
    ])
    return CompiledNote(
      note: Note(content: .cloze(ends), passage: sentence, section: ["一"]),
      fact: Self.sentences[0]
    )
  }

  /// A deck of two notes; the instructor closed the first gap of the first.
  private func closing(_ note: CompiledNote) -> (text: String, closed: CardID, open: CardID) {
    let deck = DeckFile.compose(header: DeckHeader(name: "甲"), notes: [note, compiled[1]])
    let closed = deck.cards[0].id
    let text = deck.text.replacing("[甲]", with: "甲").replacing(" ^\(closed)", with: "")
    return (text, closed, deck.cards[1].id)
  }

  @Test func `Cards of a note whose gap was closed are known apart when the rest is deleted later`() {
    let closed = closing(bothEnds())
    let first = merge(closed.text, [bothEnds(), compiled[1]])
    #expect(first.deck.cards.map(\.answers) == [["起点"], ["乙"]])
    let cut = first.deck.text.replacing(#/C: 甲.*\n.*\n\n/#, with: "")
    let second = merge(cut, [bothEnds(), compiled[1]])
    #expect(second.deck.cards.map(\.answers) == [["乙"]])
    #expect(second.ids(.staysDeleted) == [closed.closed, closed.open])
    #expect(merge(second.deck.text, [bothEnds(), compiled[1]]).deck.text == second.deck.text)
  }

  @Test func `A closed gap stays closed and known by its id, though the compile drops it and brings it back`()
  {
    let closed = closing(bothEnds())
    var text = closed.text
    let oneEnd = cloze(Self.sentences[0], hiding: "起点")
    for note in [bothEnds(), oneEnd, bothEnds("甲仍是重要的起点。"), oneEnd, bothEnds()] {
      let result = merge(text, [note, compiled[1]])
      #expect(result.deck.cards.map(\.answers) == [["起点"], ["乙"]])
      #expect(result.deck.cards.first?.id == closed.open)
      #expect(result.ids(.new).isEmpty)
      #expect(result.ids(.staysDeleted) == (note == oneEnd ? [] : [closed.closed]))
      #expect(merge(result.deck.text, [note, compiled[1]]).deck.text == result.deck.text)
      text = result.deck.text
    }
  }

  @Test(arguments: ["", "\n\n", "---\ndeck: 空\n---\n", "\u{FEFF}", " ", "# 一\n", "随便一段话", "<!-- 注 -->"])
  func `A deck without cards is filled, and keeps what it holds`(_ text: String) {
    let result = merge(text, compiled)
    #expect(changes(result) == [.new, .new, .new])
    #expect(result.deck.text.hasPrefix(text.trimmingSuffix(while: \.isNewline)))
    #expect(result.deck.notes.map(\.note.section) == [["一"], ["一"], ["一"]])
    #expect(merge(result.deck.text, compiled).deck.text == result.deck.text)
  }

  @Test(arguments: [
    ("source: 甲.txt", "source: 乙.txt"), ("source: 乙.txt", "source: 乙.txt"),
    ("source:甲.txt # 原文", "source:乙.txt # 原文"), ("source = \"甲.txt\"", "source = \"乙.txt\""),
    ("source: '甲 #1.txt'", "source: '乙.txt'"), ("source: 目录/甲.txt", "source: 乙.txt"),
    ("source:", "source: 乙.txt"), ("source: # 无", "source: 乙.txt"), ("author: 甲.txt", "author: 甲.txt"),
  ])
  func `The essay's new file name goes into the line that names it, and nowhere else`(
    _ line: String,
    _ expected: String
  ) {
    let text = deck.text.replacing("deck: 甲\n", with: "deck: 甲\n\(line)\nauthor: 无\n")
    let result = DeckFile.merge(existing: DeckFile(parsing: text), compiled: compiled, sources: ["乙.txt"])
    #expect(result.deck.text == text.replacing("\n\(line)\n", with: "\n\(expected)\n"))
    #expect(result.deck.header.source == (line.hasPrefix("source") ? "乙.txt" : nil))
    #expect(changes(result) == [.kept, .kept, .kept])
  }

  @Test(arguments: [
    (["甲.txt", "乙.txt"], "source: 甲.txt\nsource-2: 乙.txt\n"), (["甲.txt"], "source: 甲.txt\n"),
    (["丙.txt", "丁.txt", "戊.txt"], "source: 丙.txt\nsource-2: 丁.txt\nsource-3: 戊.txt\n"),
    (["a/b.txt", "乙.txt"], "source: 甲.txt\nsource-2: 辛.txt\n"),
  ])
  func `Further essays get lines of their own, and lose them again`(_ names: [String], _ expected: String) {
    let before = "source: 甲.txt\nsource-2: 辛.txt\n"
    let text = deck.text.replacing("deck: 甲\n", with: "deck: 甲\n\(before)author: 无\n")
    let existing = DeckFile(parsing: text)
    #expect(existing.header.sources == ["甲.txt", "辛.txt"])
    let result = DeckFile.merge(existing: existing, compiled: compiled, sources: names)
    #expect(result.deck.text == text.replacing(before, with: expected))
  }

  @Test func `Line ends stay as they are`() {
    let text = deck.text.replacing("\n", with: "\r\n")
    let result = merge(text, [compiled[0], cloze("丁是新的说法。"), compiled[2]])
    #expect(!result.deck.text.unicodeScalars.enumeratedPairs.contains { $0 != "\r" && $1 == "\n" })
  }
}

extension String {
  fileprivate func trimmingSuffix(while predicate: (Character) -> Bool) -> String {
    var text = self
    while let last = text.last, predicate(last) { text.removeLast() }
    return text
  }
}

extension String.UnicodeScalarView {
  fileprivate var enumeratedPairs: [(Unicode.Scalar, Unicode.Scalar)] { Array(zip(self, dropFirst())) }
}
