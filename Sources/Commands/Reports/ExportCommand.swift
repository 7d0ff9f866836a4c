import ArgumentParser
import Language
import LearnerStore
import Reports
import Study
import Terminal

/// The command `wengu export`.
struct ExportCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "export",
      abstract: told("把进度导出为 CSV。", "Write progress as CSV."),
      discussion: told(
        """
        例：
          wengu export reviews -o 复习.csv --bom    Excel 请加 --bom
          wengu export cards --deck 茶为什么分六类
        """,
        """
        Examples:
          wengu export reviews -o reviews.csv --bom    spreadsheets like --bom
          wengu export cards --deck Forgetting
        """
      )
    )
  }

  @Argument(help: help("reviews 是每次复习，cards 是每张卡片", "reviews: one row a review; cards: one row a card."))
  var table: ExportedTable

  @Option(help: help("只导出这个卡片集", "This deck only.", valueName: "deck"))
  var deck: String?

  @Option(
    name: [.short, .customLong("output")],
    help: help("写到文件；缺省写到标准输出", "The file to write; else standard output.", valueName: "file"),
    completion: .file(extensions: ["csv"])
  )
  var output: String?

  @Flag(help: help("以字节顺序标记开头，便于表格软件识别中文", "Begin with a byte order mark, for spreadsheets."))
  var bom = false

  @Flag(
    help: help("不给以 = + - @ 开头的文字加撇号", "Do not put an apostrophe before text that begins like a formula.")
  )
  var raw = false

  @Flag(help: help("也列出撤销了的复习", "List undone reviews too."))
  var withUndone = false

  @OptionGroup var learner: LearnerOptions

  func run(in context: CommandContext) throws -> ExitStatus {
    let store = try learner.openToRead(in: context).store
    if let deck {
      let known = Set(try store.cards().map(\.deck))
      guard known.contains(deck) else { throw CommandFailure.unknownDeck(deck, known: known.sorted()) }
    }
    let options = CSVOptions(hasByteOrderMark: bom, isRaw: raw)
    let now = context.clock.now()
    guard let output else {
      var sink = OutputSink(output: context.output)
      try write(store, options: options, now: now, into: &sink)
      return .success
    }
    var sink = try FileSink(replacing: output)
    try write(store, options: options, now: now, into: &sink)
    try sink.commit()
    return .success
  }

  private func write(
    _ store: LearnerStore,
    options: CSVOptions,
    now: Moment,
    into sink: inout some ByteSink
  ) throws {
    switch table {
    case .reviews:
      try ReviewsExport(deck: deck, includesUndone: withUndone, options: options).write(store, into: &sink)
    case .cards:
      try CardsExport(deck: deck, options: options).write(store, at: now, into: &sink)
    }
  }
}

/// The tables that can be exported.
enum ExportedTable: String, ExpressibleByArgument, CaseIterable {
  case reviews
  case cards
}
