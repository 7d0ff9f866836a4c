import Cards

extension CardMaker {
  /// A question with its question word in place, as Chinese leaves it (党中央把什么作为切入点？).
  func inPlaceCard(_ point: KeyPoint, word: String, region: Range<Int>, _ view: SentenceView)
    -> CandidateCard?
  {
    guard view.script == .chinese, point.answers.count == 1, let answer = point.answers.first,
      let frame = FrameFinder.frame(around: region, in: view), !frame.dangles,
      frame.range.lowerBound <= region.lowerBound, asksWell(frame, region, view)
    else { return nil }
    let last = FrameFinder.questionEnd(of: region, in: frame, view)
    var before = essay.text(frame.range.lowerBound..<region.lowerBound)
    while before.last == " " { before.removeLast() }
    // 视X为什么 would ask for the reason.
    if word == "什么", before.hasSuffix("为") || before.hasSuffix("地") { return nil }
    let after = last > region.upperBound ? essay.text(region.upperBound..<last) : ""
    // A sentence of one clause that says what something is needs no more than the thing's name.
    let least = point.family == .definition && view.clauses.count == 1 ? 3 : 6
    let shown = frame.range.lowerBound..<last
    guard essay.units(in: shown) - essay.units(in: answer) <= 50,
      essay.units(in: frame.range.lowerBound..<region.lowerBound)
        + essay.units(in: region.upperBound..<max(last, region.upperBound)) >= least,
      view.isBalanced(frame.range.lowerBound..<region.lowerBound), view.isBalanced(shown)
    else { return nil }
    let question = "据文章，" + before + word + after + "？"
    return questionCard(point, question, answer: answer, view)
  }

  /// A card of a question and the one span that answers it.
  func questionCard(
    _ point: KeyPoint,
    _ question: String,
    answer: Range<Int>,
    _ view: SentenceView
  ) -> CandidateCard {
    let answers = [essay.text(answer)]
    return candidate(
      point,
      .qa(question: question, answers: answers),
      question: question,
      answers: answers,
      context: nil,
      passage: view.range,
      view: view
    )
  }

  /// A question needs a subject of its own, and a statement to ask about.
  private func asksWell(_ frame: Frame, _ region: Range<Int>, _ view: SentenceView) -> Bool {
    let start = frame.range.lowerBound
    guard !essay.keys[view.range].contains(where: { $0 == Key.of("？") || $0 == 0x3F }) else { return false }
    guard let first = view.token(startingAt: start) else { return view.pairs.contains { $0.open == start } }
    switch view.tokens[first].tag {
    case .noun, .name, .place, .time, .idiom, .verbalNoun, .adjective, .preposition, .other, .numeral,
      .pronoun:
      return true
    case .verb: return view.tokens[first].range.count >= 2 && start == view.range.lowerBound
    case .adverb, .measure, .conjunction, .particle, .aspect, .direction, .auxiliary, .punctuation:
      return start == region.lowerBound
    }
  }

  /// A question for the reason of a quoted statement.
  func reasonCard(_ point: KeyPoint, stated: Range<Int>, _ view: SentenceView) -> CandidateCard? {
    guard let answer = point.answers.first, let frame = FrameFinder.frame(around: answer, in: view),
      !frame.dangles
    else { return nil }
    let range = essay.trimmed(
      max(stated.lowerBound, frame.range.lowerBound)..<max(stated.upperBound, frame.range.lowerBound)
    )
    guard essay.units(in: range) >= 5, essay.units(in: range) <= 32, view.isBalanced(range) else {
      return nil
    }
    var text = essay.text(range)
    while let last = text.last, last == "," || last == ";" || last == " " { text.removeLast() }
    guard !text.contains("“"), !text.contains("\"") else { return nil }
    let question = "The text says: “\(text)”. What reason does it give?"
    return questionCard(point, question, answer: withArticle(answer, view), view)
  }

  /// An answer that stands alone keeps its article: a poor judge, the text feels familiar.
  func withArticle(_ answer: Range<Int>, _ view: SentenceView) -> Range<Int> {
    let before = essay.text(view.range.lowerBound..<answer.lowerBound)
    guard let article = ["a ", "an ", "the "].first(where: { before.lowercased().hasSuffix(" " + $0) }) else {
      return answer
    }
    return answer.lowerBound - article.count..<answer.upperBound
  }

  /// A question for what something is.
  func whatIsCard(_ point: KeyPoint, subject: Range<Int>, verb: Range<Int>, _ view: SentenceView)
    -> CandidateCard?
  {
    guard let answer = point.answers.first, let frame = FrameFinder.frame(around: answer, in: view),
      !frame.dangles,
      frame.range.lowerBound == subject.lowerBound, essay.units(in: subject) <= 10
    else { return nil }
    var name = essay.text(subject)
    if let first = view.tokens(in: subject).first, first.tag == .particle || first.tag == .adjective,
      let letter = name.first
    {
      name = letter.lowercased() + name.dropFirst()
    }
    let question = "According to the text, what \(essay.text(verb)) \(name)?"
    return questionCard(point, question, answer: withArticle(answer, view), view)
  }

  /// A statement ends with a full stop, also when it was a heading.
  private func closed(_ text: String, _ view: SentenceView) -> String {
    guard let last = text.unicodeScalars.last?.value, Characters.isWordlike(last) else { return text }
    return text + (view.script == .chinese ? "。" : ".")
  }

  /// A statement that is true as written, or false by one word.
  func statementCard(
    _ point: KeyPoint,
    replaced: Range<Int>,
    word: String,
    _ view: SentenceView
  ) -> Result<CandidateCard, RejectionRule> {
    guard let frame = FrameFinder.frame(around: replaced, in: view), !frame.dangles, !frame.isCut else {
      return .failure(.dangling)
    }
    let units = essay.units(in: frame.range)
    guard units >= 8, units <= (view.script == .chinese ? 48 : 30) else { return .failure(.length) }
    let before = sentenceCased(essay.text(frame.range.lowerBound..<replaced.lowerBound), frame, view)
    let after = essay.text(replaced.upperBound..<frame.range.upperBound)
    let truth = closed(before + essay.text(replaced) + after, view)
    // The sentence's own characters decide whether it is shown true or false, so that neither can be guessed.
    // A short sentence copied as it stands would test nothing.
    let isTrue = units >= 16 && essay.word(frame.range) % 5 < 2
    let statement = isTrue ? truth : closed(before + word + after, view)
    return .success(
      candidate(
        point,
        .trueFalse(statement: statement, isTrue: isTrue, correction: isTrue ? nil : truth),
        question: statement,
        answers: [truth],
        context: nil,
        passage: view.range,
        view: view
      )
    )
  }
}
