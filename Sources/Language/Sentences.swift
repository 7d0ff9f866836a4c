/// The sentences of a range of Chinese or English text.
///
/// A sentence ends after `。！？` and their English counterparts, with the closing quotation marks and
/// brackets that follow; `；` ends none. Not an end: the full stop of an abbreviation, an initial, a number, a
/// list mark or a URL; an ellipsis in mid-sentence; anything inside brackets, 《》 or a short quotation that
/// goes on outside. A line break ends a sentence unless the line was only wrapped (``isSoftLineBreak``).
/// Ranges come without the white space around them (U+3000 included), in order; empty ones are left out.
/// Linear in the length of the range.
public func sentences(of text: SourceText, in range: Range<Int>) -> [Range<Int>] {
  lines(of: text, in: range).flatMap { line in
    var scanner = SentenceScanner(text: text, line: line)
    return scanner.scan()
  }
}

/// Finds the ends of sentences within one line (or several that are only wrapped).
private struct SentenceScanner {
  /// A longer bracket does not keep its sentences together.
  private static let longestBracket = 400

  /// A longer quotation does not keep its sentences together.
  private static let longestQuotation = 160

  let text: SourceText
  let line: Range<Int>
  private let pairs: BracketPairs
  private var start: Int
  private var found: [Range<Int>] = []

  init(text: SourceText, line: Range<Int>) {
    self.text = text
    self.line = line
    pairs = BracketPairs(text, line)
    start = text.firstVisible(from: line.lowerBound, before: line.upperBound)
  }

  mutating func scan() -> [Range<Int>] {
    var place = line.lowerBound
    while place < line.upperBound {
      let scalar = text.scalars[place]
      if let close = pairs.close(of: place) {
        place = skipPair(open: place, close: close)
      } else if scalar.endsSentence || scalar == "." || scalar == "…" {
        place = endMark(at: place)
      } else {
        place += 1
      }
    }
    finish(at: line.upperBound)
    return found
  }

  /// Closes the sentence that goes up to a place.
  ///
  /// Marks alone are no sentence: they belong to the one before.
  private mutating func finish(at end: Int) {
    let sentence = text.trimmed(min(start, end)..<end)
    start = text.firstVisible(from: end, before: line.upperBound)
    guard !sentence.isEmpty else { return }
    let hasWords = text.scalars[sentence].contains { $0.isHan || $0.isDigit || $0.isLetter }
    if !hasWords, let last = found.popLast() {
      found.append(last.lowerBound..<sentence.upperBound)
    } else {
      found.append(sentence)
    }
  }

  /// Passes over a bracket or a quotation; one that is a sentence of its own ends here.
  private mutating func skipPair(open: Int, close: Int) -> Int {
    let isQuotation = text.scalars[open].opensQuotation
    let longest = isQuotation ? Self.longestQuotation : Self.longestBracket
    guard close - open <= longest else { return open + 1 }
    let end = afterClosers(close + 1)
    if isQuotation && quotationEndsSentence(open: open, close: close, after: end) { finish(at: end) }
    return end
  }

  private func quotationEndsSentence(open: Int, close: Int, after end: Int) -> Bool {
    guard close > open + 1 else { return false }
    let mark = text.scalars[close - 1]
    guard mark.endsSentence || mark == "." else { return false }
    guard let next = nextVisible(from: end) else { return true }
    if next.continuesAfterQuotation || next.isLowercase { return false }
    if mark == "." || (text.scalars[close].isASCII && text.scalars[close] == "\"" && !next.isHan) {
      return end < line.upperBound && text.scalars[end].isSpace
    }
    if mark == "。" || mark == "．" { return true }
    // `提出“为谁服务？”这个问题`: a question inside a sentence, not after a colon or a comma.
    guard open > start, let before = text.scalar(at: open - 1) else { return true }
    return !(before.isHan || before.isLetter || before.isDigit)
  }

  /// Decides about the mark at a place; returns where to go on.
  private mutating func endMark(at place: Int) -> Int {
    var end = place
    var hasStrongMark = false
    while end < line.upperBound {
      let scalar = text.scalars[end]
      guard scalar.endsSentence || scalar == "." || scalar == "…" else { break }
      if scalar.endsSentence { hasStrongMark = true }
      end += 1
    }
    let afterMarks = end
    end = afterClosers(end)
    let isFullStop = afterMarks == place + 1 && text.scalars[place] == "."
    let isEnd: Bool
    if isFullStop {
      isEnd = fullStopEndsSentence(at: place, after: end)
    } else if !hasStrongMark {
      isEnd = ellipsisEndsSentence(after: end)
    } else if text.scalars[afterMarks - 1].isASCII {
      isEnd = asciiMarkEndsSentence(after: end)
    } else {
      isEnd = !isFullWidthPointInNumber(place, end)
    }
    if isEnd { finish(at: end) }
    return end
  }

