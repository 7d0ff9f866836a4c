/// What a Chinese clause says of its subject, the object of its verb, and a subject that is more than a name.
///
/// No marker announces them, and they are what an argument asserts: 添加人力只会[使项目开发得更慢].
enum Predicates {
  static func find(in view: SentenceView, into points: inout [KeyPoint]) {
    guard view.script == .chinese else { return }
    for (number, clause) in view.clauses.enumerated() where view.pair(around: clause.range) == nil {
      guard let division = Division(clause, view) else { continue }
      predicate(division, number, view, &points)
      object(division, view, &points)
      subject(division, number, view, &points)
    }
  }

  private static func predicate(
    _ division: Division,
    _ number: Int,
    _ view: SentenceView,
    _ points: inout [KeyPoint]
  ) {
    let clause = view.clauses[number].range
    let span = division.core..<clause.upperBound
    guard let answer = view.answer(span, limit: 16), answer.lowerBound == span.lowerBound,
      view.essay.units(in: answer) >= 3, view.hasContent(answer)
    else { return }
    guard !Phrases.splitsUnknown(answer, view), !leavesAdverb(answer, in: clause, view) else { return }
    // A whole clause with nothing left of it cannot be told from what stands around it.
    guard answer != clause || view.essay.units(in: answer) <= 6 else { return }
    if let mark = answer.first(where: { view.essay.keys[$0] == "、".keys[0] }),
      Phrases.repeats(answer, mark, view)
    {
      return
    }
    let asks = division.isModal && division.hasSubject && view.essay.units(in: answer) >= 4
    points.append(
      KeyPoint(
        family: .predicate,
        answers: [answer],
        ask: asks ? .inPlace(word: "怎样", region: span) : .gap,
        strength: 0.42 + (division.isModal ? 0.06 : 0),
        reasons: [.clauseEnd]
      )
    )
    // 可以转移，但不能消除: what follows without a subject of its own belongs to the same statement.
    guard number + 1 < view.clauses.count else { return }
    let next = view.clauses[number + 1].range
    guard let first = view.tokens(in: next).first, Division.continues(first, view),
      let both = view.answer(division.start..<next.upperBound, limit: 18),
      both.lowerBound == division.start, both.upperBound == next.upperBound
    else { return }
    points.append(KeyPoint(family: .predicate, answers: [both], strength: 0.4, reasons: [.clauseEnd]))
  }

  /// 从头|开始设计的复杂系统根本不切实可行: hardly more than an adverb would be left.
  private static func leavesAdverb(_ answer: Range<Int>, in clause: Range<Int>, _ view: SentenceView) -> Bool
  {
    let left = view.tokens(in: clause.lowerBound..<answer.lowerBound)
    return !left.isEmpty && view.essay.units(in: clause.lowerBound..<answer.lowerBound) <= 2
      && left.allSatisfy { $0.tag == .adverb || $0.tag == .preposition }
  }

  private static func object(_ division: Division, _ view: SentenceView, _ points: inout [KeyPoint]) {
    guard let span = division.object, let answer = view.answer(span, limit: 18),
      answer.lowerBound == span.lowerBound, view.essay.units(in: answer) >= 3, view.hasContent(answer),
      view.tokens(in: answer).first?.tag != .pronoun, !Phrases.isTorn(answer, view)
    else { return }
    points.append(
      KeyPoint(
        family: .object,
        answers: [answer],
        ask: view.endsNominal(answer) && !view.startsWithVerb(answer)
          ? .inPlace(word: "什么", region: span) : .gap,
        strength: 0.44,
        reasons: [.clauseEnd]
      )
    )
  }

  private static func subject(
    _ division: Division,
    _ number: Int,
    _ view: SentenceView,
    _ points: inout [KeyPoint]
  ) {
    guard division.hasSubject, let answer = view.answer(division.subject, limit: 16),
      answer.lowerBound == division.subject.lowerBound, view.essay.units(in: answer) >= 4,
      view.hasContent(answer), view.endsNominal(answer)
    else { return }
    let words = view.tokens(in: answer)
    guard words.contains(where: { $0.tag == .particle || $0.tag == .verb || $0.tag == .conjunction }),
      words.first?.tag != .pronoun, words.first?.tag != .preposition,
      !view.essay.keys[answer].contains(manner), words.last.map({ $0.range.count > 1 }) == true
    else { return }
    points.append(
      KeyPoint(
        family: .phrase,
        answers: [answer],
        ask: number == 0 && division.isModal ? .inPlace(word: "什么", region: division.subject) : .gap,
        strength: 0.42,
        reasons: [.exactBoundaries, .wholeSubject]
      )
    )
  }
}

