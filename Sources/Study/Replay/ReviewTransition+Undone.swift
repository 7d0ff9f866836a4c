extension ReviewTransition {
  /// The same review as reports hear of it once it is undone: it changed nothing.
  public var undone: ReviewTransition {
    ReviewTransition(
      event: event,
      review: review,
      before: before,
      after: before,
      elapsed: elapsed,
      retrievability: retrievability
    )
  }
}
