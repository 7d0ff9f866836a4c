import ArgumentParser
import Language
import LearnerStore
import Reports
import Study
import Terminal

/// The command `wengu cards`.
struct CardsCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "cards",
      abstract: told("查找和查看卡片。", "Find cards and look at them."),
      discussion: told(
        """
        查询由词组成，都要符合；or 表示其一，- 表示不要，括号可以嵌套，引号里可以有空格。
        一个词在题目、答案、原文等处找（全角半角、大小写、繁简不分）。
          deck:茶  section:萎凋  tag:重点  kind:cloze  （deck:=茶 表示名字正好是“茶”）
          is:due new learning review relearning leech suspended buried flagged retired
          prop:stability>10  difficulty  retrievability<0.8  due<=3  interval  reps  lapses
        给出卡片编号，就显示这张卡片的全部：内容、状态、经过和遗忘曲线。
        例：
          wengu cards is:due -tag:重点
          wengu cards 'deck:茶 (is:leech or prop:retrievability<0.8)'
          wengu cards 7k3m9q2a5x
        """,
        """
        All words of a query must hold; 'or' means either, '-' means not, parentheses group, quotation marks
        keep blanks. A word alone is looked for in question, answers, passage and all else that is shown
        (width, case, Traditional and Simplified do not matter).
          deck:tea  section:history  tag:hard  kind:cloze  (deck:=tea for a deck of just that name)
          is:due new learning review relearning leech suspended buried flagged retired
          prop:stability>10  difficulty  retrievability<0.8  due<=3  interval  reps  lapses
        A card's id shows all there is to know of it: its text, state, history and forgetting curve.
        Examples:
          wengu cards is:due -tag:hard
          wengu cards 'deck:tea (is:leech or prop:retrievability<0.8)'
          wengu cards 7k3m9q2a5x
        """
      )
    )
  }

  @Argument(help: help("查询，或卡片编号；不写就是全部", "A query, or card ids; all cards without one.", valueName: "query"))
  var query: [String] = []

  @Flag(help: help("显示每张卡片的全部", "Show all there is to know of each card."))
  var show = false

  @Flag(help: help("输出 JSON", "Print JSON."))
  var json = false

  @OptionGroup var learner: LearnerOptions

  func run(in context: CommandContext) throws -> ExitStatus {
    let opened = try learner.openToRead(in: context)
    let moment = context.clock.now()
    let selection = try CardSelection(query, in: opened.store, at: moment)
    if json {
      return writeJSON(selection, opened, context: context, sheets: try sheets(selection, opened, context))
    }
    guard !selection.cards.isEmpty else {
      throw query.isEmpty
        ? CommandFailure.noDecks(learner: opened.name.text) : CommandFailure.noCardFound(query: query)
    }
    if show || selection.isNamed {
      for (index, sheet) in try sheets(selection, opened, context).enumerated() {
        if index > 0 { context.output.write("\n") }
        sheet.write(to: context.output, hasBars: context.showsUnicode)
      }
      return .success
    }
    let listing = CardListing(
      selection: selection,
      moment: moment,
      language: context.language,
      width: context.output.width,
      ellipsis: context.showsUnicode ? "…" : "..."
    )
    for line in listing.lines { context.output.write(line + "\n") }
    try context.output.flush()
    try context.say(CardNotice.found(selection.cards.count).message)
    return .success
  }

  private func sheets(
    _ selection: CardSelection,
    _ opened: OpenLearner,
    _ context: CommandContext
  ) throws -> [CardSheet] {
    guard show || selection.isNamed else { return [] }
    return try selection.cards.map {
      try CardSheet($0, of: selection, in: opened.store, at: context.clock.now(), language: context.language)
    }
  }

  private func writeJSON(
    _ selection: CardSelection,
    _ opened: OpenLearner,
    context: CommandContext,
    sheets: [CardSheet]
  ) -> ExitStatus {
    let values =
      sheets.isEmpty ? selection.cards.map { JSONValue.object(selection.json($0)) } : sheets.map(\.json)
    context.output.write(JSONValue.array(values).text + "\n")
    return selection.cards.isEmpty ? .refused : .success
  }
}
