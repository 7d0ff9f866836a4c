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
    if firstTag == other.firstTag { score += firstTag == .verb ? 0.6 : 0.3 }
    if words == other.words { score += 0.2 }
    if lastKey == other.lastKey { score += 0.3 }
    return score
  }
}
