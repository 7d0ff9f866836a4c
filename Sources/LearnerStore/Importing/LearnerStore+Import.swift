import Cards
import GRDB
import Language
import Scheduling
import Study

extension LearnerStore {
  /// Takes over reviews that are no events of ours, each under a time of its own.
  ///
  /// A review is known where this file has one of the same card, instant and rating; so the same reviews twice
  /// change nothing. An interval that the log does not tell is the one that this file's scheduler gives. The
  /// new events stand under a device id made of what they say, so that two machines that import one log hold
  /// the same events.
  ///
  /// - Parameters:
  ///   - reviews: in any order.
  ///   - plan: where a backup of this file goes before it is changed.
  /// - Returns: how many reviews were new, and how many were here already.
  /// - Throws: ``MergeRefusal`` for a review outside the years that events may have, ``LearnerFileFailure``.
  public func importReviews(_ reviews: [ForeignReview], backup plan: BackupPlan) throws -> LogUnion {
    var known = 0
    var report = try merge(backup: plan) { merge in
      let new = try merge.unknown(among: reviews)
      known = reviews.count - new.count
      for event in ForeignLog(new, try merge.grading()).events { try merge.take(event) }
    }
    report.known = known
    return report
  }
}

extension EventMerge {
  /// The reviews that are not in the file yet, each once, by time.
  fileprivate func unknown(among reviews: [ForeignReview]) throws -> [ForeignReview] {
    var taken = try reviewKeys()
    return reviews.enumerated()
      .sorted { ($0.element.moment.instant, $0.offset) < ($1.element.moment.instant, $1.offset) }
      .map(\.element)
      .filter {
        taken.insert(ReviewKey(card: $0.card, at: $0.moment.instant.milliseconds, rating: $0.rating)).inserted
      }
  }
}

/// What makes two reviews the same one.
struct ReviewKey: Hashable {
  let card: CardID
  let at: Int64
  let rating: Rating
}

/// Reviews of another origin as events of a device of their own.
private struct ForeignLog {
  /// The events, by time.
  private(set) var events: [Event] = []

  /// The events of reviews that stand in the order of time.
  init(_ reviews: [ForeignReview], _ grading: Grading) {
    guard let draft = DeviceID("csv") else { return }
    var told = ForeignLog.intervals(of: reviews)
    var progress: [CardID: CardProgress] = [:]
    var drafts: [Event] = []
    for (place, review) in reviews.enumerated() {
      let before = progress[review.card] ?? CardProgress(card: review.card)
      let event = ForeignLog.event(
        review,
        at: Int64(place) + 1,
        following: drafts.last,
        given: told.removeValue(forKey: place),
        device: draft,
        grading,
        before
      )
      var after = before
      grading.replay(event, on: &after)
      progress[review.card] = after
      drafts.append(event)
    }
    var hasher = StableHasher()
    for draft in drafts { withUnsafeBytes(of: draft.checksum.littleEndian) { hasher.combine($0) } }
    let digits = String(hasher.finish(), radix: 16)
    let device = DeviceID("csv-" + digits)
    events = drafts.compactMap { draft in
      device.map {
        Event(
          key: EventKey(device: $0, sequence: draft.key.sequence),
          moment: draft.moment,
          effectiveAt: draft.effectiveAt,
          card: draft.card,
          kind: draft.kind
        )
      }
    }
  }

  /// The interval that each review gave, by its place, where the card's next review tells it.
  private static func intervals(of reviews: [ForeignReview]) -> [Int: Double] {
    var last: [CardID: Int] = [:]
    var told: [Int: Double] = [:]
    for (place, review) in reviews.enumerated() {
      if let before = last.updateValue(place, forKey: review.card), let days = review.scheduled {
        told[before] = days
      }
    }
    return told
  }

  private static func event(
    _ review: ForeignReview,
    at sequence: Int64,
    following last: Event?,
    given: Double?,
    device: DeviceID,
    _ grading: Grading,
    _ progress: CardProgress
  ) -> Event {
    let computed = grading.outcomes(of: progress, deck: review.deck ?? "", at: review.moment)[review.rating]
    let now = review.moment.instant
    let made = Review(
      rating: review.rating,
      duration: review.duration ?? Milliseconds(0),
      answer: review.answer,
      isCorrect: review.isCorrect,
      interval: interval(given, or: computed.interval),
      revision: review.revision ?? 0,
      scheduler: grading.scheduler.name,
      weightsVersion: grading.settings.weightsVersion
    )
    return Event(
      key: EventKey(device: device, sequence: sequence),
      moment: review.moment,
      effectiveAt: last.map { max(now, $0.effectiveAt.advanced(by: Milliseconds(1))) } ?? now,
      card: review.card,
      kind: EventKind.review(made).storable
    )
  }

  /// The interval that a log tells, in the form that the scheduler would have given.
  private static func interval(_ days: Double?, or computed: Interval) -> Interval {
    guard let days, days >= 0, days <= 36_500, days != computed.days.value else { return computed }
    if days >= 1, let whole = Int(exactly: days) { return .days(whole) }
    return .exact(Milliseconds(Int64((days * 86_400_000).rounded())))
  }
}
