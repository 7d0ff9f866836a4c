/// Three or more items between enumeration commas, with exact ends.
///
/// Where the first item begins and the last one ends is the hard part: the ends are placed where the item is
/// most like its neighbours, and the enumeration is dropped when no place is convincing.
enum Enumerations {
  static func find(in view: SentenceView, into points: inout [KeyPoint]) {
    for run in runs(in: view) {
      guard let items = items(of: run, in: view) else { continue }
      let region = items.region
      if items.ranges.count == 1 {
        points.append(
          KeyPoint(family: .enumeration, answers: items.ranges, strength: 0.55, reasons: [.exactBoundaries])
        )
        continue
      }
      points.append(
        KeyPoint(
          family: .enumeration,
          answers: items.ranges,
          ask: .items(region: region, head: items.head),
          strength: items.ranges.count >= 3 ? 0.84 : 0.45,
          reasons: [.exactBoundaries]
        )
      )
    }
  }

  /// A stretch of a clause with enumeration commas on one level.
  private struct Run {
    var range: Range<Int>
    var marks: [Int]
    /// Whether the run begins and ends with its items.
    var isQuoted = false
  }

  private struct Items {
    var ranges: [Range<Int>]
    var region: Range<Int>
    var head: Range<Int>?
  }

  private static func runs(in view: SentenceView) -> [Run] {
    var runs: [Run] = []
    for clause in view.clauses {
      var marks: [Int] = []
      var offset = clause.range.lowerBound
      while offset < clause.range.upperBound {
        if let pair = view.pairs.first(where: { $0.open == offset }) {
          offset = pair.close + 1
          continue
        }
        if view.essay.keys[offset] == pause { marks.append(offset) }
        offset += 1
      }
      if !marks.isEmpty { runs.append(Run(range: clause.range, marks: marks)) }
    }
    return runs + quotedRuns(in: view) + commaRuns(in: view)
  }

  /// “中国共产党是什么、要干什么、要怎么干”: all that stands between the quotation marks is items.
  private static func quotedRuns(in view: SentenceView) -> [Run] {
    view.pairs.compactMap { pair in
      guard quotes.contains(pair.mark), pair.inside.count >= 9 else { return nil }
      let marks = pair.inside.filter { view.essay.keys[$0] == pause }
      return marks.count >= 2 ? Run(range: pair.inside, marks: marks, isQuoted: true) : nil
    }
  }

  /// 二八法则，重要的少数法则和因素稀疏原则: commas divide the items, and 和 stands before the last.
  private static func commaRuns(in view: SentenceView) -> [Run] {
    var runs: [Run] = []
    var start = 0
    while start + 1 < view.clauses.count {
      var end = start + 1
      while end < view.clauses.count, isNames(view.clauses[end].range, view), joins(end - 1, view) {
        end += 1
      }
      // The clause that ends the list holds the conjunction, and perhaps more.
      if end < view.clauses.count, joins(end - 1, view), opensWithNames(view.clauses[end].range, view) {
        end += 1
      }
      let last = view.clauses[end - 1].range
      let isClosed = view.tokens(in: last).contains { conjunctions.contains(view.essay.word($0.range)) }
      if end - start >= 2, isClosed,
        !view.keys(view.clauses[start].range.lowerBound..<last.upperBound).contains(pause)
      {
        let marks = (start..<end - 1).map { view.clauses[$0].end - 1 }
        runs.append(Run(range: view.clauses[start].range.lowerBound..<last.upperBound, marks: marks))
        start = end
      } else {
        start += 1
      }
    }
    return runs
  }

  private static func joins(_ clause: Int, _ view: SentenceView) -> Bool {
    view.clauses[clause].mark == "，".keys[0] && view.pair(around: view.clauses[clause].range) == nil
  }

  private static func isNames(_ range: Range<Int>, _ view: SentenceView) -> Bool {
    view.essay.units(in: range) <= 14 && view.endsNominal(range)
      && view.tokens(in: range).allSatisfy { isNaming($0, view) }
  }

  /// Whether names stand up to the conjunction and behind it.
  private static func opensWithNames(_ range: Range<Int>, _ view: SentenceView) -> Bool {
    let tokens = view.tokens(in: range)
    guard let mark = tokens.firstIndex(where: { conjunctions.contains(view.essay.word($0.range)) }),
      mark > tokens.startIndex, mark + 1 < tokens.endIndex
    else { return false }
    return tokens[..<mark].allSatisfy { isNaming($0, view) } && isNaming(view.tokens[mark + 1], view)
  }

