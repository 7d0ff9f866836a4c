import Foundation
import Language
import Scheduling
import Study
import Terminal
import Testing

/// Whole sessions as a learner sees them; `WENGU_RECORD=1 swift test` records them anew.
struct LinearTranscriptTests {
  private let before: [(place: Int, daysAgo: Int, rating: Rating)] = [(0, 10, .easy), (2, 9, .easy)]

  @Test func `a Chinese session over all kinds, typed right`() throws {
    let bench = try Bench(try sampleCards(), language: .chinese, before: before)
    let lines = [
      "对待人民群众的态度问题", "", "立场和世界观。", "4",
      "一切为了群众", "一切依靠群众", "从群众中来", "到群众中去", "", "轻松",
      "奢靡之风", "官僚主义", "享乐主义", "形式主义", "", "3", "1 3", "4", "错", "4", "", "",
    ]
    try expectGolden(try bench.linear(lines), "linear-right-zh.txt")
  }

  @Test func `a Chinese session over all kinds, typed wrong`() throws {
    let bench = try Bench(try sampleCards(), language: .chinese, before: before)
    let lines = [
      "对人民大众的态度问题", "", "立场与世界观", "",
      "一切依靠群众", "一切为了群众", "从群众中来", "到群众中去", "", "", "形式主义", "享受主义", "", "",
      "２", "1", "也许", "对", "1", ":q",
    ]
    try expectGolden(try bench.linear(lines), "linear-wrong-zh.txt")
  }

  @Test func `an English session that only reveals, wrapped at 60 columns`() throws {
    let bench = try Bench(try sampleCards(), before: before, typingTime: Milliseconds(18_000))
    let lines = ["", "good", "", "2", "", "1", "", "3", "", "x", "", "easy", "", "4", "", "4", ":q"]
    try expectGolden(try bench.linear(lines, width: 60), "linear-revealed-en.txt")
  }

  @Test func `an English session with every command`() throws {
    let bench = try Bench(try sampleCards(), before: before)
    let lines = [
      ":?", ":undo now", ":f", "/f", "：r", "态度问题", "?", "r", "u", ":s", "形式主义、官僚主义、享乐主义、奢靡之风", "", "3",
      ":u", "", "b", ":p", ":x", " :x", "", "1", ":u", ":u", ":u", ":u", ":u", ":i", ":o", ":/", "作风", ":e",
      ":q",
    ]
    try expectGolden(try bench.linear(lines), "linear-commands-en.txt")
  }

  @Test func `the last rating can be taken back after the last card`() throws {
    let bench = try Bench([try sampleCards()[5]], language: .chinese)
    let lines = ["错", "4", ":u", "错", "3", "错", "4", ""]
    try expectGolden(try bench.linear(lines), "linear-undo-at-end-zh.txt")
  }

  @Test(arguments: InterfaceLanguage.allCases)
  func `nothing to ask`(language: InterfaceLanguage) throws {
    let bench = try Bench([], language: language, clockBehind: Milliseconds(7_200_000))
    try expectGolden(try bench.linear([]), "linear-nothing-\(language.rawValue).txt")
  }

  @Test func `a card becomes a leech and is told to be one, once`() throws {
    let lapses = (1...7).flatMap { count in
      [(place: 0, daysAgo: 60 - count * 6, rating: Rating.again), (0, 59 - count * 6, .good)]
    }
    let bench = try Bench([try sampleCards()[0]], before: [(0, 70, .easy)] + lapses)
    let text = try bench.linear(["", "1", "", "1", ":q"])
    #expect(text.components(separatedBy: "You have forgotten this card 8 times.").count == 2)
  }

  @Test func `a clock that was turned back is told once`() throws {
    let bench = try Bench(Array(try sampleCards()[0...2]), before: [(0, 0, .easy)])
    bench.clock.turnBack(by: Milliseconds(7_200_000))
    let text = try bench.linear(["", "3", "", "3", ":q"])
    #expect(text.components(separatedBy: "Note: the clock stands 2 hours before your last review").count == 2)
  }

  @Test func `the end of the input within a list records nothing and sums up`() throws {
    let bench = try Bench([try sampleCards()[2]], language: .chinese)
    let text = try bench.linear(["形式主义"])
    #expect(text.hasSuffix("这次没有作答。\n今天还剩 1 张，随时可以接着做。\n明天没有要复习的卡片。\n"))
    #expect(bench.keeper.events.isEmpty)
  }

  @Test func `a line too long is refused and asked for again`() throws {
    let bench = try Bench([try sampleCards()[0]])
    let transcript = Transcript()
    let script = Script([.tooLong, .interrupted], into: transcript)
    var frontEnd = LinearFrontEnd(
      bench.runner,
      facts: bench.facts,
      services: bench.services,
      input: script,
      output: transcript
    )
    try frontEnd.run()
    #expect(transcript.text.contains("That line is too long"))
    #expect(transcript.text.hasSuffix("Nothing is due tomorrow.\n"))
  }
}
