import Cards
import Language
import Reports
import Scheduling
public import Study

/// A session for programs: one JSON object a line, each way (DESIGN.md §5).
///
/// A line that is wrong or comes at the wrong moment is answered by an error and changes nothing.
/// `recorded` is sent only after the review's commit has returned.
public struct ProtocolFrontEnd {
  private var runner: SessionRunner
  private let facts: SessionFacts
  private let input: any LineInput
  private let output: any TextOutput

  /// Joins a session to a program.
  public init(
    _ runner: SessionRunner,
    facts: SessionFacts,
    input: any LineInput,
    output: any TextOutput
  ) {
    self.runner = runner
    self.facts = facts
    self.input = input
    self.output = output
  }

  /// Serves requests until `quit`, the end of the input, Ctrl-C, or nothing is left to ask.
  ///
  /// - Throws: what kept the log or the output from being written; all that was `recorded` is kept.
  public mutating func run() throws {
    try send(facts.sessionLine(runner.session.left))
    try sendStanding()
    while !runner.session.phase.isFinished {
      switch input.nextLine(prompt: "") {
      case .line(let line): try serve(line)
      case .tooLong: try send(facts.errorLine(Phrases.requestTooLong))
      case .end, .interrupted: try end()
      }
    }
  }

  private mutating func serve(_ line: [UInt8]) throws {
    do {
      try perform(try Request(line))
    } catch let failure as RequestFailure {
      try send(facts.errorLine(failure.message))
    } catch let refusal as SessionRefusal {
      try send(facts.errorLine(Phrases.refusal(refusal)))
    }
  }

  private mutating func perform(_ request: Request) throws {
    switch request {
    case .reveal: _ = try runner.run(.reveal)
    case .answer(let value):
      guard case .question(let showing) = runner.session.phase else {
        throw SessionRefusal.answerAlreadyShown
      }
      let answer = try Request.answer(in: value, to: showing.candidate.card.kind)
      _ = try runner.run(.answer(answer))
    case .rate(let rating, let duration):
      guard let committed = try runner.run(.rate(rating, taking: duration)) else { return }
      guard case .review(let review) = committed.event.kind else { return }
      try send(facts.recordedLine(committed, review))
    case .undo:
      let undone = try runner.run(.undo)
      try send(["type": "undone", "card": JSONValue(undone?.progress.card.text)])
    case .mark(let mark):
      let card = runner.session.phase.showing?.candidate.card.id
      _ = try runner.run(mark.command)
      try send(["type": "done", "what": .string(mark.rawValue), "card": JSONValue(card?.text)])
    case .quit: _ = try runner.run(.quit)
    }
    try sendStanding()
  }

  private mutating func end() throws {
    _ = try runner.run(.quit)
    try sendStanding()
  }

  /// Says where the session stands: a question, an answer that waits for its rating, or the summary.
  private func sendStanding() throws {
    switch runner.session.phase {
    case .question(let showing): try send(facts.questionLine(showing))
    case .answer(let showing, let response): try send(facts.answerLine(showing, response))
    case .finished(let summary): try send(facts.summaryLine(summary))
    }
  }

  private func send(_ value: JSONValue) throws {
    output.write(value.text + "\n")
    try output.flush()
  }
}

extension Request.MarkName {
  fileprivate var command: SessionCommand {
    switch self {
    case .bury: .bury
    case .suspend: .suspend
    case .skip: .skip
    case .flag: .flag
    }
  }
}
