import Foundation
import Testing

private func deck(_ name: String, _ cards: [(id: String, question: String, answer: String)]) -> String {
  "---\ndeck: \(name)\n---\n"
    + cards.map { "\nQ: \($0.question) ^\($0.id)\nA: \($0.answer)\n" }.joined()
}

private let sky = (id: "7k3m9q2a5x", question: "What colour is the sky?", answer: "blue")
private let grass = (id: "p0d4w8rr2c", question: "What colour is grass?", answer: "green")
private let snow = (id: "m41v0c9e7t", question: "What colour is snow?", answer: "white")

/// Lets every card be easy at once, so that it is in review from the first day on.
private func rateAllEasy(_ program: Program, _ arguments: String..., day: Int = 24) throws -> [String] {
  let process = program.process(
    ["quiz"] + arguments + ["--jsonl"],
    setting: ["WENGU_NOW": "2026-11-\(day)T08:00:00+08:00"]
  )
  let conversation = try Conversation(process)
  var asked: [String] = []
  while let message = conversation.next() {
    switch message["type"] as? String {
    case "question":
      asked.append(message["card"] as? String ?? "")
      conversation.send(#"{"type":"reveal"}"#)
    case "answer": conversation.send(#"{"type":"rate","rating":4,"milliseconds":1000}"#)
    default: break
    }
  }
  conversation.finish()
  return asked
}

@Suite struct DecksTests {
  private func files(_ program: Program) throws -> [String: [String: Any]] {
    let output = try program.run("decks", "--json").output
    let decks = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [[String: Any]] ?? []
    return Dictionary(
      decks.map { (URL(fileURLWithPath: $0["file"] as? String ?? "").lastPathComponent, $0) }
    ) { first, _ in first }
  }

  private func folder(_ program: Program, _ name: String) throws {
    try FileManager.default.createDirectory(
      at: program.home.appendingPathComponent(name),
      withIntermediateDirectories: true
    )
  }

  private func move(_ program: Program, _ from: String, to: String) throws {
    try FileManager.default.moveItem(
      at: program.home.appendingPathComponent(from),
      to: program.home.appendingPathComponent(to)
    )
  }

  @Test func `a deck that is put into a remembered folder is asked`() throws {
    let program = try Program()
    defer { program.remove() }
    try folder(program, "course/unit")
    try program.write("# Read me\n\nNothing to ask.\n", to: "course/README.md")
    try program.write(deck("Sky", [sky]), to: "course/sky.md")
    #expect(try program.run("decks", "add", "course").status == 0)
    #expect(try rateAllEasy(program) == [sky.id])
    try program.write(deck("Grass", [grass]), to: "course/unit/grass.md")
    #expect(try rateAllEasy(program) == [grass.id])
    #expect(try files(program).keys.sorted() == ["grass.md", "sky.md"])
  }

  @Test func `a deck that is taken out of its folder stays out until it is added again`() throws {
    let program = try Program()
    defer { program.remove() }
    try folder(program, "course")
    try program.write(deck("Sky", [sky]), to: "course/sky.md")
    try program.write(deck("Grass", [grass]), to: "course/grass.md")
    #expect(try program.run("decks", "add", "course").status == 0)
    let removed = try program.run("decks", "remove", "Sky")
    #expect(removed.status == 0 && removed.messages.contains("what was learnt is kept"))
    #expect(try rateAllEasy(program) == [grass.id])
    #expect(try program.run("decks", "add", "course/sky.md").status == 0)
    #expect(try rateAllEasy(program) == [sky.id])
    #expect(try program.run("decks", "remove", "course").status == 0)
    #expect(try files(program).isEmpty)
  }

  @Test func `a removed deck's due cards are not asked, and go on when it is added again`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(deck("Sky", [sky, grass]), to: "sky.md")
    try program.write(deck("Snow", [snow]), to: "snow.md")
    #expect(try rateAllEasy(program, "sky.md", "snow.md").count == 3)
    let before = rows(ofCSV: try program.run("export", "cards").output)
    try FileManager.default.removeItem(at: program.home.appendingPathComponent("sky.md"))
    let removed = try program.run(
      "decks",
      "remove",
      "sky.md",
      setting: ["WENGU_NOW": "2027-01-24T08:00:00+08:00"]
    )
    #expect(removed.messages.contains("2 cards of it that are due"), "\(removed.messages)")
    #expect(try program.run("stats", "--json").output.contains("\"cards\":3") == false)
    #expect(rows(ofCSV: try program.run("export", "reviews").output).count == 3)
    try program.write(deck("Sky", [sky, grass]), to: "sky.md")
    #expect(try program.run("decks", "add", "sky.md").status == 0)
    let after = rows(ofCSV: try program.run("export", "cards").output)
    #expect(Set(after.map { $0["due"] }) == Set(before.map { $0["due"] }) && after.count == 3)
  }

  @Test(arguments: ["renamed.md", "unit/sky.md"])
  func `a file that was renamed or moved is known again by its cards`(_ place: String) throws {
    let program = try Program()
    defer { program.remove() }
    try folder(program, "course/unit")
    try program.write(deck("Sky", [sky, grass]), to: "course/sky.md")
    #expect(try program.run("decks", "add", "course").status == 0)
    #expect(try rateAllEasy(program).count == 2)
    try move(program, "course/sky.md", to: "course/\(place)")
    let ending = try program.run("quiz")
    #expect(
      ending.messages.contains("progress stays") && !ending.messages.contains("gone"),
      "\(ending.messages)"
    )
    #expect(try files(program).count == 1)
    #expect(try rateAllEasy(program).isEmpty)
    #expect(rows(ofCSV: try program.run("export", "cards").output).allSatisfy { $0["reps"] == "1" })
  }

  @Test func `a moved file that is named on the command line takes its old deck's place`() throws {
    let program = try Program()
    defer { program.remove() }
    try folder(program, "far/away")
    try program.write(deck("Sky", [sky]), to: "sky.md")
    #expect(try rateAllEasy(program, "sky.md").count == 1)
    try move(program, "sky.md", to: "far/away/heaven.md")
    #expect(try program.run("quiz").messages.contains("wengu decks remove"))
    #expect(try program.run("quiz", "far/away/heaven.md").messages.contains("progress stays"))
    #expect(try files(program).keys.sorted() == ["heaven.md"])
  }

  @Test func `cards that are moved between two files keep their progress and are not told of`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(deck("A", [sky, grass]), to: "a.md")
    try program.write(deck("B", [snow]), to: "b.md")
    #expect(try rateAllEasy(program, "a.md", "b.md").count == 3)
    try program.write(deck("A", [sky]), to: "a.md")
    try program.write(deck("B", [snow, grass]), to: "b.md")
    // Only the new home is read at first; the old one is looked at before anything is said of it.
    let ending = try program.run("quiz", "b.md")
    #expect(!ending.messages.contains("stands both"), "\(ending.messages)")
    #expect(try rateAllEasy(program).isEmpty)
    let cards = rows(ofCSV: try program.run("export", "cards").output)
    #expect(cards.map { $0["deck"] } == ["A", "B", "B"] && cards.allSatisfy { $0["reps"] == "1" })
  }

  @Test func `cards in two files are asked once, and both files are named`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(deck("A", [sky, grass]), to: "a.md")
    try program.write(deck("B", [grass, snow]), to: "b.md")
    let ending = try program.run("quiz", "a.md", "b.md")
    for name in ["a.md", "b.md", grass.id] { #expect(ending.messages.contains(name), "\(ending.messages)") }
    #expect(try rateAllEasy(program).sorted() == [sky.id, grass.id, snow.id].sorted())
    #expect(try rateAllEasy(program, "a.md", day: 25).isEmpty)
    let lint = try program.run("lint", "a.md", "b.md")
    #expect(lint.output.contains("b.md:5:") && lint.output.contains("a.md:8"), "\(lint.output)")
  }

  @Test func `a deck named alone asks all its cards, also those that another deck has`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(deck("A", [sky, grass]), to: "a.md")
    try program.write(deck("B", [grass, snow]), to: "b.md")
    #expect(try program.run("decks", "add", "a.md", "b.md").status == 0)
    #expect(try rateAllEasy(program, "a.md").sorted() == [sky.id, grass.id].sorted())
  }

  @Test func `one deck that cannot be read does not keep the others from being asked`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(deck("A", [sky]), to: "a.md")
    try program.write(deck("B", [snow]), to: "b.md")
    #expect(try program.run("decks", "add", "a.md", "b.md").status == 0)
    try program.write(Data([0, 1, 2, 3, 0, 0, 255]), to: "b.md")
    let ending = try program.run("quiz")
    #expect(ending.status == 0 && ending.messages.contains("b.md"))
    #expect(try rateAllEasy(program).sorted() == [sky.id, snow.id].sorted())
  }

  @Test func `a file replaced by one of the same size and time is noticed`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(deck("A", [sky]), to: "a.md")
    let path = program.home.appendingPathComponent("a.md").path
    let time = Date(timeIntervalSince1970: 1_700_000_000)
    try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: path)
    #expect(try rateAllEasy(program, "a.md") == [sky.id])
    try program.write(deck("A", [sky]).replacingOccurrences(of: "blue", with: "grey"), to: "a.md")
    try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: path)
    #expect(try rateAllEasy(program) == [sky.id])
  }

  @Test func `a deck that nobody knows is refused with the names that are known`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(deck("A", [sky]), to: "a.md")
    #expect(try program.run("decks", "add", "a.md").status == 0)
    let unknown = try program.run("decks", "remove", "Sky")
    #expect(unknown.status == 1 && unknown.messages.contains("there is: A"))
    #expect(try program.run("decks", "add", "gone.md").status == 3)
    #expect(try files(program).count == 1)
  }
}
