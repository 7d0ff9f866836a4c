public import Scheduling

extension CardProgress {
  /// The card as a simulation begins on a day; nil while it is new or knows no memory.
  ///
  /// A learning step counts as due today.
  public func simulated(at moment: Moment, calendar: StudyCalendar) -> SimulatedCard? {
    guard let memory = state.memory, let last = lastReview else { return nil }
    let today = calendar.day(of: moment)
    let dueIn =
      switch due {
      case .day(let day)?: day.since(today)
      case .at, nil: 0
      }
    return SimulatedCard(
      memory: memory,
      elapsed: Days(Double(max(0, today.since(calendar.day(of: last))))),
      dueIn: dueIn,
      lapses: lapses
    )
  }
}
