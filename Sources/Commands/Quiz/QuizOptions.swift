import ArgumentParser
import Language
import LearnerStore
import Scheduling
import Study

/// What a session is to ask, as options.
struct QuizOptions: ParsableArguments {
  @Option(help: help("这次最多学几张新卡片", "At most so many new cards now.", valueName: "n"))
  var new: Int?

  @Option(help: help("这次最多复习几张", "At most so many reviews now.", valueName: "n"))
  var reviews: Int?

  @Option(
    help: help(
      "这次用几分钟：先问每秒收获最大的卡片，到时就停",
      "Take so many minutes: what gains most recall a second is asked, and nothing once they are over.",
      valueName: "n"
    )
  )
  var minutes: Int?

  @Option(
    help: help(
      "复习的次序：due 最早到期的先问（默认），gain 收获最大的先问（配合 --minutes），weakest 最可能忘的先问，strongest 最可能记得的先问，deck 按卡片集，random 随机",
      "The order of reviews: due (longest overdue; the default), gain (most recall gained a second; with --minutes), "
        + "weakest (likeliest forgotten), strongest (likeliest known), deck, random.",
      valueName: "order"
    ),
    completion: .list(ReviewOrder.allCases.map(\.rawValue)),
    transform: reviewOrder
  )
  var order: ReviewOrder?

  @Option(help: help("只问名字里有这些字的卡片集", "Only decks whose name has this.", valueName: "name"))
  var deck: [String] = []

  @Option(help: help("只问标题里有这些字的章节", "Only sections whose heading has this.", valueName: "heading"))
  var section: [String] = []

  @Option(help: help("只问有这个标签的卡片", "Only cards with this tag.", valueName: "tag"))
  var tag: [String] = []

  @Option(
    help: help(
      "只问查得到的卡片，写法同 wengu cards，如 'is:flagged prop:stability<10'",
      "Only cards that a query finds, as for 'wengu cards': 'is:flagged prop:stability<10'.",
      valueName: "query"
    )
  )
  var only: [String] = []

  @Flag(help: help("只问总是忘的卡片", "Only leeches: cards forgotten again and again."))
  var leeches = false

  @Flag(help: help("只问今天忘过的卡片，到没到期都问", "Only cards forgotten today, due or not."))
  var failedToday = false

  @Flag(help: help("突击：不管到没到期、是不是新卡，全问一遍", "Cram: ask all cards, due or not, without limits."))
  var cram = false

  @Flag(help: help("练习：评分不计入学习记录", "Practice: ratings do not count towards the schedule."))
  var practice = false

  func validate() throws {
    for (name, value, least) in [("--new", new, 0), ("--reviews", reviews, 0), ("--minutes", minutes, 1)] {
      if let value, value < least {
        throw ValidationError(
          told("\(name) 不能小于 \(least)", "\(name) takes a number from \(least) up")
        )
      }
    }
  }

  /// Which cards the session is about: those that every option named means.
  ///
  /// - Throws: `CommandFailure.query`, or what keeps the learner's file from being read.
  func query(_ store: LearnerStore, today: StudyDay) throws -> CardQuery {
    let alternatives: [[CardQuery]] = [
      deck.map { .deck(SearchName($0)) }, section.map { .section(SearchName($0)) },
      tag.map { .tag(SearchText($0)) },
    ]
    var parts = alternatives.filter { !$0.isEmpty }.map(CardQuery.any)
    if leeches { parts.append(.state(.leech)) }
    if failedToday { parts.append(.any(try store.cardsFailed(on: today).map(CardQuery.card))) }
    for text in only {
      do {
        parts.append(try CardQuery(parsing: text))
      } catch {
        throw CommandFailure.query(error)
      }
    }
    return .all(parts)
  }

  /// What is to be asked of them.
  func plan(counts: DayCounts, settings: LearnerSettings) -> SessionPlan {
    let limits = DayCounts(
      newCards: new.map { counts.newCards + min($0, 1_000_000) } ?? settings.newPerDay,
      reviews: reviews.map { counts.reviews + min($0, 1_000_000) } ?? settings.reviewsPerDay
    )
    return SessionPlan(
      limits: limits,
      order: order ?? (minutes == nil ? .standard : .gain),
      time: minutes.map { .minutes($0) },
      isCram: cram || failedToday
    )
  }
}

/// The order of a name.
private func reviewOrder(_ name: String) throws -> ReviewOrder {
  if let order = ReviewOrder(rawValue: name) { return order }
  let names = ReviewOrder.allCases.map(\.rawValue).joined(separator: ", ")
  throw ValidationError(
    told("没有“\(name)”这个次序；有：\(names)", "no order is called '\(name)'; there are \(names)")
  )
}
