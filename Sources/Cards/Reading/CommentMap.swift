/// Where the comments of a deck file begin and end.
///
/// A comment begins with `<!--` at the start of a line and ends with the line that holds the next `-->`,
/// unless another comment begins before: then it is not closed and hides nothing but its own line.
struct CommentMap {
  /// For each line that begins a closed comment the line behind it.
  private var ends: [Int: Int] = [:]

  /// All lines of comments, also of those that are not closed.
  private(set) var lines: [Int] = []

  /// Finds the comments among some lines, or in the whole text.
  init(_ table: LineTable, in range: Range<Int>? = nil) {
    var open: Int?
    for index in (range ?? table.lines.indices).clamped(to: table.lines.indices) {
      let line = table.lines[index]
      let begins = table.bytes[line.start..<line.end].starts(with: commentOpening)
      if begins {
        open = index
        lines.append(index)
      }
      guard let start = open else { continue }
      let inner = line.start + (begins ? commentOpening.count : 0)
      if CommentMap.closes(table.bytes[inner..<line.end]) {
        ends[start] = index + 1
        lines += start + 1..<max(start + 1, index + 1)
        open = nil
      }
    }
  }

  /// The line behind the comment that begins on a line; nil when none does or it is not closed.
  func end(ofCommentAt index: Int) -> Int? { ends[index] }

  private static func closes(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    while let dash = rest.firstIndex(of: Byte.dash) {
      rest = rest[dash...]
      if rest.starts(with: commentClosing) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}
