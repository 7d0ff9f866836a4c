/// `A, B, and C` in English, and the ordinals that open a point.
enum LatinEnumerations {
  static func find(in view: SentenceView, into points: inout [KeyPoint]) {
    let phrases = view.latinPhrases()
    var start = 0
    while start < phrases.count {
      var end = start + 1
      var ranges = [phrases[start].range]
      var closed = false
      while end < phrases.count, !closed, let link = link(phrases[end - 1], phrases[end], view) {
        ranges.append(phrases[end].range)
        closed = link == .last
        end += 1
      }
      // In 1954, the bier and the relics: what the sentence opens with is no item.
      if let first = ranges.first, ranges.count >= 3, opensWithPreposition(first, view) {
        ranges.removeFirst()
      }
      if ranges.count >= 3, closed || endsOpenly(ranges, view), ranges.count <= 7 {
        add(ranges, view, &points)
      }
      start = end
    }
    ordinal(view, &points)
  }

  private static func opensWithPreposition(_ item: Range<Int>, _ view: SentenceView) -> Bool {
    let before = view.tokens(in: view.range.lowerBound..<item.lowerBound)
    return before.count <= 2 && before.first?.tag == .preposition
  }

  private enum Link {
    case comma
    case last
  }

  /// Only a comma, `and` or `or`, and determiners may stand between two items.
  private static func link(_ one: LatinPhrase, _ next: LatinPhrase, _ view: SentenceView) -> Link? {
    let gap = one.range.upperBound..<next.range.lowerBound
    guard !gap.isEmpty else { return nil }
    var comma = false
    for key in view.essay.keys[gap] where !Characters.isSpace(key) && !Characters.isLatinLetter(key) {
      guard key == 0x2C, !comma else { return nil }
      comma = true
    }
    var conjunction = false
    for token in view.tokens(in: gap) where token.tag != .punctuation {
      let text = view.essay.foldedText(token.range)
      if text == "and" || text == "or" {
        conjunction = true
      } else if token.tag != .particle {
        return nil
      }
    }
    if conjunction { return .last }
    return comma ? .comma : nil
  }

  /// A row without `and` counts when it ends with `etc.` or a bracket.
  private static func endsOpenly(_ ranges: [Range<Int>], _ view: SentenceView) -> Bool {
    guard let last = ranges.last, let token = view.token(endingAt: last.upperBound) else { return false }
    return view.essay.foldedText(view.tokens[token].range) == "etc"
      || view.pairs.contains { $0.close == last.upperBound }
  }

  private static func add(_ ranges: [Range<Int>], _ view: SentenceView, _ points: inout [KeyPoint]) {
    var ranges = ranges
    if let last = ranges.last, view.essay.foldedText(last) == "etc" { ranges.removeLast() }
    let answers = ranges.compactMap { view.answer($0, limit: 8) }
    let counted = answers.filter { Characters.isDigit(view.essay.keys[$0.lowerBound]) }.count
    guard answers.count == ranges.count, answers.count >= 3, counted == 0 || counted == answers.count,
      let first = answers.first,
      let last = answers.last,
      view.isBalanced(first.lowerBound..<last.upperBound)
    else { return }
    points.append(
      KeyPoint(
        family: .enumeration,
        answers: answers,
        ask: .items(region: first.lowerBound..<last.upperBound, head: nil),
        strength: 0.82,
        reasons: [.exactBoundaries]
      )
    )
  }

  /// `First, X.` or `Second: X.`: the short statement is the point.
  private static func ordinal(_ view: SentenceView, _ points: inout [KeyPoint]) {
    guard let first = view.tokens.first, ordinals.contains(view.essay.word(first.range)),
      first.range.upperBound < view.range.upperBound,
      view.essay.keys[first.range.upperBound] == 0x2C || view.essay.keys[first.range.upperBound] == 0x3A
    else { return }
    let tokens = view.tokens.dropFirst()
    guard let verb = tokens.firstIndex(where: { $0.tag == .auxiliary || $0.tag == .verb }) else { return }
    let start =
      view.tokens[verb].tag == .auxiliary
      ? view.tokens[verb].range.upperBound : view.tokens[verb].range.lowerBound
    let end = view.clauseEnd(at: view.tokens[verb].range.lowerBound)
    guard start < end, let answer = view.answer(start..<end, limit: 10), view.essay.units(in: answer) >= 2
    else {
      return
    }
    points.append(
      KeyPoint(family: .ordinal, answers: [answer], strength: 0.74, reasons: [.marker, .clauseEnd])
    )
  }

  private static let ordinals: WordSet = [
    "first", "second", "third", "fourth", "fifth", "sixth", "firstly", "secondly", "thirdly", "finally",
    "lastly",
  ]
}
