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
    guard let answer = view.answer(span, limit: 18), view.endsNominal(answer), view.hasContent(answer) else {
      return
    }
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
