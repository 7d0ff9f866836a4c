import Cards
import Scheduling

/// One day's quiz as a pure state machine.
///
/// `effect(of:at:)` decides what a command asks for and changes nothing that is not on the screen;
/// once the effect is committed, `advance(past:at:)` goes on. A failed commit therefore leaves the
/// learner where they were.
public struct Session: Sendable {
  /// Where the session stands.
  public enum Phase: Sendable, Equatable {
    /// A question waits: `reveal` or `answer` leads to the answer.
    case question(Showing)
    /// The answer is shown: `rate` leads to the next question.
    case answer(Showing, Response)
    /// Nothing is left to ask, or the learner quit.
    case finished(Summary)
  }

  /// Where the session stands.
  public internal(set) var phase: Phase

  var candidates: [Candidate]
  var queue: StudyQueue
  private var history: [Step] = []
  private let grading: Grading
  private let plan: SessionPlan
  private let seed: UInt64

  private struct Step: Sendable {
    let event: EventKey
    let queue: StudyQueue
    let card: CardID
    let review: (rating: Rating, duration: Milliseconds)?
  }

  /// Starts a session.
  ///
  /// - Parameters:
  ///   - candidates: all cards of today's decks in deck order.
  ///   - counts: what was already done today.
  ///   - plan: what of them is to be asked, and in which order.
  ///   - grading: the learner's scheduler and settings.
  ///   - seed: shuffles the options of choice cards, and cards asked by chance.
  ///   - moment: now.
  public init(
    candidates: [Candidate],
    counts: DayCounts,
    plan: SessionPlan,
    grading: Grading,
    seed: UInt64,
    at moment: Moment
  ) {
    self.candidates = candidates
    self.grading = grading
    self.plan = plan
    self.seed = seed
    queue = StudyQueue(candidates, plan: plan, counts: counts, grading: grading, seed: seed, at: moment)
    phase = .finished(Summary(ratings: [:], duration: Milliseconds(0), hard: [], dueTomorrow: 0))
    showNext(at: moment)
  }

  /// What is left to ask today.
  public var left: CardsLeft {
    CardsLeft(new: queue.new.count, learning: queue.learning.count, review: queue.reviews.count)
  }

  /// Decides what a command asks for.
  ///
  /// - Returns: what must be committed before `advance(past:at:)`, or nil where the session has gone on.
  /// - Throws: `SessionRefusal` where the command does not fit the phase; nothing has then changed.
  public mutating func effect(
    of command: SessionCommand,
    at moment: Moment
  ) throws(SessionRefusal) -> SessionEffect? {
    switch command {
    case .reveal:
      try showAnswer(nil, at: moment)
      return nil
    case .answer(let answer):
      try showAnswer(answer, at: moment)
      return nil
    case .rate(let rating, let duration):
      return .review(try request(rating, taking: duration, at: moment))
    case .undo:
      return .undo(history.last?.event)
    case .skip:
      let showing = try showing()
      queue.skip(showing.index)
      showNext(at: moment)
      return nil
    case .bury: return .mark(try showing().candidate.card.id, .bury)
    case .suspend: return .mark(try showing().candidate.card.id, .suspend)
    case .flag:
      let progress = try showing().candidate.progress
      return .mark(progress.card, .flag(!progress.isFlagged))
    case .quit:
      phase = .finished(summary(at: moment))
      return nil
    }
  }

  /// Goes on after an effect was committed, from what the log holds now.
  public mutating func advance(past committed: Committed, at moment: Moment) {
    let index = candidates.firstIndex { $0.card.id == committed.progress.card }
    if let index { candidates[index].progress = committed.progress }
    if let undone = committed.undone {
      goBack(before: undone, index: index, at: moment)
      return
    }
    guard let index else { return }
    remember(committed.event, of: candidates[index].card.id)
    switch committed.event.kind {
    case .flag: refreshShowing()
    case .review:
      queue.remove(index)
      hideSiblings(of: index)
      enqueueLearning(index)
      showNext(at: moment)
    case .suspend, .bury:
      queue.remove(index)
      showNext(at: moment)
    case .undo, .resume, .unbury, .forget, .reschedule, .revision, .setting:
      break
    }
  }
}

extension Session {
  private func showing() throws(SessionRefusal) -> Showing {
    switch phase {
    case .question(let showing), .answer(let showing, _): return showing
    case .finished: throw .finished
    }
  }

  private mutating func showAnswer(_ answer: Answer?, at moment: Moment) throws(SessionRefusal) {
    let showing: Showing
    switch phase {
    case .question(let shown): showing = shown
    case .answer: throw .answerAlreadyShown
    case .finished: throw .finished
    }
    let candidate = showing.candidate
    let verdict = answer.map { check($0, against: candidate.card) }
    let taken = moment.instant.since(showing.askedAt.instant)
    let suggested = answer.flatMap { answer in
      verdict.map { suggestedRating($0, for: answer, after: taken) }
    }
    let response = Response(
      answer: answer,
      verdict: verdict,
      suggested: suggested,
      outcomes: grading.outcomes(of: candidate.progress, deck: candidate.deck, at: moment)
    )
    phase = .answer(showing, response)
  }

  private func request(
    _ rating: Rating,
    taking duration: Milliseconds?,
    at moment: Moment
  ) throws(SessionRefusal) -> ReviewRequest {
    switch phase {
    case .question: throw .answerNotShown
    case .finished: throw .finished
    case .answer(let showing, let response):
      let measured = duration ?? moment.instant.since(showing.askedAt.instant)
      return ReviewRequest(
        card: showing.candidate.card,
        deck: showing.candidate.deck,
        rating: rating,
        duration: Milliseconds(max(0, measured.value)),
        answer: response.answer?.text,
        isCorrect: response.verdict?.isCorrect
      )
    }
  }

