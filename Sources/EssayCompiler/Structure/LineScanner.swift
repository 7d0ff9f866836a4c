/// A line of the essay without its indent.
struct Line: Sendable {
  var range: Range<Int>
  /// Whether an empty line (or the start of the text) stands before it.
  var afterBlank: Bool
  /// Whether an empty line (or the end of the text) follows.
  var beforeBlank: Bool
}

/// Cuts an essay into lines that hold something.
enum LineScanner {
  static func lines(of essay: Essay) -> [Line] {
    var lines: [Line] = []
    var start = 0
    var blank = true
    var index = 0
    while index <= essay.count {
      if index == essay.count || Characters.isLineBreak(essay.keys[index]) {
        let range = essay.trimmed(start..<index)
        if range.isEmpty {
          blank = true
          if !lines.isEmpty { lines[lines.count - 1].beforeBlank = true }
        } else {
          lines.append(Line(range: range, afterBlank: blank, beforeBlank: false))
          blank = false
        }
        if index + 1 < essay.count, essay.keys[index] == 0x0D, essay.keys[index + 1] == 0x0A { index += 1 }
        start = index + 1
      }
      index += 1
    }
    if !lines.isEmpty { lines[lines.count - 1].beforeBlank = true }
    return lines
  }

  /// Whether the text was wrapped at a column, so that a line break is only a space.
  ///
  /// Latin lines of 40 to 100 characters that mostly follow each other without an empty line, and of which
  /// few end a sentence.
  static func isHardWrapped(_ lines: [Line], in essay: Essay) -> Bool {
    var joined = 0
    var open = 0
    for (line, next) in zip(lines, lines.dropFirst()) where !next.afterBlank {
      joined += 1
      let last = essay.keys[line.range.upperBound - 1]
      let length = line.range.count
      if (40...110).contains(length), !Characters.endsSentence(last), !Characters.isHan(last) { open += 1 }
    }
    return joined >= 3 && open * 5 >= joined * 3
  }
}
