/// A part of a sentence between commas, colons or semicolons that do not stand inside quotation marks.
struct Clause: Sendable, Equatable {
  var range: Range<Int>
  /// The offset after the mark that closes the clause.
  var end: Int
  /// The mark, or 0 at the end of the text.
  var mark: Key

  static func clauses(in range: Range<Int>, of essay: Essay, pairs: [BracketPair]) -> [Clause] {
    var clauses: [Clause] = []
    var start = range.lowerBound
    var index = range.lowerBound
    var nextPair = 0
    while index < range.upperBound {
      while nextPair < pairs.count, pairs[nextPair].open < index { nextPair += 1 }
      if nextPair < pairs.count, pairs[nextPair].open == index {
        index = max(index + 1, pairs[nextPair].close + 1)
        continue
      }
      let key = essay.keys[index]
      if separates(key, at: index, in: range, of: essay) {
        append(start..<index, end: index + 1, mark: key, to: &clauses, essay: essay)
        start = index + 1
      }
      index += 1
    }
    append(start..<range.upperBound, end: range.upperBound, mark: 0, to: &clauses, essay: essay)
    return clauses
  }

  private static func append(
    _ range: Range<Int>,
    end: Int,
    mark: Key,
    to clauses: inout [Clause],
    essay: Essay
  ) {
    let content = essay.trimmed(range)
    guard content.contains(where: { Characters.isWordlike(essay.keys[$0]) }) else { return }
    clauses.append(Clause(range: content, end: end, mark: mark))
  }

  private static func separates(_ key: Key, at index: Int, in range: Range<Int>, of essay: Essay) -> Bool {
    guard marks.contains(key) else { return false }
    guard key < 0x80 else { return true }
    // A comma or point inside a number or a word divides nothing.
    let next = index + 1
    guard next < range.upperBound else { return true }
    return !Characters.isWordlike(essay.keys[next]) || Characters.isHan(essay.keys[next])
  }

  private static let marks = Set("，；：。！？,;:!?—".keys)
}

/// An opening bracket or quotation mark and its partner.
struct BracketPair: Sendable, Equatable {
  var open: Int
  var close: Int
  var mark: Key

  var inside: Range<Int> { open + 1..<close }

  /// Pairs in the order they open; a mark without a partner is ignored.
  static func pairs(in range: Range<Int>, of essay: Essay) -> [BracketPair] {
    var stack: [Int] = []
    var pairs: [BracketPair] = []
    for index in range {
      let key = essay.keys[index]
      if let straight = straightQuote(key) {
        if let top = stack.last, essay.keys[top] == straight {
          stack.removeLast()
          pairs.append(BracketPair(open: top, close: index, mark: key))
        } else {
          stack.append(index)
        }
      } else if Characters.isOpening(key) {
        stack.append(index)
      } else if Characters.isClosing(key), let partner = partners[key],
        let position = stack.lastIndex(where: { essay.keys[$0] == partner })
      {
        pairs.append(BracketPair(open: stack[position], close: index, mark: partner))
        stack.removeSubrange(position...)
      }
      if stack.count > 16 { stack.removeFirst() }
    }
    return pairs.sorted { $0.open < $1.open }
  }

  private static func straightQuote(_ key: Key) -> Key? {
    key == 0x22 ? key : nil
  }

  private static let partners: [Key: Key] = Dictionary(
    zip("”’」』》〉）)]】".keys, "“‘「『《〈（([【".keys),
    uniquingKeysWith: { first, _ in first }
  )
}
