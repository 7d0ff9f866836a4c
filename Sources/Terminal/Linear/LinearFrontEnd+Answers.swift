import Cards
import Language
import Reports
import Scheduling
import Study

extension LinearFrontEnd {
  /// Says how the learner's answer compares and what is right.
  func tellAnswer(_ showing: Showing, _ response: Response) {
    let card = showing.candidate.card
    if let verdict = response.verdict { tellVerdict(verdict, on: response.answer, to: card) }
    say(face(of: showing).answer)
  }

  private func tellVerdict(_ verdict: Verdict, on answer: Answer?, to card: Card) {
    guard !verdict.isCorrect else { return say(Phrases.right) }
    switch card.kind {
    case .truefalse: say(Phrases.wrong)
    case .qa, .cloze:
      say(Phrases.wrong)
      if let answer { tellComparison(of: answer.text, with: card.answers) }
    case .order where verdict.missing.isEmpty && verdict.wrong.isEmpty: say(Phrases.wrongOrder)
    case .list, .order:
      say(Phrases.wrong)
      // Where all are missing, the right answer below says so.
      if verdict.missing.count < card.answers.count { tellItems(Phrases.missing, verdict.missing) }
      tellItems(Phrases.notAmongThem, verdict.wrong)
    case .choice:
      say(Phrases.wrong)
      tellItems(Phrases.notChosen, verdict.missing)
      tellItems(Phrases.wronglyChosen, verdict.wrong)
    }
  }

  private func tellItems(_ label: Bilingual, _ items: [String]) {
    guard !items.isEmpty else { return }
    say(Phrases.labelled(label, items.joined(separator: Phrases.itemSeparator.text(in: facts.language))))
  }

  /// Marks, in the nearest of the right answers, what was typed otherwise.
  private func tellComparison(of typed: String, with answers: [String]) {
    guard let nearest = nearestAnswer(to: typed, among: answers) else { return }
    let marked = nearest.pieces.map { piece -> String in
      switch piece {
      case .same(let text): text
      case .differs(let typed, let right):
        Phrases.differs(typed: typed, right: right).text(in: facts.language)
      }
    }
    say(Phrases.labelled(Phrases.comparison, marked.joined()))
  }
}
