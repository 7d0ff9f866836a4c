extension SentenceView {
  /// The longest answer that a learner can give in one piece, in units.
  static let longestAnswer = 28

  /// A span made fit to be an answer: no mark, particle or connective at its ends, no word cut, brackets whole.
  ///
  /// A span that is one quotation becomes what stands inside it. Nothing is returned when nothing is left,
  /// or when the span would be longer than `limit` units.
  func answer(
    _ span: Range<Int>,
    limit: Int = SentenceView.longestAnswer,
    keepsDeterminer: Bool = false
  ) -> Range<Int>? {
    var low = max(span.lowerBound, range.lowerBound)
    var high = min(span.upperBound, range.upperBound)
    var changed = true
    while changed, low < high {
      changed = false
      while low < high, !isAnswerStart(low) {
        low += 1
        changed = true
      }
      while high > low, !isAnswerEnd(high) {
        high -= 1
        changed = true
      }
      if low < high, let first = token(startingAt: low), isTrimmedFromStart(tokens[first]),
        !(keepsDeterminer && script == .latin && tokens[first].tag == .particle),
        tokens[first].range.upperBound < high
      {
        low = tokens[first].range.upperBound
        changed = true
      }
      if low < high, let first = token(startingAt: low), isComplement(first),
        tokens[first].range.upperBound < high
      {
        low = tokens[first].range.upperBound
        changed = true
      }
      if low < high, let last = token(endingAt: high), isTrimmedFromEnd(tokens[last]),
        tokens[last].range.lowerBound > low
      {
        high = tokens[last].range.lowerBound
        changed = true
      }
      if low < high, let pair = pairs.first(where: { $0.open == low && $0.close == high - 1 }),
        !Self.titleMarks.contains(pair.mark)
      {
        low += 1
        high -= 1
        changed = true
      }
    }
    guard low < high, isEdge(low), isEdge(high), isBalanced(low..<high) else { return nil }
    let units = essay.units(in: low..<high)
    guard units >= 1, units <= limit else { return nil }
    return low..<high
  }

  private static let titleMarks = Set("《〈(（[【".keys)

  private func isAnswerStart(_ offset: Int) -> Bool {
    let key = essay.keys[offset]
    return Characters.isWordlike(key) || pairs.contains { $0.open == offset }
  }

  private func isAnswerEnd(_ offset: Int) -> Bool {
    let key = essay.keys[offset - 1]
    return Characters.isWordlike(key) || key == 0x25 || key == 0x2B || key == 0xB0 || key == 0x2103
      || pairs.contains { $0.close == offset - 1 }
  }

  private func isTrimmedFromStart(_ token: Token) -> Bool {
    switch token.tag {
    case .aspect: true
    case .conjunction: script == .latin || Self.conjunctions.contains(essay.word(token.range))
    case .preposition: script == .latin && Self.openers.contains(essay.word(token.range))
    case .particle: script == .latin || essay.keys[token.range] == Self.de
    case .adverb, .auxiliary: Self.trimmedAdverbs.contains(essay.word(token.range))
    case .noun, .name, .place, .time, .verb, .verbalNoun, .adjective, .pronoun, .numeral, .measure, .idiom,
      .direction, .punctuation, .other:
      false
    }
  }

  /// 固化|于|制, 聊|到|定律: the verb before has taken the word.
  private func isComplement(_ number: Int) -> Bool {
    guard script == .chinese, number > 0, tokens[number].range.count == 1,
      Self.complements.contains(essay.word(tokens[number].range))
    else { return false }
    let before = tokens[number - 1]
    return before.tag == .verb && before.range.upperBound == tokens[number].range.lowerBound
  }

  private static let complements: WordSet = ["到", "于", "至", "成", "出", "给", "起", "得", "向", "为"]

  private func isTrimmedFromEnd(_ token: Token) -> Bool {
    if script == .chinese {
      if token.tag == .direction, token.range.count == 1 { return true }
      if Self.trimmedEnds.contains(essay.word(token.range)) { return true }
    } else if token.tag == .adverb {
      return true
    }
    switch token.tag {
    case .aspect, .particle, .conjunction: return true
    case .preposition: return script == .latin
    case .auxiliary: return script == .latin
    case .noun, .name, .place, .time, .verb, .verbalNoun, .adjective, .adverb, .pronoun, .numeral, .measure,
      .idiom, .direction, .punctuation, .other:
      return false
    }
  }

  private static let de = ArraySlice("的".keys)
  private static let conjunctions: WordSet = [
    "和", "与", "及", "或", "以及", "并", "并且", "而", "而且", "但", "但是", "或者", "且", "则", "因此", "所以", "从而", "因而", "于是",
  ]
  private static let openers: WordSet = ["to", "of"]
  private static let trimmedAdverbs: WordSet = [
    "则", "就", "也", "都", "还", "又", "才", "便", "即", "却", "亦", "更", "已", "已经", "曾", "曾经", "必将",
    "将", "仍", "仍然", "再", "并", "正", "均", "皆", "只", "同时", "从而", "因而", "于是", "therefore", "thus",
    "also", "now", "then", "only", "still", "even", "often", "usually", "generally",
  ]
  private static let trimmedEnds: WordSet = [
    "等", "等等", "之类", "都", "也", "均", "皆", "就", "则", "才", "又", "再", "还", "而言", "来说", "为止", "吗", "呢", "吧", "矣",
    "焉", "耳", "哉", "乎", "起来",
  ]

  /// The end of the clause that holds the offset, without its mark.
  func clauseEnd(at offset: Int) -> Int {
    clause(at: offset)?.range.upperBound ?? range.upperBound
  }

  /// Whether the word at the start of the span acts (要解决…) rather than names.
  func startsWithVerb(_ span: Range<Int>) -> Bool {
    guard let first = tokens(in: span).first else { return false }
    return first.tag == .verb
  }

  /// Whether the span tells of an action: a verb stands first, or after an adverb or manner.
  func acts(_ span: Range<Int>) -> Bool {
    let words = tokens(in: span)
    guard let first = words.first else { return false }
    switch first.tag {
    case .verb, .adverb, .auxiliary: return true
    case .adjective: return words.dropFirst().first?.tag == .verb
    case .noun, .name, .place, .time, .verbalNoun, .pronoun, .numeral, .measure, .preposition, .conjunction,
      .particle,
      .aspect, .idiom, .direction, .punctuation, .other:
      return false
    }
  }

  /// Whether the last word of the span names something.
  func endsNominal(_ span: Range<Int>) -> Bool {
    guard let last = tokens(in: span).last else { return false }
    return last.tag.isNominal || last.tag == .other
  }

  /// Whether the span holds a word that means something.
  func hasContent(_ span: Range<Int>) -> Bool {
    tokens(in: span).contains { $0.tag.isContent && $0.tag != .numeral }
  }
}
