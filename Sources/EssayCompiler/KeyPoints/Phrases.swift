/// Phrases of a Chinese sentence that no marker announces: the object that ends a clause, the subject that opens
/// it, the time or place it is set in, and names.
///
/// They are the widest part of the pool. Each begins and ends with a word boundary and is whole as a phrase.
enum Phrases {
  static func find(in view: SentenceView, into points: inout [KeyPoint]) {
    guard view.script == .chinese else { return }
    for clause in view.clauses where view.pair(around: clause.range) == nil {
      object(of: clause, view, &points)
      subject(of: clause, view, &points)
      setting(of: clause, view, &points)
    }
    names(view, &points)
  }

  /// The noun phrase after the last verb of a clause.
  private static func object(of clause: Clause, _ view: SentenceView, _ points: inout [KeyPoint]) {
    let tokens = view.tokens(in: clause.range)
    guard tokens.count >= 3, let lastToken = tokens.last, lastToken.tag.isNominal || lastToken.tag == .other
    else {
      return
    }
    var cursor = tokens.endIndex - 1
    while cursor > tokens.startIndex, view.tokens[cursor].tag != .verb { cursor -= 1 }
    guard cursor > tokens.startIndex, cursor < tokens.endIndex - 1 else { return }
    // 发展的成果: a verb before 的 belongs to the phrase, so the real verb stands further left.
    var verb = cursor
    while verb > tokens.startIndex, isAttributive(verb, tokens.endIndex, view) {
      verb -= 1
      while verb > tokens.startIndex, view.tokens[verb].tag != .verb { verb -= 1 }
    }
    verb = governor(of: verb, from: tokens.startIndex, view)
    guard view.tokens[verb].tag == .verb else { return }
    var start = verb + 1
    var aspect = false
    while start < tokens.endIndex, view.tokens[start].tag == .aspect {
      start += 1
      aspect = true
    }
    guard start < tokens.endIndex, view.tokens[start].tag != .particle else { return }
    let span = view.tokens[start].range.lowerBound..<clause.range.upperBound
    guard let answer = view.answer(span, limit: 18), view.endsNominal(answer), view.hasContent(answer),
      !opensOnAdverb(answer, clause.range, view)
    else {
      return
    }
    guard !isTorn(answer, view) else { return }
    let first = view.tokens(in: answer).first?.tag
    guard first != .pronoun, first != .direction, !continues(answer.lowerBound, view) else { return }
    let units = view.essay.units(in: answer)
    guard units >= 2 else { return }
    points.append(
      KeyPoint(
        family: .object,
        answers: [answer],
        ask: .inPlace(word: "什么", region: answer.lowerBound..<clause.range.upperBound),
        strength: (aspect ? 0.56 : 0.5) + (units >= 4 && units <= 14 ? 0.04 : 0),
        reasons: [.clauseEnd]
      )
    )
  }

  /// In 开展教育实践活动 the word 实践 belongs to the object of 开展, in 解决突出问题 the word 突出 to that of 解决.
  private static func governor(of verb: Int, from start: Int, _ view: SentenceView) -> Int {
    var verb = verb
    while verb > start, verb + 1 < view.tokens.count, view.tokens[verb + 1].tag != .aspect {
      let before = view.tokens[verb - 1].tag
      if before == .verb {
        verb -= 1
      } else if before == .verbalNoun || before == .noun, let left = verbBefore(verb - 1, start, view) {
        verb = left
      } else {
        break
      }
    }
    return verb
  }

  /// The verb to the left of a noun, when only the noun's own words stand between.
  private static func verbBefore(_ noun: Int, _ start: Int, _ view: SentenceView) -> Int? {
    var number = noun
    while number > start {
      number -= 1
      switch view.tokens[number].tag {
      case .verb: return number
      case .noun, .verbalNoun, .adjective, .name, .place, .idiom, .particle: continue
      case .time, .adverb, .pronoun, .numeral, .measure, .preposition, .conjunction, .aspect, .direction,
        .auxiliary, .punctuation, .other:
        return nil
      }
    }
    return nil
  }

