import ArgumentParser
import Language
import LearnerStore
import Reports
import Scheduling
import Study
import Terminal

/// The command `wengu optimize`.
struct OptimizeCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "optimize",
      abstract: told("让算法的权重适合学习者。", "Fit the scheduler's weights to a learner."),
      discussion: told(
        """
        不给文件时用学习者自己的记录，拟合的权重只有在没见过的复习上预测得更好才会保存；原有的间隔不变，今后的间隔按新权重。
        给出文件时只打印权重，什么也不保存。
        例：
          wengu optimize --dry-run
          wengu optimize --scheduler fsrs-7
          wengu optimize 复习.csv --json
        """,
        """
        Without a file it fits to the learner's own reviews and saves the weights, if they predict unseen reviews
        better than those in use. Intervals that were given stay; later ones follow the new weights. With a file it
        only prints weights.
        Examples:
          wengu optimize --dry-run
          wengu optimize --scheduler fsrs-7
          wengu optimize reviews.csv --json
        """
      )
    )
  }

  @Argument(
    help: help("复习记录（CSV）；- 表示标准输入", "A review log (CSV); - is standard input.", valueName: "file"),
    completion: .file(extensions: ["csv"])
  )
  var file: String?

  @Option(
    help: help(
      "fsrs-6 或 fsrs-7；缺省为学习者所用的，给文件时为 fsrs-6",
      "fsrs-6 or fsrs-7; else the learner's, with a file fsrs-6."
    )
  )
  var scheduler: SchedulerName?

  @Option(
    help: help(
      "给文件时：现在所用的权重（缺省为算法的缺省值）",
      "With a file: the weights in use, else the algorithm's defaults.",
      valueName: "w,w,…"
    )
  )
  var weights: NumberList?

  @Option(help: help("给文件时：每天从几点算起", "With a file: the hour at which a study day begins.", valueName: "hour"))
  var rollover: Int?

  @Flag(help: help("只看结果，不保存", "Only show the outcome, save nothing."))
  var dryRun = false

  @Flag(help: help("输出 JSON", "Print JSON."))
  var json = false

  @OptionGroup var learner: LearnerOptions

  func validate() throws {
    if scheduler == .sm2 {
      throw ValidationError(told("SM-2 没有权重可以拟合", "SM-2 has no weights to fit"))
    }
    if let rollover, !(0...23).contains(rollover) {
      throw ValidationError(told("--rollover 要是 0 到 23 的整数", "--rollover takes an hour from 0 to 23"))
    }
    if file == nil, weights != nil || rollover != nil {
      throw ValidationError(
        told("--weights 和 --rollover 只用于文件", "--weights and --rollover go with a file only")
      )
    }
  }

  func run(in context: CommandContext) throws -> ExitStatus {
    guard let file else { return try fitOwn(in: context) }
    let name = scheduler ?? .fsrs6
    let current: [Double]
    do {
      let used = try name.scheduler(weights: weights?.values ?? [])
      current = (used as? FSRS6)?.weights.values ?? (used as? FSRS7)?.weights.values ?? []
    } catch {
      throw CommandFailure.weights(error, name)
    }
    let numbered = try ReviewLogFile(path: file, zone: context.zone).numbered()
    for notice in numbered.oddities.notices(of: file) { try context.say(notice.message) }
    let log = TrainingLog(numbered.reviews, rolloverHour: rollover ?? 4)
    guard let report = try fit(log, name, current, unseenFrom: nil, in: context) else { return .refused }
    try show(report, isSaved: false, in: context)
    if !json, report.improvement != nil {
      let words = report.kept.map { shortWeight($0) }.joined(separator: ",")
      context.output.write("\n" + told("权重：", "weights: ") + words + "\n")
    }
    try context.output.flush()
    try context.say(FitNotice(report, isSaved: false, settings: nil).message)
    return .success
  }

  private func fitOwn(in context: CommandContext) throws -> ExitStatus {
    let store = try learner.openToRead(in: context).store
    let settings = try store.settings()
    let name = scheduler ?? settings.schedulerName
    guard let setting = name.weightsSetting else { throw CommandFailure.noWeightsToFit }
    let past = try PastReviews(store)
    let hour = settings.calendar.rolloverHour
    let log = TrainingLog(past.reviews, rolloverHour: hour)
    // What was reviewed before the weights in use were saved, they may have been fitted to.
    let seen = try store.lastChange(of: setting).map { change in
      TrainingLog(past.reviews.filter { $0.instant <= change.instant.milliseconds }, rolloverHour: hour)
        .itemCount
    }
    guard let report = try fit(log, name, settings.weights(of: name), unseenFrom: seen, in: context) else {
      return .refused
    }
    let saves = report.verdict == .better && !dryRun
    if saves {
      try show(report, isSaved: true, in: context)
      try context.output.flush()
      try save(report.kept, as: setting, over: settings, in: context)
    } else {
      try show(report, isSaved: false, in: context)
      try context.output.flush()
    }
    try context.say(FitNotice(report, isSaved: saves, settings: settings).message)
    return .success
  }

  /// Saves weights after telling what that does to the cards.
  private func save(
    _ weights: [Double],
    as setting: Setting,
    over settings: LearnerSettings,
    in context: CommandContext
  ) throws {
    let store = try learner.openOrCreate(in: context).store
    let change = SettingChange(setting, value: weightsText(weights))
    let now = context.clock.now()
    var after = settings
    do {
      try after.apply(change)
    } catch {
      throw CommandFailure.setting(error)
    }
    let preview = try SettingPreview(change, from: settings, to: after, in: store, at: now)
    for line in preview.lines(in: context) { try context.say(line: line) }
    try store.change(change, at: now)
  }

  /// Fits with a progress bar; nil where Ctrl-C stopped it, which was then told.
  private func fit(
    _ log: TrainingLog,
    _ name: SchedulerName,
    _ current: [Double],
    unseenFrom first: Int?,
    in context: CommandContext
  ) throws -> FitReport? {
    let bar = ProgressBar(Bilingual(zh: "拟合", en: "fitting"), in: context)
    let signals = HeldSignals()
    defer { signals.release() }
    let report = FitReport(fitting: log, of: name, from: current, unseenFrom: first) { share in
      bar.show(share)
      return !signals.arePending
    }
    bar.clear()
    guard let report, !signals.arePending else {
      try context.say(Bilingual(zh: "停下了，什么也没有改动", en: "stopped; nothing was changed"))
      return nil
    }
    return report
  }

  private func show(_ report: FitReport, isSaved: Bool, in context: CommandContext) throws {
    if json {
      context.output.write(report.json(isSaved: isSaved).text + "\n")
      return
    }
    let style = TextStyle(
      language: context.language,
      width: context.output.width ?? 80,
      hasBars: context.showsUnicode
    )
    for line in report.lines(style) { context.output.write(line + "\n") }
  }
}

