/// Whether the line break at an offset only wraps a line, so that the sentence goes on.
///
/// It does when the line before it is at least 50 columns wide and ends in mid-sentence, and the next one
/// begins at the margin with neither a list mark nor a heading.
public func isSoftLineBreak(at offset: Int, in text: SourceText) -> Bool {
  guard text.scalar(at: offset) == "\n" else { return false }
  var start = offset
  while start > 0, text.scalars[start - 1] != "\n", offset - start < 1_000 { start -= 1 }
  return isSoftLineBreak(after: start..<offset, in: text, before: text.count)
}

private func isSoftLineBreak(after line: Range<Int>, in text: SourceText, before limit: Int) -> Bool {
  let line = text.trimmed(line)
  guard let last = line.last, !text.scalars[last].isCertainLineEnd else { return false }
  var width = 0
  for scalar in text.scalars[line] {
    width += displayWidth(of: scalar)
    if width >= 50 { break }
  }
  guard width >= 50 else { return false }
  var next = line.upperBound
  while next < limit, text.scalars[next] != "\n" { next += 1 }
  next += 1
  guard next < limit, !text.scalars[next].isSpace else { return false }
  return !startsItem(at: next, in: text)
}

/// Whether a line begins like a list item, a heading, a quotation block or a table row.
private func startsItem(at place: Int, in text: SourceText) -> Bool {
  let first = text.scalars[place]
  switch first {
  case "(", "#", "-", "*", "+", "•", "·", "●", "○", "■", "◆", ">", "|", "（", "【", "第", "—", "①"..."⑳": return true
  default: break
  }
  // 1. 1) 1、 一、 a)
  var end = place
  while let scalar = text.scalar(at: end), end - place < 4, scalar.isDigit || scalar.isChineseNumeral { end += 1 }
  if end == place, first.isASCIILetter { end += 1 }
  guard end > place, let mark = text.scalar(at: end) else { return false }
  switch mark {
  case "、", ")", "）", "．": return true
  case ".": return text.scalar(at: end + 1)?.isDigit != true
  default: return false
  }
}

/// The lines of a range, where lines that are only wrapped count as one.
func lines(of text: SourceText, in range: Range<Int>) -> [Range<Int>] {
  let range = text.clamped(range)
  var lines: [Range<Int>] = []
  var start = range.lowerBound
  var lineStart = start
  for place in range where text.scalars[place].isLineBreak {
    let isSoft = text.scalars[place] == "\n"
      && isSoftLineBreak(after: lineStart..<place, in: text, before: range.upperBound)
    lineStart = place + 1
    if isSoft { continue }
    lines.append(start..<place)
    start = place + 1
  }
  lines.append(start..<range.upperBound)
  return lines.filter { !$0.isEmpty }
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
