/// Words that the essay itself sets off: in quotation marks, or as the title of a work.
enum Quotations {
  static func find(in view: SentenceView, into points: inout [KeyPoint]) {
    for pair in view.pairs where quotes.contains(pair.mark) {
      guard pair.inside.lowerBound < pair.inside.upperBound,
        !view.pairs.contains(where: {
          $0.open < pair.open && pair.close < $0.close && quotes.contains($0.mark)
        }),
        let answer = view.answer(pair.inside)
      else { continue }
      let units = view.essay.units(in: answer)
      guard units >= (view.script == .chinese ? 2 : 1) else { continue }
      let said = view.hits.contains { $0.marker == .says && $0.range.upperBound <= pair.open }
      points.append(
        KeyPoint(
          family: .quotation,
          answers: [answer],
          strength: said ? 0.85 : (units <= 14 ? 0.78 : 0.6),
          reasons: [.quoted, .exactBoundaries]
        )
      )
      halves(of: pair, view, &points)
    }
    for pair in view.pairs where pair.mark == titleMark {
      guard pair.inside.lowerBound < pair.inside.upperBound, let answer = view.answer(pair.inside) else {
        continue
      }
      points.append(
        KeyPoint(
          family: .quotation,
          answers: [answer],
          strength: 0.6,
          reasons: [.quoted, .exactBoundaries]
        )
      )
    }
  }

  /// A couplet is asked by its second half.
  private static func halves(of pair: BracketPair, _ view: SentenceView, _ points: inout [KeyPoint]) {
    guard view.script == .chinese else { return }
    let inside = pair.inside
    let commas = inside.filter { view.essay.keys[$0] == comma }
    guard commas.count == 1, let middle = commas.first,
      let second = view.answer(middle + 1..<inside.upperBound, limit: 12),
      let first = view.answer(inside.lowerBound..<middle, limit: 12),
      view.essay.units(in: first) == view.essay.units(in: second), view.essay.units(in: first) >= 4
    else { return }
    points.append(
      KeyPoint(family: .quotation, answers: [second], strength: 0.72, reasons: [.quoted, .exactBoundaries])
    )
  }

  private static let comma = Key.of("，")
  private static let titleMark = Key.of("《")
  private static let quotes = Set("“‘「『\"".keys)
}
