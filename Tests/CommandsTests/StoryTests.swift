import Foundation
import Testing

/// A deck file under an instructor's hands.
private struct EditedDeck {
  private var lines: [String]

  init(_ text: String) {
    lines = text.components(separatedBy: "\n")
  }

  var text: String { lines.joined(separator: "\n") }

  /// The lines of the card with an id, to the next blank line.
  private func block(_ id: String) throws -> Range<Int> {
    let start = try #require(lines.firstIndex { $0.contains("^\(id)") })
    let end = lines[start...].firstIndex { $0.isEmpty } ?? lines.endIndex
    return start..<end
  }

  mutating func replaceInFirstLine(of id: String, _ old: String, with new: String) throws {
    let line = try block(id).lowerBound
    let range = try #require(lines[line].range(of: old))
    lines[line].replaceSubrange(range, with: new)
  }

  mutating func delete(_ id: String) throws {
    lines.removeSubrange(try block(id))
  }

  mutating func append(_ line: String, to id: String) throws {
    lines.insert(line, at: try block(id).upperBound)
  }

  /// Moves a card under the file's last heading.
  mutating func moveToLastSection(_ id: String) throws {
    let range = try block(id)
    let moved = Array(lines[range])
    lines.removeSubrange(range)
    let heading = try #require(lines.lastIndex { $0.hasPrefix("# ") })
    lines.insert(contentsOf: [""] + moved, at: heading + 1)
  }
}

/// What a learner's file says of cards, by id.
private typealias Rows = [String: [String: String]]

@Suite struct StoryTests {
  private func now(_ day: Int) -> [String: String] {
    ["WENGU_NOW": "2026-12-\(day < 10 ? "0" : "")\(day)T08:00:00+08:00"]
  }

  private func cards(_ program: Program, on day: Int) throws -> Rows {
    let rows = rows(ofCSV: try program.run("export", "cards", setting: now(day)).output)
    return Dictionary(rows.map { ($0["card_id"] ?? "", $0) }) { first, _ in first }
  }

  /// The reviews without what is told of where a card stands now.
  private func reviews(_ program: Program) throws -> [[String: String]] {
    rows(ofCSV: try program.run("export", "reviews").output).map { row in
      row.filter { !["deck", "section"].contains($0.key) }
    }
  }

  /// Studies one day; the cards asked with the state in which each was asked first.
  private func study(_ program: Program, _ learner: inout ScriptedLearner, on day: Int) throws -> [String:
    String]
  {
    let known = learner.acknowledged.count
    let process = program.process(["quiz", "forgetting.md", "--jsonl", "--new", "30"], setting: now(day))
    let conversation = try Conversation(process)
    var states: [String: String] = [:]
    learner.study(conversation) { card, state in states[card] = states[card] ?? state }
    conversation.finish()
    #expect(process.terminationStatus == 0)
    #expect(learner.acknowledged.count >= known)
    return states
  }

  @Test func `ten days of study outlive an instructor's edits and a revised essay`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.copyDeck("forgetting.txt")
    #expect(try program.run("compile", "forgetting.txt", "-o", "forgetting.md").status == 0)
    var learner = ScriptedLearner()
    for day in 1...10 { _ = try study(program, &learner, on: day) }
    let before = try cards(program, on: 10)
    let reviewsBefore = try reviews(program)

    // The instructor edits five cards.
    let preview = try program.run("preview", "forgetting.md", "--json").objects
    let gaps = preview.filter { card in
      card["kind"] as? String == "cloze" && before[card["id"] as? String ?? ""]?["state"] == "review"
    }
    let ids = gaps.compactMap { $0["id"] as? String }
    try #require(ids.count >= 7)
    let (reworded, changed, deleted, moved, tagged) = (ids[0], ids[1], ids[2], ids[3], ids[4])
    var deck = EditedDeck(try program.read("forgetting.md"))
    try deck.replaceInFirstLine(of: reworded, "C: ", with: "C: Think of this: ")
    try deck.replaceInFirstLine(of: changed, "]", with: " and more]")
    try deck.delete(deleted)
    try deck.moveToLastSection(moved)
    try deck.replaceInFirstLine(of: tagged, " ^", with: " #exam ^")
    try deck.append("! This will be asked.", to: tagged)
    try program.write(deck.text, to: "forgetting.md")
    #expect(try program.run("lint", "forgetting.md").status == 0)

