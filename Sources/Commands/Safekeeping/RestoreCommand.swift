import ArgumentParser
import Language
import LearnerStore
import Reports
import Study
import Terminal

/// The command `wengu restore`.
struct RestoreCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "restore",
      abstract: told("用备份恢复学习记录。", "Go back to a backup."),
      discussion: told(
        """
        先显示会有什么变化，再询问；现在的记录会先保存到备份文件夹。不给文件就用最新的备份。
        例：
          wengu restore --dry-run
          wengu restore 备份.sqlite
        """,
        """
        Shows what would change and asks first; the file as it is now is kept among the backups. Without a
        file the newest backup is taken.
        Examples:
          wengu restore --dry-run
          wengu restore copy.sqlite
        """
      )
    )
  }

  @Argument(
    help: help("备份文件", "The backup's file.", valueName: "file"),
    completion: .file(extensions: ["sqlite"])
  )
  var file: String?

  @Flag(help: help("不询问，直接恢复", "Do it without asking."))
  var yes = false

  @Flag(help: help("只显示会有什么变化", "Only show what would change."))
  var dryRun = false

  @Flag(help: help("输出 JSON", "Print JSON."))
  var json = false

  @OptionGroup var learner: LearnerOptions

  func run(in context: CommandContext) throws -> ExitStatus {
    let plan = try learner.backupPlan(in: context)
    let locations = try Locations(data: learner.place.data, environment: context.environment)
    let name = try learner.learnerName(in: context)
    let folder = LearnerFolder(dataFolder: locations.data)
    guard let backup = try file ?? plan.folder.backups().last?.path else {
      throw CommandFailure.noBackups(learner: name.text, folder: plan.folder.path)
    }
    let path = folder.path(of: name)
    guard !isSameFile(backup, path) else { throw CommandFailure.backupIsCurrent(path: backup) }
    let restoring = try Restoring(backup, to: path, plan: plan)
    try show(restoring, in: context)
    guard !dryRun else { return .success }
    let question = Bilingual(zh: "恢复吗？", en: "Restore it?")
    guard try yes || context.isConfirmed(question) else { throw CommandFailure.notConfirmed }
    try folder.prepare()
    var random = SystemRandomNumberGenerator()
    let device = try DeviceFile(path: locations.deviceFile).renew(using: &random)
    let kept = try restoring.perform(as: device)
    try context.say(Notice.restored(path: path, kept: kept).message)
    return .success
  }

  private func show(_ restoring: Restoring, in context: CommandContext) throws {
    if json {
      context.output.write(restoring.json.text + "\n")
      return
    }
    for line in restoring.lines(in: context.language) { context.output.write(line + "\n") }
    try context.output.flush()
  }
}

extension Restoring {
  /// What would change, line by line.
  func lines(in language: InterfaceLanguage) -> [String] {
    let now = current.map { $0.words } ?? unreadable
    let change = Bilingual(
      zh: "恢复后：减少 \(lostEvents) 条记录，增加 \(gainedEvents) 条",
      en: "by restoring: \(lostEvents) events fewer, \(gainedEvents) more"
    )
    return [
      Bilingual(zh: "备份：\(safe(backup))", en: "backup: \(safe(backup))"),
      Bilingual(zh: "  \(restored.words.chinese)", en: "  \(restored.words.english)"),
      Bilingual(zh: "现在：", en: "now:"), Bilingual(zh: "  \(now.chinese)", en: "  \(now.english)"), change,
    ].map { $0.text(in: language) }
  }

  private var unreadable: Bilingual {
    hasCurrent
      ? Bilingual(zh: "无法读取的文件", en: "a file that cannot be read")
      : Bilingual(zh: "没有文件", en: "no file")
  }

  /// What would change, for programs.
  var json: JSONValue {
    .object([
      JSONMember("backup", .string(backup)), JSONMember("restored", restored.json),
      JSONMember("current", current?.json ?? .null), JSONMember("events_lost", JSONValue(lostEvents)),
      JSONMember("events_gained", JSONValue(gainedEvents)),
    ])
  }
}

extension FileContents {
  fileprivate var words: Bilingual {
    let last = lastReview.map(\.rfc3339)
    return Bilingual(
      zh: "\(reviews) 次复习，\(cards) 张卡片" + (last.map { "，最后一次 \($0)" } ?? ""),
      en: "\(reviews) reviews of \(cards) cards" + (last.map { ", the last at \($0)" } ?? "")
    )
  }

  fileprivate var json: JSONValue {
    .object([
      JSONMember("reviews", JSONValue(reviews)), JSONMember("cards", JSONValue(cards)),
      JSONMember("events", JSONValue(events)),
      JSONMember("last_review", lastReview.map { .string($0.rfc3339) } ?? .null),
    ])
  }
}
