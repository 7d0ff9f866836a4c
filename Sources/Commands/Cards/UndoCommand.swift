import ArgumentParser
import Cards
import Language
import LearnerStore
import Reports
import Study
import Terminal

/// The command `wengu undo`.
struct UndoCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "undo",
      abstract: told("撤销在这台机器上最后做的事。", "Take back what was done last on this machine."),
      discussion: told(
        """
        评分、停用、恢复、搁置、标记、从头学起都可以撤销，哪怕隔了很久；设置不在内。
        例：
          wengu undo --dry-run
          wengu undo 3
        """,
        """
        A review, a suspension, a resumption, a burial, a flag, a forgetting: each can be taken back, however
        long ago it was; settings cannot.
        Examples:
          wengu undo --dry-run
          wengu undo 3
        """
      )
    )
  }

  @Argument(help: help("撤销几件事", "How many to take back.", valueName: "n"))
  var count = 1

  @Flag(help: help("只说会撤销什么", "Only tell what would be taken back."))
  var dryRun = false

  @Flag(help: help("撤销几件事时也不询问", "Do not ask before several are taken back."))
  var yes = false

  @Flag(help: help("输出 JSON", "Print JSON."))
  var json = false

  @OptionGroup var learner: LearnerOptions

  func validate() throws {
    guard (1...100_000).contains(count) else {
      throw ValidationError(told("撤销几件事要从 1 数起", "undo takes a number from 1 up"))
    }
  }

  func run(in context: CommandContext) throws -> ExitStatus {
    // A learner without a file is told so before one is made.
    _ = try learner.openToRead(in: context)
    let store = try learner.openOrCreate(in: context).store
    let events = try store.lastUndoable(count)
    guard !events.isEmpty else { throw CommandFailure.nothingToUndo }
    let questions = Dictionary(try store.cards().map { ($0.card.id, $0.card.question) }) { first, _ in first }
    func tell(_ notice: (Event, String?) -> CardNotice) throws {
      for event in events {
        let question = event.card.flatMap { questions[$0] }.map { fitted(safe($0), to: 40, ellipsis: "…") }
        try context.say(notice(event, question).message)
      }
    }
    let isToBeAsked = events.count > 1 && !yes && !dryRun
    if dryRun || isToBeAsked { try tell(CardNotice.wouldUndo) }
    if isToBeAsked {
      let question = Bilingual(zh: "撤销这 \(events.count) 件事吗？", en: "Take back these \(events.count)?")
      guard try context.isConfirmed(question) else {
        throw CommandFailure.undoNotConfirmed(count: events.count)
      }
    }
    if !dryRun {
      try takeBack(events, in: store, at: context.clock.now())
      try tell(CardNotice.undone)
    }
    if json { context.output.write(answer(events).text + "\n") }
    return .success
  }

  private func takeBack(_ events: [Event], in store: LearnerStore, at moment: Moment) throws {
    do {
      _ = try store.undo(events.map(\.key), at: moment)
    } catch SessionRefusal.nothingToUndo {
      throw CommandFailure.nothingToUndo
    }
  }

  private func answer(_ events: [Event]) -> JSONValue {
    let undone = events.map { event in
      JSONValue.object([
        JSONMember("what", .string(event.kind.name)), JSONMember("card", JSONValue(event.card?.text)),
        JSONMember("time", .string(event.moment.rfc3339)),
      ])
    }
    return .object([JSONMember("undone", .array(undone)), JSONMember("dry_run", .bool(dryRun))])
  }
}
