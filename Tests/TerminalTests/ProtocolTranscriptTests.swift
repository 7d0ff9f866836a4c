import Language
import Scheduling
import Study
import Terminal
import Testing

/// Whole sessions of the line protocol; `WENGU_RECORD=1 swift test` records them anew.
struct ProtocolTranscriptTests {
  private func lines(_ texts: String...) -> [InputLine] {
    texts.map(line)
  }

  @Test func `a session over all kinds until nothing is left`() throws {
    let bench = try Bench(
      try sampleCards(),
      before: [(0, 10, .easy), (2, 9, .easy)]
    )
    let requests = lines(
      #"{"type":"answer","text":"对待人民群众的态度问题"}"#,
      #"{"type":"rate","rating":3,"milliseconds":4200}"#,
      #"{"type":"reveal"}"#,
      #"{"type":"rate","rating":4,"milliseconds":2000,"note":"unknown members do not matter"}"#,
      #"{"type":"answer","items":["一切为了群众","一切依靠群众","到群众中去","从群众中来"]}"#,
      #"{"type":"rate","rating":4,"milliseconds":2000}"#,
      #"{"type":"answer","items":["官僚主义","形式主义","享乐主义"]}"#,
      #"{"type":"rate","rating":1,"milliseconds":15000}"#,
      #"{"type":"answer","items":["Honest self-criticism","Visits to the villages"]}"#,
      #"{"type":"rate","rating":4,"milliseconds":2000}"#,
      #"{"type":"answer","text":"错"}"#,
      #"{"type":"rate","rating":4,"milliseconds":2000}"#,
      #"{"type":"reveal"}"#,
      #"{"type":"rate","rating":2,"milliseconds":2000}"#,
    )
    try expectGolden(try bench.lineProtocol(requests), "protocol-all-kinds.txt")
  }

  @Test func `undo, skip, bury, suspend and flag`() throws {
    let bench = try Bench(try sampleCards())
    let requests = lines(
      #"{"type":"flag"}"#,
      #"{"type":"skip"}"#,
      #"{"type":"reveal"}"#,
      #"{"type":"flag"}"#,
      #"{"type":"rate","rating":3,"milliseconds":0}"#,
      #"{"type":"undo"}"#,
      #"{"type":"bury"}"#,
      #"{"type":"suspend"}"#,
      #"{"type":"undo"}"#,
      #"{"type":"undo"}"#,
      #"{"type":"undo"}"#,
      #"{"type":"undo"}"#,
      #"{"type":"undo"}"#,
      #"{"type":"quit"}"#,
    )
    try expectGolden(try bench.lineProtocol(requests), "protocol-commands.txt")
  }

  @Test func `a wrong or ill-timed line is told and changes nothing`() throws {
    let bench = try Bench(Array(try sampleCards()[2...5]), language: .chinese)
    var requests = lines(
      "",
      "nonsense",
      "[]",
      #"{"type":7}"#,
      #"{"type":"dance"}"#,
      #"{"type":"reveal","type":"quit"}"#,
      #"{"type":"rate","rating":3}"#,
      #"{"type":"answer","text":"x"}"#,
      #"{"type":"answer","items":[1]}"#,
      String(repeating: "[", count: 40),
      #"{"type":"undo"}"#,
      #"{"type":"reveal"}"#,
      #"{"type":"reveal"}"#,
      #"{"type":"rate"}"#,
      #"{"type":"rate","rating":5}"#,
      #"{"type":"rate","rating":2.5}"#,
      #"{"type":"rate","rating":99999999999999999999}"#,
      #"{"type":"rate","rating":1e999}"#,
      #"{"type":"rate","rating":3,"milliseconds":-1}"#,
      #"{"type":"rate","rating":3,"milliseconds":"1"}"#,
    )
    requests.append(.tooLong)
    requests.append(.line(Array("{\"type\":\"".utf8) + [0xFF, 0xFE] + Array("\"}".utf8)))
    try expectGolden(try bench.lineProtocol(requests + [.interrupted]), "protocol-errors-zh.txt")
    #expect(bench.keeper.events.isEmpty)
  }

  @Test func `nothing to ask is a session line and a summary`() throws {
    let bench = try Bench([])
    let text = try bench.lineProtocol([])
    #expect(text.split(separator: "\n").count == 2)
    #expect(text.contains(#""type":"summary","reviewed":0"#))
  }

  @Test func `a failed commit comes out, is not acknowledged and loses nothing`() throws {
    struct DiskFull: Error {}
    let bench = try Bench(try sampleCards())
    bench.keeper.nextFailure = DiskFull()
    let transcript = Transcript()
    let script = Script(
      lines(#"{"type":"reveal"}"#, #"{"type":"rate","rating":3,"milliseconds":1}"#),
      into: transcript
    )
    var frontEnd = ProtocolFrontEnd(bench.runner, facts: bench.facts, input: script, output: transcript)
    #expect(throws: DiskFull.self) { try frontEnd.run() }
    #expect(!transcript.text.contains("recorded"))
    #expect(bench.keeper.events.isEmpty)
  }

  @Test func `every line is flushed by itself`() throws {
    let bench = try Bench(try sampleCards())
    let transcript = Transcript()
    let script = Script(lines(#"{"type":"reveal"}"#, "x"), into: transcript, mark: "> ")
    var frontEnd = ProtocolFrontEnd(bench.runner, facts: bench.facts, input: script, output: transcript)
    try frontEnd.run()
    let sent = transcript.text.split(separator: "\n").filter { !$0.hasPrefix("> ") }
    #expect(transcript.flushes == sent.count)
  }
}
