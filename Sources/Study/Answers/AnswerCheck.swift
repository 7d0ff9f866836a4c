public import Cards
import Language
import Scheduling

/// Compares an answer with a card's, after folding what spelling alone can differ in (DESIGN.md §7).
///
/// An empty answer is wrong. A list asks for all its items in any order, a repeated item counting once;
/// an order asks for them in their order; a choice for exactly the right options.
public func check(_ answer: Answer, against card: Card) -> Verdict {
  switch card.kind {
  case .qa, .cloze: checkOne(answer.text, against: card.answers)
  case .truefalse: checkTruth(answer.text, isTrue: card.truth ?? true)
  case .list, .choice: checkSet(parts(of: answer, to: card), against: card.answers)
  case .order: checkSequence(parts(of: answer, to: card), against: card.answers)
  }
}

/// The rating that fits an answer: again when wrong, easy when right and fast, otherwise good.
///
/// Fast means within three seconds and a fifth of a second for each character of the answer.
func suggestedRating(_ verdict: Verdict, for answer: Answer, after duration: Milliseconds) -> Rating {
  guard verdict.isCorrect else { return .again }
  let fast = 3_000 + 200 * Int64(answer.text.unicodeScalars.count)
  return duration.value <= fast ? .easy : .good
}

/// Whether a text says true or false, in either language; nil when it says neither.
public func truthValue(of text: String) -> Bool? {
  switch foldedForComparison(text) {
  case "true", "t", "yes", "y", "right", "correct", "对", "是", "真", "正确", "对的", "是的": true
  case "false", "f", "no", "n", "wrong", "incorrect", "错", "否", "假", "不", "不对", "不是", "错误", "错的",
    "不正确":
    false
  default: nil
  }
}

/// A text folded for comparison without a leading English article.
private func withoutArticle(_ text: String) -> String {
  let words = text.split(whereSeparator: \.isWhitespace)
  guard words.count > 1, let first = words.first, ["a", "an", "the"].contains(first.lowercased()) else {
    return foldedForComparison(text)
  }
  return foldedForComparison(words.dropFirst().joined(separator: " "))
}

private func checkOne(_ text: String, against answers: [String]) -> Verdict {
  let given = foldedForComparison(text)
  let bare = withoutArticle(text)
  let isCorrect =
    !given.isEmpty
    && answers.contains { foldedForComparison($0) == given || withoutArticle($0) == bare }
  return Verdict(isCorrect: isCorrect, missing: [], wrong: isCorrect || given.isEmpty ? [] : [text])
}

private func checkTruth(_ text: String, isTrue: Bool) -> Verdict {
  let isCorrect = truthValue(of: text) == isTrue
  return Verdict(isCorrect: isCorrect, missing: [], wrong: isCorrect ? [] : [text])
}

private func checkSet(_ given: [String], against answers: [String]) -> Verdict {
  let right = Set(answers.map(foldedForComparison))
  let named = Set(given.map(foldedForComparison))
  let missing = answers.filter { !named.contains(foldedForComparison($0)) }
  let wrong = given.filter { !right.contains(foldedForComparison($0)) }
  return Verdict(
    isCorrect: !given.isEmpty && missing.isEmpty && wrong.isEmpty,
    missing: missing,
    wrong: wrong
  )
}

private func checkSequence(_ given: [String], against answers: [String]) -> Verdict {
  let set = checkSet(given, against: answers)
  let inOrder = !given.isEmpty && given.map(foldedForComparison) == answers.map(foldedForComparison)
  return Verdict(isCorrect: inOrder, missing: set.missing, wrong: set.wrong)
}

/// The items of an answer, empty ones left out.
///
/// A text is split where a list is usually split, but at no mark that stands inside a right answer.
private func parts(of answer: Answer, to card: Card) -> [String] {
  let marks = "、，,;；\n".filter { mark in !card.answers.contains { $0.contains(mark) } }
  let items: [String] =
    switch answer {
    case .items(let items): items
    case .text(let text):
      text.split { marks.contains($0) }.map(String.init)
    }
  return items.filter { !foldedForComparison($0).isEmpty }
}
