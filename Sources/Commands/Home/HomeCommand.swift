import ArgumentParser
import Language
import LearnerStore
import Reports
import Study
import Terminal

/// The command `wengu home`: what `wengu` alone does on a terminal.
struct HomeCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "home",
      abstract: told(
        "今天要做什么；在终端里直接运行 wengu 就是它。",
        "What is due today; 'wengu' alone on a terminal does the same."
      ),
      discussion: told(
        """
        显示各卡片集到期几张、连续几天、今后一周，按回车开始。
        例：wengu
        """,
        """
        Shows what is due per deck, the streak and the coming week; Enter starts the session.
        Example: wengu
        """
      )
    )
  }

  @Flag(help: help("一行一行地显示，适合读屏软件", "One line after another, as screen readers like it."))
  var linear = false

  @OptionGroup var learner: LearnerOptions

  func run(in context: CommandContext) throws -> ExitStatus {
    guard try learner.hasFile(in: context) else { return try welcome(in: context) }
    let opened = try learner.openToRead(in: context)
    let remembered = try opened.store.rememberedDecks()
    guard !remembered.isEmpty else { return try welcome(in: context) }
    let counts = try opened.deckCounts(context: context)
    let home = HomePage(
      statistics: try Statistics(of: opened.store, at: context.clock.now()),
      left: try left(in: opened.store, at: context.clock.now()),
      decks: remembered.map { ($0, counts[$0.path] ?? DeckCounts()) },
      language: context.language,
      hasBars: context.showsUnicode
    )
    switch try context.show(home.page, linear: linear) {
    case .key(nil): return try start(["quiz"] + (linear ? ["--linear"] : []), in: context)
    case .key("s"): return try start(["stats"], in: context)
    case .key, .left, nil: return .success
    }
  }

  /// What a session would ask now.
  private func left(in store: LearnerStore, at moment: Moment) throws -> CardsLeft {
    let settings = try store.settings()
    let today = settings.calendar.day(of: moment)
    let session = Session(
      candidates: try store.candidates(),
      counts: try store.dayCounts(on: today),
      plan: SessionPlan(
        limits: DayCounts(newCards: settings.newPerDay, reviews: settings.reviewsPerDay)
      ),
      grading: Grading(settings),
      seed: 0,
      at: moment
    )
    return session.left
  }

  private func welcome(in context: CommandContext) throws -> ExitStatus {
    let welcome = WelcomePage(language: context.language)
    let end = try context.show(welcome.page, linear: linear)
    guard case .key(let character)? = end else { return .success }
    let index = character.flatMap { $0.wholeNumberValue }.map { $0 - 1 } ?? 0
    guard welcome.decks.indices.contains(index) else { return .success }
    return try start(["quiz", welcome.decks[index].path] + (linear ? ["--linear"] : []), in: context)
  }

  private func start(_ arguments: [String], in context: CommandContext) throws -> ExitStatus {
    try context.output.flush()
    return try context.run(arguments + learner.arguments)
  }
}

extension LearnerOptions {
  /// The options as they stand on a command line.
  var arguments: [String] {
    [("--learner", learner), ("--data", place.data), ("--ui", place.ui)].flatMap { name, value in
      value.map { ["\(name)=\($0)"] } ?? []
    }
  }
}

extension CommandContext {
  /// Does what another command line asks for.
  func run(_ arguments: [String]) throws -> ExitStatus {
    guard let command = try Wengu.parseAsRoot(arguments) as? any ContextCommand else { return .usage }
    return try command.run(in: self)
  }

  /// Shows a page: on the whole screen, else line by line, or where nobody can answer only writes it.
  ///
  /// - Parameters:
  ///   - page: what to show.
  ///   - linear: not on the whole screen.
  /// - Returns: how it was left; nil where it was only written.
  /// - Throws: why the terminal cannot be used.
  func show(_ page: KeyedPage, linear: Bool) throws -> PageEnd? {
    guard hasTerminal else {
      LinearPage.write(page, to: output)
      return nil
    }
    if !linear, let screen = PageScreen(environment: environment, language: language) {
      return screen.show(page)
    }
    let console = Console.linear(terminal: environment["TERM"])
    let end = LinearPage(input: console.input, output: console.output, language: language).show(page)
    try console.output.flush()
    return end
  }
}
