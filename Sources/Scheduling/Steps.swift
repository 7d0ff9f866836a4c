/// A list of learning or relearning steps and what each rating does with it.
///
/// Anki (`states/steps.rs`): again goes to the first step, hard repeats the current one (on the first step
/// the mean of the first two, or one and a half times a single one), good goes to the next. py-fsrs differs
/// at two places, chosen by `IntervalRules`.
struct Steps {
  let steps: [Milliseconds]
  let rules: IntervalRules

  /// The step a card stands on, or nil if hard, good and easy graduate it from here.
  private func index(_ step: Int) -> Int? {
    guard !steps.isEmpty else { return nil }
    if step < steps.count { return max(step, 0) }
    switch rules {
    case .anki: return steps.count - 1
    case .plain: return nil
    }
  }

  var again: Milliseconds? {
    steps.first
  }

  func hard(at step: Int) -> (step: Int, delay: Milliseconds)? {
    guard let index = index(step) else { return nil }
    guard index == 0 else { return (index, steps[index]) }
    let first = steps[0].value
    switch rules {
    case .anki:
      let day: Int64 = 86_400_000
      let delay = steps.count > 1 ? (first + steps[1].value) / 2 : min(first * 3 / 2, first + day)
      let seconds = delay / 1000
      guard seconds > 86_400 else { return (0, Milliseconds(seconds * 1000)) }
      return (0, Milliseconds((seconds + 43_200) / 86_400 * day))
    case .plain:
      return (0, Milliseconds(steps.count > 1 ? (first + steps[1].value) / 2 : first * 3 / 2))
    }
  }

  func good(at step: Int) -> (step: Int, delay: Milliseconds)? {
    guard let index = index(step), index + 1 < steps.count else { return nil }
    return (index + 1, steps[index + 1])
  }
}
