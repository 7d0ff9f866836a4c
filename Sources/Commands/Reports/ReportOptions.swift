import ArgumentParser
import Language
import LearnerStore
import Reports
import Scheduling
import Study

/// The options by which tables and reports choose whose reviews they tell, and which.
struct RecordOptions: ParsableArguments {
  @Option(
    help: help(
      "许多学习者：含学习记录或他们交来的 CSV 的文件夹",
      "Many learners: a folder of learner files, or of the CSVs they sent.",
      valueName: "dir"
    ),
    completion: .directory
  )
  var from: String?

  @Option(help: help("只看这个卡片集", "This deck only.", valueName: "deck"))
  var deck: String?

  @Option(help: help("只算这个学习日起的复习", "Count reviews from this study day on.", valueName: "date"))
  var since: DateOption?

  @Option(help: help("只算到这个学习日为止的复习", "Count reviews up to this study day.", valueName: "date"))
  var until: DateOption?

  @Option(
    help: help("按这个学习日结束时的情形重新计算", "As it was at the end of this study day.", valueName: "date")
  )
  var asOf: DateOption?

  @Flag(
    help: help(
      "用固定的代号代替学习者和设备的名字",
      "Put stable pseudonyms for the names of learners and devices."
    )
  )
  var pseudonymous = false

  init() {}
}

/// A date as `2026-11-24`.
struct DateOption: ExpressibleByArgument {
  let day: StudyDay

  init?(argument: String) {
    guard let day = StudyDay(argument) else { return nil }
    self.day = day
  }
}

extension RecordOptions {
  /// Whether only a part of what is known, or names in disguise, are asked for.
  var isNarrowed: Bool {
    from != nil || deck != nil || since != nil || until != nil || asOf != nil || pseudonymous
  }

  /// Which reviews are counted.
  var filter: ReviewFilter {
    ReviewFilter(deck: deck, since: since?.day, until: until?.day)
  }

  /// The moment to report on: now, or the last of the day that `--as-of` names.
  func moment(in context: CommandContext) -> Moment {
    guard let asOf else { return context.clock.now() }
    let end = StudyCalendar().start(of: asOf.day.advanced(by: 1), in: context.zone)
    let last = end.advanced(by: Milliseconds(-1))
    return Moment(last, offset: context.zone.offset(at: last))
  }

  /// What stands for names, where pseudonyms are asked for.
  func pseudonyms(of learner: LearnerOptions, in context: CommandContext) throws -> Pseudonyms? {
    guard pseudonymous else { return nil }
    let locations = try Locations(data: learner.place.data, environment: context.environment)
    return try PseudonymKey(path: locations.pseudonymKey).pseudonyms()
  }

  /// The class of `--from`; nil without it.
  func classRecords(of learner: LearnerOptions, in context: CommandContext) throws -> ClassRecords? {
    guard let from else { return nil }
    return ClassRecords(
      folder: try ClassFolder(at: from) { try context.say($0.message) },
      day: asOf?.day,
      pseudonyms: try pseudonyms(of: learner, in: context)
    )
  }

  /// Refuses a deck that nobody has.
  func checkDeck(among known: Set<String>) throws {
    guard let deck, !known.contains(deck) else { return }
    throw CommandFailure.unknownDeck(deck, known: known.filter { !$0.isEmpty }.sorted())
  }
}