  /// 从头|开始设计的复杂系统: hardly more than an adverb would be left of the clause.
  private static func opensOnAdverb(_ answer: Range<Int>, _ clause: Range<Int>, _ view: SentenceView) -> Bool
  {
    let left = clause.lowerBound..<answer.lowerBound
    return !left.isEmpty && view.essay.units(in: left) <= 2
      && view.tokens(in: left).allSatisfy { $0.tag != .verb && !$0.tag.isNominal }
  }

  /// Whether an answer after a verb tears something apart.
  ///
  /// 党、建党新原理: when the item after a pause acts, the verb before the answer acts for the first item only.
  /// 形成|一种优良作风不可能一蹴而就: a denial inside is said of something that belongs to the verb.
  static func isTorn(_ answer: Range<Int>, _ view: SentenceView) -> Bool {
    if splitsUnknown(answer, view) { return true }
    if view.tokens(in: answer).contains(where: { $0.tag == .auxiliary || isDenial($0, view) }) { return true }
    guard let mark = answer.first(where: { view.essay.keys[$0] == "、".keys[0] }),
      let number = view.token(startingAt: mark + 1)
    else { return false }
    return view.tokens[number].tag == .verb || view.tokens[number].tag == .auxiliary
      || repeats(answer, mark, view)
  }

  /// 祈|年坛, 治|党强党, 过|高估计: two single characters side by side are often a word that no lexicon has.
  static func splitsUnknown(_ answer: Range<Int>, _ view: SentenceView) -> Bool {
    guard let next = view.token(startingAt: answer.lowerBound) else { return false }
    let first = view.tokens[next]
    if first.range.count == 1, first.tag == .verb, next + 1 < view.tokens.count,
      view.tokens[next + 1].range.count == 1, view.tokens[next + 1].tag.isNominal
    {
      return true
    }
    guard let last = view.token(endingAt: answer.lowerBound) else { return false }
    let before = view.tokens[last]
    guard before.range.count == 1, before.tag == .verb || before.tag == .adverb || before.tag.isNominal,
      !commonVerbs.contains(view.essay.keys[before.range.lowerBound])
    else { return false }
    return first.range.count <= 2 && first.tag != .numeral
  }

  private static let commonVerbs = Set("是有为在到使让令叫做用占达含设建造称作成得需要获取受给当变入于就也都还又不没未只最更很".keys)

  /// 反|贪污、反浪费: the word before the answer stands before the next item too.
  static func repeats(_ answer: Range<Int>, _ mark: Int, _ view: SentenceView) -> Bool {
    answer.lowerBound > view.range.lowerBound && mark + 1 < answer.upperBound
      && view.essay.keys[answer.lowerBound - 1] == view.essay.keys[mark + 1]
  }

  private static func isDenial(_ token: Token, _ view: SentenceView) -> Bool {
    denials.contains(view.essay.keys[token.range.lowerBound]) && token.range.count > 1 && token.tag != .noun
      && token.tag != .adjective
  }

  private static let denials = Set("不没未".keys)

  /// Whether a pause mark or a conjunction before the place makes it the rest of something longer.
  private static func continues(_ offset: Int, _ view: SentenceView) -> Bool {
    guard offset > view.range.lowerBound else { return false }
    if view.essay.keys[offset - 1] == Key.of("、") { return true }
    return view.token(endingAt: offset).map { view.tokens[$0].tag == .conjunction } ?? false
  }

  /// Whether a verb stands inside an attribute: 的 follows it before the clause ends.
  private static func isAttributive(_ verb: Int, _ end: Int, _ view: SentenceView) -> Bool {
    var number = verb + 1
    while number < end {
      let tag = view.tokens[number].tag
      if tag == .particle, view.essay.foldedText(view.tokens[number].range) == "的" { return number + 1 < end }
      if tag == .aspect { return false }
      number += 1
    }
    return false
  }

