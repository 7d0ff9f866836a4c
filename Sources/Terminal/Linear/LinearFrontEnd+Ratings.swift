import Language
import Scheduling
import Study

extension LinearFrontEnd {
  /// Shows the answer and waits for a rating.
  mutating func rate(_ showing: Showing, _ response: Response) throws {
    tellAnswer(showing, response)
    if explained.insert(Phrases.howToRate).inserted { say(Phrases.howToRate) }
    say(onOneLine: Phrases.ratings(response.outcomes))
    while true {
      let prompt = Phrases.ratingPrompt(suggested: response.suggested)
      switch try entry(at: prompt, takesBareCommands: true) {
      case .movedOn: return
      case .empty:
        if let suggested = response.suggested { return try record(suggested, of: showing) }
      case .text(let text):
        if let rating = Rating(typed: text) { return try record(rating, of: showing) }
      }
      say(Phrases.notARating)
    }
  }

  private mutating func record(_ rating: Rating, of showing: Showing) throws {
    guard let committed = try runner.run(.rate(rating, taking: nil)),
      case .review(let review) = committed.event.kind
    else { return }
    reviewed += 1
    estimate.add(review.duration)
    say(Phrases.recorded(rating, review.interval))
    tellLeech(committed.progress, before: showing.candidate)
    let gap = committed.event.effectiveAt.since(committed.event.moment.instant)
    if gap > Milliseconds(60_000) { tellClock(gap) }
  }

  private func tellLeech(_ progress: CardProgress, before candidate: Candidate) {
    let settings = facts.settings.scheduling(deck: candidate.deck)
    guard progress.lapses > candidate.progress.lapses else { return }
    if settings.isLeech(lapses: progress.lapses) { say(Phrases.leech(lapses: progress.lapses)) }
  }
}

extension Rating {
  /// The rating of a number or a word in either language; nil for anything else.
  init?(typed text: String) {
    let word = halfWidth(text).lowercased()
    let rating = Rating.allCases.first { rating in
      let name = Phrases.rating(rating)
      return [String(rating.rawValue), name.chinese, name.english].contains(word)
    }
    guard let rating else { return nil }
    self = rating
  }
}
