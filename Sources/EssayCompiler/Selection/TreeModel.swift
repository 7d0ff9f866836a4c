/// A sum of small decision trees over the features of a key point.
struct TreeModel: Sendable {
  /// A question about a feature, or a leaf when `feature` is -1; the node for "not greater" follows directly.
  private struct Node: Sendable {
    var feature: Int32
    var value: Float
    var otherwise: Int32
  }

  private var nodes: [Node] = []
  private var roots: [Int32] = []

  /// Reads trees as `RankerTrees` writes them; a feature that is not known counts as absent.
  init(_ text: String) {
    let places = Dictionary(zip(Feature.names, 0...), uniquingKeysWith: { first, _ in first })
    for line in text.split(separator: "\n") {
      var words = line.split(separator: " ")[...]
      roots.append(Int32(nodes.count))
      read(&words, places)
    }
  }

  private mutating func read(_ words: inout ArraySlice<Substring>, _ places: [String: Int]) {
    guard let word = words.popFirst() else { return }
    guard let mark = word.firstIndex(of: "<") else {
      nodes.append(Node(feature: -1, value: Float(word) ?? 0, otherwise: 0))
      return
    }
    let own = nodes.count
    let place = places[String(word[..<mark])] ?? Feature.names.count
    nodes.append(
      Node(feature: Int32(place), value: Float(word[word.index(after: mark)...]) ?? 0, otherwise: 0)
    )
    read(&words, places)
    nodes[own].otherwise = Int32(nodes.count)
    read(&words, places)
  }

  /// The logarithm of the odds that people would ask this; `features` holds one value for each of
  /// `Feature.names`, and a last one that is 0.
  func logOdds(_ features: [Float]) -> Float {
    var sum: Float = 0
    for root in roots {
      var place = Int(root)
      while nodes[place].feature >= 0 {
        let node = nodes[place]
        place = features[Int(node.feature)] <= node.value ? place + 1 : Int(node.otherwise)
      }
      sum += nodes[place].value
    }
    return sum
  }
}
