import Cards
import Language
import Scheduling
import Study

/// What came at a prompt when commands are taken out.
enum Entry: Equatable {
  /// Nothing but Enter.
  case empty
  /// A text.
  case text(String)
  /// A command led elsewhere: another card, or the end.
  case movedOn
}

extension LinearFrontEnd {
  /// Asks until something comes that is no command, or a command leads elsewhere.
  ///
  /// - Parameters:
  ///   - prompt: what to show each time.
  ///   - takesBareCommands: whether a command's word counts without its colon.
  /// - Returns: what came.
  /// - Throws: what kept the log or the output from being written.
  mutating func entry(at prompt: Bilingual, takesBareCommands: Bool = false) throws -> Entry {
    while true {
      switch try reply(to: prompt) {
      case .empty: return .empty
      case .text(let text):
        guard takesBareCommands, let command = LinearCommand(text) else { return .text(text) }
        if try perform(command) { return .movedOn }
      case .command(let command):
        if try perform(command) { return .movedOn }
      case .unknownCommand(let text): say(Phrases.unknownCommand(text))
      case .tooLong: say(Phrases.lineTooLong)
      case .end:
        try leave()
        return .movedOn
      }
    }
  }

  /// Carries out a command.
  ///
  /// - Returns: whether the session now stands elsewhere.
  mutating func perform(_ command: LinearCommand) throws -> Bool {
    do {
      switch command {
      case .undo: try undo()
      case .skip: try run(.skip, saying: Phrases.skipped)
      case .bury: try run(.bury, saying: Phrases.buried)
      case .suspend: try run(.suspend, saying: Phrases.suspended)
      case .flag:
        let committed = try runner.run(.flag)
        say(committed?.progress.isFlagged == true ? Phrases.flagged : Phrases.unflagged)
        return false
      case .read:
        tellStanding()
        return false
      case .help:
        say(Phrases.help)
        return false
      case .edit: return try edit()
      case .history, .essay:
        try tellPage(command)
        return false
      case .search:
        try search()
        return false
      case .quit: try leave()
      }
      return true
    } catch let refusal as SessionRefusal {
      say(Phrases.refusal(refusal))
      return false
    }
  }

  private mutating func run(_ command: SessionCommand, saying message: Bilingual) throws {
    _ = try runner.run(command)
    say(message)
  }

  private mutating func undo() throws {
    guard let undone = try runner.run(.undo)?.undone else { return }
    if case .review = undone.kind { reviewed = max(0, reviewed - 1) }
    say(Phrases.undone(undone.kind))
  }

  /// Lets the learner edit the card on show; whether it is to be asked anew.
  private mutating func edit() throws -> Bool {
    guard let candidate = runner.session.phase.showing?.candidate else { throw SessionRefusal.finished }
    let edit = try services.edit(candidate)
    say(Phrases.edited(edit))
    return runner.take(edit, of: candidate.card.id)
  }

  private func tellPage(_ command: LinearCommand) throws {
    guard let candidate = runner.session.phase.showing?.candidate else { throw SessionRefusal.finished }
    if command == .history {
      let reviews = try services.history(candidate.card.id)
      return say(Page(historyOf: candidate, reviews, facts: facts, at: runner.now()))
    }
    guard let essay = services.essay(candidate.deck) else { return say(Phrases.noEssay) }
    say(Page(essay: essay, passage: runner.session.phase.shownPassage))
  }

  private func search() throws {
    guard case .text(let text) = try reply(to: Phrases.searchPrompt) else { return }
    say(Page(search: text, among: runner.session.cards, language: facts.language))
  }

  private func tellStanding() {
    switch runner.session.phase {
    case .question(let showing): tellQuestion(showing)
    case .answer(let showing, let response):
      tellQuestion(showing)
      tellAnswer(showing, response)
    case .finished: break
    }
  }
}
