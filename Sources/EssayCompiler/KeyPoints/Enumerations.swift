/// Three or more items between enumeration commas, with exact ends.
///
/// Where the first item begins and the last one ends is the hard part: the ends are placed where the item is
/// most like its neighbours, and the enumeration is dropped when no place is convincing.
enum Enumerations {
  static func find(in view: SentenceView, into points: inout [KeyPoint]) {
    for run in runs(in: view) {
      guard let items = items(of: run, in: view) else { continue }
      let region = items.region
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
    return runs
  }

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
    // A pair is an enumeration only when 和 or a third item proves it.
    guard !middle.isEmpty else { return nil }
    guard let model = middle.first, middle.allSatisfy({ isItem($0, view) }) else { return nil }
    guard let first = firstItem(run.range.lowerBound..<firstMark, like: middle, view) else { return nil }
    let reference = middle.last ?? model
    guard let last = lastItem(lastStart..<run.range.upperBound, like: reference, middle, view) else {
      return nil
    }
    let ranges = [first] + middle.map { view.essay.trimmed($0) } + [last.item]
    let lengths = ranges.map { view.essay.units(in: $0) }
    guard let longest = lengths.max(), let shortest = lengths.min(), longest <= 18, shortest >= 1,
      longest <= 3 * shortest + 3, ranges.count <= 9, ranges.allSatisfy(view.isBalanced),
      areOfOneKind(ranges, view)
    else { return nil }
    return Items(ranges: ranges, region: first.lowerBound..<last.end, head: last.head)
  }

  /// All items act, or all items name.
  private static func areOfOneKind(_ items: [Range<Int>], _ view: SentenceView) -> Bool {
    let acting = items.filter { item in
      view.tokens(in: item).first.map { $0.tag == .verb || $0.tag == .adverb || $0.tag == .auxiliary }
        ?? false
    }
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
  }

  /// The 和, 以及, 与 or 或 that stands before the last item.
  private static func conjunction(
    in tail: Range<Int>,
    like middle: [Range<Int>],
    _ view: SentenceView
  ) -> Range<Int>? {
    var candidates: [Range<Int>] = []
    for token in view.tokens(in: tail) where conjunctions.contains(view.essay.foldedText(token.range)) {
      if view.pair(around: token.range) != nil { continue }
      candidates.append(token.range)
    }
    guard !candidates.isEmpty else { return nil }
    if let firm = candidates.first(where: { view.essay.foldedText($0) == "以及" }) { return firm }
    // 、A和B、C和D: then 和 stands inside the items.
    let inside = middle.contains { item in
      view.tokens(in: item).contains { conjunctions.contains(view.essay.foldedText($0.range)) }
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
    let modelShape = Shape(model, view)
    var best: (score: Double, start: Int)?
    let tokens = view.tokens(in: range)
    for (number, token) in zip(tokens.indices, tokens) {
      let start = token.range.lowerBound
      let candidate = start..<range.upperBound
      let shape = Shape(candidate, view)
      guard shape.units > 0, token.tag != .particle, token.tag != .aspect, token.tag != .punctuation else {
        continue
      }
      var score = shape.likeness(to: modelShape)
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
        !copulas.contains(view.essay.foldedText(token.range))
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
    let text = view.essay.foldedText(token.range)
    return text == "等" || text == "等等" || text == "之类"
  }

  private static let pause = "、".keys[0]
  private static let copulas: Set<String> = ["是", "为", "乃", "在", "成为", "有"]
  private static let conjunctions: Set<String> = ["和", "与", "及", "以及", "或", "或者", "跟", "暨"]
}

/// What an item looks like from outside: length, first and last word.
struct Shape {
  var units: Int
  var firstTag: Tag
  var lastTag: Tag
  var firstKey: Key
  var lastKey: Key
  var words: Int

  init(_ range: Range<Int>, _ view: SentenceView) {
    let item = view.essay.trimmed(range)
    let tokens = view.tokens(in: item)
    units = view.essay.units(in: item)
    firstTag = tokens.first?.tag ?? .other
    lastTag = tokens.last?.tag ?? .other
    firstKey = item.isEmpty ? 0 : view.essay.keys[item.lowerBound]
    lastKey = item.isEmpty ? 0 : view.essay.keys[item.upperBound - 1]
    words = tokens.count
  }

  /// About 0 (unlike) to 3 (of one mould).
  func likeness(to other: Shape) -> Double {
    let longer = Double(max(units, other.units))
    let difference = Double(abs(units - other.units))
    var score = longer > 0 ? 1 - difference / longer : 0
    if units == other.units { score += 0.35 }
    if firstKey == other.firstKey { score += 0.9 }
    if firstTag == other.firstTag { score += 0.3 }
    if words == other.words { score += 0.2 }
    if lastKey == other.lastKey { score += 0.3 }
    return score
  }
}
