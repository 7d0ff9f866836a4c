import Foundation
import Testing

/// What the options of `compile` promise.
@Suite struct CompileOptionsTests {
  private func program(with names: String...) throws -> Program {
    let program = try Program()
    for name in names { try program.copyDeck(name) }
    return program
  }

  @Test(arguments: ["qa", "cloze", "list", "order", "choice", "truefalse"])
  func `kinds that were not asked for are not made`(_ kind: String) throws {
    let program = try program(with: "essay.txt")
    defer { program.remove() }
    let ending = try program.run("compile", "essay.txt", "--kinds", kind, "--format", "jsonl")
    #expect(ending.status == 0 || ending.messages.contains("--kinds"), "\(ending.messages)")
    #expect(ending.objects.allSatisfy { $0["kind"] as? String == kind })
  }

  @Test func `fewer cards than the limit are made of sentences that matter more`() throws {
    let program = try program(with: "forgetting.txt")
    defer { program.remove() }
    let all = try program.run("compile", "forgetting.txt", "--format", "jsonl").objects
    let few = try program.run("compile", "forgetting.txt", "--format", "jsonl", "--max-cards", "7").objects
    #expect(few.count == 7)
    let least = ["compile", "forgetting.txt", "--format", "jsonl", "--min-importance", "0.6"]
    let important = try program.run(least, input: Data()).objects
    #expect(!important.isEmpty && important.count < all.count)
    #expect(important.allSatisfy { $0["importance"] as? Double ?? 0 >= 0.6 })
  }

  @Test func `title and language are what was said`() throws {
    let program = try program(with: "tea.txt")
    defer { program.remove() }
    let deck = try program.run("compile", "tea.txt", "--title", "Tea: a #1 list", "--language", "en").output
    #expect(deck.hasPrefix("---\ndeck: \"Tea: a #1 list\"\nlanguage: en\nsource: tea.txt\n---\n"), "\(deck)")
  }

  @Test func `standard input is an essay like any other`() throws {
    let program = try program(with: "tea.txt")
    defer { program.remove() }
    let named = try program.run("compile", "tea.txt", "--format", "jsonl")
    let piped = try program.run("compile", "-", "--format", "jsonl", input: try program.read("tea.txt"))
    #expect(piped.output == named.output)
    let deck = try program.run("compile", "-", input: try program.read("tea.txt"))
    #expect(!deck.output.contains("source:"), "\(deck.output.prefix(200))")
  }

  @Test func `several essays make one deck, each under its own heading and with its own file`() throws {
    let program = try program(with: "tea.txt", "forgetting.txt")
    defer { program.remove() }
    let ending = try program.run("compile", "tea.txt", "forgetting.txt", "-o", "two.md", "--max-cards", "20")
    #expect(ending.status == 0, "\(ending.messages)")
    let deck = try program.read("two.md")
    #expect(deck.hasPrefix("---\ndeck: two\nlanguage: en\nsource: tea.txt\nsource-2: forgetting.txt\n---\n"))
    let titles = deck.split(separator: "\n").filter { $0.hasPrefix("# ") }
    #expect(titles == ["# 茶为什么分六类", "# Why We Forget, and What to Do About It"])
    let lint = try program.run("lint", "two.md")
    #expect(lint.output.isEmpty, "\(lint.output)")
    let lines = try program.run("compile", "tea.txt", "forgetting.txt", "--format", "jsonl").objects
    for name in ["tea.txt", "forgetting.txt"] {
      let text = Array(try program.read(name).unicodeScalars)
      let sources = lines.compactMap { $0["source"] as? [String: Any] }.filter {
        $0["file"] as? String == name
      }
      #expect(!sources.isEmpty)
      for source in sources {
        let start = try #require(source["start"] as? Int)
        let end = try #require(source["end"] as? Int)
        var view = String.UnicodeScalarView()
        view.append(contentsOf: text[start..<end])
        #expect(String(view) == source["text"] as? String)
      }
    }
    #expect(lines.count == Set(lines.compactMap { $0["id"] as? String }).count)
  }

