import Cards
import Study

extension Session.Phase {
  /// Whether nothing can be asked any more.
  var isFinished: Bool {
    switch self {
    case .question, .answer: false
    case .finished: true
    }
  }

  /// The passage of the card on show, once its answer is given: before that it would tell it.
  var shownPassage: String? {
    guard case .answer(let showing, _) = self else { return nil }
    return showing.candidate.card.passage
  }

  /// The card on show, with its answer or without.
  var showing: Showing? {
    switch self {
    case .question(let showing), .answer(let showing, _): showing
    case .finished: nil
    }
  }
}
