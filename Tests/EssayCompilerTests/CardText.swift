import Cards
import EssayCompiler

/// A card as a line of text, for goldens and messages.
func line(_ card: CompiledCard) -> String {
  let context = card.note.context.map { "@\($0) | " } ?? ""
  return "\(card.note.content.kind.rawValue) \(card.family.rawValue) | \(context)\(question(card)) | "
    + answers(card).joined(separator: " / ")
}

func question(_ card: CompiledCard) -> String {
  switch card.note.content {
  case .qa(let question, _), .list(let question, _), .order(let question, _), .choice(let question, _):
    question
  case .cloze(let text): text.question(hiding: 0)
  case .trueFalse(let statement, _, _): statement
  }
}

func answers(_ card: CompiledCard) -> [String] {
  switch card.note.content {
  case .qa(_, let answers), .list(_, let answers), .order(_, let answers): answers
  case .choice(_, let options): options.map { ($0.isRight ? "[x] " : "[ ] ") + $0.text }
  case .cloze(let text): text.hidden
  case .trueFalse(_, let isTrue, let correction):
    [isTrue ? "true" : "false"] + (correction.map { [$0] } ?? [])
  }
}