  /// The noun phrase before the first verb, when it opens the sentence.
  private static func subject(of clause: Clause, _ view: SentenceView, _ points: inout [KeyPoint]) {
    let tokens = view.tokens(in: clause.range)
    var end = tokens.startIndex
    while end < tokens.endIndex {
      let tag = view.tokens[end].tag
      guard tag.isNominal || tag == .adjective || tag == .particle || tag == .other else { break }
      end += 1
    }
    guard end > tokens.startIndex, end < tokens.endIndex else { return }
    let follower = view.tokens[end].tag
    guard follower == .verb || follower == .adverb || follower == .preposition || follower == .auxiliary
    else {
      return
    }
    let span = clause.range.lowerBound..<view.tokens[end - 1].range.upperBound
    guard let answer = view.answer(span, limit: 14), answer.lowerBound == clause.range.lowerBound,
      view.endsNominal(answer), view.essay.units(in: answer) >= 2
    else { return }
    points.append(KeyPoint(family: .phrase, answers: [answer], strength: 0.36, reasons: [.exactBoundaries]))
  }

  /// 在延安时期, 改革开放以来: when something was.
  private static func setting(of clause: Clause, _ view: SentenceView, _ points: inout [KeyPoint]) {
    let tokens = view.tokens(in: clause.range)
    guard let last = tokens.last else { return }
    let closes = times.contains { time in
      time.count < clause.range.count && view.essay.matches(time, at: clause.range.upperBound - time.count)
    }
    guard closes, last.tag != .punctuation else { return }
    var start = clause.range.lowerBound
    if let first = tokens.first, first.tag == .preposition || first.tag == .conjunction {
      start = first.range.upperBound
    }
    guard start < clause.range.upperBound,
      let answer = view.answer(start..<clause.range.upperBound, limit: 12),
      view.essay.units(in: answer) >= 3
    else { return }
    points.append(KeyPoint(family: .date, answers: [answer], strength: 0.46, reasons: [.exactBoundaries]))
  }

  private static let times: [[Key]] = ["时期", "时代", "年间", "年代", "以来", "初期", "期间", "中叶", "末期", "战争年代"].map(
    \.keys
  )

  /// Names and rare terms, alone or before a second one without a mark between.
  private static func names(_ view: SentenceView, _ points: inout [KeyPoint]) {
    var number = 0
    while number < view.tokens.count {
      let start = number
      var named = false
      while number < view.tokens.count, isTermPart(view.tokens[number]),
        number == start || view.tokens[number].range.lowerBound == view.tokens[number - 1].range.upperBound
      {
        let tag = view.tokens[number].tag
        if tag == .name || tag == .place || (tag == .other && view.tokens[number].range.count > 1) {
          named = true
        }
        number += 1
        // 利用地下热水 may act: a verb used as a noun ends a term, unless the essay says the whole again.
        if number > start + 1, view.tokens[number - 1].tag == .verbalNoun { break }
      }
      if number == start {
        number += 1
        continue
      }
      let span = view.tokens[start].range.lowerBound..<view.tokens[number - 1].range.upperBound
      let words = number - start
      guard let answer = view.answer(span, limit: 12), view.essay.units(in: answer) >= 2 else { continue }
      let rare = view.tokens[start..<number].contains { $0.frequency < 60 }
      guard named || words >= 2 || rare, view.endsNominal(answer) else { continue }
      let strength = (named ? 0.4 : 0.3) + (words >= 2 ? 0.06 : 0) + (rare ? 0.04 : 0)
      points.append(
        KeyPoint(
          family: named ? .name : .phrase,
          answers: [answer],
          strength: strength,
          reasons: [.exactBoundaries]
        )
      )
    }
  }

  private static func isTermPart(_ token: Token) -> Bool {
    switch token.tag {
    case .noun, .name, .place, .verbalNoun, .idiom: true
    case .other: token.range.count > 1
    case .time, .verb, .adjective, .adverb, .pronoun, .numeral, .measure, .preposition, .conjunction,
      .particle,
      .aspect, .direction, .auxiliary, .punctuation:
      false
    }
  }
}
