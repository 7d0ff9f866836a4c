import ArgumentParser
import Language
import LearnerStore
import Reports
import Study
import Terminal

/// The command `wengu learners`.
struct LearnersCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "learners",
      abstract: told("列出这台机器上的学习者和各自到期的卡片。", "List the learners on this machine with what is due."),
      discussion: told("例：wengu learners --json", "Example: wengu learners --json")
    )
  }

  @Flag(help: help("输出 JSON", "Print JSON."))
  var json = false

  @OptionGroup var place: PlaceOptions

  func run(in context: CommandContext) throws -> ExitStatus {
    let locations = try Locations(data: place.data, environment: context.environment)
    let folder = LearnerFolder(dataFolder: locations.data)
    var learners: [LearnerLine] = []
    var status = ExitStatus.success
    for name in try folder.learners() {
      let path = folder.path(of: name)
      do {
        let store = try LearnerStore.open(path: path, access: .readOnly)
        learners.append(try LearnerLine(OpenLearner(name: name, store: store), path: path, context: context))
      } catch let failure as LearnerFileFailure {
        try context.say(failure.message)
        status = .environment
      }
    }
    if json {
      context.output.write(JSONValue.array(learners.map(\.json)).text + "\n")
    } else if learners.isEmpty, status == .success {
      try context.say(Bilingual(zh: "还没有学习者；用 wengu quiz 开始", en: "no learner yet; start with 'wengu quiz'"))
    } else {
      for line in alignedColumns(learners.map { $0.cells(in: context.language) }, atRight: [1, 2]) {
        context.output.write(line + "\n")
      }
    }
    return status
  }
}

/// A learner as the list tells of one.
private struct LearnerLine {
  let name: String
  let decks: [String]
  let path: String
  let due: Int
  let new: Int
  let lastReview: Moment?

  init(_ opened: OpenLearner, path: String, context: CommandContext) throws {
    name = opened.name.text
    self.path = path
    decks = try opened.store.rememberedDecks().map(\.name)
    let counts = try opened.deckCounts(context: context)
    due = counts.values.reduce(0) { $0 + $1.due }
    new = counts.values.reduce(0) { $0 + $1.new }
    lastReview = try opened.store.cards().compactMap(\.progress.lastReview).max { $0.instant < $1.instant }
  }

  /// Name, what is to be done, the last review's day, decks.
  func cells(in language: InterfaceLanguage) -> [String] {
    let day = lastReview.map { String($0.rfc3339.prefix(10)) }
    let words = [
      Bilingual(zh: "到期 \(due)", en: "\(due) due"), Bilingual(zh: "新 \(new)", en: "\(new) new"),
      day.map { Bilingual(zh: "上次 \($0)", en: "last \($0)") } ?? Bilingual(zh: "还没有复习", en: "no review yet"),
      Bilingual(zh: decks.joined(separator: "、"), en: decks.joined(separator: ", ")),
    ]
    return [safe(name)] + words.map { safe($0.text(in: language)) }
  }

  var json: JSONValue {
    .object([
      JSONMember("learner", .string(name)), JSONMember("decks", .array(decks.map(JSONValue.string))),
      JSONMember("due", JSONValue(due)), JSONMember("new", JSONValue(new)),
      JSONMember("last_review", JSONValue(lastReview?.rfc3339)), JSONMember("file", .string(path)),
    ])
  }
}
