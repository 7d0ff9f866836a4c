import Cards
import EssayCompiler
import Language
import Testing

/// Sentences that once made a card nobody would word so.
@Suite struct WordingTests {
  private func notes(_ text: String) -> [Note] {
    compile(SourceText(text)).cards.map(\.note)
  }

  private func answers(_ text: String) -> [String] {
    notes(text).flatMap { note -> [String] in
      switch note.content {
      case .qa(_, let answers): answers
      case .cloze(let text): text.hidden
      case .list(_, let items), .order(_, let items): items
      case .choice(_, let options): options.map(\.text)
      case .trueFalse: []
      }
    }
  }

  @Test func `no answer only points at something`() {
    let text = "茶叶里的茶多酚遇到空气会氧化。行业里习惯把这个过程叫做“发酵”，它与酿酒的发酵不同。"
    #expect(!answers(text).contains { $0.hasPrefix("这") || $0.hasPrefix("它") })
  }

  @Test func `no question ends with a preposition and 什么`() {
    let text = "现行的分类方法由茶学家陈椽在1979年提出，依据是加工方法和茶多酚氧化的程度。"
    for note in notes(text) {
      guard case .qa(let question, _) = note.content else { continue }
      #expect(!question.hasSuffix("由什么？"))
    }
  }

  @Test func `items that end alike are cut alike`() {
    #expect(!answers("走进茶叶店，人们常按颜色认茶：绿的、红的、黑的。").contains("黑"))
  }

  @Test func `what only something can do is asked for with 什么`() {
    for note in notes("各类茶的做法不同。只有黑茶的渥堆，才真正有微生物参与。") {
      guard case .qa(let question, ["黑茶的渥堆"]) = note.content else { continue }
      #expect(!question.contains("怎样"))
    }
  }

  @Test func `a year before a name is no part of it`() {
    let text =
      "In 1885 Hermann Ebbinghaus published a book on memory for which he had served as his own subject."
    #expect(!answers(text).contains("1885 Hermann Ebbinghaus"))
  }

  @Test func `a sentence that leads to a list is not asked with a gap`() {
    let text =
      "Memory fades with time. Four habits follow from these findings:\n\n- space the reviews out\n- ask one idea\n"
    for note in notes(text) {
      guard case .cloze(let gap) = note.content else { continue }
      #expect(gap.segments.last?.text.hasSuffix(":") != true)
    }
  }

  @Test func `a whole section is not shown after an answer`() {
    let section = String(repeating: "茶叶里的茶多酚遇到空气，在酶的作用下会氧化，茶汤的颜色因此由绿变黄。", count: 8)
    let parts = ["茶的分类", "一、分类的依据", section, "二、杀青的方法", section, "三、渥堆的道理", section]
    let text = parts.joined(separator: "\n\n")
    #expect(notes(text).allSatisfy { ($0.passage ?? "").unicodeScalars.count <= 400 })
  }
}
