import Cards
import Language
import Scheduling
import Study
import Terminal
import Testing

/// A session with its log and clock in memory.
struct Bench {
  static let deck = "密切党群关系与作风建设"
  let keeper: MemoryKeeper
  let clock: ToldClock
  private let typingTime: Milliseconds
  var facts: SessionFacts
  var runner: SessionRunner

  /// A session at 20:00 in Beijing on 23 November 2026.
  ///
  /// All cards are new but those that `before` reviewed, so many days ago. Each line typed takes
  /// `typingTime`; the line protocol says itself how long its ratings took.
  init(
    _ cards: [Card],
    language: InterfaceLanguage = .english,
    before: [(place: Int, daysAgo: Int, rating: Rating)] = [],
    clockBehind: Milliseconds? = nil,
    typingTime: Milliseconds = Milliseconds(3_000)
  ) throws {
    self.typingTime = typingTime
    let start = try #require(Moment(rfc3339: "2026-11-23T20:00:00+08:00"))
    var settings = LearnerSettings()
    try settings.apply(SettingChange(.fuzz, value: "off"))
    let grading = Grading(settings)
    keeper = MemoryKeeper(grading, device: try #require(DeviceID("bench")))
    for review in before {
      let request = ReviewRequest(
        card: cards[review.place],
        deck: Bench.deck,
        rating: review.rating,
        duration: Milliseconds(5_000),
        answer: nil,
        isCorrect: nil
      )
      let back = Milliseconds(-Int64(review.daysAgo) * 86_400_000)
      _ = try keeper.perform(
        .review(request),
        at: Moment(start.instant.advanced(by: back), offset: start.offset)
      )
    }
    let keeper = keeper
    let candidates = cards.map {
      Candidate(card: $0, deck: Bench.deck, progress: keeper.progress(of: $0.id))
    }
    clock = ToldClock(start)
    facts = SessionFacts(
      language: language,
      learner: "li",
      settings: settings,
      studyDay: settings.calendar.day(of: start),
      zone: FixedZone(start.offset),
      clockBehind: clockBehind
    )
    let session = Session(
      candidates: candidates,
      counts: DayCounts(newCards: 0, reviews: 0),
      plan: SessionPlan(limits: DayCounts(newCards: settings.newPerDay, reviews: settings.reviewsPerDay)),
      grading: grading,
      seed: 7,
      at: clock.now()
    )
    runner = SessionRunner(session, keeper: keeper, clock: clock)
  }

  private static let essay = """
    密切党群关系与作风建设
    作风问题关系人心向背。作风是立场和世界观在实践活动中的体现，有什么样的立场和世界观就有什么样的作风。抓作风，从根本上说就是抓对待人民群众的态度问题。
    作风建设永远在路上。
    """

  /// What the front ends show besides the cards; an editor that makes every question louder.
  var services: SessionServices {
    let grading = Grading(facts.settings)
    let keeper = keeper
    return SessionServices { _ in
      Bench.essay
    } history: { card in
      var progress = CardProgress(card: card)
      return keeper.events.filter { $0.card == card }.compactMap { grading.replay($0, on: &progress) }
    } edit: { candidate in
      var card = candidate.card
      card.question += "！"
      return .changed(card)
    }
  }

  /// What a learner sees who types these lines.
  func linear(_ lines: [String], width: Int? = nil) throws -> String {
    let transcript = Transcript(width: width)
    let script = Script(lines.map(line), into: transcript) { clock.pass(typingTime) }
    var frontEnd = LinearFrontEnd(runner, facts: facts, services: services, input: script, output: transcript)
    try frontEnd.run()
    return transcript.text
  }

  /// What passes between a program and the session, its requests marked with `> `.
  func lineProtocol(_ lines: [InputLine]) throws -> String {
    let transcript = Transcript()
    let script = Script(lines, into: transcript, mark: "> ")
    var frontEnd = ProtocolFrontEnd(runner, facts: facts, input: script, output: transcript)
    try frontEnd.run()
    return transcript.text
  }
}
