import Foundation
import Testing

@Suite struct ImportTests {
  /// A learner with some weeks of reviews, undone steps, a forgotten card and a changed setting.
  private func studied() throws -> Program {
    let program = try Program()
    try program.copyDeck("essay.md")
    for day in 0..<8 {
      let now = String(format: "2026-11-%02dT08:00:00+08:00", day + 1)
      let conversation = try Conversation(
        program.process(["quiz", "essay.md", "--jsonl", "--new", "6"], setting: ["WENGU_NOW": now])
      )
      var learner = ScriptedLearner()
      learner.study(conversation, limit: 12)
      conversation.finish()
      if day == 4 {
        let words = ["settings", "set", "desired-retention", "0.85"]
        #expect(try program.run(words, input: Data(), setting: ["WENGU_NOW": now]).status == 0)
      }
    }
    return program
  }

  private static let tables = ["reviews", "cards", "days", "learners", "items", "log"]

  private func exports(_ program: Program, data: String? = nil) throws -> [String] {
    try Self.tables.map { table in
      let place = data.map { ["--data", $0] } ?? []
      let ending = try program.run(["export", table, "--with-undone"] + place, input: Data())
      #expect(ending.status == 0, "\(table): \(ending.messages)")
      return ending.output
    }
  }

  @Test func `an exported log gives the same bytes in every export of an empty learner file`() throws {
    let program = try studied()
    defer { program.remove() }
    #expect(try program.run("export", "log", "-o", "all.csv").status == 0)
    #expect(try program.run("import", "all.csv", "--data", "new").status == 0)
    let (before, after) = (try exports(program), try exports(program, data: "new"))
    for (place, table) in Self.tables.enumerated() {
      #expect(before[place] == after[place], "\(table)")
      #expect(before[place].utf8.count > 200, "\(table)")
    }
    #expect(try program.run("doctor", "--data", "new").status == 0)
  }

  @Test func `a log imported twice, or where it came from, changes nothing`() throws {
    let program = try studied()
    defer { program.remove() }
    #expect(try program.run("export", "log", "-o", "all.csv").status == 0)
    let before = try exports(program)
    let again = try program.run("import", "all.csv", "--json")
    #expect(again.objects.first?["added"] as? Int == 0)
    #expect(try exports(program) == before)
  }

  @Test func `exported reviews give a learner of the same deck the same states`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.copyDeck("essay.md")
    for day in 0..<10 {
      let now = String(format: "2026-11-%02dT08:00:00+08:00", day + 1)
      let conversation = try Conversation(
        program.process(["quiz", "essay.md", "--jsonl", "--new", "6"], setting: ["WENGU_NOW": now])
      )
      var learner = ScriptedLearner()
      learner.study(conversation)
      conversation.finish()
    }
    #expect(try program.run("export", "reviews", "-o", "r.csv").status == 0)
    let remembered = try Conversation(program.process(["quiz", "essay.md", "--jsonl", "--data", "new"]))
    remembered.finish()
    #expect(try program.run("import", "r.csv", "--data", "new").status == 0)
    let (before, after) = (
      try program.run("export", "cards").output, try program.run("export", "cards", "--data", "new").output
    )
    #expect(before == after)
    #expect(before.contains(",review,"))
    let again = try program.run("import", "r.csv", "--json", "--data", "new")
    #expect(again.objects.first?["added"] as? Int == 0)
    #expect(try program.run("doctor", "--data", "new").status == 0)
  }

  @Test func `foreign logs are taken over by card id`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(
      "card_id,review_time,review_rating,review_state,review_duration\n"
        + "7k3m9q2a5x,1764000000000,3,0,2500\n7k3m9q2a5x,1764600000000,1,2,9000\n",
      to: "fsrs.csv"
    )
    try program.write(
      "id,cid,usn,ease,ivl,lastIvl,factor,time,type\n"
        + "1764000000000,1500000000001,-1,3,-600,-60,2500,4000,0\n"
        + "1764000700000,1500000000001,-1,0,5,5,2500,0,4\n"
        + "1764600000000,1500000000001,-1,4,9,1,2500,3000,1\n",
      to: "revlog.csv"
    )
    for name in ["fsrs.csv", "revlog.csv"] {
      let first = try program.run("import", name, "--json")
      #expect(first.status == 0 && first.objects.first?["added"] as? Int == 2, "\(first)")
      #expect(try program.run("import", name, "--json").objects.first?["added"] as? Int == 0)
    }
    let reviews = rows(ofCSV: try program.run("export", "reviews").output)
    #expect(reviews.compactMap { $0["review_rating"] }.sorted() == ["1", "3", "3", "4"])
    #expect(
      reviews.filter { $0["card_id"] == "7k3m9q2a5x" }.map { $0["review_duration"] } == ["2500", "9000"]
    )
    #expect(try program.run("doctor").status == 0)
  }

  @Test func `a bad row is told with its line and nothing is imported`() throws {
    let program = try studied()
    defer { program.remove() }
    let log = try program.run("export", "log").output
    var lines = log.components(separatedBy: "\r\n")
    let place = try #require(lines.firstIndex { $0.hasPrefix("review,") })
    lines[place] = lines[place].replacingOccurrences(of: ",fsrs-6,", with: ",fsrs-7,")
    let cases: [(String, text: String, line: Int)] = [
      (
        "changed.csv", lines.joined(separator: "\r\n"),
        1 + lines[..<place].joined(separator: "\n").count { $0 == "\n" } + 1
      ),
      ("rating.csv", "card_id,review_time,review_rating\nx,1764000000000,3\nx,1764000000001,5\n", 3),
      ("time.csv", "card_id,review_time,review_rating\nx,yesterday,3\n", 2),
      ("cells.csv", "card_id,review_time,review_rating\nx,1764000000000\n", 2),
      ("quote.csv", "card_id,review_time,review_rating\n\"x,1764000000000,3\n", 2),
    ]
    for (name, text, line) in cases {
      try program.write(text, to: name)
      let ending = try program.run("import", name, "--data", "none")
      #expect(ending.status == 1, "\(name)")
      #expect(ending.messages.contains("\(name):\(line)"), "\(ending.messages)")
      #expect(try program.run("export", "reviews", "--data", "none").status == 1)
    }
  }
}
