import Language
import Reports
import Scheduling
public import Study

/// A session line by line: one prompt a line, nothing drawn twice, states in words.
///
/// It reads as well from a file as from a terminal, and as well on a screen reader as on a screen.
public struct LinearFrontEnd {
  var runner: SessionRunner
  let facts: SessionFacts
  let services: SessionServices
  private let input: any LineInput
  private let output: any TextOutput
  var estimate: TimeEstimate
  var reviewed = 0
  /// Advice that was given once and need not be given again.
  var explained: Set<Bilingual> = []
  var hasToldClock = false
  private var isLeaving = false

  /// Joins a session to a learner.
  public init(
    _ runner: SessionRunner,
    facts: SessionFacts,
    services: SessionServices,
    input: any LineInput,
    output: any TextOutput
  ) {
    self.runner = runner
    self.facts = facts
    self.services = services
    self.input = input
    self.output = output
    estimate = TimeEstimate(pace: facts.pace)
  }

  /// Asks until the learner quits, presses Ctrl-C, the input ends or nothing is left; then sums up.
  ///
  /// - Throws: what kept the log or the output from being written; all that was said to be saved is kept.
  public mutating func run() throws {
    greet()
    var hasAsked = false
    while true {
      switch runner.session.phase {
      case .question(let showing):
        hasAsked = true
        try ask(showing)
      case .answer(let showing, let response):
        try rate(showing, response)
      case .finished(let summary):
        if hasAsked, !isLeaving, try isUndoWanted() { continue }
        sumUp(summary, hasAsked: hasAsked)
        return try output.flush()
      }
    }
  }

  private mutating func greet() {
    if let gap = facts.clockBehind { tellClock(gap) }
    if facts.isPractice { say(Phrases.practiceOnly) }
    let left = runner.session.left
    guard !runner.session.phase.isFinished else { return say(Phrases.nothingToday) }
    say(Phrases.greeting(left, minutes: estimate.minutes(for: left)))
    say(Phrases.firstSteps)
  }

  /// Gives the last rating a chance to be taken back; whether it was.
  private mutating func isUndoWanted() throws -> Bool {
    sayNothing()
    say(runner.session.isTimeOver ? Phrases.timeIsOver : Phrases.allDone(runner.session.left))
    switch try reply(to: Phrases.finishPrompt) {
    case .command(.undo): return try perform(.undo)
    case .text(let word): return try LinearCommand(word) == .undo && perform(.undo)
    case .empty, .command, .unknownCommand, .tooLong, .end: return false
    }
  }

  private func sumUp(_ summary: Summary, hasAsked: Bool) {
    if hasAsked {
      sayNothing()
      say(Phrases.summary(summary))
      if !summary.hard.isEmpty { say(Page(hard: summary.hard, language: facts.language)) }
    }
    let left = runner.session.left
    if isLeaving, left.total > 0 { say(Phrases.stillLeft(left)) }
    say(Phrases.tomorrow(summary.dueTomorrow))
  }
}

extension LinearFrontEnd {
  /// Writes a message in the learner's language.
  func say(_ message: Bilingual) {
    output.say(message.text(in: facts.language))
  }

  /// Writes a text from a deck.
  func say(_ text: String) {
    output.say(text)
  }

  /// Writes a page.
  func say(_ page: Page) {
    say(Phrases.labelled(page.title, ""))
    for line in page.text(in: facts.language) where !line.isEmpty { say(line) }
  }

  /// Writes one side of a card.
  func say(_ side: [CardFace.Part]) {
    output.say(side, in: facts.language)
  }

  /// The two sides of a card as it is shown.
  func face(of showing: Showing) -> CardFace {
    CardFace(showing.candidate.card, choices: showing.choices, language: facts.language)
  }

  /// Writes an empty line.
  func sayNothing() {
    output.write("\n")
  }

  /// Writes parts on one line, or each on its own where the line would be too long.
  func say(onOneLine parts: [Bilingual]) {
    let texts = parts.map { $0.text(in: facts.language) }
    let line = texts.joined(separator: "  ")
    let fits = output.width.map { displayWidth(of: line) <= $0 } ?? true
    for text in fits ? [line] : texts { say(text) }
  }

  func reply(to prompt: Bilingual) throws -> Reply {
    try output.flush()
    return Reply(input.nextLine(prompt: prompt.text(in: facts.language)))
  }

  mutating func tellClock(_ gap: Milliseconds) {
    guard !hasToldClock else { return }
    hasToldClock = true
    say(Phrases.clockBehind(gap))
  }

  /// Ends the session; what was recorded is kept.
  mutating func leave() throws {
    isLeaving = true
    _ = try runner.run(.quit)
  }
}
