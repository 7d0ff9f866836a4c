import Cards
import Scheduling
import Study
import Testing

/// Noon of the study day on which the searches look, 2026-11-24.
private let now = moment(24 * 23 + 12)
private let today = LearnerSettings().calendar.day(of: now)

private func card(_ number: Int, _ kind: CardKind, _ question: String, _ answers: [String]) -> Card {
  var card = Card.made(number, kind: kind, answers: answers)
  card.question = question
  return card
}

private func seen(_ phase: Phase, _ card: Card, due: Due, stability: Double, lapses: Int = 0) -> CardProgress
{
  var progress = CardProgress(card: card.id)
  let memory = Memory(stability: Days(stability), difficulty: 6.5)
  progress.state = CardState(phase: phase, memory: memory, lapses: lapses)
  progress.due = due
  progress.interval = .days(10)
  progress.repetitions = 4
  progress.lastReview = moment(24 * 13 + 12)
  return progress
}

/// Five cards, called by letters.
private let cards: [(letter: Character, candidate: Candidate)] = {
  var tea = card(0, .cloze, "中国绿茶多用铁锅炒，____。", ["日本绿茶多用蒸汽蒸"])
  tea.section = ["杀青：让时间停下来"]
  tea.tags = ["重点"]
  tea.passage = "中国绿茶多用铁锅炒，日本绿茶多用蒸汽蒸，共有四种、统一標準。"
  let teaSeen = seen(.review, tea, due: .day(today.advanced(by: 3)), stability: 12)
  var memory = card(1, .qa, "What is the art of memory?", ["Ｓtudy"])
  memory.section = ["History", "Early"]
  let list = card(2, .list, "Name two teas (hard)", ["绿茶", "red tea"])
  var listSeen = seen(.learning, list, due: .at(now.instant), stability: 1)
  listSeen.isFlagged = true
  let leech = card(3, .truefalse, "Tea is a beverage", ["true"])
  var leechSeen = seen(.review, leech, due: .day(today.advanced(by: -2)), stability: 40, lapses: 8)
  leechSeen.buriedOn = today
  var old = card(4, .choice, "Pick one", ["x"])
  old.tags = ["retired", "Hard"]
  var oldSeen = seen(.relearning, old, due: .day(today), stability: 2)
  oldSeen.isSuspended = true
  return [
    ("a", Candidate(card: tea, deck: "茶为什么分六类", progress: teaSeen)),
    ("b", Candidate(card: memory, deck: "Why We Forget", progress: CardProgress(card: memory.id))),
    ("c", Candidate(card: list, deck: "茶为什么分六类", progress: listSeen)),
    ("d", Candidate(card: leech, deck: "Tea", progress: leechSeen)),
    ("e", Candidate(card: old, deck: "Tea Time", progress: oldSeen)),
  ]
}()

private func found(_ text: String) throws -> String {
  let search = CardSearch(try CardQuery(parsing: text), grading: Grading(LearnerSettings()), at: now)
  return String(cards.filter { search.matches($0.candidate) }.map(\.letter))
}

@Suite struct SearchTests {
  @Test(arguments: [
    ("", "abcde"), ("   ", "abcde"),
    // Text: width, case, script and punctuation do not count; words written with spaces stay apart.
    ("绿茶", "ac"), ("綠茶", "ac"), ("ｔｅａ", "cd"), ("study", "b"), ("标准", "a"), ("四", "a"), ("一", "a"),
    ("hear", ""),
    ("\"art of\"", "b"), ("“the art”", "b"), ("铁锅炒日本", "a"), ("nowhere", ""), ("memory what", "b"),
    // Names: a part will do, with = the whole.
    ("deck:tea", "de"), ("deck:=tea", "d"), ("deck:\"we forget\"", "b"), ("deck：茶", "ac"),
    ("section:early", "b"),
    ("section:=early", "b"), ("section:杀青", "a"), ("section:=杀青", ""), ("tag:重点", "a"), ("tag:#hard", "e"),
    ("tag:har", ""),
    ("kind:list", "c"), ("kind:CLOZE", "a"),
    // States.
    ("is:new", "b"), ("is:learning", "c"), ("is:review", "ad"), ("is:relearning", "e"), ("is:due", "c"),
    ("is:leech", "d"),
    ("is:suspended", "e"), ("is:buried", "d"), ("is:flagged", "c"), ("is:retired", "e"),
    // Figures; a new card has none but its counts.
    ("prop:stability>10", "ad"), ("prop:stability<=12", "ace"), ("prop:difficulty=6.5", "acde"),
    ("prop:difficulty!=6.5", ""),
    ("prop:due<=3", "acde"), ("prop:due<0", "d"), ("prop:due=0", "ce"), ("prop:reps>=4", "acde"),
    ("prop:reps=0", "b"),
    ("prop:lapses>7", "d"), ("prop:retrievability<0.8", "ce"), ("prop:retrievability<80%", "ce"),
    ("prop:interval＞9", "acde"),
    ("prop:stability>-1", "acde"),
    // Together.
    ("绿茶 is:review", "a"), ("绿茶 and is:review", "a"), ("is:new or is:flagged", "bc"),
    ("is:new OR is:flagged 绿茶", "bc"),
    ("(is:new or is:flagged) 绿茶", "c"), ("-is:review", "bce"), ("-（is:review or is:new）", "ce"),
    ("--is:new", "b"), ("−is:new", "acde"),
    ("-deck:茶 -is:new", "de"), ("is:new or is:review -is:leech", "ab"), ("((绿茶))", "ac"), ("\"or\"", "b"),
    ("tea \\(hard\\)", "c"),
    ("is:review 或 is:new", "abd"), ("\"-is:new\"", ""), ("\"is:new\"", ""),
  ]) func `a query means just these cards`(_ query: String, _ letters: String) throws {
    #expect(try found(query) == letters)
  }

