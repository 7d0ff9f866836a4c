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
          wengu export items --from 全班/ --pseudonymous
          wengu export days --since 2026-11-01
          wengu export log -o 全部.csv              可用 wengu import 原样恢复
          wengu export --describe                   各列的含义
        """,
        """
        Examples:
          wengu export reviews -o reviews.csv --bom    spreadsheets like --bom
          wengu export cards --deck Forgetting
          wengu export items --from class/ --pseudonymous
          wengu export days --since 2026-11-01
          wengu export log -o all.csv                  'wengu import' gives it all back
          wengu export --describe                      what the columns mean
        """
      )
    )
  }

  @Argument(
    help: help(
      "reviews 每次复习、cards 每张卡片、days 每个学习日、learners 每位学习者、items 每张卡片全班的作答、log 全部记录",
      """
      reviews: one row a review; cards: a card; days: a study day; learners: a learner; items: a card over a \
      class; log: everything.
      """
    )
  )
  var table: TableName?

  @Flag(help: help("说明各表各列的含义，不导出", "Describe the tables and their columns; exports nothing."))
  var describe = false

  @OptionGroup var records: RecordOptions

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
    guard !describe else { return try writeDictionary(in: context) }
    guard let name = table else { throw ReportFailure.noTable }
    guard let table = name.table else { return try writeLog(in: context) }
    if table == .cards, records.since != nil || records.until != nil { throw ReportFailure.datesForCards }
    let export = TableExport(
      table,
      filter: records.filter,
      includesUndone: withUndone,
      options: CSVOptions(hasByteOrderMark: bom, isRaw: raw)
    )
    let moment = records.moment(in: context)
    if let learners = try records.classRecords(of: learner, in: context) {
      try write(export, of: learners, at: moment, context: context)
    } else {
      let store = try learner.openToRead(in: context).store
      try records.checkDeck(among: Set(store.cards().map(\.deck)))
      let record = try store.record(
        asOf: records.asOf?.day,
        pseudonyms: records.pseudonyms(of: learner, in: context)
      )
      try write(export, of: SingleRecord(record), at: moment, context: context)
    }
    return .success
  }

  private func write(
    _ export: TableExport,
    of learners: some LearnerRecords,
    at moment: Moment,
    context: CommandContext
  ) throws {
    guard let output else {
      var sink = OutputSink(output: context.output)
      return try export.write(learners, at: moment, into: &sink)
    }
    var sink = try FileSink(replacing: output)
    try export.write(learners, at: moment, into: &sink)
    try sink.commit()
  }

  /// Writes all that the file holds; options that choose or disguise would leave it incomplete.
  private func writeLog(in context: CommandContext) throws -> ExitStatus {
    guard !records.isNarrowed, !raw else { throw ReportFailure.partOfLog }
    let store = try learner.openToRead(in: context).store
    let export = LogExport(hasByteOrderMark: bom)
    let decks = try store.deckMemory()
    guard let output else {
      var sink = OutputSink(output: context.output)
      try export.write(store, decks: decks, into: &sink)
      return .success
    }
    var sink = try FileSink(replacing: output)
    try export.write(store, decks: decks, into: &sink)
    try sink.commit()
    return .success
  }

  private func writeDictionary(in context: CommandContext) throws -> ExitStatus {
    let tables = table.map { $0.table.map { [$0] } ?? [] } ?? Table.allCases
    let dictionary = DataDictionary(tables, withLog: table == nil || table == .log)
    let text = dictionary.text(in: context.language)
    if let output {
      try writeFileAtomically(Array(text.utf8), to: output)
    } else {
      context.output.write(text)
    }
    return .success
  }
}

/// The tables as the command line names them.
enum TableName: String, ExpressibleByArgument, CaseIterable {
  case reviews
  case cards
  case days
  case learners
  case items
  case log

  /// The table, where it is one that tells of reviews; nil for the log itself.
  var table: Table? {
    switch self {
    case .reviews: .reviews
    case .cards: .cards
    case .days: .days
    case .learners: .learners
    case .items: .items
    case .log: nil
    }
  }
}