/// 地 makes a manner of what stands before it.
private let manner = "地".keys[0]

/// A clause divided into its subject and what is said of it.
private struct Division {
  /// Where the subject stands; empty when the clause has none.
  var subject: Range<Int>
  /// Where the predicate begins with its adverbs.
  var start: Int
  /// Where the predicate begins without them.
  var core: Int
  /// What follows the main verb, if anything.
  var object: Range<Int>?
  /// Whether 会, 可以, 必须 or their like stand before the predicate.
  var isModal: Bool

  var hasSubject: Bool { !subject.isEmpty }

  /// Whether a clause that begins with the word goes on about the subject before.
  static func continues(_ token: Token, _ view: SentenceView) -> Bool {
    token.tag == .conjunction || joints.contains(view.essay.word(token.range))
  }

  private static let joints: WordSet = ["也", "又", "还", "但", "而", "并", "且", "更"]

  init?(_ clause: Clause, _ view: SentenceView) {
    let tokens = view.tokens(in: clause.range)
    var begin = tokens.startIndex
    while begin < tokens.endIndex, view.tokens[begin].tag == .conjunction { begin += 1 }
    guard begin < tokens.endIndex, let head = Self.head(in: begin..<tokens.endIndex, view) else { return nil }
    var core = head
    var isModal = false
    while core < tokens.endIndex {
      let token = view.tokens[core]
      if token.tag == .auxiliary {
        isModal = true
      } else if token.tag != .adverb || Self.negations.contains(view.essay.word(token.range)) {
        break
      }
      core += 1
    }
    guard core < tokens.endIndex else { return nil }
    let first = view.tokens[begin].range.lowerBound
    subject = first..<(head > begin ? view.tokens[head - 1].range.upperBound : first)
    start = view.tokens[head].range.lowerBound
    self.core = view.tokens[core].range.lowerBound
    self.isModal = isModal
    var after = core
    while after < tokens.endIndex, view.tokens[after].tag != .verb { after += 1 }
    if after < tokens.endIndex { after += 1 }
    while after < tokens.endIndex, view.tokens[after].tag == .aspect { after += 1 }
    object = after < tokens.endIndex ? view.tokens[after].range.lowerBound..<clause.range.upperBound : nil
  }

  /// The first word that is said of the subject: not one inside a modifier that 的 closes before it.
  private static func head(in range: Range<Int>, _ view: SentenceView) -> Int? {
    var lastHead = -1
    for number in range where isHead(view.tokens[number], view) { lastHead = number }
    guard lastHead >= 0 else { return nil }
    var particles: [Int] = []
    for number in range where isClosing(view.tokens[number], view) { particles.append(number) }
    var next = 0
    for number in range where isHead(view.tokens[number], view) {
      while next < particles.count, particles[next] < number { next += 1 }
      let isModifier =
        next < particles.count && particles[next] + 1 < lastHead
        && view.tokens[number].tag != .auxiliary && !isCarrying(view.tokens[number], view)
      if !isModifier { return number }
    }
    return nil
  }

  private static func isHead(_ token: Token, _ view: SentenceView) -> Bool {
    token.tag == .verb || token.tag == .adverb || token.tag == .auxiliary || isCarrying(token, view)
  }

  private static func isCarrying(_ token: Token, _ view: SentenceView) -> Bool {
    token.tag == .preposition && carriers.contains(view.essay.word(token.range))
  }

  private static func isClosing(_ token: Token, _ view: SentenceView) -> Bool {
    token.tag == .particle && view.essay.keys[token.range.lowerBound] == particle
  }

  private static let particle = "的".keys[0]
  private static let carriers: WordSet = ["把", "将", "被", "比"]
  private static let negations: WordSet = ["不", "没", "未", "无", "没有", "不再", "从不", "并不", "尚未", "不必"]
}