  private static func isNaming(_ token: Token, _ view: SentenceView) -> Bool {
    switch token.tag {
    case .noun, .name, .place, .verbalNoun, .adjective, .idiom, .other, .particle: true
    case .conjunction: conjunctions.contains(view.essay.word(token.range))
    case .time, .verb, .adverb, .pronoun, .numeral, .measure, .preposition, .aspect, .direction, .auxiliary,
      .punctuation:
      false
    }
  }

  private static let quotes = Set("“‘\"".keys)

  private static func items(of run: Run, in view: SentenceView) -> Items? {
    var middle: [Range<Int>] = []
    for (left, right) in zip(run.marks, run.marks.dropFirst()) {
      middle.append(left + 1..<right)
    }
    guard let lastMark = run.marks.last, let firstMark = run.marks.first else { return nil }
    let tail = lastMark + 1..<run.range.upperBound
    guard !tail.isEmpty else { return nil }
    var lastStart = tail.lowerBound
    var beforeConjunction: Range<Int>?
    if let conjunction = conjunction(in: tail, like: middle, view), conjunction.lowerBound > tail.lowerBound {
      beforeConjunction = tail.lowerBound..<conjunction.lowerBound
      lastStart = conjunction.upperBound
    }
    if let item = beforeConjunction { middle.append(item) }
    middle = middle.flatMap { splitAtFirmConjunction($0, view) }
    if middle.isEmpty { return pair(run.range.lowerBound..<firstMark, tail, view) }
    guard let model = middle.first, middle.allSatisfy({ isItem($0, view) }) else { return nil }
    let head = run.range.lowerBound..<firstMark
    guard let first = run.isQuoted ? view.essay.trimmed(head) : firstItem(head, like: middle, view) else {
      return nil
    }
    let reference = middle.last ?? model
    let rest = lastStart..<run.range.upperBound
    let last =
      run.isQuoted
      ? End(item: view.essay.trimmed(rest), end: rest.upperBound)
      : lastItem(rest, like: reference, middle, view)
    guard let last else { return nil }
    let ranges = [first] + middle.map { view.essay.trimmed($0) } + [last.item]
    let lengths = ranges.map { view.essay.units(in: $0) }
    guard let longest = lengths.max(), let shortest = lengths.min(), longest <= 18, shortest >= 1,
      longest <= 3 * shortest + 3, ranges.count <= 9, ranges.allSatisfy(view.isBalanced),
      run.isQuoted || areOfOneKind(ranges, view), ranges.allSatisfy({ isItem($0, view) })
    else { return nil }
    return Items(ranges: ranges, region: first.lowerBound..<last.end, head: last.head)
  }

  /// Two items of one mould (立党为谁、执政为谁) are asked for together.
  private static func pair(_ left: Range<Int>, _ right: Range<Int>, _ view: SentenceView) -> Items? {
    var best: (score: Double, range: Range<Int>)?
    for first in view.tokens(in: left) {
      let one = first.range.lowerBound..<left.upperBound
      guard view.essay.units(in: one) <= 10, first.tag != .particle else { continue }
      let shape = Shape(one, view)
      for last in view.tokens(in: right) where last.tag != .particle {
        let other = right.lowerBound..<last.range.upperBound
        guard view.essay.units(in: other) == shape.units else { continue }
        let model = Shape(other, view)
        guard
          shape.firstKey == model.firstKey || shape.lastKey == model.lastKey
            || (shape.units == 4 && shape.words == model.words)
        else {
          continue
        }
        let score = shape.likeness(to: model) + (shape.lastKey == model.lastKey ? 0.6 : 0)
        if shape.units >= 3, score > (best?.score ?? 1.6) {
          best = (score, one.lowerBound..<other.upperBound)
        }
      }
    }
    guard let best, view.isBalanced(best.range) else { return nil }
    return Items(ranges: [best.range], region: best.range, head: nil)
  }

