import Foundation
import Testing

/// A deck and a folder of what a class of ten sent about it.
private func course() throws -> Program {
  let program = try Program()
  let deck = """
    ---
    deck: Sky
    ---

    Q: What colour is the sky? ^7k3m9q2a5x
    A: blue

    C: The [sun] warms the [sea]. ^p0d4w8rr2c ^m41v0c9e7t

    """
  try program.write(deck, to: "sky.md")
  try FileManager.default.createDirectory(
    at: program.home.appendingPathComponent("class"),
    withIntermediateDirectories: true
  )
  for learner in 0..<10 {
    var table = "card_id,review_time,review_rating,review_state,review_duration,answer,correct\n"
    let isStrong = learner.isMultiple(of: 2)
    let time = 1_793_491_200_000 + learner
    table += "7k3m9q2a5x,\(time),3,0,4000,\(isStrong ? "azure,0" : "blue,1")\n"
    table += "p0d4w8rr2c,\(time + 100),\(isStrong ? 3 : 1),0,4000,,\n"
    table += "m41v0c9e7t,\(time + 200),1,0,4000,,\n"
    try program.write(table, to: "class/learner\(learner).csv")
  }
  return program
}

@Suite struct ClassFindingsTests {
  @Test("lint --from warns on the lines of cards that the class's answers speak against")
  func lint() throws {
    let program = try course()
    defer { program.remove() }
    let found = try program.run("--ui", "en", "lint", "sky.md", "--from", "class")
    let lines = found.output.split(separator: "\n").map(String.init)
    #expect(found.status == 0)
    #expect(lines.count == 2, "\(found.output)\(found.messages)")
    #expect(lines[0].hasPrefix("sky.md:5:1: warning: 5 answered 'azure'"))
    #expect(lines[0].hasSuffix("add a line 'A: azure'"))
    #expect(lines[1].hasPrefix("sky.md:8:1: warning: gap 'sea': hardly anyone knows it: 0 of 10"))
    let json = try program.run("lint", "sky.md", "--from", "class", "--json").objects
    #expect(json.compactMap { $0["code"] as? String } == ["perhaps-right", "unknown-to-all"])
    #expect(json.compactMap { $0["line"] as? Int } == [5, 8])
  }

  @Test("compile --from warns on the lines of the deck as it is after the merge")
  func compile() throws {
    let program = try course()
    defer { program.remove() }
    try program.write("天空之所以是蓝色的，是因为空气散射蓝光。太阳使海水变暖。", to: "sky.txt")
    let found = try program.run("--ui", "en", "compile", "sky.txt", "-o", "sky.md", "--from", "class")
    #expect(found.status == 0, "\(found.messages)")
    let line = try program.read("sky.md").split(separator: "\n", omittingEmptySubsequences: false)
      .firstIndex { $0.contains("^7k3m9q2a5x") }
    let number = try #require(line) + 1
    #expect(found.messages.contains("sky.md:\(number):1: warning: 5 answered 'azure'"), "\(found.messages)")
  }

  @Test("A folder without learners, and one whose learners have other decks, are told apart")
  func otherFolders() throws {
    let program = try course()
    defer { program.remove() }
    try FileManager.default.createDirectory(
      at: program.home.appendingPathComponent("empty"),
      withIntermediateDirectories: true
    )
    let empty = try program.run("--ui", "en", "lint", "sky.md", "--from", "empty")
    #expect(empty.status == 1)
    #expect(empty.messages.contains("holds no learner file"))
    try program.write("---\ndeck: Sea\n---\n\nQ: Deep? ^0000000001\nA: yes\n", to: "sea.md")
    let other = try program.run("--ui", "en", "lint", "sea.md", "--from", "class")
    #expect(other.status == 0)
    #expect(other.messages.contains("nobody in class was asked its cards"), "\(other.messages)")
  }
}
