import Scheduling
import Study

/// How long what is left will take, from the learner's pace so far.
struct TimeEstimate {
  private let pace: Double
  private var count = 0.0
  private var total = 0.0

  /// An estimate that begins with a learner's usual time for a review.
  init(pace: Milliseconds) {
    self.pace = min(max(Double(pace.value), 1_000), TimeEstimate.longest)
  }

  /// A minute: whoever takes longer was away.
  private static let longest = 60_000.0

  /// Takes up how long a review took.
  mutating func add(_ duration: Milliseconds) {
    count += 1
    total += min(max(Double(duration.value), 0), TimeEstimate.longest)
  }

  /// Minutes for what is left, at least 1.
  ///
  /// A new card is asked about twice in its first session, one in learning or review now and then again.
  /// The usual pace weighs as much as ten reviews.
  func minutes(for left: CardsLeft) -> Int {
    let showings = Double(left.new) * 2 + Double(left.learning) * 1.3 + Double(left.review) * 1.1
    let mean = (pace * 10 + total) / (10 + count)
    return max(1, Int((showings * mean / 60_000).rounded(.up)))
  }
}