  /// All items act, or all items name.
  private static func areOfOneKind(_ items: [Range<Int>], _ view: SentenceView) -> Bool {
    let lengths = items.map { view.essay.units(in: $0) }
    if items.count > 2, let shortest = lengths.min(), let longest = lengths.max(), longest - shortest <= 1,
      longest >= 3
    {
      return true
    }
    let between = items.dropFirst().dropLast().map { view.acts($0) }
    // The middle items have sure ends; when they differ among themselves so may the outer ones.
    if between.contains(true), between.contains(false) { return true }
    let acting = items.filter { view.acts($0) }
    let counted = items.filter { view.tokens(in: $0).first?.tag == .numeral }.count
    guard counted == 0 || counted == items.count else { return false }
    let few = min(acting.count, items.count - acting.count)
    return few == 0 || (few * 4 <= items.count && items.count > 3)
      || Shape(items[0], view).firstKey == Shape(items[1], view).firstKey
  }

  /// An item that holds 以及 is two.
  private static func splitAtFirmConjunction(_ item: Range<Int>, _ view: SentenceView) -> [Range<Int>] {
    let firm = view.tokens(in: item).first { view.essay.foldedText($0.range) == "以及" }
    guard let firm, firm.range.lowerBound > item.lowerBound, firm.range.upperBound < item.upperBound else {
      return [item]
    }
    return [item.lowerBound..<firm.range.lowerBound, firm.range.upperBound..<item.upperBound]
  }

  private static func isItem(_ range: Range<Int>, _ view: SentenceView) -> Bool {
    let item = view.essay.trimmed(range)
    return !item.isEmpty && view.isEdge(item.lowerBound) && view.isEdge(item.upperBound)
      && view.essay.keys[item].contains(where: Characters.isWordlike)
      && view.tokens(in: item).last.map { !isEtCetera($0, view) } ?? false
  }

  /// The 和, 以及, 与 or 或 that stands before the last item.
  private static func conjunction(
    in tail: Range<Int>,
    like middle: [Range<Int>],
    _ view: SentenceView
  ) -> Range<Int>? {
    var candidates: [Range<Int>] = []
    for token in view.tokens(in: tail) where conjunctions.contains(view.essay.word(token.range)) {
      if view.pair(around: token.range) != nil { continue }
      candidates.append(token.range)
    }
    guard !candidates.isEmpty else { return nil }
    if let firm = candidates.first(where: { view.essay.foldedText($0) == "以及" }) { return firm }
    // 、A和B、C和D: then 和 stands inside the items.
    let inside = middle.contains { item in
      view.tokens(in: item).contains { conjunctions.contains(view.essay.word($0.range)) }
    }
    guard !inside, let candidate = candidates.first else { return nil }
    let before = view.essay.units(in: tail.lowerBound..<candidate.lowerBound)
    let typical = middle.map { view.essay.units(in: $0) }.max() ?? before
    return before <= 2 * typical + 2 ? candidate : nil
  }

  /// Where the first item begins: the word boundary at which it is most like the second one.
  private static func firstItem(
    _ range: Range<Int>,
    like middle: [Range<Int>],
    _ view: SentenceView
  ) -> Range<Int>? {
    guard let model = middle.first else { return nil }
    if let pair = view.pairs.first(where: { $0.close == range.upperBound - 1 }), pair.open >= range.lowerBound
    {
      let isQuotedToo = view.pairs.contains { $0.open == model.lowerBound }
      if isQuotedToo { return pair.open..<range.upperBound }
    }
    let models = middle.map { Shape($0, view) }
    var best: (score: Double, start: Int)?
    let tokens = view.tokens(in: range)
    for (number, token) in zip(tokens.indices, tokens) {
      let start = token.range.lowerBound
      let candidate = start..<range.upperBound
      let shape = Shape(candidate, view)
      guard shape.units > 0, token.tag != .particle, token.tag != .aspect, token.tag != .punctuation else {
        continue
      }
      // 到后来开展整党: what only leads up to the items is none of them.
      if leading.contains(token.tag), !models.contains(where: { $0.firstTag == token.tag }) { continue }
      var score = models.reduce(0) { $0 + shape.likeness(to: $1) } / Double(models.count)
      if start == range.lowerBound {
        score += 0.5
      } else if number > tokens.startIndex {
        score += evidence(before: view.tokens[number - 1], view)
      }
      if score > (best?.score ?? -.infinity) { best = (score, start) }
    }
    guard let best, best.score > 0.4, view.isBalanced(best.start..<range.upperBound) else { return nil }
    return best.start..<range.upperBound
  }

