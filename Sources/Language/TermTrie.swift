/// Terms that a segmenter keeps whole, under their folded characters.
struct TermTrie: Sendable {
  private static let lengths = 2...64

  private struct Edge: Hashable {
    let node: Int
    let scalar: Unicode.Scalar
  }

  private var children: [Edge: Int] = [:]
  private var isEnd: [Bool] = [false]

  init(_ terms: [String]) {
    for term in terms {
      let scalars = term.unicodeScalars.map { foldedForLookup($0) }
      guard Self.lengths.contains(scalars.count) else { continue }
      insert(scalars)
    }
  }

  var isEmpty: Bool { children.isEmpty }

  private mutating func insert(_ scalars: [Unicode.Scalar]) {
    var node = 0
    for scalar in scalars {
      let edge = Edge(node: node, scalar: scalar)
      if let next = children[edge] {
        node = next
      } else {
        node = isEnd.count
        isEnd.append(false)
        children[edge] = node
      }
    }
    isEnd[node] = true
  }

  /// The end of the longest term that starts at a place and ends where it may.
  func longest(in scalars: [Unicode.Scalar], from start: Int, endsAt mayEnd: (Int) -> Bool) -> Int? {
    var node = 0
    var place = start
    var end: Int?
    while place < scalars.count, let next = children[Edge(node: node, scalar: scalars[place])] {
      node = next
      place += 1
      if isEnd[node] && mayEnd(place) { end = place }
    }
    return end
  }
}
