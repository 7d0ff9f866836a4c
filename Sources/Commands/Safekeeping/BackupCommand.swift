import ArgumentParser
import Language
import LearnerStore
import Reports
import Study
import Terminal

/// The command `wengu backup`.
struct BackupCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "backup",
      abstract: told("备份学习记录。", "Back up a learner's file."),
      discussion: told(
        """
        每天第一次练习之后会自动备份到数据文件夹的 backups/<名字>；
        两天内的全部保留，此后保留 12 天、10 周、9 个月中每段最后的一份。
        例：
          wengu backup                  现在备份一次
          wengu backup -o 备份.sqlite   备份到别处，不会被清理
          wengu backup --list           列出已有的备份
        """,
        """
        After the day's first session a backup is made by itself, in backups/<name> of the data folder;
        all of two days are kept, then the last of each of 12 days, 10 weeks and 9 months.
        Examples:
          wengu backup                    one more now
          wengu backup -o copy.sqlite     one elsewhere, which is never removed
          wengu backup --list             those there are
        """
      )
    )
  }

  @Option(
    name: [.short, .customLong("output")],
    help: help("备份到这个新文件", "The new file to make.", valueName: "file"),
    completion: .file(extensions: ["sqlite"])
  )
  var output: String?

  @Flag(help: help("列出已有的备份", "List the backups there are."))
  var list = false

  @Flag(help: help("输出 JSON", "Print JSON."))
  var json = false

  @OptionGroup var learner: LearnerOptions

  func validate() throws {
    if list, output != nil {
      throw ValidationError(told("--list 和 -o 只能选一个", "choose one of --list and -o"))
    }
  }

  func run(in context: CommandContext) throws -> ExitStatus {
    if list {
      try printList(in: context)
      return .success
    }
    let store = try learner.openToRead(in: context).store
    let path: String
    if let output {
      try store.copy(to: output)
      path = output
    } else {
      path = try store.backUp(learner.backupPlan(in: context)).path
    }
    let contents = try store.contents()
    if json {
      let members = [JSONMember("file", .string(path)), JSONMember("reviews", JSONValue(contents.reviews))]
      context.output.write(JSONValue.object(members).text + "\n")
    } else {
      context.output.write(path + "\n")
      try context.say(Notice.backedUp(path: path, reviews: contents.reviews).message)
    }
    return .success
  }

  private func printList(in context: CommandContext) throws {
    let folder = try learner.backupPlan(in: context).folder
    let backups = try folder.backups()
    if json {
      let values = backups.map { backup in
        JSONValue.object([
          JSONMember("file", .string(backup.path)), JSONMember("made", .string(backup.madeAt.rfc3339)),
        ])
      }
      context.output.write(JSONValue.array(values).text + "\n")
    } else if backups.isEmpty {
      try context.say(Notice.noBackups(folder: folder.path).message)
    } else {
      for backup in backups { context.output.write("\(backup.madeAt.rfc3339)\t\(safe(backup.path))\n") }
    }
  }
}

extension LearnerOptions {
  /// Where backups of the learner go.
  func backupPlan(in context: CommandContext) throws -> BackupPlan {
    let locations = try Locations(data: place.data, environment: context.environment)
    return BackupPlan(
      folder: BackupFolder(dataFolder: locations.data, learner: try learnerName(in: context)),
      at: context.clock.now()
    )
  }

  /// Makes the day's backup where it is due; a failure is told, and what was recorded stands.
  func backUpDaily(_ store: LearnerStore, in context: CommandContext) throws {
    do {
      try store.backUpDaily(try backupPlan(in: context))
    } catch let failure as LearnerFileFailure {
      try context.say(Notice.noDailyBackup(failure.message).message)
    }
  }
}
