import ArgumentParser
import Language
import LearnerStore
import Reports
import Terminal

/// The command `wengu import`.
struct ImportCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import",
      abstract: told("把同一学习者的另一个文件合并进来。", "Merge another file of the same learner."),
      discussion: told(
        """
        两台机器各自学习之后，互相合并一次，两边就都有全部记录；同一个文件合并两次没有影响。
        例：wengu import 另一台机器的.sqlite
        """,
        """
        After studying on two machines, merge each one's file on the other: both then hold every review. The
        same file twice changes nothing.
        Example: wengu import from-the-laptop.sqlite
        """
      )
    )
  }

  @Argument(
    help: help("另一个学习者文件", "The other learner file.", valueName: "file"),
    completion: .file(extensions: ["sqlite"])
  )
  var file: String

  @Flag(help: help("输出 JSON", "Print JSON."))
  var json = false

  @OptionGroup var learner: LearnerOptions

  func run(in context: CommandContext) throws -> ExitStatus {
    guard fileKind(at: file) != nil else { throw FileFailure.missing(path: file) }
    // What cannot be merged must not leave an empty learner behind.
    try LearnerStore.open(path: file, access: .readOnly).close()
    let store = try learner.openOrCreate(in: context).store
    let report = try store.merge(file, backup: learner.backupPlan(in: context))
    if json {
      let members = [
        JSONMember("added", JSONValue(report.added)), JSONMember("known", JSONValue(report.known)),
      ]
      context.output.write(JSONValue.object(members).text + "\n")
    }
    try context.say(Notice.merged(path: file, added: report.added, known: report.known).message)
    return .success
  }
}
