import ArgumentParser
import Language
import Reports
import Scheduling
import Study
import Terminal

/// The command `wengu simulate`.
struct SimulateCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "simulate",
      abstract: told("预演今后的工作量和记忆。", "Play what lies ahead: work and memory."),
      discussion: told(
        """
        从学习者现在的卡片、评分习惯和用时出发，预演每天的工作量，并比较各种“希望还记得的把握”。
        给出 --ready-by 和 --minutes 时，寻找到那天记得最多的安排。什么也不改动。
        例：
          wengu simulate
          wengu simulate --days 90 --new 10
          wengu simulate --ready-by 2027-01-15 --minutes 20
        """,
        """
        It starts from the learner's cards, ratings and times, plays the work of each day, and compares desired
        retentions. With --ready-by and --minutes it seeks the schedule that leaves most known on that day.
        Nothing is changed.
        Examples:
          wengu simulate
          wengu simulate --days 90 --new 10
          wengu simulate --ready-by 2027-01-15 --minutes 20
        """
      )
    )
  }

  @Option(help: help("预演多少天（缺省 365）", "How many days to play (else 365).", valueName: "n"))
  var days: Int?

  @Option(help: help("每天新学几张（缺省按设置）", "New cards a day, else as set.", valueName: "n"))
  var new: Int?

  @Option(help: help("每天最多复习几张（缺省按设置）", "Reviews a day at most, else as set.", valueName: "n"))
  var reviews: Int?

  @Option(help: help("每天最多多少分钟", "Minutes a day at most.", valueName: "m"))
  var minutes: Double?

  @Option(help: help("希望还记得的把握（缺省按设置）", "The chance of recall to aim for, else as set.", valueName: "r"))
  var retention: Double?

  @Option(
    name: .customLong("ready-by"),
    help: help(
      "到这一天要记住，如 2027-01-15",
      "The day by which to know it all, such as 2027-01-15.",
      valueName: "date"
    )
  )
  var readyBy: String?

  @Option(
    help: help("还有多少新卡片（缺省为卡片集里没学过的）", "How many cards are new, else those of the decks.", valueName: "n")
  )
  var cards: Int?

  @Option(help: help("只看这个卡片集", "This deck only.", valueName: "deck"))
  var deck: String?

  @Option(help: help("换一个算法预演：fsrs-6 或 fsrs-7", "Another algorithm: fsrs-6 or fsrs-7."))
  var scheduler: SchedulerName?

  @Flag(help: help("输出 JSON", "Print JSON."))
  var json = false

  @OptionGroup var learner: LearnerOptions

  func validate() throws {
    func refuse(_ zh: String, _ en: String) -> ValidationError { ValidationError(told(zh, en)) }
    if let days, !(1...3650).contains(days) {
      throw refuse("--days 要是 1 到 3650 的整数", "--days takes a number from 1 to 3650")
    }
    for (name, value) in [("--new", new), ("--reviews", reviews), ("--cards", cards)] {
      if let value, !(0...1_000_000).contains(value) {
        throw refuse("\(name) 要是 0 到 1000000 的整数", "\(name) takes a number from 0 to 1000000")
      }
    }
    if let minutes, !(minutes > 0 && minutes <= 1440) {
      throw refuse("--minutes 要大于 0，最多 1440", "--minutes takes a number above 0 and up to 1440")
    }
    if let retention, !(0.7...0.99).contains(retention) {
      throw refuse("--retention 要在 0.70 到 0.99 之间", "--retention takes a number from 0.70 to 0.99")
    }
    if let readyBy {
      guard StudyDay(readyBy) != nil else {
        throw refuse("--ready-by 要写成 2027-01-15 这样", "--ready-by takes a date such as 2027-01-15")
      }
      guard minutes != nil else {
        throw refuse("--ready-by 要和 --minutes 一起用", "--ready-by needs --minutes, how many you have each day")
      }
      guard days == nil else {
        throw refuse("--days 和 --ready-by 只能给一个", "choose one of --days and --ready-by")
      }
    }
    if scheduler == .sm2 {
      throw refuse("SM-2 不预测记忆，不能预演", "SM-2 predicts no memory, so it cannot be played")
    }
  }

  func run(in context: CommandContext) throws -> ExitStatus {
    let now = context.clock.now()
    let start = try startingPoint(at: now, in: context)
    let bar = ProgressBar(Bilingual(zh: "预演", en: "playing"), in: context)
    let signals = HeldSignals()
    defer { signals.release() }
    let progress: (Double) -> Bool = { share in
      bar.show(share)
      return !signals.arePending
    }
    let output: (json: JSONValue, lines: [String])?
    let style = TextStyle(
      language: context.language,
      width: context.output.width ?? 80,
      hasBars: context.showsUnicode
    )
    if let readyBy {
      let report = try readiness(by: readyBy, from: start, progress: progress)
      output = report.map { ($0.json, json ? [] : $0.lines(style)) }
    } else {
      output = workload(from: start, progress: progress).map { ($0.json, json ? [] : $0.lines(style)) }
    }
    bar.clear()
    guard let output else {
      try context.say(Bilingual(zh: "停下了", en: "stopped"))
      return .refused
    }
    for line in json ? [output.json.text] : output.lines { context.output.write(line + "\n") }
    return .success
  }

  private func startingPoint(at now: Moment, in context: CommandContext) throws -> StartingPoint {
    if cards != nil, try !learner.hasFile(in: context) {
      return StartingPoint(averageAt: now, scheduler: scheduler ?? .fsrs6)
    }
    let store = try learner.openToRead(in: context).store
    return try StartingPoint(store, deck: deck, scheduler: scheduler, at: now)
  }

  private func workload(from start: StartingPoint, progress: (Double) -> Bool) -> WorkloadReport? {
    let unseen = cards ?? start.unseen
    let plan = SimulationPlan(
      days: days ?? 365,
      newCards: unseen,
      newPerDay: new ?? start.settings.newPerDay,
      reviewsPerDay: reviews ?? start.settings.reviewsPerDay,
      secondsPerDay: minutes.map { $0 * 60 } ?? .infinity,
      maximumInterval: start.scheduling.maximumInterval,
      learningSteps: start.scheduling.learningSteps.count,
      relearningSteps: start.scheduling.relearningSteps.count,
      behaviour: start.behaviour
    )
    return WorkloadReport(
      start.forecast(plan),
      scheduler: start.settings.schedulerName,
      retention: retention ?? start.scheduling.desiredRetention,
      start: start.today,
      known: start.known.count,
      unseen: unseen,
      progress: progress
    )
  }

  private func readiness(
    by date: String,
    from start: StartingPoint,
    progress: (Double) -> Bool
  ) throws -> ReadinessReport? {
    let left = StudyDay(date).map { $0.since(start.today) } ?? 0
    guard (1...3650).contains(left) else {
      throw CommandFailure.examNotAhead(date: date, today: start.today.text)
    }
    let plan = ExamPlan(
      days: left,
      secondsPerDay: (minutes ?? 0) * 60,
      newCards: cards ?? start.unseen,
      steps: (start.scheduling.learningSteps.count, start.scheduling.relearningSteps.count),
      behaviour: start.behaviour
    )
    guard plan.newCards + start.known.count > 0 else { throw CommandFailure.nothingToPrepare }
    return ReadinessReport(
      start.examForecast(plan),
      plan: plan,
      settings: ExamPolicy(
        retention: retention ?? start.scheduling.desiredRetention,
        newPerDay: new ?? start.settings.newPerDay
      ),
      start: start.today,
      known: start.known.count,
      progress: progress
    )
  }
}
