import Foundation
import Testing

/// The quiz in a real shell on a real terminal, looked at as a learner does.
@Suite(.timeLimit(.minutes(2))) struct QuizOnTerminalTests {
  private static let deck = """
    ---
    deck: 问候
    ---

    Q: 怎么问好？ ^0000000001
    A: 你好

    Q: What is two and two? ^0000000002
    A: four

    C: The sky is [blue]. ^0000000003

    """

  private static let sigHup = "HUP"
  private static let paste = (start: "\u{1B}[200~", end: "\u{1B}[201~")

  /// A learner's home with the deck, and a shell in it.
  private static func shell(
    setting extra: [String: String] = [:],
    _ body: (Program, ShellTerminal) throws -> Void
  ) throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(deck, to: "d.md")
    try body(program, try ShellTerminal(program, setting: extra))
  }

  private static let quiz = "sh -c 'echo $$ >pid; exec wengu quiz d.md --seed 1 --ui "

  private func ask(_ terminal: ShellTerminal, in language: String = "zh", _ more: String = "") {
    terminal.type(QuizOnTerminalTests.quiz + language + more + "'\n")
    terminal.expect(language == "zh" ? "答案：" : "Answer:")
  }

  private func reviews(of program: Program) throws -> Int {
    rows(ofCSV: try program.run("export", "reviews").output).count
  }

  private func expectOneReview(in program: Program) throws {
    let count = try reviews(of: program)
    #expect(count == 1)
  }

  @Test(arguments: [("zh", "C"), ("en", "C"), ("zh", "C.UTF-8"), ("en", "POSIX")])
  func `你好 is typed and deleted by characters, with the cursor behind it`(language: String, locale: String)
    throws
  {
    try Self.shell(setting: ["LANG": locale]) { _, terminal in
      ask(terminal, in: language)
      let prompt = language == "zh" ? "答案：" : "Answer: "
      let start = language == "zh" ? 8 : 10
      func expectTyped(_ text: String, columns: Int) {
        terminal.expect("\(prompt)\(text) with the cursor behind it") { screen in
          screen.lines.contains("  " + (prompt + text).trimmingSuffix())
            && screen.cursor.column == start + columns
        }
      }
      for (keys, text, columns) in [
        ("你", "你", 2), ("好", "你好", 4), ("\u{7F}", "你", 2), ("e\u{301}", "你e\u{301}", 3), ("\u{7F}", "你", 2),
        ("\u{1B}[D们", "们你", 2), ("\u{5}x", "们你x", 5), ("\u{8}", "们你", 4), ("\u{15}", "", 0),
        (Self.paste.start + "你\n好" + Self.paste.end, "你 好", 5), ("\u{15}bqs?", "bqs?", 4),
      ] {
        terminal.type(keys)
        expectTyped(text, columns: columns)
      }
      terminal.type("\u{15}你好\r")
      terminal.expect(language == "zh" ? "✓ 答对了" : "✓ Right")
      terminal.type("\u{3}")
      terminal.expectSane()
    }
  }

  @Test(arguments: ["zh", "en"])
  func `a window that changes its size in the middle of an answer keeps it in sight`(language: String) throws
  {
    try Self.shell { program, terminal in
      ask(terminal, in: language)
      terminal.type("你好")
      for (columns, rows) in [(40, 10), (20, 5), (132, 43), (20, 5), (80, 24)] {
        terminal.resize(columns: columns, rows: rows)
        terminal.expect("the answer at \(columns)×\(rows)") { screen in
          let line = screen.lines[screen.cursor.row]
          return screen.text.contains("怎么问好") && line.hasSuffix("你好") && screen.isCursorVisible
        }
      }
      terminal.resize(columns: 20, rows: 5)
      terminal.type("\r")
      terminal.expect(language == "zh" ? "答对了" : "Right")
      terminal.type("3")
      terminal.expect("two?")
      terminal.type("\u{1B}")
      terminal.settle()
      terminal.type("q")
      terminal.expectSane()
      try expectOneReview(in: program)
    }
  }

  @Test func `Ctrl-Z gives the shell back, and fg the quiz with what was typed`() throws {
    try Self.shell { program, terminal in
      ask(terminal)
      terminal.type("你好")
      terminal.expect("答案：你好")
      for _ in 1...2 {
        terminal.type("\u{1A}")
        terminal.expect("the shell") { !$0.isAlternate }
        terminal.expectSane()
        terminal.type("fg\n")
        terminal.expect("the quiz again") { $0.isAlternate && $0.isPasteMarked && $0.text.contains("答案：你好") }
      }
      terminal.type("\r4")
      terminal.expect("two and two")
      terminal.type("\u{3}")
      terminal.expectSane()
      try expectOneReview(in: program)
    }
  }

  @Test(arguments: ["TERM", sigHup, "QUIT", "ILL", "TRAP", "SEGV", "ABRT"], ["", " --linear"])
  func `what ends the quiz leaves a sane terminal, and every review`(signal: String, face: String) throws {
    try Self.shell { program, terminal in
      ask(terminal, in: "en", face)
      terminal.type("你好\r")
      terminal.expect("Right")
      terminal.type(face.isEmpty ? "3" : "3\r")
      terminal.expect("two and two")
      terminal.type("fo")
      terminal.expect("Answer: fo")
      let pid = try #require(pid_t(try program.read("pid").trimmingCharacters(in: .whitespacesAndNewlines)))
      let numbers = [
        "TERM": SIGTERM, "HUP": SIGHUP, "QUIT": SIGQUIT, "ILL": SIGILL, "TRAP": SIGTRAP, "SEGV": SIGSEGV,
        "ABRT": SIGABRT,
      ]
      kill(pid, try #require(numbers[signal]))
      terminal.expectSane()
      #expect(kill(pid, 0) != 0)
      try expectOneReview(in: program)
    }
  }

  @Test(arguments: ["", " --linear"])
  func `a terminal that is closed ends the quiz and loses nothing`(face: String) throws {
    try Self.shell { program, terminal in
      ask(terminal, in: "zh", face)
      terminal.type("你好\r")
      terminal.expect("答对了")
      terminal.type(face.isEmpty ? "3" : "3\r")
      terminal.expect("two and two")
      let pid = try #require(pid_t(try program.read("pid").trimmingCharacters(in: .whitespacesAndNewlines)))
      terminal.hangUp()
      let deadline = ContinuousClock.now + .seconds(20)
      while kill(pid, 0) == 0, ContinuousClock.now < deadline { usleep(20_000) }
      #expect(kill(pid, 0) != 0, "the quiz goes on without a terminal")
      try expectOneReview(in: program)
    }
  }

  @Test(arguments: ["dumb", "unknown", "no-such-terminal", ""])
  func `a terminal that has no screen gets one line after another`(name: String) throws {
    try Self.shell(setting: ["TERM": name]) { program, terminal in
      ask(terminal, in: "en")
      #expect(!terminal.screen.isAlternate)
      terminal.type("你好\n")
      terminal.expect("Right.")
      terminal.type("3\n")
      terminal.expect("Saved: good")
      terminal.expect("two and two")
      terminal.type(":q\n")
      terminal.expect("1 good")
      try expectOneReview(in: program)
    }
  }

  @Test func `NO_COLOR is heeded, and colours come without it`() throws {
    for (variables, hasColour) in [([:], true), (["NO_COLOR": "1"], false)] as [([String: String], Bool)] {
      try Self.shell(setting: variables) { _, terminal in
        ask(terminal, in: "en")
        terminal.type("no\r")
        terminal.expect("✗ Not right")
        #expect(terminal.screen.hasSeenColour == hasColour)
      }
    }
  }

  @Test(arguments: ["vt100", "linux", "screen-256color", "tmux-256color", "xterm"])
  func `other terminals have a screen too`(name: String) throws {
    try Self.shell(setting: ["TERM": name]) { _, terminal in
      terminal.type("infocmp >/dev/null 2>&1 && echo kno''wn || echo mis''sing\n")
      terminal.expect("an answer") { $0.lines.contains("known") || $0.lines.contains("missing") }
      guard terminal.screen.lines.contains("known") else { return }
      ask(terminal)
      terminal.type("你好")
      terminal.expect("答案：你好")
      terminal.type("\u{3}")
      terminal.expect("这次没有作答")
    }
  }

  @Test func `both faces leave the same log of the same script`() throws {
    var logs: [String] = []
    for face in ["", " --linear"] {
      try Self.shell { program, terminal in
        ask(terminal, in: "en", face)
        let isFull = face.isEmpty
        for (full, linear, seen) in [
          ("你\r", "你\r", "1 again"), ("3", "3\r", "two and two"), (":u\r", ":u\r", "怎么问好"),
          ("你好\r", "你好\r", "Right"), ("4", "4\r", "two and two"), (":f\r", ":f\r", "Flagged"),
          ("\r", "\r", "2 hard"), ("2", "2\r", "____"), (":b\r", ":b\r", "two and two"),
          ("four\r", "four\r", "Right"),
          ("\r", "\r", "Enter"),
        ] {
          terminal.type(isFull ? full : linear)
          terminal.settle()
          terminal.expect(seen)
        }
        terminal.type("\r")
        terminal.expect("review")
        logs.append(
          try program.run("export", "reviews", "--with-undone").output
            + program.run("export", "cards").output
        )
      }
    }
    #expect(logs[0] == logs[1])
    #expect(logs[0].split(whereSeparator: \.isNewline).count > 8, "\(logs[0])")
  }

  @Test func `without a terminal, and from a file, the quiz goes line by line`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(Self.deck, to: "d.md")
    try program.write("你好\n3\nfour\n4\n", to: "script")
    let fromFile = try program.run(
      ["quiz", "d.md", "--ui", "zh"],
      input: Data(try program.read("script").utf8),
      setting: ["TERM": "xterm-256color", "LANG": "C"]
    )
    #expect(fromFile.status == 0)
    #expect(fromFile.output.contains("答对了。") && fromFile.output.contains("这次复习了 2 次"))
    #expect(!fromFile.output.contains("\u{1B}"))
    let count = try reviews(of: program)
    #expect(count == 2)
    try Self.shell { program, terminal in
      try program.write("你好\n3\n", to: "script")
      terminal.type("wengu quiz d.md --ui en <script\n")
      terminal.expect("1 good")
      terminal.type("clear; wengu quiz d.md --ui en | cat\n")
      terminal.expect("Answer:")
      terminal.type(":q\n")
      terminal.expect("No card was reviewed")
      #expect(!terminal.screen.isAlternate)
      try expectOneReview(in: program)
    }
  }
}

extension String {
  fileprivate func trimmingSuffix() -> String {
    String(reversed().drop { $0 == " " }.reversed())
  }
}
