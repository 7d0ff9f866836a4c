import Language

/// Words of a sentence with their tags.
enum Tokenizer {
  static func tokens(of essay: Essay, in range: Range<Int>, script: Script, segmenter: Segmenter) -> [Token] {
    segmenter.words(of: essay.source, in: range).map { word in
      Token(range: word.range, tag: tag(word, in: essay, script: script), frequency: word.frequency)
    }
  }

  private static func tag(_ word: Word, in essay: Essay, script: Script) -> Tag {
    if word.range.count == 1, let fixed = fixedTags[essay.keys[word.range.lowerBound]] { return fixed }
    let part = word.partOfSpeech
    if part == .punctuation { return .punctuation }
    if part == .latin { return .other }
    if part.isNumeral { return .numeral }
    if script == .latin { return .other }
    return byPart[part] ?? general(part)
  }

  /// The tags that the general questions below would get wrong.
  private static let byPart: [PartOfSpeech: Tag] = {
    let table: [(String, Tag)] = [
      ("vn", .verbalNoun), ("an", .verbalNoun), ("vi", .verbalNoun), ("b", .adjective), ("z", .adjective),
      ("ad", .adjective), ("ns", .place), ("s", .place), ("nr", .name), ("nt", .name), ("nz", .name),
      ("nrt", .name),
      ("nrfg", .name), ("f", .direction), ("j", .noun), ("n", .noun), ("v", .verb), ("d", .adverb),
    ]
    var tags: [PartOfSpeech: Tag] = [:]
    for (name, tag) in table {
      if let part = PartOfSpeech(rawValue: name) { tags[part] = tag }
    }
    return tags
  }()

  private static func general(_ part: PartOfSpeech) -> Tag {
    if part.isNoun { return .noun }
    if part.isVerb { return .verb }
    if part.isAdjective { return .adjective }
    if part.isAdverb { return .adverb }
    if part.isIdiom { return .idiom }
    if part.isPronoun { return .pronoun }
    if part.isMeasureWord { return .measure }
    if part.isPreposition { return .preposition }
    if part.isConjunction { return .conjunction }
    if part.isTime { return .time }
    if part.isParticle { return .particle }
    return .other
  }

  /// Characters whose work does not depend on what a dictionary calls them.
  private static let fixedTags: [Key: Tag] = {
    var tags: [Key: Tag] = [:]
    for key in "的地得之".keys { tags[key] = .particle }
    for key in "了着过".keys { tags[key] = .aspect }
    for key in "和与及或".keys { tags[key] = .conjunction }
    for key in "把将被对从在向以由于".keys { tags[key] = .preposition }
    for key in "要能会可应须".keys { tags[key] = .auxiliary }
    for key in "这那其此该它他她".keys { tags[key] = .pronoun }
    return tags
  }()
}
