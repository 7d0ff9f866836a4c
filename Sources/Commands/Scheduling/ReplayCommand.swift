import ArgumentParser
import Language
import Reports
import Scheduling

/// The command `wengu replay`.
struct ReplayCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "replay",
      abstract: told("让复习记录重走一遍算法，逐行写出状态。", "Run a review log through a scheduler, row by row."),
      discussion: told(
        """
        记录是 CSV：card_id、review_time（UTC 毫秒或 ISO 8601）、review_rating（1 到 4）；有 delta_t_days 时以它为准。
        其余的列原样写出，后面加上 state,step,stability,difficulty,retrievability,interval_days,due。
        例：
          wengu replay 复习.csv > 状态.csv
          wengu replay 复习.csv --scheduler fsrs-7 --retention 0.85
          wengu replay - --no-cap --elapsed whole-24h --rounding even < 复习.csv    与 py-fsrs 相同
        """,
        """
        The log is CSV: card_id, review_time (UTC milliseconds or ISO 8601), review_rating (1 to 4); where there is
        delta_t_days it wins over the times. Other columns pass through; after them come
        state,step,stability,difficulty,retrievability,interval_days,due.
        Examples:
          wengu replay reviews.csv > states.csv
          wengu replay reviews.csv --scheduler fsrs-7 --retention 0.85
          wengu replay - --no-cap --elapsed whole-24h --rounding even < reviews.csv    as py-fsrs does
        """
      )
    )
  }

  @Argument(
    help: help("复习记录；- 表示标准输入", "The review log; - is standard input.", valueName: "file"),
    completion: .file(extensions: ["csv"])
  )
  var file: String

  @Option(
    name: [.short, .customLong("output")],
    help: help("写到文件；缺省写到标准输出", "The file to write; else standard output.", valueName: "file"),
    completion: .file(extensions: ["csv"])
  )
  var output: String?

  @OptionGroup var options: ReplayOptions

  @OptionGroup var place: PlaceOptions

  func run(in context: CommandContext) throws -> ExitStatus {
    let run = ReplayRun(
      log: ReviewLogFile(path: file, zone: context.zone),
      scheduler: try options.makeScheduler(),
      settings: try options.settings(),
      counting: options.counting
    )
    if !options.clippedWeights.isEmpty {
      try context.say(Notice.weightsClipped(options.clippedWeights).message)
    }
    let oddities: LogOddities
    if let output {
      var sink = try FileSink(replacing: output)
      oddities = try run.write(into: &sink)
      try sink.commit()
    } else {
      var sink = OutputSink(output: context.output)
      oddities = try run.write(into: &sink)
    }
    for notice in oddities.notices(of: file) { try context.say(notice.message) }
    return .success
  }
}
