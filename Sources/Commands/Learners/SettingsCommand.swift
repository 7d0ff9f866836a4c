import ArgumentParser
import Language
import LearnerStore
import Reports
import Study
import Terminal

/// The command `wengu settings`.
struct SettingsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "settings",
      abstract: told("查看和修改设置。", "See and change settings."),
      discussion: told(
        """
        例：
          wengu settings
          wengu settings get new-per-day
          wengu settings set new-per-day 10
          wengu settings set scheduler fsrs-7 --dry-run
          wengu settings set desired-retention 0.95 --deck 茶为什么分六类
          wengu settings unset new-per-day
        """,
        """
        Examples:
          wengu settings
          wengu settings get new-per-day
          wengu settings set new-per-day 10
          wengu settings set scheduler fsrs-7 --dry-run
          wengu settings set desired-retention 0.95 --deck "Why We Forget"
          wengu settings unset new-per-day
        """
      ),
      subcommands: [ShowSettings.self, GetSetting.self, SetSetting.self, UnsetSetting.self],
      defaultSubcommand: ShowSettings.self
    )
  }
}

/// The command `wengu settings list`.
struct ShowSettings: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list",
      abstract: told("列出全部设置。", "List all settings."),
      aliases: ["show"]
    )
  }

  @Flag(help: help("输出 JSON", "Print JSON."))
  var json = false

  @OptionGroup var learner: LearnerOptions

  func run(in context: CommandContext) throws -> ExitStatus {
    let settings = try learner.settings(in: context)
    let own = settings.desiredRetentionByDeck.sorted { $0.key < $1.key }
    if json {
      let values = Setting.allCases.map { JSONMember($0.rawValue, settings.json(of: $0)) }
      let byDeck = own.map { JSONMember($0.key, .number($0.value)) }
      let all = values + [JSONMember("desired-retention-by-deck", .object(byDeck))]
      context.output.write(JSONValue.object(all).text + "\n")
      return .success
    }
    for setting in Setting.allCases {
      let meaning = setting.meaning.text(in: context.language)
      context.output.write("\(setting.rawValue) = \(settings.text(of: setting))\n    \(meaning)\n")
      for (deck, value) in own where setting == .desiredRetention {
        context.output.write("    \(safe(deck)): \(value)\n")
      }
    }
    return .success
  }
}

/// The command `wengu settings set`.
struct SetSetting: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "set", abstract: told("修改一项设置。", "Change a setting."))
  }

  @Argument(help: help("设置的名字", "The setting's name.", valueName: "name"))
  var name: String

  @Argument(help: help("新的值", "The new value.", valueName: "value"))
  var value: [String]

  @Option(help: help("只对这个卡片集有效", "For this deck only.", valueName: "deck"))
  var deck: String?

  @Flag(help: help("只显示会有什么变化", "Only show what would change."))
  var dryRun = false

  @OptionGroup var learner: LearnerOptions

  func run(in context: CommandContext) throws -> ExitStatus {
    let change = SettingChange(try setting(named: name), deck: deck, value: value.joined(separator: " "))
    try apply(change, isDryRun: dryRun, learner: learner, context: context)
    return .success
  }
}

/// The command `wengu settings unset`.
struct UnsetSetting: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "unset",
      abstract: told("恢复缺省值。", "Put a setting's default back."),
      aliases: ["reset"]
    )
  }

  @Argument(help: help("设置的名字", "The setting's name.", valueName: "name"))
  var name: String

  @Option(help: help("只对这个卡片集有效", "For this deck only.", valueName: "deck"))
  var deck: String?

  @Flag(help: help("只显示会有什么变化", "Only show what would change."))
  var dryRun = false

  @OptionGroup var learner: LearnerOptions

  func run(in context: CommandContext) throws -> ExitStatus {
    let change = SettingChange(try setting(named: name), deck: deck, value: nil)
    try apply(change, isDryRun: dryRun, learner: learner, context: context)
    return .success
  }
}

func setting(named name: String) throws -> Setting {
  guard let setting = Setting(rawValue: name) else {
    throw CommandFailure.unknownSetting(
      name,
      suggestion: nearest(to: name, among: Setting.allCases.map(\.rawValue))
    )
  }
  return setting
}

private func apply(
  _ change: SettingChange,
  isDryRun: Bool,
  learner: LearnerOptions,
  context: CommandContext
) throws {
  let store = try (isDryRun ? learner.openToRead(in: context) : learner.openOrCreate(in: context)).store
  let before = try store.settings()
  var after = before
  do {
    try after.apply(change)
  } catch {
    throw CommandFailure.setting(error)
  }
  if let deck = change.deck {
    let known = try store.rememberedDecks().map(\.name)
    guard known.contains(deck) else { throw CommandFailure.unknownDeck(deck, known: known) }
  }
  let now = context.clock.now()
  let preview = try SettingPreview(change, from: before, to: after, in: store, at: now)
  for line in preview.lines(in: context) { try context.say(line: line) }
  if !isDryRun { try store.change(change, at: now) }
  let notice = Notice.settingChanged(
    name: change.setting.rawValue,
    before: before.text(of: change.setting, deck: change.deck),
    after: after.text(of: change.setting, deck: change.deck)
  )
  try context.say(notice.message)
  if isDryRun {
    try context.say(
      Bilingual(zh: "没有改动；去掉 --dry-run 就会改", en: "nothing was changed; leave out --dry-run to do it")
    )
  }
}
