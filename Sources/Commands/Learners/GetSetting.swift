import ArgumentParser
import Language
import LearnerStore
import Reports
import Scheduling
import Study
import Terminal

/// The command `wengu settings get`.
struct GetSetting: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "get", abstract: told("显示一项设置的值。", "Print one setting's value."))
  }

  @Argument(help: help("设置的名字", "The setting's name.", valueName: "name"))
  var name: String

  @Option(help: help("这个卡片集的值", "The value for this deck.", valueName: "deck"))
  var deck: String?

  @Flag(help: help("输出 JSON", "Print JSON."))
  var json = false

  @OptionGroup var learner: LearnerOptions

  func run(in context: CommandContext) throws -> ExitStatus {
    let setting = try setting(named: name)
    let settings = try learner.settings(in: context)
    if let deck {
      guard setting.isPerDeck else { throw CommandFailure.setting(.notPerDeck(setting)) }
      let known = try learner.openToRead(in: context).store.rememberedDecks().map(\.name)
      guard known.contains(deck) else { throw CommandFailure.unknownDeck(deck, known: known) }
    }
    guard json else {
      context.output.write(settings.text(of: setting, deck: deck) + "\n")
      return .success
    }
    let isOwn = settings.text(of: setting, deck: deck) != LearnerSettings().text(of: setting)
    let members = [
      JSONMember("name", .string(setting.rawValue)), JSONMember("deck", JSONValue(deck)),
      JSONMember("value", settings.json(of: setting, deck: deck)),
      JSONMember("default", LearnerSettings().json(of: setting)), JSONMember("is_default", .bool(!isOwn)),
      JSONMember("meaning", .string(setting.meaning.text(in: context.language))),
    ]
    context.output.write(JSONValue.object(members).text + "\n")
    return .success
  }
}

extension LearnerOptions {
  /// The learner's settings; the defaults where there is no file yet.
  func settings(in context: CommandContext) throws -> LearnerSettings {
    try hasFile(in: context) ? openToRead(in: context).store.settings() : LearnerSettings()
  }
}

extension LearnerSettings {
  /// A setting's value for programs: a number or a switch as such, all else as the text that `set` reads.
  func json(of setting: Setting, deck: String? = nil) -> JSONValue {
    let text = text(of: setting, deck: deck)
    if let whole = Int(text) { return JSONValue(whole) }
    if let number = Double(text) { return .number(number) }
    switch text {
    case "on": return true
    case "off": return false
    default: return .string(text)
    }
  }
}
