import Cards
import EssayCompiler
import Language
import Testing

@Suite struct FirstEssayTests {
  private func compilation() throws -> Compilation {
    compile(SourceText(try #require(Fixture.text("essay.txt"))))
  }

  @Test func `the first essay's cards are the recorded ones`() throws {
    let lines = try compilation().cards.map(line).joined(separator: "\n") + "\n"
    if Fixture.isRecording {
      Fixture.write(lines, to: "essay.golden")
      Issue.record("essay.golden was recorded; run again without WENGU_RECORD")
      return
    }
    let golden = try #require(Fixture.text("essay.golden"))
    for (card, recorded) in zip(lines.split(separator: "\n"), golden.split(separator: "\n")) {
      #expect(card == recorded)
    }
    #expect(lines == golden)
  }

  @Test func `the first essay gives at least forty cards of three kinds`() throws {
    let cards = try compilation().cards
    #expect(cards.count >= 40)
    #expect(Set(cards.map(\.note.content.kind)).count >= 3)
  }

  @Test func `two compiles are the same`() throws {
    #expect(try compilation() == compilation())
  }

  @Test func `line ends do not change the cards`() throws {
    let text = try #require(Fixture.text("essay.txt"))
    let windows = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    #expect(compile(SourceText(windows)).cards == compile(SourceText(text)).cards)
  }

  @Test func `no more cards than asked for, and only of the kinds asked for`() throws {
    let text = SourceText(try #require(Fixture.text("essay.txt")))
    #expect(compile(text, options: CompileOptions(maximumCards: 7)).cards.count == 7)
    #expect(compile(text, options: CompileOptions(maximumCards: 0)).cards.isEmpty)
    let lists = compile(text, options: CompileOptions(kinds: [.list])).cards
    #expect(!lists.isEmpty)
    #expect(lists.allSatisfy { $0.note.content.kind == .list })
  }
}
