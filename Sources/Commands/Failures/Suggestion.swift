/// The name that a mistyped one most likely means: at most a third of its letters differ.
func nearest(to name: String, among names: [String]) -> String? {
  let scored = names.map { (name: $0, distance: editDistance(name, $0)) }
  guard let best = scored.min(by: { ($0.distance, $0.name) < ($1.distance, $1.name) }) else { return nil }
  return best.distance <= max(2, name.count / 3) ? best.name : nil
}

/// The fewest insertions, deletions, replacements and exchanges of neighbours that turn one text into the other.
///
/// The optimal string alignment distance, which edits no letter twice.
private func editDistance(_ left: String, _ right: String) -> Int {
  let source = Array(left.prefix(64))
  let target = Array(right.prefix(64))
  var beforeLast = Array(repeating: 0, count: target.count + 1)
  var last = Array(0...target.count)
  for row in source.indices {
    var current = [row + 1]
    for column in target.indices {
      let replaced = last[column] + (target[column] == source[row] ? 0 : 1)
      var distance = min(replaced, last[column + 1] + 1, current[column] + 1)
      let isExchange =
        row > 0 && column > 0 && source[row] == target[column - 1] && source[row - 1] == target[column]
      if isExchange { distance = min(distance, beforeLast[column - 1] + 1) }
      current.append(distance)
    }
    beforeLast = last
    last = current
  }
  return last[target.count]
}
