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
      abstract: told("列出这台机器上的学习者。", "List the learners on this machine."),
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
        learners.append(
          LearnerLine(name: name.text, decks: try store.rememberedDecks().map(\.name), path: path)
        )
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
      for learner in learners {
        let decks = learner.decks.map { safe($0) }.joined(separator: told("、", ", "))
        context.output.write("\(safe(learner.name))\t\(decks)\n")
      }
    }
    return status
  }
}

private struct LearnerLine {
  let name: String
  let decks: [String]
  let path: String

  var json: JSONValue {
    .object([
      JSONMember("learner", .string(name)), JSONMember("decks", .array(decks.map(JSONValue.string))),
      JSONMember("file", .string(path)),
    ])
  }
}
