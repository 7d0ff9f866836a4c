extension Essay {
  /// Where words from outside first stand verbatim; nil where they do not, or there are none.
  func first(_ words: String, in range: Range<Int>? = nil) -> Range<Int>? {
    let range = (range ?? 0..<count).clamped(to: 0..<count)
    let wanted = trimmed(words.unicodeScalars.map(\.value))
    guard let first = wanted.first else { return nil }
    for start in range where scalars[start].value == first {
      if let found = match(wanted, at: start), found.upperBound <= range.upperBound { return found }
    }
    return nil
  }

  /// The words as they stand at an offset: a run of white space is as good as another, and a line break within
  /// may be left out, as ``text(_:)`` does between Han characters.
  func match(_ words: [UInt32], at start: Int) -> Range<Int>? {
    let wanted = trimmed(words)
    guard start >= 0, start < count, !wanted.isEmpty else { return nil }
    var place = start
    var index = 0
    while index < wanted.count {
      let isSpace = Characters.isSpace(wanted[index])
      if isSpace {
        guard place < count, Characters.isSpace(scalars[place].value) else { return nil }
        while Characters.isSpace(wanted[index]) { index += 1 }
      }
      if isSpace || place < count && index > 0 && Characters.isLineBreak(scalars[place].value) {
        while place < count, Characters.isSpace(scalars[place].value) { place += 1 }
      }
      guard place < count, scalars[place].value == wanted[index] else { return nil }
      place += 1
      index += 1
    }
    return start..<place
  }

  private func trimmed(_ words: [UInt32]) -> [UInt32] {
    var words = words[...]
    while let first = words.first, Characters.isSpace(first) { words.removeFirst() }
    while let last = words.last, Characters.isSpace(last) { words.removeLast() }
    return Array(words)
  }
}