  mutating func showNext(at moment: Moment) {
    let ahead = plan.isCram ? Milliseconds(.max) : grading.settings.learnAhead
    if !isTimeOver, let next = queue.next(at: moment.instant, learnAhead: ahead, due: dueInstant) {
      show(next, at: moment)
    } else {
      phase = .finished(summary(at: moment))
    }
  }

  /// Whether the time that was planned is used up.
  public var isTimeOver: Bool { plan.time.map { spent >= $0 } ?? false }

  private var spent: Milliseconds {
    Milliseconds(history.reduce(0) { $0 &+ ($1.review?.duration.value ?? 0) })
  }

  mutating func show(_ index: Int, at moment: Moment) {
    let candidate = candidates[index]
    var random = SplitMix(seed: seed, card: candidate.card.id, repetition: candidate.progress.repetitions)
    phase = .question(
      Showing(
        candidate: candidate,
        choices: candidate.card.choices.shuffled(using: &random),
        askedAt: moment,
        left: left,
        index: index
      )
    )
  }

  private mutating func refreshShowing() {
    func refreshed(_ old: Showing) -> Showing {
      Showing(
        candidate: candidates[old.index],
        choices: old.choices,
        askedAt: old.askedAt,
        left: old.left,
        index: old.index
      )
    }
    switch phase {
    case .question(let showing): phase = .question(refreshed(showing))
    case .answer(let showing, let response): phase = .answer(refreshed(showing), response)
    case .finished: break
    }
  }

  private func dueInstant(_ index: Int) -> Instant? {
    guard case .at(let instant)? = candidates[index].progress.due else { return nil }
    return instant
  }

  private mutating func enqueueLearning(_ index: Int) {
    guard let due = dueInstant(index) else { return }
    let place = queue.learning.firstIndex { dueInstant($0).map { $0 > due } ?? false }
    queue.learning.insert(index, at: place ?? queue.learning.endIndex)
  }

  private mutating func hideSiblings(of index: Int) {
    guard grading.settings.burySiblings, !plan.isCram else { return }
    let group = candidates[index].siblings
    queue.reviews.removeAll { $0 != index && candidates[$0].siblings == group }
    queue.new.removeAll { $0 != index && candidates[$0].siblings == group }
  }

  private mutating func remember(_ event: Event, of card: CardID) {
    var review: (rating: Rating, duration: Milliseconds)?
    if case .review(let recorded) = event.kind { review = (recorded.rating, recorded.duration) }
    history.append(Step(event: event.key, queue: queue, card: card, review: review))
  }

  /// Stands before what was undone: at its card, where that is to be asked today.
  private mutating func goBack(before undone: Event, index: Int?, at moment: Moment) {
    let step = history.lastIndex { $0.event == undone.key }
    if let step { queue = history.remove(at: step).queue }
    guard let index else {
      if case .finished = phase { phase = .finished(summary(at: moment)) }
      return
    }
    guard isWanted(candidates[index], at: moment) else {
      queue.remove(index)
      switch phase {
      case .question(let showing) where showing.index != index: break
      case .answer(let showing, _) where showing.index != index: break
      case .question, .answer, .finished: showNext(at: moment)
      }
      return
    }
    if step == nil {
      queue.remove(index)
      putFirst(index)
    }
    show(index, at: moment)
  }

  private func isWanted(_ candidate: Candidate, at moment: Moment) -> Bool {
    let today = grading.settings.calendar.day(of: moment)
    guard !candidate.progress.isHidden(on: today), !candidate.card.isRetired else { return false }
    guard case .day(let day)? = candidate.progress.due else { return true }
    return day <= today || plan.isCram
  }

  private mutating func putFirst(_ index: Int) {
    switch candidates[index].progress.due {
    case nil: queue.new.insert(index, at: 0)
    case .day?: queue.reviews.insert(index, at: 0)
    case .at?: enqueueLearning(index)
    }
  }

  private func summary(at moment: Moment) -> Summary {
    let reviews = history.compactMap(\.review)
    let calendar = grading.settings.calendar
    let tomorrow = calendar.day(of: moment).advanced(by: 1)
    let due = candidates.count { candidate in
      guard !candidate.progress.isSuspended, !candidate.card.isRetired else { return false }
      switch candidate.progress.due {
      case .day(let day)?: return day <= tomorrow
      case .at(let instant)?: return calendar.day(of: Moment(instant, offset: moment.offset)) <= tomorrow
      case nil: return false
      }
    }
    return Summary(
      ratings: Dictionary(grouping: reviews, by: \.rating).mapValues(\.count),
      duration: spent,
      hard: hardCards(),
      dueTomorrow: due
    )
  }

  /// The cards that were rated again or hard, those most often rated again first.
  private func hardCards() -> [Card] {
    var weights: [CardID: Int] = [:]
    for step in history {
      switch step.review?.rating {
      case .again?: weights[step.card, default: 0] += 100
      case .hard?: weights[step.card, default: 0] += 1
      case .good?, .easy?, nil: break
      }
    }
    let hard = candidates.enumerated().compactMap { place, candidate in
      weights[candidate.card.id].map { (weight: $0, place: place, card: candidate.card) }
    }
    return hard.sorted { ($1.weight, $0.place) < ($0.weight, $1.place) }.map(\.card)
  }
}