    // The essay is revised: one sentence goes, one is reworded, a paragraph is new.
    let passages = ids[5...6].map { id in
      gaps.first { $0["id"] as? String == id }?["passage"] as? String ?? ""
    }
    var essay = try program.read("forgetting.txt").replacingOccurrences(of: passages[0], with: "")
    essay = essay.replacingOccurrences(of: passages[1], with: "As is well known, " + passages[1])
    essay += """


      Green tea is a tea that is not fermented. In 738 a monk wrote the first book about it, and it says that \
      heat stops the enzymes of the leaf. The step is called fixation, because it keeps the leaf green.

      """
    try program.write(essay, to: "forgetting.txt")
    let merge = try program.run("compile", "forgetting.txt", "-o", "forgetting.md", "--json")
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(merge.output.utf8)) as? [String: Any]
    )
    let changes = Dictionary(
      (report["cards"] as? [[String: Any]] ?? []).map {
        ($0["id"] as? String ?? "", $0["change"] as? String ?? "")
      }
    ) { first, _ in first }
    #expect(changes[deleted] == "stays_deleted")
    for id in [reworded, changed, moved, tagged] {
      #expect(["kept", "conflict"].contains(changes[id] ?? ""), "\(id) \(changes[id] ?? "-")")
    }
    let retired = changes.filter { $0.value == "retired" }.map(\.key)
    let fresh = changes.filter { $0.value == "new" }.map(\.key)
    #expect(!retired.isEmpty && !fresh.isEmpty)
    #expect(Set(before.keys).subtracting([deleted]).isSubset(of: changes.keys))
    #expect(try program.read("forgetting.md").contains("Think of this: "))

    // The learner's file takes it up: nothing is lost, nothing but the changed answers starts anew.
    _ = try program.run("quiz", "forgetting.md", "--jsonl", setting: now(11))
    let after = try cards(program, on: 11)
    #expect(try reviews(program) == reviewsBefore)
    let anew = Set([changed] + changes.filter { $0.value == "answer_changed" }.map(\.key))
    let kept = ["state", "due", "interval_days", "stability", "difficulty", "reps", "lapses"]
    for (id, row) in before {
      let now = try #require(after[id], "\(id)")
      if anew.contains(id), row["state"] != "new" {
        #expect(now["state"] == "new" && now["reps"] == "0", "\(id)")
      } else {
        for column in kept { #expect(now[column] == row[column], "\(id) \(column) \(changes[id] ?? "")") }
      }
    }
    #expect(after[reworded]?["question"]?.hasPrefix("Think of this: ") == true)
    #expect(after[tagged]?["tags"] == "exam")
    #expect(after[moved]?["section"] != before[moved]?["section"])
    for id in retired + [deleted] { #expect(after[id]?["retired"] == "1", "\(id)") }

    // Study goes on.
    var asked: [String: (day: Int, state: String)] = [:]
    for day in 11...16 {
      for (id, state) in try study(program, &learner, on: day) where asked[id] == nil {
        asked[id] = (day, state)
      }
    }
    for id in retired + [deleted] { #expect(asked[id] == nil, "\(id)") }
    #expect(asked[changed]?.state == "new")
    #expect(fresh.contains { asked[$0]?.state == "new" })
    for (id, first) in asked where !anew.contains(id) && before[id]?["state"] == "review" {
      let due = before[id]?["due"] ?? ""
      #expect(due <= "2026-12-\(first.day)", "\(id) was due \(due) and asked on \(first.day)")
      #expect(first.state == "review")
    }
    let reviews = try reviews(program)
    #expect(Array(reviews.prefix(reviewsBefore.count)) == reviewsBefore)
    let revisions = reviews.filter { $0["card_id"] == changed }.map { $0["card_revision"] ?? "" }
    let old = reviewsBefore.count { $0["card_id"] == changed }
    #expect(Set(revisions.prefix(old)).isDisjoint(with: revisions.dropFirst(old)) && revisions.count > old)
  }
}
