import ArgumentParser
import Scheduling
import Study

/// How a replay schedules: the switches by which each peer can be matched.
struct ReplayOptions: ParsableArguments {
  @Option(help: help("算法", "The algorithm."))
  var scheduler = SchedulerName.fsrs6

  @Option(
    help: help(
      "FSRS 的权重，用逗号分开；17、19 或 21 个（FSRS-6），34 个（FSRS-7）",
      "FSRS's weights, with commas between: 17, 19 or 21 for FSRS-6, 34 for FSRS-7.",
      valueName: "w,w,…"
    )
  )
  var weights: NumberList?

  @Option(
    help: help("希望还记得的把握，0.70 到 0.99", "The chance of recall to aim for, 0.70 to 0.99.", valueName: "r")
  )
  var retention = 0.9

  @Option(
    help: help(
      "怎样数两次复习之间的天数；缺省按学习日，FSRS-7 按精确时间",
      "How days between reviews are counted; else study days, for FSRS-7 exact ones."
    )
  )
  var elapsed: ElapsedOption?

  @Option(help: help("每天从几点算起", "The local hour at which a study day begins.", valueName: "hour"))
  var rollover = 4

  @Flag(
    name: .customLong("no-cap"),
    help: help("FSRS-6 的稳定性不以 36500 天为限", "Do not keep FSRS-6's stability at or below 36,500 days.")
  )
  var noCap = false

  @Option(
    help: help(
      "半天怎样取整；even 像 py-fsrs，away 像 Anki",
      "How half a day is rounded: to even as py-fsrs does, away from zero as Anki does."
    )
  )
  var rounding = RoundingOption.away

  @Option(
    help: help(
      "间隔之间的规则；缺省 anki，--rounding even 时是 plain（如 py-fsrs，各评分互不相干）",
      "How intervals relate: as in Anki, or plain as in py-fsrs, each rating alone; plain with --rounding even."
    )
  )
  var rules: RulesOption?

  @Option(
    help: help("新卡片的步骤，如 \"1m 10m\"；\"\" 为没有", "A new card's steps, such as \"1m 10m\"; \"\" for none.")
  )
  var learningSteps = DurationList([.minutes(1), .minutes(10)])

  @Option(help: help("忘记之后的步骤", "The steps after a lapse."))
  var relearningSteps = DurationList([.minutes(10)])

  @Option(help: help("最长间隔（天）", "The longest interval in days.", valueName: "days"))
  var maximumInterval = 36_500

  @OptionGroup(title: "SM-2") var sm2: SM2Options

  func validate() throws {
    guard (0...23).contains(rollover) else {
      throw ValidationError(told("--rollover 要是 0 到 23 的整数", "--rollover takes an hour from 0 to 23"))
    }
    if noCap, scheduler != .fsrs6 {
      throw ValidationError(told("--no-cap 只用于 fsrs-6", "--no-cap goes with fsrs-6 only"))
    }
  }

  /// The scheduler that the options ask for.
  ///
  /// - Throws: `CommandFailure.weights`.
  func makeScheduler() throws -> any Scheduler {
    do {
      return try scheduler.scheduler(weights: weights?.values ?? [], capsStability: !noCap)
    } catch {
      throw CommandFailure.weights(error, scheduler)
    }
  }

  /// The weights that were moved to the edge of their range, by index.
  var clippedWeights: [Int] {
    guard let values = weights?.values else { return [] }
    switch scheduler {
    case .fsrs6: return (try? Weights(values))?.clippedIndices ?? []
    case .fsrs7: return (try? FSRS7Weights(values))?.clippedIndices ?? []
    case .sm2: return []
    }
  }

  /// Desired retention, steps and limits.
  ///
  /// - Throws: `CommandFailure.scheduling`.
  func settings() throws -> SchedulingSettings {
    do {
      return try SchedulingSettings(
        desiredRetention: retention,
        learningSteps: learningSteps.values,
        relearningSteps: relearningSteps.values,
        maximumInterval: maximumInterval,
        fuzz: false,
        rounding: rounding == .even ? .toEven : .awayFromZero,
        rules: (rules ?? (rounding == .even ? .plain : .anki)) == .plain ? .plain : .anki,
        sm2: try sm2.settings()
      )
    } catch {
      throw CommandFailure.scheduling(error)
    }
  }

  /// How days are counted.
  var counting: DayCounting {
    switch elapsed ?? (scheduler == .fsrs7 ? .exact : .studyDays) {
    case .studyDays: .studyDays(rolloverHour: rollover)
    case .whole24h: .whole24Hours
    case .exact: .exact
    }
  }
}

/// What only SM-2 reads, under Anki's names and with its defaults.
struct SM2Options: ParsableArguments {
  @Option(help: help("毕业时的难易系数", "The ease of a card that graduates.", valueName: "x"))
  var initialEase = 2.5

  @Option(help: help("学完步骤后的间隔", "Days after the last learning step.", valueName: "days"))
  var graduatingInterval = 1

  @Option(help: help("学习中评轻松后的间隔", "Days after easy on a learning card.", valueName: "days"))
  var easyInterval = 4

  @Option(help: help("吃力的倍数", "The factor of hard.", valueName: "x"))
  var hardMultiplier = 1.2

  @Option(help: help("轻松另加的倍数", "The extra factor of easy.", valueName: "x"))
  var easyMultiplier = 1.3

  @Option(help: help("所有间隔的倍数", "The factor of every interval.", valueName: "x"))
  var intervalMultiplier = 1.0

  @Option(help: help("忘记后间隔的倍数", "The factor of the interval after a lapse.", valueName: "x"))
  var lapseMultiplier = 0.0

  @Option(help: help("忘记后最短的间隔", "The shortest interval after a lapse.", valueName: "days"))
  var minimumLapseInterval = 1

  /// The options as the scheduler takes them.
  func settings() throws(SettingsFailure) -> SM2Settings {
    try SM2Settings(
      initialEase: initialEase,
      graduatingInterval: graduatingInterval,
      easyInterval: easyInterval,
      hardMultiplier: hardMultiplier,
      easyMultiplier: easyMultiplier,
      intervalMultiplier: intervalMultiplier,
      lapseMultiplier: lapseMultiplier,
      minimumLapseInterval: minimumLapseInterval
    )
  }
}
