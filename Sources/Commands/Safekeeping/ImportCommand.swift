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
      abstract: told(
        "合并另一个学习者文件、导出的记录，或别的程序的复习记录。",
        "Merge another learner file, an exported log, or reviews from elsewhere."
      ),
      discussion: told(
        """
        学习者文件（.sqlite）：两台机器各自学习之后，互相合并一次，两边就都有全部记录。
        wengu export log 的 CSV：原样恢复全部记录；学习记录里还没有卡片集时，连同卡片集。
        wengu export reviews 的 CSV，或有 card_id、review_time、review_rating 列的，或 Anki 的 revlog
        （id、cid、ease、time 列）：按卡片的编号并入。
        同一个文件导入两次没有影响；有一行不对，就什么也不导入。
        例：
          wengu import 另一台机器的.sqlite
          wengu import 全部.csv --learner 新名字
        """,
        """
        A learner file (.sqlite): after studying on two machines, merge each one's file on the other; both then
        hold every review. The CSV of 'wengu export log': restores everything, the decks too where the learner
        has none yet. The CSV of 'wengu export reviews', any with the columns card_id, review_time and
        review_rating, or Anki's revlog (id, cid, ease, time): reviews are taken over by card id.
        The same file twice changes nothing; where one row is wrong, nothing is imported.
        Examples:
          wengu import from-the-laptop.sqlite
          wengu import all.csv --learner newname
        """
      )
    )
  }

  @Argument(
    help: help("要导入的文件", "The file to import.", valueName: "file"),
    completion: .file(extensions: ["sqlite", "csv"])
  )
  var file: String

  @Flag(help: help("输出 JSON", "Print JSON."))
  var json = false

  @OptionGroup var learner: LearnerOptions

  func run(in context: CommandContext) throws -> ExitStatus {
    let imported = try ImportedFile(at: file, zone: context.zone)
    // What cannot be merged must not leave an empty learner behind.
    if try imported.kind == .learner || !learner.hasFile(in: context) { try imported.check() }
    let store = try learner.openOrCreate(in: context).store
    let (report, strangers) = try imported.merge(into: store, backup: learner.backupPlan(in: context))
    if json {
      let members = [
        JSONMember("added", JSONValue(report.added)), JSONMember("known", JSONValue(report.known)),
      ]
      context.output.write(JSONValue.object(members).text + "\n")
    }
    try context.say(Notice.merged(path: file, added: report.added, known: report.known).message)
    if strangers > 0 { try context.say(Notice.reviewsWithoutDeck(path: file, count: strangers).message) }
    return .success
  }
}
