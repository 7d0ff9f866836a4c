import CTerminal
import Cards
import Language
import Scheduling
public import Study

/// A session on the whole screen, each key answered at once.
///
/// It offers what the linear front end offers, and records the same.
public struct FullScreenFrontEnd {
  private var runner: SessionRunner
  private let screen: any Screen
  private let services: SessionServices
  private var view: QuizScreen
  private var hasToldClock = false
  private var isLeaving = false

  /// A session on the terminal of standard input and output; nil where that has no screen.
  ///
  /// From here on Ctrl-C ends the session, and whatever ends or stops the process gives the terminal back.
  ///
  /// - Parameters:
  ///   - runner: the session with its log and clock.
  ///   - facts: what is to be known besides the cards.
  ///   - services: what is shown besides the cards.
  ///   - environment: `TERM` and `NO_COLOR` count.
  public init?(
    _ runner: SessionRunner,
    facts: SessionFacts,
    services: SessionServices,
    environment: [String: String]
  ) {
    let terminal = environment["TERM"] ?? ""
    guard !["", "dumb", "unknown"].contains(terminal), wengu_is_terminal(0), wengu_is_terminal(1) else {
      return nil
    }
    wengu_guard_terminal(0)
    let wantsColours = (environment["NO_COLOR"] ?? "").isEmpty
    guard let screen = CursesScreen(input: 0, output: 1, wantsColours: wantsColours) else { return nil }
    self.init(runner, facts: facts, services: services, screen: screen)
  }

  init(
    _ runner: SessionRunner,
    facts: SessionFacts,
    services: SessionServices,
    screen: any Screen
  ) {
    self.runner = runner
    self.screen = screen
    self.services = services
    view = QuizScreen(runner.session, facts: facts)
    if facts.isPractice { view.note = Phrases.practiceOnly }
    if let gap = facts.clockBehind { tellClock(gap) }
  }

  /// Asks until the learner leaves, or nothing is left and the end was seen; then gives the terminal back.
  ///
  /// - Returns: what to print where the learner goes on: how the session went.
  /// - Throws: what kept the log from being written; all that was recorded is kept.
  public mutating func run() throws -> String {
    defer { screen.close() }
    while !isLeaving {
      screen.show(view.frame(in: screen.size))
      switch view.press(screen.nextKey()) {
      case .none: break
      case .leave: isLeaving = true
      case .session(let command): try perform { try $0.step(command) }
      case .command(let command): try perform { try $0.carryOut(command) }
      }
    }
    return try farewell()
  }

  /// Does something; where the session refuses it, says why.
  private mutating func perform(_ body: (inout FullScreenFrontEnd) throws -> Void) throws {
    do {
      try body(&self)
    } catch let refusal as SessionRefusal {
      view.note = Phrases.refusal(refusal)
    }
    view.follow(runner.session)
    findParagraph()
  }

  private mutating func carryOut(_ command: LinearCommand) throws {
    switch command {
    case .undo:
      guard let undone = try runner.run(.undo)?.undone else { return }
      if case .review = undone.kind { view.reviewed = max(0, view.reviewed - 1) }
      view.note = Phrases.undone(undone.kind)
    case .skip: try step(.skip, saying: Phrases.skipped)
    case .bury: try step(.bury, saying: Phrases.buried)
    case .suspend: try step(.suspend, saying: Phrases.suspended)
    case .flag:
      let committed = try runner.run(.flag)
      view.note = committed?.progress.isFlagged == true ? Phrases.flagged : Phrases.unflagged
    case .read: view.scroll = 0
    case .help:
      show(.help)
    case .edit: try edit()
    case .history:
      let candidate = try shownCandidate()
      let reviews = try services.history(candidate.card.id)
      show(.page(Page(historyOf: candidate, reviews, facts: view.facts, at: runner.now())))
    case .essay:
      guard let essay = services.essay(try shownCandidate().deck) else {
        view.note = Phrases.noEssay
        return
      }
      show(.page(Page(essay: essay, passage: runner.session.phase.shownPassage)))
    case .search: show(.search(TextField()))
    case .quit: isLeaving = true
    }
  }

  private mutating func show(_ panel: Panel) {
    view.panel = panel
    view.scroll = nil
  }

  private func shownCandidate() throws(SessionRefusal) -> Candidate {
    guard let showing = runner.session.phase.showing else { throw .finished }
    return showing.candidate
  }

  private mutating func edit() throws {
    let candidate = try shownCandidate()
    let edit = try screen.lend { try services.edit(candidate) }
    _ = runner.take(edit, of: candidate.card.id)
    view.note = Phrases.edited(edit)
  }

  private mutating func step(_ command: SessionCommand, saying message: Bilingual) throws {
    _ = try runner.run(command)
    view.note = message
  }

  private mutating func step(_ command: SessionCommand) throws {
    let before = runner.session.phase.showing?.candidate
    guard let committed = try runner.run(command), case .review(let review) = committed.event.kind else {
      return
    }
    view.reviewed += 1
    view.estimate.add(review.duration)
    view.note = Phrases.recorded(review.rating, review.interval)
    if let before { tellLeech(committed.progress, before: before) }
    let gap = committed.event.effectiveAt.since(committed.event.moment.instant)
    if gap > Milliseconds(60_000) { tellClock(gap) }
  }

  private mutating func tellLeech(_ progress: CardProgress, before candidate: Candidate) {
    let settings = view.facts.settings.scheduling(deck: candidate.deck)
    guard progress.lapses > candidate.progress.lapses, settings.isLeech(lapses: progress.lapses) else {
      return
    }
    view.note = Phrases.leech(lapses: progress.lapses)
  }

  private mutating func tellClock(_ gap: Milliseconds) {
    guard !hasToldClock else { return }
    hasToldClock = true
    view.note = Phrases.clockBehind(gap)
  }

  /// Looks up the passage's paragraph when the answer is shown.
  private mutating func findParagraph() {
    guard case .answer(let showing, _) = runner.session.phase, view.paragraph == nil,
      let passage = showing.candidate.card.passage, let text = services.essay(showing.candidate.deck)
    else { return }
    view.paragraph = Paragraph(of: passage, in: text)
  }

  private mutating func farewell() throws -> String {
    if !runner.session.phase.isFinished { _ = try runner.run(.quit) }
    guard case .finished(let summary) = runner.session.phase else { return "" }
    var told = [Phrases.summary(summary)]
    let left = runner.session.left
    if left.total > 0 { told.append(Phrases.stillLeft(left)) }
    told.append(Phrases.tomorrow(summary.dueTomorrow))
    return told.map { $0.text(in: view.facts.language) + "\n" }.joined()
  }
}
