/// Clauses built alike: three or more neighbours that begin with a verb, share their first or last word, or are
/// numbered in the text (一是…；二是…, 首先…其次…最后…).
enum Series {
  static func find(in view: SentenceView, into points: inout [KeyPoint]) {
    guard view.script == .chinese, view.clauses.count >= 3 else { return }
    ordinals(view, &points)
    var start = 0
    while start + 2 < view.clauses.count {
      let end = endOfRun(from: start, view)
      if end - start >= 3 {
        add(start..<end, view, &points)
        start = end
      } else {
        start += 1
      }
    }
  }

  /// 聞道有先後，術業有專攻: of two lines of one mould the second is asked.
  static func couplets(in view: SentenceView, into points: inout [KeyPoint]) {
    for (one, next) in zip(view.clauses, view.clauses.dropFirst()) {
      let count = one.range.count
      guard count == next.range.count, (4...11).contains(count), view.essay.hanCount(in: one.range) == count,
        view.essay.hanCount(in: next.range) == count
      else { continue }
      let same = (0..<count).filter { place in
        view.essay.keys[one.range.lowerBound + place] == view.essay.keys[next.range.lowerBound + place]
      }.count
      guard same >= 1, same < count, let answer = view.answer(next.range, limit: 12),
        answer.count >= count - 1
      else {
        continue
      }
      points.append(KeyPoint(family: .series, answers: [answer], strength: 0.62, reasons: [.exactBoundaries]))
    }
  }

  private static func endOfRun(from start: Int, _ view: SentenceView) -> Int {
    let model = view.clauses[start]
    guard fits(model, view) else { return start }
    let shape = Shape(model.range, view)
    var end = start + 1
    while end < view.clauses.count, fits(view.clauses[end], view) {
      let other = Shape(view.clauses[end].range, view)
      let alike =
        (shape.firstTag == .verb && other.firstTag == .verb)
        || (shape.firstKey == other.firstKey && shape.firstTag == other.firstTag)
        || endsAlike(model, view.clauses[end], view)
      guard alike, !closes(view.clauses[end - 1]) else { break }
      end += 1
    }
    return end
  }

  private static func closes(_ clause: Clause) -> Bool {
    clause.mark == Key.of("：") || clause.mark == 0x3A
  }

  private static func fits(_ clause: Clause, _ view: SentenceView) -> Bool {
    let units = view.essay.units(in: clause.range)
    guard units >= 3, units <= 20, let first = view.tokens(in: clause.range).first else { return false }
    if first.tag == .pronoun
      || (first.tag == .conjunction && !["与", "和"].contains(view.essay.foldedText(first.range)))
    {
      return false
    }
    return !view.hits.contains { hit in
      hit.range.lowerBound == clause.range.lowerBound && Self.opening.contains(hit.marker)
    }
  }

  private static let opening: Set<Marker> = [
    .because, .therefore, .purpose, .onlyIf, .ifCondition, .butRather, .notBut, .copula, .takeAs,
  ]

  /// 立场不变 and 宗旨不忘: the word before the last one is the same.
  private static func endsAlike(_ one: Clause, _ other: Clause, _ view: SentenceView) -> Bool {
    let count = 2
    guard one.range.count >= 4, other.range.count >= 4 else { return false }
    return view.essay.keys[one.range.upperBound - count] == view.essay.keys[other.range.upperBound - count]
  }

  private static func add(_ run: Range<Int>, _ view: SentenceView, _ points: inout [KeyPoint]) {
    let answers = run.map { view.clauses[$0].range }
    guard answers.allSatisfy({ view.isBalanced($0) && view.essay.units(in: $0) <= 20 }) else { return }
    guard answers.count == run.count, answers.count <= 7, let first = answers.first, let last = answers.last
    else {
      return
    }
    let alike = run.dropFirst().allSatisfy { endsAlike(view.clauses[run.lowerBound], view.clauses[$0], view) }
    let lengths = answers.map { view.essay.units(in: $0) }
    let even = (lengths.max() ?? 0) <= 2 * (lengths.min() ?? 0) + 4
    guard even || alike, run.lowerBound > 0 || alike else { return }
    points.append(
      KeyPoint(
        family: .series,
        answers: answers,
        ask: .items(region: first.lowerBound..<last.upperBound, head: nil),
        strength: alike ? 0.74 : 0.6,
        reasons: [.exactBoundaries]
      )
    )
  }

  /// 一是…，二是… and its like inside one sentence.
  private static func ordinals(_ view: SentenceView, _ points: inout [KeyPoint]) {
    var answers: [Range<Int>] = []
    var expected = 0
    var low: Int?
    for (number, clause) in view.clauses.enumerated() {
      guard let marker = ordinal(at: clause.range.lowerBound, expected, view) else { continue }
      var end = clause.range.upperBound
      var next = number + 1
      while next < view.clauses.count,
        ordinal(at: view.clauses[next].range.lowerBound, expected + 1, view) == nil,
        view.clauses[next - 1].mark != Key.of("；"),
        view.essay.units(in: marker..<view.clauses[next].range.upperBound) <= 20
      {
        end = view.clauses[next].range.upperBound
        next += 1
      }
      guard marker < end, let answer = view.answer(marker..<end, limit: 22) else { return }
      if low == nil { low = clause.range.lowerBound }
      answers.append(answer)
      expected += 1
    }
    guard answers.count >= 3, answers.count <= 7, let low, let last = answers.last else { return }
    points.append(
      KeyPoint(
        family: .ordinal,
        answers: answers,
        ask: .items(region: low..<last.upperBound, head: nil),
        strength: 0.88,
        reasons: [.exactBoundaries, .marker]
      )
    )
  }

  /// Where the content begins after the ordinal of the expected number.
  private static func ordinal(at offset: Int, _ expected: Int, _ view: SentenceView) -> Int? {
    guard expected < numerals.count else { return nil }
    let numeral = numerals[expected]
    let keys = view.essay.keys
    var start = offset
    if start < keys.count, keys[start] == Key.of("第") || keys[start] == Key.of("其") { start += 1 }
    guard start + 1 < keys.count, keys[start] == numeral, let tail = tails.firstIndex(of: keys[start + 1])
    else {
      return nil
    }
    return start > offset ? offset + 3 : offset + (tails[tail] == Key.of("要") ? 1 : 2)
  }

  private static let tails = "是曰者要为".keys
  private static let numerals = "一二三四五六七".keys
}
