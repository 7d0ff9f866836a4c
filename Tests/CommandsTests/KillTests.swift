import Foundation
import Testing

@Suite struct KillTests {
  @Test func `kill -9 in the middle of sessions loses no acknowledged review`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.copyDeck("essay.md")
    let rounds = ProcessInfo.processInfo.environment["WENGU_TORTURE"] == nil ? 50 : 300
    var acknowledged: Set<ScriptedLearner.Acknowledged> = []
    var unacknowledged = 0
    for round in 0..<rounds {
      let now = ISO8601DateFormatter().string(
        from: Date(timeIntervalSince1970: 1.8e9 + 86_400 * Double(round))
      )
      let process = program.process(
        ["quiz", "essay.md", "--jsonl", "--new", "5"],
        setting: ["WENGU_NOW": now]
      )
      let conversation = try Conversation(process)
      var learner = ScriptedLearner()
      learner.study(conversation, limit: round % 7)
      if round % 2 == 0 {
        conversation.send(#"{"type":"reveal"}"#)
        conversation.send(#"{"type":"rate","rating":3,"milliseconds":1000}"#)
        usleep(UInt32(round % 5) * 1_500)
      }
      conversation.kill()
      acknowledged.formUnion(learner.acknowledged)
      unacknowledged += 1
    }
    let csv = try program.run("export", "reviews", setting: ["WENGU_NOW": "2028-01-01T08:00:00+08:00"])
    #expect(csv.status == 0)
    let kept = rows(ofCSV: csv.output).compactMap { row -> ScriptedLearner.Acknowledged? in
      guard let card = row["card_id"], let sequence = row["seq"].flatMap({ Int($0) }) else { return nil }
      return ScriptedLearner.Acknowledged(card: card, sequence: sequence)
    }
    #expect(acknowledged.count > rounds)
    #expect(acknowledged.subtracting(kept).isEmpty)
    #expect(kept.count <= acknowledged.count + unacknowledged)
  }
}
