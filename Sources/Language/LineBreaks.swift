/// Whether the line break at an offset only wraps a line, so that the sentence goes on.
///
/// It does when the line before it is at least 50 columns wide and ends in mid-sentence, and the next one
/// begins at the margin, with neither a list mark nor a heading, and is not much wider.
public func isSoftLineBreak(at offset: Int, in text: SourceText) -> Bool {
  guard text.scalar(at: offset) == "\n" else { return false }
  var start = offset
  while start > 0, text.scalars[start - 1] != "\n", offset - start < widestLine { start -= 1 }
  return isSoftLineBreak(after: start..<offset, in: text, before: text.count)
}

/// The lines of a range, where lines that are only wrapped count as one.
func lines(of text: SourceText, in range: Range<Int>) -> [Range<Int>] {
  let range = text.clamped(range)
  var lines: [Range<Int>] = []
  var start = range.lowerBound
  var lineStart = start
  for place in range where text.scalars[place].isLineBreak {
    let isSoft =
      text.scalars[place] == "\n"
      && isSoftLineBreak(after: lineStart..<place, in: text, before: range.upperBound)
    lineStart = place + 1
    if isSoft { continue }
    lines.append(start..<place)
    start = place + 1
  }
  lines.append(start..<range.upperBound)
  return lines.filter { !$0.isEmpty }
}

/// Nobody wraps lines at more columns than this.
private let widestLine = 400

/// Nobody wraps lines at fewer columns than this.
private let narrowestLine = 50

private func isSoftLineBreak(after line: Range<Int>, in text: SourceText, before limit: Int) -> Bool {
  let next = line.upperBound + 1
  guard next < limit, !text.scalars[next].isSpace else { return false }
  let line = text.trimmed(line)
  guard let last = line.last, !text.scalars[last].isCertainLineEnd else { return false }
  let width = columns(of: text, from: line.lowerBound, before: line.upperBound)
  guard (narrowestLine..<widestLine).contains(width), !startsItem(at: next, in: text) else { return false }
  // A heading stands over a paragraph that is much wider; a wrapped line over one that just did not fit.
  let isLetters = text.scalars[last].isASCII || text.scalars[last].isLetter
  if !isLetters && startsItem(at: line.lowerBound, in: text) { return false }
  return columns(of: text, from: next, before: limit) <= width + (isLetters ? 20 : 2)
}

/// The columns from a place to the end of its line, at most `widestLine`.
private func columns(of text: SourceText, from start: Int, before limit: Int) -> Int {
  var width = 0
  var place = start
  while place < limit, text.scalars[place] != "\n", width < widestLine {
    width += displayWidth(of: text.scalars[place])
    place += 1
  }
  return width
}

/// Whether a line begins like a list item, a heading, a quotation block or a table row.
private func startsItem(at place: Int, in text: SourceText) -> Bool {
  guard let first = text.scalar(at: place) else { return false }
  switch first {
  case "(", "#", "-", "*", "+", "•", "·", "●", "○", "■", "◆", ">", "|", "（", "【", "第", "—", "①"..."⑳":
    return true
  default: break
  }
  // 1. 1) 1、 一、 a)
  var end = place
  while end - place < 4, let scalar = text.scalar(at: end), scalar.isDigit || scalar.isChineseNumeral {
    end += 1
  }
  if end == place, first.isASCIILetter { end += 1 }
  guard end > place, let mark = text.scalar(at: end) else { return false }
  switch mark {
  case "、", ")", "）", "．": return true
  case ".": return text.scalar(at: end + 1)?.isSpace == true
  default: return false
  }
}

extension Unicode.Scalar {
  /// After this mark a line is not wrapped in mid-sentence.
  fileprivate var isCertainLineEnd: Bool {
    switch self {
    case "。", "！", "？", "：", ":", "；", "!", "?", ".", "”", "」", "』", "|": true
    default: false
    }
  }
}