  private func isFullWidthPointInNumber(_ place: Int, _ end: Int) -> Bool {
    guard text.scalars[place] == "．", end == place + 1, place > line.lowerBound else { return false }
    guard text.scalars[place - 1].isDigit else { return false }
    let next = end < line.upperBound ? text.scalars[end] : " "
    return next.isDigit || isListMark(before: place)
  }

  private func ellipsisEndsSentence(after end: Int) -> Bool {
    guard let next = nextVisible(from: end) else { return true }
    return end < line.upperBound && text.scalars[end].isSpace && next.isUppercase
  }

  private func asciiMarkEndsSentence(after end: Int) -> Bool {
    guard let next = nextVisible(from: end) else { return true }
    if text.scalars[end].isSpace { return !next.isLowercase }
    return next.isHan || (next.opensBracket && !next.isASCII)
  }

  private func fullStopEndsSentence(at place: Int, after end: Int) -> Bool {
    guard let next = nextVisible(from: end) else { return true }
    guard place > start, !isListMark(before: place) else { return false }
    let before = text.scalars[place - 1]
    guard text.scalars[end].isSpace else {
      // A full stop typed in a Chinese text: 这是一句.下一句
      if before.isHan { return next.isHan || next.opensBracket }
      return before.isLetter && next.isHan && !Abbreviations.contains(word(before: place))
    }
    if next.isLowercase || next.continuesAfterQuotation { return false }
    return Abbreviations.fullStopEndsSentence(
      word: word(before: place),
      nextWord: word(from: end),
      nextIsDigit: next.isDigit
    )
  }

  /// Whether only a list mark (`1.`, `2.1.`, `IV.`, `a.`) stands between the sentence's start and a full stop.
  private func isListMark(before place: Int) -> Bool {
    guard start < place, place - start <= 8 else { return false }
    let scalars = text.scalars[start..<place]
    return scalars.allSatisfy { $0.isDigit || $0 == "." }
      || scalars.allSatisfy { "IVXLC".unicodeScalars.contains($0) }
      || (scalars.count == 1 && scalars.allSatisfy { $0.isASCIILetter })
  }

  /// The word in letters and full stops that ends before a place, at most 16 scalars of it.
  private func word(before place: Int) -> String {
    var first = place
    while first > max(start, place - 16) {
      let scalar = text.scalars[first - 1]
      guard scalar.isLetter || scalar == "." else { break }
      first -= 1
    }
    return text[first..<place]
  }

  /// The word in letters that follows white space, at most 16 scalars of it.
  private func word(from end: Int) -> String {
    var first = end
    while first < line.upperBound, !text.scalars[first].isLetter {
      let scalar = text.scalars[first]
      guard scalar.isSpace || scalar.opensBracket || scalar == "\"" else { return "" }
      first += 1
    }
    var last = first
    while last < min(line.upperBound, first + 16), text.scalars[last].isLetter { last += 1 }
    return text[first..<last]
  }

  private func afterClosers(_ place: Int) -> Int {
    var place = place
    while place < line.upperBound, text.scalars[place].closesBracket {
      // A straight mark with space before it opens; so does one that is known to have a partner further on.
      if pairs.close(of: place) != nil { break }
      place += 1
    }
    // The number of a note: [1]
    if let close = pairs.close(of: place), close - place <= 4, text.scalars[place] == "[",
      text.scalars[(place + 1)..<close].allSatisfy(\.isDigit)
    {
      return afterClosers(close + 1)
    }
    return place
  }

  private func nextVisible(from place: Int) -> Unicode.Scalar? {
    let place = text.firstVisible(from: place, before: line.upperBound)
    return place < line.upperBound ? text.scalars[place] : nil
  }
}

extension Unicode.Scalar {
  /// A mark that opens a quotation.
  fileprivate var opensQuotation: Bool {
    switch self {
    case "“", "‘", "「", "『", "\"", "﹁", "﹃", "«": true
    default: false
    }
  }

  /// After a quotation: the sentence around it goes on.
  fileprivate var continuesAfterQuotation: Bool {
    switch self {
    case "，", "、", "；", "：", ",", ";", ":", "—", "–", "-", "的", "等", "之", "…", "）", ")", "》": true
    case "。", "！", "？", "!", "?", ".": true
    default: false
    }
  }
}
