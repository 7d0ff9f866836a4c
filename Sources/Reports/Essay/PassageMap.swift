/// Finds passages in an essay, blanks and line ends left out of account.
struct PassageMap {
  private let scalars: [Unicode.Scalar]
  /// The scalars that are no blanks, and where each stands.
  private var inked: [Unicode.Scalar] = []
  private var places: [Int] = []
  /// Where the last passage was found: the next one mostly follows it.
  private var last = 0

  init(_ essay: String) {
    scalars = Array(essay.unicodeScalars)
    for (place, scalar) in scalars.enumerated() where !scalar.properties.isWhitespace {
      inked.append(scalar)
      places.append(place)
    }
  }

  /// Where a passage stands, as offsets of the essay's scalars; nil where it does not.
  mutating func range(of passage: String) -> Range<Int>? {
    let wanted = Array(passage.unicodeScalars.filter { !$0.properties.isWhitespace })
    guard let first = wanted.first, wanted.count <= inked.count else { return nil }
    guard let start = place(of: wanted, first, from: last) ?? place(of: wanted, first, from: 0) else {
      return nil
    }
    last = start
    return places[start]..<places[start + wanted.count - 1] + 1
  }

  private func place(of wanted: [Unicode.Scalar], _ first: Unicode.Scalar, from start: Int) -> Int? {
    var place = start
    while let next = inked[place...].firstIndex(of: first), next + wanted.count <= inked.count {
      if inked[next..<next + wanted.count].elementsEqual(wanted) { return next }
      place = next + 1
    }
    return nil
  }

  /// The essay cut where passages begin and end; where two overlap, the shorter one has the text.
  ///
  /// - Parameter ranges: the passages.
  /// - Returns: stretches whose texts together are the essay; each names its passage by index.
  func stretches(_ ranges: [Range<Int>]) -> [EssayMemory.Stretch] {
    var owners = [Int](repeating: -1, count: scalars.count)
    for (index, range) in ranges.enumerated().sorted(by: {
      ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
    }) {
      for place in range { owners[place] = index }
    }
    let ends = Dictionary(owners.enumerated().map { ($0.element, $0.offset) }) { $1 }
    var result: [EssayMemory.Stretch] = []
    var start = 0
    while start < scalars.count {
      let owner = owners[start]
      let end = owners[start...].firstIndex { $0 != owner } ?? scalars.count
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars[start..<end])
      let isEnd = owner >= 0 && ends[owner] == end - 1
      result.append(EssayMemory.Stretch(text: String(text), passage: owner >= 0 ? owner : nil, isEnd: isEnd))
      start = end
    }
    return result
  }
}