  /// How well the word before a place announces an enumeration.
  private static func evidence(before token: Token, _ view: SentenceView) -> Double {
    switch token.tag {
    case .aspect, .preposition, .auxiliary: return 1
    case .verb: return 0.9
    case .particle: return 0.55
    case .punctuation: return 0.8
    case .conjunction: return 0.3
    case .adverb, .pronoun: return 0.5
    case .noun, .name, .place, .time, .verbalNoun, .adjective, .numeral, .measure, .idiom, .direction, .other:
      return 0
    }
  }

  private struct End {
    var item: Range<Int>
    var end: Int
    var head: Range<Int>?

    init(item: Range<Int>, end: Int, head: Range<Int>? = nil) {
      self.item = item
      self.end = end
      self.head = head
    }
  }

  /// Where the last item ends, and the word that sums the items up (等一系列优良作风).
  private static func lastItem(
    _ range: Range<Int>,
    like model: Range<Int>,
    _ middle: [Range<Int>],
    _ view: SentenceView
  ) -> End? {
    let tokens = view.tokens(in: range)
    let modelShape = Shape(model, view)
    let ending = modelShape.lastKey
    let sharedEnding = middle.allSatisfy { Shape($0, view).lastKey == ending }
    var best: (score: Double, number: Int)?
    for (number, token) in zip(tokens.indices, tokens) {
      if isEtCetera(token, view) { break }
      guard token.tag != .particle, token.tag != .punctuation, token.tag != .aspect,
        token.tag != .conjunction,
        !copulas.contains(view.essay.word(token.range))
      else { continue }
      let candidate = range.lowerBound..<token.range.upperBound
      let shape = Shape(candidate, view)
      var score = shape.likeness(to: modelShape)
      if sharedEnding, shape.lastKey == ending { score += middle.count > 1 ? 1.2 : 0.5 }
      if token.range.upperBound == range.upperBound {
        score += 1
      } else if number + 1 < view.tokens.count {
        let next = view.tokens[number + 1]
        // A verb may follow a row of names; in a row of actions it belongs to the last one.
        if next.tag != .verb || modelShape.firstTag.isNominal { score += evidence(after: next, view) }
      }
      if score > (best?.score ?? -.infinity) { best = (score, number) }
    }
    guard let best, best.score > 0.5 else { return nil }
    let item = range.lowerBound..<view.tokens[best.number].range.upperBound
    guard view.isBalanced(item) else { return nil }
    return summed(item, range, best.number, view)
  }

  private static func summed(_ item: Range<Int>, _ range: Range<Int>, _ number: Int, _ view: SentenceView)
    -> End
  {
    var next = number + 1
    guard next < view.tokens.count, view.tokens[next].range.upperBound <= range.upperBound,
      isEtCetera(view.tokens[next], view)
    else { return End(item: item, end: item.upperBound, head: nil) }
    var end = view.tokens[next].range.upperBound
    next += 1
    let headStart = end
    while next < view.tokens.count, view.tokens[next].range.upperBound <= range.upperBound {
      let token = view.tokens[next]
      let fits =
        token.tag.isNominal || token.tag == .adjective || token.tag == .numeral || token.tag == .measure
        || token.tag == .other
      guard fits else { break }
      end = token.range.upperBound
      next += 1
    }
    return End(item: item, end: end, head: headStart < end ? headStart..<end : nil)
  }

  private static func evidence(after token: Token, _ view: SentenceView) -> Double {
    if isEtCetera(token, view) { return 1.2 }
    // 奢靡之风这“四风”: the set is named at once.
    if token.tag == .pronoun || Characters.isOpening(view.essay.keys[token.range.lowerBound]) { return 1.5 }
    switch token.tag {
    case .pronoun, .conjunction, .direction, .preposition, .adverb, .auxiliary: return 0.7
    case .verb: return 0.6
    case .punctuation: return 0.8
    case .particle: return 0.35
    case .noun, .name, .place, .time, .verbalNoun, .adjective, .numeral, .measure, .idiom, .aspect, .other:
      return 0
    }
  }

  private static func isEtCetera(_ token: Token, _ view: SentenceView) -> Bool {
    etCetera.contains(view.essay.word(token.range))
  }

  private static let leading: Set<Tag> = [.preposition, .conjunction, .time, .direction, .pronoun]
  private static let etCetera: WordSet = ["等", "等等", "之类"]
  private static let pause = Key.of("、")
  private static let copulas: WordSet = ["是", "为", "乃", "在", "成为", "有"]
  private static let conjunctions: WordSet = ["和", "与", "及", "以及", "或", "或者", "跟", "暨"]
}
