import Cards
import Language
import Scheduling
import Study

/// What each order of reviews leaves in memory of a backlog: a thousand cards, all overdue after six weeks
/// away, and fifty reviews a day.
///
/// The learner recalls with the chance that the scheduler expects. Printed are the cards remembered, as the sum
/// of their chances of recall, on the average day and on the last, and the first day without a backlog.
func benchmarkBacklog(runs: Int) {
  for order in ReviewOrder.allCases {
    var mean = 0.0
    var last = 0.0
    var clear = 0.0
    for run in 0..<runs {
      var learner = BacklogLearner(seed: UInt64(run) &+ 1)
      let days = (0..<BacklogLearner.days).map { learner.study(day: $0, order: order) }
      mean += days.reduce(0) { $0 + $1.remembered } / Double(days.count)
      last += days.last?.remembered ?? 0
      clear += Double(days.firstIndex { $0.left == 0 } ?? days.count)
    }
    func shown(_ value: Double) -> Double { (value / Double(runs) * 10).rounded() / 10 }
    print(
      "backlog \(order.rawValue): remembered \(shown(mean)) of \(BacklogLearner.cards) on average, "
        + "\(shown(last)) after \(BacklogLearner.days) days, cleared on day \(shown(clear))"
    )
  }
}

/// A learner who comes back to a backlog.
private struct BacklogLearner {
  static let cards = 1_000
  static let days = 120
  private static let reviewsPerDay = 50
  private let grading = Grading(LearnerSettings())
  private var candidates: [Candidate] = []
  private var random: SplitMix
  private let start = Instant(milliseconds: 1_800_000_000_000)

  init(seed: UInt64) {
    random = SplitMix(seed: seed)
    for number in 0..<Self.cards {
      guard let candidate = overdueCard(number) else { continue }
      candidates.append(candidate)
    }
  }

  /// A card reviewed three to six times when it was due, then left alone for up to six weeks past its due day.
  private mutating func overdueCard(_ number: Int) -> Candidate? {
    let digits = String(number)
    guard let id = CardID(String(repeating: "0", count: 10 - digits.count) + digits) else { return nil }
    var state = CardState.new
    var interval = Days(0)
    for repetition in 0..<(3 + Int.random(in: 0...3, using: &random)) {
      let rating: Rating = Double.random(in: 0..<1, using: &random) < 0.85 ? .good : .hard
      let outcomes = grading.scheduler.outcomes(
        for: state,
        elapsed: interval,
        settings: grading.settings.scheduling,
        fuzz: nil
      )
      let outcome = outcomes[repetition == 0 ? .easy : rating]
      (state, interval) = (outcome.state, outcome.interval.days)
    }
    let overdue = Double.random(in: 0..<42, using: &random)
    let reviewed = start.advanced(by: Milliseconds(Days(-(interval.value + overdue))))
    var progress = CardProgress(card: id)
    progress.state = state
    progress.repetitions = 4
    progress.lastReview = Moment(reviewed, offset: .zero)
    progress.due = .day(
      grading.settings.calendar.day(of: Moment(reviewed, offset: .zero)).advanced(by: Int(interval.value))
    )
    let card = Card(
      id: id,
      kind: .qa,
      question: digits,
      answers: [digits],
      accept: .any,
      siblingGroup: digits
    )
    return Candidate(card: card, deck: "backlog", progress: progress)
  }

  /// Studies for a day; the cards remembered at its end, and the reviews left over.
  mutating func study(day: Int, order: ReviewOrder) -> (remembered: Double, left: Int) {
    let moment = Moment(start.advanced(by: Milliseconds(Days(Double(day)))), offset: .zero)
    var session = Session(
      candidates: candidates,
      counts: DayCounts(newCards: 0, reviews: 0),
      plan: SessionPlan(limits: DayCounts(newCards: 0, reviews: Self.reviewsPerDay), order: order),
      grading: grading,
      seed: UInt64(day),
      at: moment
    )
    let today = grading.settings.calendar.day(of: moment)
    let due = candidates.count { candidate in
      guard case .day(let day)? = candidate.progress.due else { return false }
      return day <= today
    }
    while case .question(let showing) = session.phase {
      review(showing.candidate, in: &session, at: moment)
    }
    let remembered = session.cards.reduce(0) {
      $0 + (grading.retrievability(of: $1.progress, at: moment) ?? 0)
    }
    candidates = session.cards
    return (remembered, max(0, due - Self.reviewsPerDay))
  }

  private mutating func review(_ candidate: Candidate, in session: inout Session, at moment: Moment) {
    let recall = grading.retrievability(of: candidate.progress, at: moment) ?? 1
    let rating: Rating = Double.random(in: 0..<1, using: &random) < recall ? .good : .again
    let request = ReviewRequest(
      card: candidate.card,
      deck: candidate.deck,
      rating: rating,
      duration: Milliseconds(10_000),
      answer: nil,
      isCorrect: nil
    )
    guard let device = DeviceID("backlog") else { return }
    let event = Event(
      key: EventKey(device: device, sequence: Int64(candidate.progress.repetitions)),
      moment: moment,
      effectiveAt: moment.instant,
      card: candidate.card.id,
      kind: .review(grading.review(request, of: candidate.progress, at: moment))
    )
    var after = candidate.progress
    grading.replay(event, on: &after)
    session.advance(past: Committed(event: event, progress: after), at: moment)
  }
}
