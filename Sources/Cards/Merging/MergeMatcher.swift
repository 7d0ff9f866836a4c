import Language

/// Finds for each compiled note the one it was before.
///
/// The order is the design's: same fact; same answers and similar sentence; same sentence and similar
/// answers of the same kind. Within a fact the same note comes first, then the same answers, then notes
/// that are asked. A match is one to one; each step is linear but for a bounded number of comparisons.
struct MergeMatcher {
  let incoming: [MergeIncoming]
  let candidates: [MergeCandidate]
  let notes: [PlacedNote]
  /// For each compiled note the candidate it matches.
  private(set) var matches: [Int?]
  private var isTaken: [Bool]

  /// At most so many candidates with the same answers or sentence are compared.
  private static let comparisonLimit = 32

  init(incoming: [MergeIncoming], candidates: [MergeCandidate], notes: [PlacedNote]) {
    self.incoming = incoming
    self.candidates = candidates
    self.notes = notes
    matches = [Int?](repeating: nil, count: incoming.count)
    isTaken = [Bool](repeating: false, count: candidates.count)
  }

  /// Matches what can be matched.
  mutating func run() {
    match(sameNote, by: { [$0.key.fact, $0.key.note] })
    match(sameAnswersOfFact, by: { [$0.key.fact] + $0.key.answers })
    match({ $0.fact.map { [$0] } }, by: { [$0.key.fact] })
    match({ $0.answers }, by: { $0.key.answers }, if: { Sketch.areSimilar($0.key.sketch, $1.sketch) })
    let notes = notes
    match(
      { $0.place == nil ? nil : [$0.sketch] },
      by: { [$0.key.sketch] },
      if: { MergeMatcher.haveSimilarAnswers($0, $1, among: notes) }
    )
  }

  /// One step: matches free notes and candidates that have the same key and fit.
  private mutating func match(
    _ candidateKey: (MergeCandidate) -> [UInt64]?,
    by incomingKey: (MergeIncoming) -> [UInt64],
    if fits: (MergeIncoming, MergeCandidate) -> Bool = { _, _ in true }
  ) {
    var free: [[UInt64]: [Int]] = [:]
    let order = candidates.indices.filter { !isTaken[$0] }
      .sorted { (candidates[$0].rank, $0) > (candidates[$1].rank, $1) }
    for index in order {
      if let key = candidateKey(candidates[index]) { free[key, default: []].append(index) }
    }
    for index in incoming.indices where matches[index] == nil {
      let key = incomingKey(incoming[index])
      guard let list = free[key] else { continue }
      let compared = list.indices.suffix(MergeMatcher.comparisonLimit)
      guard let found = compared.last(where: { fits(incoming[index], candidates[list[$0]]) }) else {
        continue
      }
      matches[index] = list[found]
      isTaken[list[found]] = true
      free[key]?.remove(at: found)
    }
  }

  private func sameNote(_ candidate: MergeCandidate) -> [UInt64]? {
    candidate.entries.first.map { [$0.fact, $0.note] }
  }

  private func sameAnswersOfFact(_ candidate: MergeCandidate) -> [UInt64]? {
    candidate.fact.map { [$0] + candidate.answers }
  }

  private static func haveSimilarAnswers(
    _ incoming: MergeIncoming,
    _ candidate: MergeCandidate,
    among notes: [PlacedNote]
  ) -> Bool {
    guard let place = candidate.place, notes.indices.contains(place) else { return false }
    let old = notes[place].note.content
    let new = incoming.note.content
    return old.kind == new.kind && Similarity.areSimilar(old.allAnswers, new.allAnswers)
  }
}

extension MergeCandidate {
  /// Which of several candidates is matched first: one that is asked, a retired one, a deleted one.
  fileprivate var rank: Int {
    if place == nil { return 2 }
    return wasRetired ? 1 : 0
  }
}

extension NoteContent {
  /// The answers of all its cards.
  var allAnswers: String {
    (0..<cardCount).flatMap { answers(at: $0) }.joined(separator: itemSeparator)
  }
}

/// Whether short texts are alike.
enum Similarity {
  /// Whether the texts share half of their pairs of neighbouring characters (Dice's coefficient).
  static func areSimilar(_ left: String, _ right: String) -> Bool {
    let left = Array(foldedForComparison(left).unicodeScalars.map(\.value))
    let right = Array(foldedForComparison(right).unicodeScalars.map(\.value))
    if left == right { return true }
    guard !left.isEmpty, !right.isEmpty else { return false }
    return dice(pairs(left), pairs(right)) >= 0.5
  }

  private static func pairs(_ scalars: [UInt32]) -> Set<UInt64> {
    Set(zip([0] + scalars, scalars + [0]).map { UInt64($0) << 32 | UInt64($1) })
  }

  private static func dice(_ left: Set<UInt64>, _ right: Set<UInt64>) -> Double {
    2 * Double(left.intersection(right).count) / Double(left.count + right.count)
  }
}