  @Test func `an id means its card, with a caret only that, and without one also a text`() throws {
    let id = cards[0].candidate.card.id
    for query in ["^\(id)", "id:\(id)", "id:^\(id)", id.text, id.text.uppercased() + " or ^\(id)"] {
      #expect(try found(query) == "a", "\(query)")
    }
    #expect(try CardQuery(parsing: id.text) == .any([.card(id), .text(SearchText(id.text))]))
  }

  private static let refusals: [(String, Int, QueryFailure.Reason)] = [
    ("dekc:tea", 1, .unknownKey("dekc")), ("tea http://x", 5, .unknownKey("http")),
    ("deck:", 6, .missingValue(key: "deck")),
    ("绿茶 deck:=", 9, .missingValue(key: "deck")), ("tag:\"\"", 5, .missingValue(key: "tag")),
    ("is:du", 4, .unknownState("du")), ("a kind:clozes", 8, .unknownKind("clozes")),
    ("prop:stabilty>1", 6, .unknownProperty("stabilty")), ("prop:", 6, .missingValue(key: "prop")),
    ("prop:stability", 15, .missingComparison("stability")),
    ("prop:stability=>3", 15, .missingComparison("stability")),
    ("prop:due<=soon", 11, .notNumber("soon")), ("prop:due<=", 11, .notNumber("")),
    ("prop:due<nan", 10, .notNumber("nan")),
    ("prop:lapses>5%", 13, .notNumber("5%")), ("id:short", 4, .notID("short")),
    ("^short", 1, .notID("short")),
    ("(绿茶", 1, .openParenthesis), ("a (b (c)", 3, .openParenthesis), ("(", 1, .openParenthesis),
    ("绿茶)", 3, .strayParenthesis), (")", 1, .strayParenthesis), ("()", 1, .nothingAfter("(")),
    ("deck:\"tea", 6, .openQuote), ("a “b", 3, .openQuote), ("-", 1, .nothingAfter("-")),
    ("a - b", 3, .nothingAfter("-")),
    ("(a -)", 4, .nothingAfter("-")), ("a or", 3, .nothingAfter("or")), ("or a", 1, .nothingBefore("or")),
    ("a or or b", 3, .nothingAfter("or")), ("(a or) b", 4, .nothingAfter("or")),
    ("and", 1, .nothingBefore("and")),
    ("a and", 3, .nothingAfter("and")), ("-or", 2, .nothingBefore("or")),
    (String(repeating: "(", count: 70) + "a", 65, .tooDeep),
    (String(repeating: "-", count: 70) + "a", 65, .tooDeep),
    (String(repeating: "茶", count: 6_000), 1, .tooLong),
  ]

  @Test(arguments: refusals) func `what is wrong with a query is told with its place`(
    _ query: String,
    _ position: Int,
    _ reason: QueryFailure.Reason
  ) {
    #expect(throws: QueryFailure(at: position, reason)) { try CardQuery(parsing: query) }
  }

  @Test func `any text is a query or refused at a place within it, and not means the others`() throws {
    let pieces = [
      "(", ")", "-", "or", "and", " ", "\"", "deck:", "is:", "new", "due", "prop:", "due", "<", "=", ">", "3",
      "茶", "\\", ":",
      "^", "“", "（", "tea", "\u{0}", "e\u{301}", "🍵",
    ]
    let rounds = 400
    for seed in 0..<rounds {
      var random = SplitMix(seed: UInt64(seed))
      let text = (0..<Int.random(in: 0...9, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }.joined()
      do {
        let found = try found(text)
        guard let first = text.first(where: { !$0.isWhitespace }), first != ")" else { continue }
        let others = try Self.others(than: text)
        #expect(
          Set(found).isDisjoint(with: others) && found.count + others.count == cards.count,
          "seed \(seed): \(text)"
        )
      } catch let failure as QueryFailure {
        #expect((1...text.count + 1).contains(failure.position), "seed \(seed): \(text)")
      }
    }
  }

  /// The cards that a query does not mean, as its negation says.
  private static func others(than text: String) throws -> String {
    let search = CardSearch(.not(try CardQuery(parsing: text)), grading: Grading(LearnerSettings()), at: now)
    return String(cards.filter { search.matches($0.candidate) }.map(\.letter))
  }
}
