import Cards
import Language
import Scheduling
import Study
import Testing

@testable import Terminal

/// The full screen as a learner sees it; `WENGU_RECORD=1 swift test` records it anew.
struct FrameTests {
  static let sizes = [(80, 24), (40, 10), (20, 5), (120, 30), (9, 2)].map {
    ScreenSize(columns: $0, rows: $1)
  }
  /// For each card of the samples: what a learner types who is right, and one who is not.
  private static let typed: [(right: [Key], wrong: [Key])] = [
    (typing("对待人民群众的态度问题"), typing("对人民大众的态度问题")),
    (typing("立场和世界观"), typing("立场与世界观")),
    (
      typing("奢靡之风\n官僚主义\n享乐主义\n形式主义\n"),
      typing("形式主义\n享受主义\n")
    ),
    (
      typing("一切为了群众\n一切依靠群众\n从群众中来\n到群众中去\n"),
      typing("一切依靠群众\n一切为了群众\n从群众中来\n到群众中去\n")
    ),
    (typing("13"), typing("2")),
    (typing("f"), typing("t")),
  ]

  /// Keys that lead to what lies around a question and its answer.
  private static let around: [[Key]] = [
    [.help], [.enter, .text("4")], [.enter, .text("1"), .text("1")], [.escape],
    [.text("/"), .text("x"), .enter],
    [.enter, .text("i")], [.enter, .text("1"), .enter, .text("i")], [.enter, .text("o")],
    [.escape, .text("o")],
    [.enter, .text("/"), .text("作"), .text("风")], [.escape, .text("e")],
  ]

  private static func typing(_ text: String) -> [Key] {
    text.map { $0 == "\n" ? .enter : .text(String($0)) }
  }

  @Test(arguments: Array(0..<6), InterfaceLanguage.allCases)
  func `every kind in every phase`(place: Int, language: InterfaceLanguage) throws {
    var card = try sampleCards()[place]
    card.section = ["一、密切党与人民群众的血肉联系是作风建设的核心问题"]
    let bench = try Bench([card], language: language)
    let typed = FrameTests.typed[place]
    let isTruth = card.kind == .truefalse
    let steps: [(name: String, keys: [Key])] = [
      ("question", []), ("typed", isTruth ? [.escape] : typed.wrong), ("revealed", [.enter]),
      ("right", typed.right + (isTruth ? [] : [.enter])), ("wrong", typed.wrong + (isTruth ? [] : [.enter])),
      ("flagged", [.enter, .text("f")]),
    ]
    var text = ""
    for size in FrameTests.sizes.prefix(3) {
      for step in steps {
        let frame = try #require(try frames(bench, step.keys, size: size).last)
        text += "\(size.columns)×\(size.rows) \(step.name)\n" + frame.drawn(in: size)
      }
    }
    try expectGolden(text, "frames-\(card.kind.rawValue)-\(language.rawValue).txt")
  }

  @Test(arguments: InterfaceLanguage.allCases)
  func `help, pages, the end, and a wide screen`(language: InterfaceLanguage) throws {
    var text = ""
    for size in FrameTests.sizes.prefix(4) {
      for keys in FrameTests.around {
        let bench = try Bench([try sampleCards()[0]], language: language)
        let frame = try #require(try frames(bench, keys, size: size).last)
        text += "\(size.columns)×\(size.rows)\n" + frame.drawn(in: size)
      }
    }
    try expectGolden(text, "frames-around-\(language.rawValue).txt")
  }

  @Test func `no frame leaves its screen, however small`() throws {
    for place in 0..<6 {
      for size in FrameTests.sizes {
        let bench = try Bench([try sampleCards()[place]], language: .chinese)
        for frame in try frames(
          bench,
          FrameTests.typed[place].wrong + [.enter, .pageDown, .help],
          size: size
        ) {
          #expect(frame.rows.count <= size.rows)
          #expect(frame.rows.allSatisfy { $0.width <= size.columns }, "card \(place) at \(size)")
          if let cursor = frame.cursor {
            #expect((0..<size.columns).contains(cursor.column) && (0..<size.rows).contains(cursor.row))
          }
        }
      }
    }
  }

  @Test func `both faces record the same events for the same script`() throws {
    let lines = [
      "对待人民群众的态度问题", "", "态度", "3", ":u", "立场和世界观。", "4", ":f", "奢靡之风", "官僚主义", "享乐主义", "形式主义", "",
      "2", ":b", "1 3", "1", "false", "4", ":q",
    ]
    let linear = try Bench(try sampleCards(), typingTime: Milliseconds(0))
    _ = try linear.linear(lines)
    let full = try Bench(try sampleCards())
    let keys = lines.flatMap { line -> [Key] in
      switch line {
      case "1 3": FrameTests.typing("13\n")
      case "false": FrameTests.typing("f")
      case "1", "2", "3", "4": FrameTests.typing(line)
      default: FrameTests.typing(line + "\n")
      }
    }
    _ = try frames(full, keys, size: FrameTests.sizes[0])
    #expect(full.keeper.events.map(\.kind) == linear.keeper.events.map(\.kind))
    #expect(full.keeper.events.count == 9, "\(full.keeper.events.map(\.kind))")
  }

  @Test func `a letter in an answer field is no command until Escape`() throws {
    let bench = try Bench([try sampleCards()[0]])
    let shown = try frames(bench, FrameTests.typing("bpsuq?"), size: FrameTests.sizes[0])
    #expect(shown.last?.drawn(in: FrameTests.sizes[0]).contains("Answer: bpsuq?") == true)
    #expect(bench.keeper.events.isEmpty)
    _ = try frames(bench, [.text("x"), .escape, .text("p")], size: FrameTests.sizes[0])
    #expect(bench.keeper.events.map(\.kind) == [.suspend])
  }

  @Test func `the terminal is given back when the log cannot be written`() throws {
    let bench = try Bench([try sampleCards()[0]])
    bench.keeper.nextFailure = OutputFailure(code: 5)
    let screen = ScriptedScreen([.enter, .text("3")], size: FrameTests.sizes[0])
    var frontEnd = FullScreenFrontEnd(
      bench.runner,
      facts: bench.facts,
      services: bench.services,
      screen: screen
    )
    #expect(throws: OutputFailure.self) { _ = try frontEnd.run() }
    #expect(screen.isClosed)
  }

  /// What a learner sees who presses these keys.
  private func frames(_ bench: Bench, _ keys: [Key], size: ScreenSize) throws -> [Frame] {
    let screen = ScriptedScreen(keys, size: size)
    var frontEnd = FullScreenFrontEnd(
      bench.runner,
      facts: bench.facts,
      services: bench.services,
      screen: screen
    )
    _ = try frontEnd.run()
    #expect(screen.isClosed)
    return screen.frames
  }
}
