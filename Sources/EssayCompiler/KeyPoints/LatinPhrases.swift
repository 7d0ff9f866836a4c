/// The noun phrases of an English sentence, found between its closed-class words and verbs.
struct LatinPhrase: Sendable {
  /// Without determiner.
  var range: Range<Int>
  /// Index of the first and after the last word, without determiner.
  var words: Range<Int>
  var isName: Bool
  /// The word before the phrase and its determiner, if any.
  var before: Int?
}

extension SentenceView {
  /// Noun phrases in text order; `X of Y` is one phrase when short.
  func latinPhrases() -> [LatinPhrase] {
    var phrases: [LatinPhrase] = []
    var number = 0
    while number < tokens.count {
      guard isPhrasePart(number) else {
        number += 1
        continue
      }
      var start = number
      number = endOfPhrase(from: start)
      // In 1885 Hermann Ebbinghaus: the year is no part of the name.
      while start + 1 < number, tokens[start].tag == .numeral, tokens[start + 1].tag == .name { start += 1 }
      var end = number
      while end > start, !isHead(tokens[end - 1].tag) { end -= 1 }
      guard end > start else { continue }
      var before = start - 1
      while before >= 0, tokens[before].tag == .particle { before -= 1 }
      phrases.append(
        LatinPhrase(
          range: tokens[start].range.lowerBound..<tokens[end - 1].range.upperBound,
          words: start..<end,
          isName: tokens[start..<end].contains { $0.tag == .name },
          before: before >= 0 ? before : nil
        )
      )
    }
    return phrases
  }

  private func isHead(_ tag: Tag) -> Bool {
    tag == .noun || tag == .name || tag == .other || tag == .numeral
  }

  private func isPhrasePart(_ number: Int) -> Bool {
    // for example, for instance
    if number > 0, Self.instances.contains(essay.word(tokens[number].range)),
      tokens[number - 1].tag == .preposition
    {
      return false
    }
    return switch tokens[number].tag {
    case .noun, .name, .adjective, .numeral, .other: true
    case .place, .time, .verb, .verbalNoun, .adverb, .pronoun, .measure, .preposition, .conjunction,
      .particle,
      .aspect, .idiom, .direction, .auxiliary, .punctuation:
      false
    }
  }

  private static let instances: WordSet = ["example", "instance"]

  private func endOfPhrase(from start: Int) -> Int {
    var number = start + 1
    while number < tokens.count, isPhrasePart(number), isBeside(number) { number += 1 }
    return number
  }

  /// Whether only a space stands between a word and the one before.
  func isBeside(_ number: Int) -> Bool {
    guard number > 0 else { return false }
    let gap = tokens[number - 1].range.upperBound..<tokens[number].range.lowerBound
    return gap.allSatisfy { Characters.isSpace(essay.keys[$0]) }
  }

  /// The phrase with the phrases that `of` ties to it.
  func withOf(_ index: Int, _ phrases: [LatinPhrase]) -> Range<Int> {
    var range = phrases[index].range
    var end = phrases[index].words.upperBound
    var next = index + 1
    while next < phrases.count, end < tokens.count, essay.foldedText(tokens[end].range) == "of", isBeside(end)
    {
      var word = end + 1
      while word < tokens.count, tokens[word].tag == .particle { word += 1 }
      guard phrases[next].words.lowerBound == word else { break }
      range = range.lowerBound..<phrases[next].range.upperBound
      end = phrases[next].words.upperBound
      next += 1
    }
    return range
  }
}