  @Test func `an essay more or less changes no id of the others`() throws {
    let program = try program(with: "tea.txt", "forgetting.txt", "essay.txt")
    defer { program.remove() }
    _ = try program.run("compile", "tea.txt", "forgetting.txt", "-o", "d.md")
    let before = ids(in: try program.read("d.md"))
    let more = try program.run(
      "compile",
      "essay.txt",
      "tea.txt",
      "forgetting.txt",
      "-o",
      "d.md",
      "--ui",
      "en"
    )
    #expect(more.messages.contains("\(before.count) kept"), "\(more.messages)")
    #expect(Set(ids(in: try program.read("d.md"))).isSuperset(of: before))
    #expect(
      try program.read("d.md").contains("source: essay.txt\nsource-2: tea.txt\nsource-3: forgetting.txt\n")
    )
    #expect(try program.run("lint", "d.md").output.isEmpty)
    let less = try program.run("compile", "tea.txt", "-o", "d.md", "--ui", "en")
    #expect(less.messages.contains("wengu compile essay.txt tea.txt -o d.md"), "\(less.messages)")
    #expect(Set(ids(in: try program.read("d.md"))).isSuperset(of: before))
    let again = try program.run(
      "compile",
      "tea.txt",
      "forgetting.txt",
      "essay.txt",
      "-o",
      "d.md",
      "--ui",
      "en"
    )
    #expect(again.messages.contains("back again"), "\(again.messages)")
  }

  @Test func `what two essays both say is asked once`() throws {
    let program = try program(with: "tea.txt")
    defer { program.remove() }
    try program.write(try program.read("tea.txt"), to: "copy.txt")
    let once = try program.run("compile", "tea.txt", "--format", "jsonl").objects
    let twice = try program.run("compile", "tea.txt", "copy.txt", "--format", "jsonl")
    #expect(twice.objects.count == once.count)
    #expect(twice.messages.contains("copy.txt"))
    let why = try program.run("compile", "tea.txt", "copy.txt", "--explain", "--dry-run", "--ui", "en").output
    #expect(why.contains("asked already"))
  }

  @Test(arguments: ["en", "zh"]) func `an explanation names cards, what was dropped and what has no card`(
    _ language: String
  ) throws {
    let program = try program(with: "forgetting.txt")
    defer { program.remove() }
    let options = [
      "--explain", "--dry-run", "--max-cards", "5", "--kinds", "cloze", "--min-importance", "0.45",
    ]
    let ending = try program.run(["compile", "forgetting.txt", "--ui", language] + options, input: Data())
    let words =
      language == "en"
      ? [
        "cloze, ", "score 0.", "importance 0.", "key point: ", "why: ", "Candidates dropped: ",
        "no room left", "below --min-importance", "not among --kinds", "Paragraphs with a card: ",
      ] : ["填空，", "得分 0.", "重要 0.", "要点：", "因为：", "舍弃的候选：", "卡片已够多", "不够重要", "--kinds", "有卡片的段落："]
    for word in words { #expect(ending.output.contains(word), "\(word): \(ending.output)") }
    let rows = ending.output.split(separator: "\n").drop {
      !$0.hasPrefix("Candidates") && !$0.hasPrefix("舍弃")
    }
    #expect(rows.count > 20 && rows.allSatisfy { $0.count <= 80 })
  }

  @Test func `an essay that gives no card is explained too`() throws {
    let program = try program(with: "tea.txt")
    defer { program.remove() }
    let ending = try program.run(
      "compile",
      "tea.txt",
      "--min-importance",
      "1",
      "--explain",
      "--dry-run",
      "--ui",
      "en"
    )
    #expect(ending.status == 1)
    #expect(ending.output.contains("below --min-importance"), "\(ending.messages)")
  }

  @Test func `lines of JSON replace lines of JSON and nothing else`() throws {
    let program = try program(with: "tea.txt", "tea.md")
    defer { program.remove() }
    for output in ["tea.txt", "tea.md"] {
      let before = try program.read(output)
      let ending = try program.run("compile", "tea.txt", "--format", "jsonl", "-o", output)
      #expect(ending.status == 1)
      #expect(try program.read(output) == before)
    }
    for _ in 1...2 {
      #expect(try program.run("compile", "tea.txt", "--format", "jsonl", "-o", "tea.jsonl").status == 0)
    }
  }

  @Test(arguments: [
    ["a.txt", "sub/a.txt"], ["a.txt", "a.txt"], ["-", "-"], ["a.txt", "--min-importance", "1.5"],
    ["a.txt", "--min-importance", "nan"], ["a.txt", "--max-cards", "0"], ["a.txt", "--kinds", "cloze,poem"],
    ["a.txt", "--language", "fr"], ["a.txt", "--format", "csv"],
  ])
  func `a request that makes no sense is refused`(_ arguments: [String]) throws {
    let program = try Program()
    defer { program.remove() }
    let folder = program.home.appendingPathComponent("sub")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in ["a.txt", "sub/a.txt"] {
      try program.write("Memory is the process of keeping things.", to: name)
    }
    for language in ["en", "zh"] {
      let ending = try program.run(["compile", "--ui", language] + arguments, input: Data())
      #expect([1, 2].contains(ending.status) && !ending.wasKilled)
      #expect(ending.output.isEmpty && !ending.messages.isEmpty)
    }
  }

  private func ids(in deck: String) -> [String] {
    deck.split(separator: "\n").filter { $0.contains("^") && !$0.hasPrefix("<") }
      .compactMap { $0.split(separator: "^").last.map { String($0.prefix(10)) } }
  }
}
