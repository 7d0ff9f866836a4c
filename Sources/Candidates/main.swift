// Input of `Scripts/ranker`: every candidate of the essays named, one JSON object a line.
//
//   wengu-candidates [--deck|--pool] ESSAY…
//
// Each line holds the essay's place among the arguments (a form feed divides essays within one file), the card
// as `wengu compile --format jsonl` writes it, its answers' places and its features.  `--deck` prints the chosen
// cards only.

import Cards
import EssayCompiler
import Foundation
import Language

private func line(_ number: Int, _ card: CompiledCard, _ more: [String: Any] = [:]) -> String {
  var object: [String: Any] = [
    "n": number, "kind": card.note.content.kind.rawValue, "context": card.note.context ?? "",
    "family": card.family.rawValue, "score": card.score, "importance": card.importance,
    "source": [
      "text": card.note.passage ?? "", "start": card.source.lowerBound, "end": card.source.upperBound,
      "paragraph": card.paragraph, "sentence": card.sentence,
    ] as [String: Any],
  ]
  switch card.note.content {
  case .qa(let question, let answers), .list(let question, let answers), .order(let question, let answers):
    object["question"] = question
    object["answers"] = answers
  case .choice(let question, let options):
    object["question"] = question
    object["answers"] = options.filter(\.isRight).map(\.text)
    object["choices"] = options.map(\.text)
  case .trueFalse(let statement, let isTrue, let correction):
    object["question"] = statement
    object["answers"] = [isTrue ? "true" : "false"]
    object["truth"] = isTrue
    object["correction"] = correction ?? ""
  case .cloze(let text):
    object["question"] = text.question(hiding: 0)
    object["answers"] = text.hidden
  }
  object.merge(more) { _, new in new }
  let data = try? JSONSerialization.data(
    withJSONObject: object,
    options: [.sortedKeys, .withoutEscapingSlashes]
  )
  return data.map { String(decoding: $0, as: UTF8.self) } ?? "{}"
}

let arguments = CommandLine.arguments.dropFirst()
let files = arguments.filter { !$0.hasPrefix("--") }
var number = 0
for file in files {
  guard let data = FileManager.default.contents(atPath: file) else { continue }
  for piece in String(decoding: data, as: UTF8.self).split(
    separator: "\u{0C}",
    omittingEmptySubsequences: false
  ) {
    let essay = SourceText(String(piece))
    if arguments.contains("--deck") {
      for card in compile(essay).cards { print(line(number, card)) }
    } else {
      for candidate in rankingCandidates(of: essay) {
        let more: [String: Any] = [
          "ranges": candidate.answers.map { [$0.lowerBound, $0.upperBound] },
          "features": Dictionary(candidate.features, uniquingKeysWith: { one, _ in one }),
        ]
        print(line(number, candidate.card, more))
      }
    }
    number += 1
  }
}
