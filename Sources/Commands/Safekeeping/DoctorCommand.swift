import ArgumentParser
import Language
import LearnerStore
import Reports
import Study
import Terminal

/// The command `wengu doctor`.
struct DoctorCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "doctor",
      abstract: told("检查学习记录是否完好，必要时修复。", "Check a learner's file, and mend it where that is needed."),
      discussion: told(
        """
        检查数据库、结构、每条记录的校验和、引用，并把记录重放一遍与保存的状态比较。
        发现错误时退出码为 1。--repair 重算状态；文件损坏时，把读得出的都抢救到一个新文件，原文件不动。
        例：
          wengu doctor
          wengu doctor --repair
          wengu doctor 备份.sqlite --json
        """,
        """
        Checks the database, its schema, the checksum of every event and all references, and replays the log
        against the stored states. Exits with 1 where there are errors. --repair computes the states anew;
        from a damaged file it saves all that can be read into a new one and leaves the file as it is.
        Examples:
          wengu doctor
          wengu doctor --repair
          wengu doctor copy.sqlite --json
        """
      )
    )
  }

  @Argument(
    help: help("要检查的文件；缺省为学习者自己的", "The file to check; else the learner's own.", valueName: "file"),
    completion: .file(extensions: ["sqlite"])
  )
  var file: String?

  @Flag(help: help("修复", "Mend what can be mended."))
  var repair = false

  @Flag(help: help("输出 JSON", "Print JSON."))
  var json = false

  @OptionGroup var learner: LearnerOptions

  func run(in context: CommandContext) throws -> ExitStatus {
    var diagnosis = try Diagnosis(of: try path(in: context), isSuspected: repair)
    if repair, !diagnosis.isSound { try mend(&diagnosis, in: context) }
    if json {
      context.output.write(diagnosis.json(in: context.language).text + "\n")
    } else {
      for line in diagnosis.lines(in: context.language) { context.output.write(line + "\n") }
    }
    guard diagnosis.isSound || diagnosis.isMended else {
      try context.output.flush()
      try context.say(diagnosis.advice)
      return .refused
    }
    return .success
  }

  private func path(in context: CommandContext) throws -> String {
    if let file { return file }
    let locations = try Locations(data: learner.place.data, environment: context.environment)
    let folder = LearnerFolder(dataFolder: locations.data)
    let name = try learner.learnerName(in: context)
    guard fileKind(at: folder.path(of: name)) != nil else {
      throw CommandFailure.unknownLearner(name.text, known: try folder.learners().map(\.text))
    }
    return folder.path(of: name)
  }

  private func mend(_ diagnosis: inout Diagnosis, in context: CommandContext) throws {
    let device = try learner.device(in: context)
    let plan = try learner.backupPlan(in: context)
    if diagnosis.needsStatesOnly {
      let store = try LearnerStore.open(path: diagnosis.path, access: .existing(as: device), backup: plan)
      try store.backUp(plan)
      try store.rebuildStates()
      try store.close()
      let before = diagnosis
      diagnosis = try Diagnosis(of: diagnosis.path)
      diagnosis.rebuiltStates = before.verification?.differingStates.count
    } else {
      diagnosis.salvage = try Salvage.salvage(diagnosis.path, plan, as: device)
    }
  }
}
