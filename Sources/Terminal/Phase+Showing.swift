import Study

extension Session.Phase {
  /// Whether nothing can be asked any more.
  var isFinished: Bool {
    switch self {
    case .question, .answer: false
    case .finished: true
    }
  }

  /// The card on show, with its answer or without.
  var showing: Showing? {
    switch self {
    case .question(let showing), .answer(let showing, _): showing
    case .finished: nil
    }
  }
}
