import ArgumentParser
import Cards
import Language
import LearnerStore
import Reports
import Study
import Terminal

/// The options of the commands that change cards.
struct MarkOptions: ParsableArguments {
  @Argument(
    help: help(
      "卡片编号，或查询（见 wengu help cards）",
      "Card ids, or a query; see 'wengu help cards'.",
      valueName: "query"
    )
  )
  var query: [String]

  @Flag(help: help("只说会改哪些卡片", "Only tell which cards would change."))
  var dryRun = false

  @Flag(help: help("不询问", "Do not ask."))
  var yes = false

  @Flag(help: help("输出 JSON", "Print JSON."))
  var json = false

  @OptionGroup var learner: LearnerOptions

  init() {}

  /// Does to the cards named what a mark says.
  ///
  /// Cards that a query found, several of them, are changed only after a yes. All are changed, or none.
  ///
  /// - Throws: `CommandFailure.noCardFound`, `.unknownCards`, `.query`, `.cardsNotConfirmed`.
  func perform(_ mark: CardMark, in context: CommandContext) throws -> ExitStatus {
    let known = try learner.openToRead(in: context).store
    let now = context.clock.now()
    let found = try CardSelection(atLeastOneOf: query, in: known, at: now)
    let changed = found.cards.filter { mark.changes($0, search: found.search) }
    if !json, dryRun || isToBeAsked(found, changed) { try show(changed, of: found, at: now, in: context) }
    if isToBeAsked(found, changed) {
      let intention = mark.intention(changed.count)
      let question = Bilingual(zh: "\(intention.chinese)，好吗？", en: "Shall I \(intention.english)?")
      guard try context.isConfirmed(question) else {
        throw CommandFailure.cardsNotConfirmed(count: changed.count)
      }
    }
    if !dryRun, !changed.isEmpty {
      try learner.openOrCreate(in: context).store.mark(changed.map(\.card.id), as: mark.kind, at: now)
    }
    if json { context.output.write(answer(mark, found, changed).text + "\n") }
    try tell(mark, found, changed, in: context)
    return .success
  }

  private func isToBeAsked(_ found: CardSelection, _ changed: [Candidate]) -> Bool {
    !yes && !dryRun && !found.isNamed && changed.count > 1
  }

  private func show(
    _ changed: [Candidate],
    of found: CardSelection,
    at moment: Moment,
    in context: CommandContext
  ) throws {
    let listing = CardListing(
      selection: found.narrowed(to: changed),
      moment: moment,
      language: context.language,
      width: context.output.width,
      ellipsis: context.showsUnicode ? "…" : "..."
    )
    for line in listing.lines { context.output.write(line + "\n") }
    try context.output.flush()
  }

  private func answer(_ mark: CardMark, _ found: CardSelection, _ changed: [Candidate]) -> JSONValue {
    .object([
      JSONMember("what", .string(mark.rawValue)), JSONMember("found", JSONValue(found.cards.count)),
      JSONMember("changed", JSONValue(changed.map(\.card.id.text))), JSONMember("dry_run", .bool(dryRun)),
    ])
  }

  private func tell(
    _ mark: CardMark,
    _ found: CardSelection,
    _ changed: [Candidate],
    in context: CommandContext
  ) throws {
    let rest = found.cards.count - changed.count
    if rest > 0 { try context.say(CardNotice.unchanged(mark, count: rest).message) }
    guard !changed.isEmpty else { return }
    let notice =
      dryRun ? CardNotice.wouldMark(mark, count: changed.count) : .marked(mark, count: changed.count)
    try context.say(notice.message)
  }
}
