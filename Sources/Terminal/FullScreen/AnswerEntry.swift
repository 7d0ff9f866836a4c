import Study

/// What a learner has entered so far as an answer to the card on show.
struct AnswerEntry: Sendable, Equatable {
  /// The text being typed.
  var field = TextField()

  /// The items of a list that were typed before it.
  var items: [String] = []

  /// The options ticked, by their places, in the order of ticking.
  var picked: [Int] = []

  /// The option that the arrow keys stand on; nil until they are used.
  var pointer: Int?

  /// Ticks an option, or takes the tick away.
  mutating func toggle(_ place: Int) {
    if let index = picked.firstIndex(of: place) {
      picked.remove(at: index)
    } else {
      picked.append(place)
    }
  }

  /// Moves the pointer among options.
  mutating func move(by step: Int, among count: Int) {
    guard count > 0 else { return }
    guard let now = pointer else {
      pointer = step > 0 ? 0 : count - 1
      return
    }
    pointer = min(max(0, now + step), count - 1)
  }

  /// The answer that the options picked make; nil where none is.
  func answer(among choices: [String]) -> Answer? {
    let places = picked.sorted().filter(choices.indices.contains)
    return places.isEmpty ? nil : .items(places.map { choices[$0] })
  }
}