/// A weight with four decimal places, as it is usually written.
private func shortWeight(_ value: Double) -> String {
  "\((value * 10_000).rounded() / 10_000)"
}

extension SchedulerName {
  /// The setting that keeps its weights; nil for SM-2, which has none.
  var weightsSetting: Setting? {
    switch self {
    case .fsrs6: .weights
    case .fsrs7: .fsrs7Weights
    case .sm2: nil
    }
  }
}

/// What came of a fit, in a sentence.
struct FitNotice {
  private let report: FitReport
  private let isSaved: Bool
  private let settings: LearnerSettings?

  init(_ report: FitReport, isSaved: Bool, settings: LearnerSettings?) {
    self.report = report
    self.isSaved = isSaved
    self.settings = settings
  }

  var message: Bilingual {
    let verdict = outcome
    guard isSaved, let used = settings?.schedulerName, used != report.scheduler else { return verdict }
    let name = report.scheduler.rawValue
    return Bilingual(
      zh: verdict.chinese + "；现在用的是 \(used.rawValue)，要换就用 wengu settings set scheduler \(name)",
      en: verdict.english
        + "; \(used.rawValue) is in use, switch with 'wengu settings set scheduler \(name)'"
    )
  }

  private var outcome: Bilingual {
    switch report.verdict {
    case .better where isSaved:
      Bilingual(
        zh: "拟合的权重更好，已保存；要退回缺省值：wengu settings reset \(settingName)",
        en:
          "the fitted weights are better and were saved; 'wengu settings reset \(settingName)' goes back to the defaults"
      )
    case .better where settings != nil:
      Bilingual(
        zh: "拟合的权重更好，没有保存；去掉 --dry-run 就会保存",
        en: "the fitted weights are better; they were not saved, leave out --dry-run to save them"
      )
    case .better:
      Bilingual(
        zh: "拟合的权重更好；可以交给 wengu replay --weights",
        en: "the fitted weights are better; 'wengu replay --weights' takes them"
      )
    case .notBetter:
      Bilingual(
        zh: "拟合的权重在没见过的复习上不比现在的好，保留现在的",
        en: "the fitted weights are no better on unseen reviews; those in use stay"
      )
    case .tooFew(let items, let needed):
      Bilingual(
        zh: "可供判断的没见过的复习有 \(items) 次，至少要 \(needed) 次；保留现在的权重，多复习一些再来",
        en: """
          unseen reviews to judge by: \(items), and at least \(needed) are needed; the weights in use stay, come \
          back after more reviews
          """
      )
    }
  }

  private var settingName: String { report.scheduler.weightsSetting?.rawValue ?? "" }
}
