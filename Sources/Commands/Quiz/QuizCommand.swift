import ArgumentParser
import Cards
import Language
import LearnerStore
import Study
import Terminal

/// The command `wengu quiz`.
struct QuizCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "quiz",
      abstract: told("今天的练习。", "Today's quiz."),
      discussion: told(
        """
        学过的卡片集会记住，以后直接运行 wengu quiz 即可。
        例：
          wengu quiz 卡片集.md
          wengu quiz --new 5
          wengu quiz --minutes 10
          wengu quiz --cram --practice --section 作风
        """,
        """
        Decks once studied are remembered: from then on 'wengu quiz' will do.
        Examples:
          wengu quiz deck.md
          wengu quiz --new 5
          wengu quiz --minutes 10
          wengu quiz --cram --practice --section curve
        """
      )
    )
  }

  @Argument(
    help: help("卡片集文件，或装有卡片集的文件夹", "Deck files, or folders of decks.", valueName: "deck"),
    completion: .file(extensions: ["md"])
  )
  var decks: [String] = []

  @OptionGroup var options: QuizOptions

  @Flag(help: help("一行一行地问答，适合读屏软件", "One line after another, as screen readers like it."))
  var linear = false

  @Flag(help: help("用 JSON 逐行对话，供其他程序使用", "Speak JSON line by line, for other programs."))
  var jsonl = false

  @Option(
    help: help("随机数种子：选项的次序由它决定", "Seeds what is random, such as the order of options.", valueName: "n")
  )
  var seed: UInt64?

  @OptionGroup var learner: LearnerOptions

  func validate() throws {
    if linear, jsonl {
      throw ValidationError(told("--linear 和 --jsonl 只能选一个", "choose one of --linear and --jsonl"))
    }
  }

  func run(in context: CommandContext) throws -> ExitStatus {
    try checkDecks(context: context)
    // Two machines of one learner must never share a name, so a seed makes it only under a clock for tests.
    let isRehearsed = context.environment["WENGU_NOW"].map { !$0.isEmpty } ?? false
    let opened = try learner.openOrCreate(in: context, seed: isRehearsed ? seed : nil)
    let store = opened.store
    var shelf = try DeckShelf(store, context: context)
    let decksToAsk = decks.isEmpty ? try shelf.takeUpRemembered() : try shelf.takeUp(named: decks)
    guard !decksToAsk.isEmpty else { throw CommandFailure.noDecks(learner: opened.name.text) }
    let now = context.clock.now()
    let settings = try store.settings()
    let today = settings.calendar.day(of: now)
    let counts = try store.dayCounts(on: today)
    let grading = Grading(settings)
    let query = try options.query(store, today: today)
    let all = try store.candidates(in: decksToAsk)
    let search = CardSearch(query, grading: grading, at: now)
    let candidates = query == .everything ? all : all.filter(search.matches)
    guard all.isEmpty || !candidates.isEmpty else { throw CommandFailure.noCardMatches }
    let session = Session(
      candidates: candidates,
      counts: counts,
      plan: options.plan(counts: counts, settings: settings),
      grading: grading,
      seed: seed ?? UInt64(bitPattern: Int64(today.number)),
      at: now
    )
    let facts = SessionFacts(
      language: context.language,
      learner: opened.name.text,
      settings: settings,
      studyDay: today,
      zone: context.zone,
      clockBehind: try store.clockBehind(at: now),
      isPractice: options.practice
    )
    let keeper: any EventKeeper =
      options.practice ? PracticeKeeper(before: store, grading: grading, candidates: candidates) : store
    let editor = CardEditor(store: store, context: context, decks: decksToAsk)
    let services = SessionServices(
      essay: EssayShelf(decksToAsk).essay,
      history: { card in
        let events = try store.events(of: card)
        return grading.history(of: card, from: events).compactMap { $0.isUndone ? nil : $0.transition }
      },
      edit: { try editor.edit($0) }
    )
    let runner = SessionRunner(session, keeper: keeper, clock: context.clock)
    try run(runner, facts: facts, services: services, context: context)
    try learner.backUpDaily(store, in: context)
    return .success
  }

  /// Refuses decks that cannot be studied before a learner's file is made for them.
  private func checkDecks(context: CommandContext) throws {
    let paths = try deckPaths(for: decks)
    guard try !learner.hasFile(in: context) else { return }
    guard let first = paths.first else {
      throw CommandFailure.noDecks(learner: try learner.learnerName(in: context).text)
    }
    for path in paths {
      let deck = try LoadedDeck(at: path)
      if !deck.file.cards.isEmpty || deck.file.missingIDCount > 0 { return }
      for diagnostic in deck.file.diagnostics where diagnostic.severity == .error {
        try context.say(line: diagnostic.line(path: path, language: context.language))
      }
    }
    throw CommandFailure.deckWithoutCards(path: first)
  }

  private func run(
    _ runner: SessionRunner,
    facts: SessionFacts,
    services: SessionServices,
    context: CommandContext
  ) throws {
    if !jsonl, !linear,
      var frontEnd = FullScreenFrontEnd(
        runner,
        facts: facts,
        services: services,
        environment: context.environment
      )
    {
      context.output.write(try frontEnd.run())
    } else if jsonl {
      let console = Console.lineProtocol()
      var frontEnd = ProtocolFrontEnd(runner, facts: facts, input: console.input, output: console.output)
      try frontEnd.run()
    } else {
      let console = Console.linear(terminal: context.environment["TERM"])
      var frontEnd = LinearFrontEnd(
        runner,
        facts: facts,
        services: services,
        input: console.input,
        output: console.output
      )
      try frontEnd.run()
    }
  }
}
