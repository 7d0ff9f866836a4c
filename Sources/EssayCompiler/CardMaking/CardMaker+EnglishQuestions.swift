import Cards
import Language

/// English questions that are made only of a sentence whose parts are sure: subject, verb, object.
extension CardMaker {
  /// What something does, names, needs or is: the object's place taken by `what` at the front.
  func objectCard(_ point: KeyPoint, _ view: SentenceView) -> CandidateCard? {
    guard view.script == .latin, point.answers.count == 1, let answer = point.answers.first,
      let frame = FrameFinder.frame(around: answer, in: view), !frame.dangles, !frame.pointsBack,
      frame.lead == nil,
      let parts = parts(of: frame, answer, view)
    else { return nil }
    let words = view.tokens(in: answer)
    guard let first = words.first, !words.allSatisfy({ $0.tag == .name }), !words.contains(where: \.isFinite),
      first.tag == .noun || first.tag == .adjective || first.tag == .name || first.tag == .numeral
    else { return nil }
    let rest = parts.rest.isEmpty ? "" : " " + essay.text(parts.rest)
    let question = "According to the text, what \(parts.helper) \(parts.subject)\(parts.verb)\(rest)?"
    return questionCard(point, question, answer: withArticle(answer, view), view)
  }

  private struct Parts {
    var helper: String
    var subject: String
    var verb: String
    var rest: Range<Int>
  }

  private func parts(of frame: Frame, _ answer: Range<Int>, _ view: SentenceView) -> Parts? {
    let all = view.tokens(in: frame.range)
    guard let main = all.firstIndex(where: \.isFinite), main > all.startIndex else { return nil }
    let subject = all[all.startIndex..<main]
    guard subject.count <= 9, isSubject(subject, view) else { return nil }
    var object = view.tokens(in: answer).startIndex
    while object > main, view.tokens[object - 1].tag == .particle { object -= 1 }
    let rest = essay.trimmed(answer.upperBound..<view.clauseEnd(at: answer.lowerBound))
    guard view.clauseIndex(at: view.tokens[main].range.lowerBound) == view.clauseIndex(at: answer.lowerBound),
      view.clauseIndex(at: frame.range.lowerBound) == view.clauseIndex(at: answer.lowerBound),
      isAdjunct(rest, view)
    else { return nil }
    guard let (helper, verb) = verb(main, to: object, restIsEmpty: rest.isEmpty, view) else { return nil }
    guard let first = subject.first, let last = subject.last else { return nil }
    var name = essay.text(first.range.lowerBound..<last.range.upperBound)
    if first.tag != .name, first.range.count > 1, name.dropFirst().first?.isLowercase == true,
      let letter = name.first
    {
      name = letter.lowercased() + name.dropFirst()
    } else if first.tag == .particle, let letter = name.first {
      name = letter.lowercased() + name.dropFirst()
    }
    return Parts(helper: helper, subject: name, verb: verb, rest: rest)
  }

  private func isSubject(_ words: ArraySlice<Token>, _ view: SentenceView) -> Bool {
    guard let last = words.last, last.tag == .noun || last.tag == .name, last.form != .possessive else {
      return false
    }
    for (number, word) in zip(words.indices, words) {
      switch word.tag {
      case .noun, .name, .adjective, .numeral, .particle, .other: continue
      case .preposition: if number == words.startIndex { return false }
      case .conjunction:
        if !joiners.contains(essay.word(word.range)) || number == words.startIndex { return false }
      case .place, .time, .verb, .verbalNoun, .adverb, .pronoun, .measure, .aspect, .idiom, .direction,
        .auxiliary,
        .punctuation:
        return false
      }
    }
    return true
  }

  private var joiners: WordSet { ["and"] }

  /// What follows the object may only say where, when or to what end.
  private func isAdjunct(_ rest: Range<Int>, _ view: SentenceView) -> Bool {
    guard let first = view.tokens(in: rest).first else { return true }
    let of = WordSet.number("of")
    guard first.tag == .preposition, essay.word(first.range) != of, essay.units(in: rest) <= 9 else {
      return false
    }
    return !view.tokens(in: rest).contains { $0.isFinite || $0.tag == .conjunction || $0.tag == .punctuation }
  }

  /// The helping verb and the bare verb, with its preposition, of the words between subject and object.
  private func verb(_ main: Int, to object: Int, restIsEmpty: Bool, _ view: SentenceView) -> (String, String)?
  {
    guard main < object else { return nil }
    let words = Array(view.tokens[main..<object])
    let token = words[0]
    if token.form == .be, words.count == 1 { return restIsEmpty ? (essay.text(token.range), "") : nil }
    var helper = ""
    var verb = ""
    var next = 1
    if token.tag == .auxiliary, token.form == .modal, words.count > 1, words[1].tag == .verb,
      words[1].form == .base
    {
      helper = essay.text(token.range)
      verb = essay.text(words[1].range)
      next = 2
    } else if token.tag == .verb, let bare = bareForm(of: token) {
      helper = token.form == .third ? "does" : token.form == .past ? "did" : "do"
      verb = bare
    } else {
      return nil
    }
    if next < words.count {
      guard next + 1 == words.count, restIsEmpty, words[next].tag == .preposition,
        tied.contains(essay.word(words[next].range))
      else { return nil }
      verb += " " + essay.text(words[next].range)
    }
    return helper.lowercased() == "cannot" ? nil : (helper, " " + verb)
  }

  private var tied: WordSet { ["of", "on", "to", "with", "from", "for"] }

  /// The form that the lexicon knows, of a verb in the present or past.
  private func bareForm(of token: Token) -> String? {
    let word = essay.foldedText(token.range)
    switch token.form {
    case .base: return word
    case .third: return EnglishVerbs.bare(third: word)
    case .past: return EnglishVerbs.bare(past: word)
    case .none, .participle, .gerund, .modal, .be, .have, .act, .plural, .possessive: return nil
    }
  }

  /// What a term of a glossary means.
  func meaningCard(_ point: KeyPoint, term: Range<Int>, _ view: SentenceView) -> CandidateCard? {
    guard let answer = point.answers.first else { return nil }
    let question = "According to the text, what is meant by “\(essay.text(term))”?"
    return questionCard(point, question, answer: answer, view)
  }
}
