import Cards
import Language
import Reports
import Scheduling
import Study

extension LinearFrontEnd {
  /// Shows a card and waits for its answer.
  mutating func ask(_ showing: Showing) throws {
    sayNothing()
    tellProgress(showing)
    tellQuestion(showing)
    let advice = Phrases.howToAnswer(showing.candidate.card.kind)
    if explained.insert(advice).inserted { say(advice) }
    guard let command = try answer(to: showing) else { return }
    _ = try runner.run(command)
  }

  private func tellProgress(_ showing: Showing) {
    let progress = Phrases.progress(
      number: reviewed + 1,
      state: Phrases.state(showing.candidate.progress.state.phase),
      isFlagged: showing.candidate.progress.isFlagged,
      left: showing.left,
      minutes: estimate.minutes(for: showing.left)
    )
    say(progress)
  }

  /// Says what is asked, in place and context.
  func tellQuestion(_ showing: Showing) {
    let card = showing.candidate.card
    say(([showing.candidate.deck] + card.section).joined(separator: " › "))
    say(face(of: showing).question)
    switch card.kind {
    case .list, .order: say(Phrases.itemCount(card.answers.count))
    case .qa, .cloze, .choice, .truefalse: break
    }
  }

  /// Waits for an answer in the form that the kind asks for.
  ///
  /// - Returns: the command to give to the session; nil where a command of the learner led elsewhere.
  private mutating func answer(to showing: Showing) throws -> SessionCommand? {
    switch showing.candidate.card.kind {
    case .qa, .cloze: try textAnswer()
    case .truefalse: try truthAnswer()
    case .choice: try choiceAnswer(showing.choices)
    case .list, .order: try itemsAnswer(showing.candidate.card)
    }
  }

  private mutating func textAnswer() throws -> SessionCommand? {
    switch try entry(at: Phrases.answerPrompt) {
    case .empty: .reveal
    case .text(let text): .answer(.text(text))
    case .movedOn: nil
    }
  }

  private mutating func truthAnswer() throws -> SessionCommand? {
    while true {
      switch try entry(at: Phrases.truthPrompt) {
      case .empty: return .reveal
      case .text(let text) where truthValue(of: text) != nil: return .answer(.text(text))
      case .text: say(Phrases.neitherTrueNorFalse)
      case .movedOn: return nil
      }
    }
  }

  private mutating func choiceAnswer(_ choices: [String]) throws -> SessionCommand? {
    while true {
      switch try entry(at: Phrases.choicePrompt) {
      case .empty: return .reveal
      case .text(let text):
        switch chosen(text, from: choices) {
        case .success(let options): return .answer(.items(options))
        case .failure(let unknown): say(Phrases.noSuchOption(unknown.text))
        }
      case .movedOn: return nil
      }
    }
  }

  /// Waits for items until an empty line; a single line counts as all of them, parted as lists usually are.
  private mutating func itemsAnswer(_ card: Card) throws -> SessionCommand? {
    var items: [String] = []
    while true {
      let isComplete = items.count >= card.answers.count
      let prompt = isComplete ? Phrases.lastItemPrompt(items.count) : Phrases.itemPrompt(items.count + 1)
      switch try entry(at: prompt) {
      case .text(let text): items.append(text)
      case .movedOn: return nil
      case .empty:
        guard let first = items.first else { return .reveal }
        let isAllInOne = items.count == 1 && card.answers.count > 1
        return .answer(isAllInOne ? .text(first) : .items(items))
      }
    }
  }
}
