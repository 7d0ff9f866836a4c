/// The clauses of a sentence: its parts between `，；：` and `, ; :`.
///
/// Marks inside quotation marks, brackets and 《》 do not divide; neither do those inside numbers (`1,234`,
/// `10:30`) or words (`https://…`). A clause is without the mark that ends it, without the sentence's last
/// mark, and without white space around it; empty ones are left out. Linear in the sentence's length.
public func clauses(of text: SourceText, in sentence: Range<Int>) -> [Range<Int>] {
  let sentence = text.trimmed(sentence)
  let pairs = BracketPairs(text, sentence)
  var clauses: [Range<Int>] = []
  var start = sentence.lowerBound
  var place = start
  while place < sentence.upperBound {
    if let close = pairs.close(of: place) {
      place = close
    } else if text.isClauseMark(at: place) {
      clauses.append(text.trimmed(start..<place))
      start = place + 1
    }
    place += 1
  }
  var end = sentence.upperBound
  while end > start, text.scalars[end - 1].endsSentence || text.scalars[end - 1] == "." { end -= 1 }
  clauses.append(text.trimmed(start..<end))
  return clauses.filter { !$0.isEmpty }
}

extension SourceText {
  fileprivate func isClauseMark(at place: Int) -> Bool {
    switch scalars[place] {
    case "，", "；", "：": return true
    case ",", ";", ":":
      guard let after = scalar(at: place + 1) else { return true }
      return after.isSpace || after.isHan || after.opensBracket
    default: return false
    }
  }
}
