/// A note that an earlier compile or an instructor made, with which a compiled one may be matched.
struct MergeCandidate {
  /// Where it stands among the deck's notes; nil when the instructor deleted it.
  var place: Int?
  /// Its place among the groups of entries; nil when it was written by hand.
  var group: Int?
  /// What is known of its cards since they were generated, also of those whose gaps the instructor closed;
  /// empty when it was written by hand.
  var entries: [MergeState.Entry]
  /// The hashes of its answers: as generated, or as they stand when it was written by hand.
  var answers: [UInt64]
  /// The sketch of its sentence.
  var sketch: UInt64
  /// Whether its words are those that were generated.
  var isAsGenerated: Bool

  /// Hash of the fact; nil when it was written by hand.
  var fact: UInt64? { entries.first?.fact }
  /// Hash of the note as generated.
  var note: UInt64? { entries.first?.note }
  /// Whether a merge retired it.
  var wasRetired: Bool { entries.contains(where: \.wasRetired) }
}

/// A compiled note as it will be read from the file, with its hashes.
struct MergeIncoming {
  var note: Note
  var fact: String
  var key: MergeKey
}

extension MergeCandidate {
  /// All notes of a deck that a compile can meet, in the order of the file, then the deleted ones.
  ///
  /// A note with errors and without a past is left out: nothing is known of it for sure.
  ///
  /// - Parameters:
  ///   - deck: The deck as it is.
  ///   - groups: What is known of its cards, by the note they were generated in.
  /// - Returns: One for each note, and one for each group of which no card is left in the file.
  static func all(in deck: DeckFile, groups: [[MergeState.Entry]]) -> [MergeCandidate] {
    var groupOfID: [CardID: Int] = [:]
    for (index, group) in groups.enumerated() {
      for entry in group { groupOfID[entry.id] = index }
    }
    var isClaimed = [Bool](repeating: false, count: groups.count)
    var candidates: [MergeCandidate] = []
    for (place, placed) in deck.notes.enumerated() {
      let group = placed.note.ids.lazy.compactMap { groupOfID[$0] }.first { !isClaimed[$0] }
      if let group {
        isClaimed[group] = true
        candidates.append(MergeCandidate(placed, at: place, group: group, entries: groups[group]))
      } else if !placed.hasErrors, !placed.note.ids.contains(where: { groupOfID[$0] != nil }) {
        candidates.append(MergeCandidate(placed, at: place, group: nil, entries: []))
      }
    }
    let livingIDs = Set(deck.notes.flatMap(\.note.ids))
    for (index, entries) in groups.enumerated() where !isClaimed[index] {
      guard let first = entries.first, !entries.contains(where: { livingIDs.contains($0.id) }) else {
        continue
      }
      candidates.append(
        MergeCandidate(
          place: nil,
          group: index,
          entries: entries,
          answers: entries.map(\.answer),
          sketch: first.sketch,
          isAsGenerated: false
        )
      )
    }
    return candidates
  }

  private init(_ placed: PlacedNote, at place: Int, group: Int?, entries: [MergeState.Entry]) {
    self.place = place
    self.group = group
    self.entries = entries
    let note = placed.note
    if let first = entries.first {
      answers = entries.map(\.answer)
      sketch = first.sketch
      isAsGenerated =
        !placed.hasErrors && entries.map(\.id) == note.ids && first.note == MergeKey.noteHash(note)
    } else {
      answers = (0..<note.cardCount).map { MergeKey.answerHash(note.content, at: $0) }
      sketch = Sketch.of(note.sentence)
      isAsGenerated = false
    }
  }
}
