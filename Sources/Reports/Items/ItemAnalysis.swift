import Language
import Scheduling
import Study

/// What the answers of a class say about each card.
///
/// Learners are added one at a time, in a fixed order; all that is kept of each are their first attempts.
public struct ItemAnalysis: Sendable {
  /// Learners below which a share or a correlation would say more than is known.
  public static let fewestLearners = 5

  private struct Item {
    var row: CardRow
    var attempts: [LearnerAttempt] = []
    var lapses = 0
    var leeches = 0
    var revisions: [UInt64] = []
    var last: (moment: Moment, revision: UInt64)?
  }

  private struct LearnerAttempt {
    let learner: Int
    let attempt: Attempt
  }

  private var items: [Item] = []
  private var places: [String: Int] = [:]
  private var learners = 0

  /// An analysis without learners.
  public init() {}

  /// Adds what a learner did; counted with `.attempts`.
  public mutating func add(_ count: LearnerCount) {
    let learner = learners
    learners += 1
    for row in count.cards {
      let place = place(of: row)
      if row.isLeech { items[place].leeches += 1 }
    }
    for (number, id) in count.ids.enumerated() where count.tally.cards[number].reviews > 0 {
      let place = places[id] ?? place(of: CardRow(card: id, learner: count.learner))
      items[place].lapses += count.tally.cards[number].lapses
      add(count.revisions[number], to: place)
    }
    for attempt in count.attempts {
      guard let place = places[count.ids[attempt.card]] else { continue }
      items[place].attempts.append(LearnerAttempt(learner: learner, attempt: attempt))
    }
  }

  /// The item of a card, whose row the learner gives who was asked it last.
  private mutating func place(of row: CardRow) -> Int {
    guard let place = places[row.card] else {
      places[row.card] = items.count
      items.append(Item(row: row))
      return items.count - 1
    }
    if items[place].row.isReplaced(by: row) { items[place].row = row }
    return place
  }

  private mutating func add(_ revisions: CardRevisions, to place: Int) {
    for revision in revisions.all where !items[place].revisions.contains(revision) {
      items[place].revisions.append(revision)
    }
    guard let last = revisions.last else { return }
    if items[place].last.map({ $0.moment.instant < last.moment.instant }) ?? true { items[place].last = last }
  }
}

extension ItemAnalysis {
  /// The items, by deck and place.
  public func rows() -> [ItemRow] {
    let scores = scores()
    return sorted.map { row($0, of: $0.attempts, scores: scores[$0.row.deck] ?? [:]) }
  }

  /// The items as the first attempts at one text of each show them, so that what was wrong with a text is not
  /// held against the one that took its place.
  ///
  /// - Parameter texts: the fingerprints of texts by card; where none is given, the text asked last.
  /// - Returns: the items, by deck and place.
  public func rows(askedAs texts: [String: UInt64] = [:]) -> [ItemRow] {
    let scores = scores()
    return sorted.map { item in
      let text = texts[item.row.card] ?? item.last?.revision
      // A review that was sent without its fingerprint may have been of any text.
      let attempts = item.attempts.filter { $0.attempt.revision == text || $0.attempt.revision == 0 }
      return row(item, of: attempts, scores: scores[item.row.deck] ?? [:])
    }
  }

  private var sorted: [Item] {
    items.sorted { $0.row.standsBefore($1.row) }
  }

  private struct Score {
    var recalled = 0
    var attempts = 0
  }

  /// For each deck, how many first attempts each learner made and how many of them succeeded.
  private func scores() -> [String: [Int: Score]] {
    var scores: [String: [Int: Score]] = [:]
    for item in items {
      for each in item.attempts where each.attempt.isFirst {
        scores[item.row.deck, default: [:]][each.learner, default: Score()].attempts += 1
        guard each.attempt.isRecalled else { continue }
        scores[item.row.deck, default: [:]][each.learner, default: Score()].recalled += 1
      }
    }
    return scores
  }

  private func row(_ item: Item, of attempts: [LearnerAttempt], scores: [Int: Score]) -> ItemRow {
    let first = attempts.filter(\.attempt.isFirst)
    let facility = Proportion(first.count(where: \.attempt.isRecalled), of: first.count)
    let isEnough = first.count >= Self.fewestLearners
    return ItemRow(
      card: item.row,
      learners: first.count,
      facility: isEnough ? facility : nil,
      discrimination: isEnough ? discrimination(first, scores: scores) : nil,
      medianSeconds: medianSeconds(first.map(\.attempt.duration.value)),
      lapses: item.lapses,
      leeches: item.leeches,
      answers: AnswerTally.all(of: first.map(\.attempt)),
      revision: item.last?.revision,
      revisions: revisions(of: item)
    )
  }

  /// The correlation of success with the share of success on the deck's other cards.
  private func discrimination(_ attempts: [LearnerAttempt], scores: [Int: Score]) -> Double? {
    let pairs = attempts.compactMap { each -> (Double, Double)? in
      guard let score = scores[each.learner], score.attempts > 1 else { return nil }
      let own = each.attempt.isRecalled ? 1 : 0
      return (Double(own), Double(score.recalled - own) / Double(score.attempts - 1))
    }
    return pairs.count >= Self.fewestLearners ? correlation(pairs) : nil
  }

  /// The texts of a card in the order of their first attempts, each with the attempts made at it.
  private func revisions(of item: Item) -> [RevisionFigures] {
    var attempts: [UInt64: [Attempt]] = [:]
    for each in item.attempts { attempts[each.attempt.revision, default: []].append(each.attempt) }
    func began(_ revision: UInt64) -> Int64 {
      attempts[revision]?.map(\.moment.instant.milliseconds).min() ?? .max
    }
    return item.revisions.sorted { (began($0), $0) < (began($1), $1) }.map { revision in
      let own = attempts[revision] ?? []
      return RevisionFigures(
        revision: revision,
        learners: own.count,
        facility: Proportion(own.count(where: \.isRecalled), of: own.count)
      )
    }
  }
}
