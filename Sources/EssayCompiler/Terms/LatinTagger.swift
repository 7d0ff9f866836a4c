/// Tags the words of an English sentence: by list, else by ending and neighbours.
enum LatinTagger {
  static func tag(_ tokens: inout [Token], in essay: Essay) {
    for number in tokens.indices where tokens[number].tag == .other {
      tokens[number].tag = tag(number, tokens, essay)
    }
    repair(&tokens, essay)
  }

  private static func tag(_ number: Int, _ tokens: [Token], _ essay: Essay) -> Tag {
    let range = tokens[number].range
    let first = essay.scalars[range.lowerBound].value
    if Characters.isDigit(first) { return .numeral }
    guard Characters.isLatinLetter(first) else { return .other }
    let word = essay.foldedText(range)
    let upper = Characters.isUpper(first)
    let opensSentence =
      number == 0 || (number == 1 && !Characters.isLatinLetter(essay.keys[tokens[0].range.lowerBound]))
    if upper, !opensSentence, LatinWords.tags[word].map({ $0.isContent }) ?? true { return .name }
    if let known = LatinWords.tags[word] { return known }
    if upper, opensSentence, number + 1 < tokens.count, isUpper(tokens[number + 1], essay) { return .name }
    if word.hasSuffix("ly") { return .adverb }
    if word.hasSuffix("ed") || word.hasSuffix("ing") { return .verb }
    if adjectiveEnds.contains(where: word.hasSuffix) { return .adjective }
    return .noun
  }

  private static func isUpper(_ token: Token, _ essay: Essay) -> Bool {
    Characters.isUpper(essay.scalars[token.range.lowerBound].value)
  }

  private static let adjectiveEnds = [
    "able", "ible", "ful", "ous", "ive", "ish", "less", "ical", "ary", "ial", "ual", "onal", "ant", "ent",
    "tic",
  ]

  /// Words that are now noun, now verb: what stands before decides.
  private static func repair(_ tokens: inout [Token], _ essay: Essay) {
    for number in tokens.indices where tokens[number].tag == .verb || tokens[number].tag == .noun {
      let word = essay.foldedText(tokens[number].range)
      let before = number > 0 ? tokens[number - 1] : nil
      let after = number + 1 < tokens.count ? tokens[number + 1] : nil
      let beforeWord = before.map { essay.foldedText($0.range) } ?? ""
      if tokens[number].tag == .verb {
        let follows =
          before.map { $0.tag == .particle || $0.tag == .adjective || $0.tag == .numeral } ?? false
        let participle = word.hasSuffix("ed") || word.hasSuffix("ing")
        let inside =
          before?.tag == .noun && number > 1 && after.map { $0.tag == .noun || $0.tag == .verb } == true
        if inside, !word.hasSuffix("s"), !word.hasSuffix("ed"),
          tokens[number - 2].tag == .particle || tokens[number - 2].tag == .adjective
            || tokens[number - 2].tag == .noun
        {
          tokens[number].tag = participle ? .adjective : .noun
          continue
        }
        if follows, !participle {
          tokens[number].tag = .noun
        } else if participle, follows || before?.tag == .preposition,
          let after, after.tag == .noun || after.tag == .adjective,
          !(beforeWord == "by" && word.hasSuffix("ing"))
        {
          tokens[number].tag = .adjective
        } else if before?.tag == .preposition, beforeWord != "to", !participle {
          tokens[number].tag = .noun
        } else if before?.tag == .noun, let after, !participle, after.tag == .auxiliary {
          tokens[number].tag = .noun
        } else if follows, participle {
          tokens[number].tag = .noun
        }
      } else if beforeWord == "to" || before?.tag == .auxiliary && modals.contains(beforeWord) {
        if LatinWords.tags[word] == nil, after?.tag == .particle { tokens[number].tag = .verb }
      }
    }
  }

  private static let modals: Set<String> = [
    "can", "could", "may", "might", "must", "shall", "should", "will", "would",
  ]
}
