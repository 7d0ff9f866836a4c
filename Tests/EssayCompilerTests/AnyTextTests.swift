import Cards
import EssayCompiler
import Language
import Testing

/// What holds for the cards of any text.
@Suite struct AnyTextTests {
  /// The rules that every card must keep.
  private func check(_ text: String, _ name: String) {
    let source = SourceText(text)
    let result = compile(source)
    for card in result.cards {
      #expect(source.range.contains(card.source.lowerBound), "\(name)")
      #expect(card.source.upperBound <= source.count, "\(name)")
      #expect(!question(card).isEmpty && !answers(card).isEmpty, "\(name): \(line(card))")
      #expect(answers(card).allSatisfy { !$0.isEmpty }, "\(name): \(line(card))")
      switch card.note.content {
      case .qa(let question, let answers):
        #expect(!answers.contains { $0.count > 1 && question.contains($0) }, "\(name): \(line(card))")
      case .cloze(let text):
        #expect(text.hidden.count == 1, "\(name): \(line(card))")
      case .list(_, let items), .order(_, let items):
        #expect((2...7).contains(items.count), "\(name): \(line(card))")
        #expect(Set(items).count == items.count, "\(name): \(line(card))")
      case .choice(_, let options):
        #expect(options.filter(\.isRight).count == 1, "\(name): \(line(card))")
      case .trueFalse: break
      }
    }
    #expect(Set(result.cards.map(\.fact)).count == result.cards.count, "\(name): two cards ask one fact")
  }

  @Test(arguments: [
    "", " ", "\n\n\n", "\u{3000}", "。", "“", "”", "《", "、、、、", "# ", "#", "---", "---\n---", "```", "1.",
    "一、", "a", "是",
    "甲、乙、丙", "（（（（（（", "))))))", "是是是是是是是是", "\u{FEFF}", "\u{0}\u{1}\u{2}", "🙂🙂🙂是🙂", "|a|b|", "> ", "- ", "第",
    "第一",
  ])
  func `odd texts give no trap`(text: String) {
    check(text, text)
  }

  @Test func `an empty essay says so`() {
    #expect(compile(SourceText(" \n")).warnings == [.emptyEssay])
    #expect(compile(SourceText("……")).warnings == [.noKeyPoints])
  }

  @Test func `one sentence is enough for a card`() {
    #expect(!compile(SourceText("作风是立场和世界观在实践活动中的体现，有什么样的立场就有什么样的作风。")).cards.isEmpty)
    #expect(
      !compile(SourceText("Photosynthesis is the process by which plants turn light into sugar.")).cards
        .isEmpty
    )
  }

  @Test func `mutated essays keep the rules`() throws {
    let essay = Array(try #require(Fixture.text("essay.txt")).unicodeScalars)
    let marks = Array("，。、；：“”《》（）\n是不以为和# -*1一\u{3000}a是Z9.,;\"'".unicodeScalars)
    for seed in UInt64(1)...40 {
      var random = SeededGenerator(seed: seed)
      let start = Int.random(in: 0..<essay.count - 400, using: &random)
      var piece = Array(essay[start..<start + Int.random(in: 1...400, using: &random)])
      for _ in 0..<Int.random(in: 0...60, using: &random) where !piece.isEmpty {
        let place = Int.random(in: 0..<piece.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: piece.remove(at: place)
        case 1: piece.insert(marks[Int.random(in: 0..<marks.count, using: &random)], at: place)
        default: piece.swapAt(place, Int.random(in: 0..<piece.count, using: &random))
        }
      }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: piece)
      check(String(text), "seed \(seed)")
    }
  }

  @Test func `random characters keep the rules`() {
    for seed in UInt64(1)...60 {
      var random = SeededGenerator(seed: seed)
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 1...300, using: &random) {
        let range: ClosedRange<UInt32> =
          switch Int.random(in: 0..<6, using: &random) {
          case 0: 0x20...0x7E
          case 1: 0x3000...0x3020
          case 2: 0xFF00...0xFF20
          case 3: 0x2010...0x2030
          case 4: 0...0x10_FFFF
          default: 0x4E00...0x9FA5
          }
        if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random)) { text.append(scalar) }
      }
      check(String(text), "seed \(seed)")
    }
  }
}
