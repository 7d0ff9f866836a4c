extension Grading {
  /// Carries a card past an event that was undone: it changes nothing but which event came last.
  ///
  /// - Returns: for a review, a transition whose `after` equals its `before`.
  @discardableResult
  public func passOver(_ event: Event, on progress: inout CardProgress) -> ReviewTransition? {
    let before = progress
    progress.lastEvent = event.key
    guard case .review(let review) = event.kind else { return nil }
    return ReviewTransition(
      event: event,
      review: review,
      before: before,
      after: before,
      elapsed: before.lastReview == nil ? nil : elapsed(of: before, at: event.moment),
      retrievability: retrievability(of: before, at: event.moment)
    )
  }
}
