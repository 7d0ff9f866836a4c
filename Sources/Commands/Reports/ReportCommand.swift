import ArgumentParser
import Language
import LearnerStore
import Reports
import Study
import Terminal

/// The command `wengu report`.
struct ReportCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "report",
      abstract: told("把进度做成一页带图的 HTML。", "Progress as one HTML page with plots."),
      discussion: told(
        """
        例：
          wengu report -o 进度.html
          wengu report --from 全班/ -o 全班.html
        """,
        """
        Examples:
          wengu report -o progress.html
          wengu report --from class/ -o class.html
        """
      )
    )
  }

  @OptionGroup var records: RecordOptions

  @Option(
    name: [.short, .customLong("output")],
    help: help("写到文件；缺省写到标准输出", "The file to write; else standard output.", valueName: "file"),
    completion: .file(extensions: ["html"])
  )
  var output: String?

  @OptionGroup var learner: LearnerOptions

  func run(in context: CommandContext) throws -> ExitStatus {
    let moment = records.moment(in: context)
    let text: String
    if let learners = try records.classRecords(of: learner, in: context) {
      let title = told("全班的学习情况", "Progress of the class")
      text = try page(of: learners, title: title, at: moment, context: context)
    } else {
      let store = try learner.openToRead(in: context).store
      try records.checkDeck(among: Set(store.cards().map(\.deck)))
      let record = try store.record(
        asOf: records.asOf?.day,
        pseudonyms: records.pseudonyms(of: learner, in: context)
      )
      let title = told("\(record.learner) 的学习情况", "Progress of \(record.learner)")
      text = try page(of: SingleRecord(record), title: title, at: moment, context: context)
    }
    if let output {
      try writeFileAtomically(Array(text.utf8), to: output)
    } else {
      context.output.write(text)
    }
    return .success
  }

  private func page(
    of learners: some LearnerRecords,
    title: String,
    at moment: Moment,
    context: CommandContext
  ) throws -> String {
    var page = ProgressPage(title: title, at: moment, language: context.language)
    try learners.forEachRecord { record in
      page.add(try LearnerCount(record, records.filter, wanted: [.memory, .attempts], at: moment))
    }
    return page.page.text
  }
}
