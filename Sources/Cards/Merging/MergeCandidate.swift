/// A note that an earlier compile or an instructor made, with which a compiled one may be matched.
struct MergeCandidate {
  /// Where it stands among the deck's notes; nil when the instructor deleted it.
  var place: Int?
  /// What is known of it since it was generated; empty when it was written by hand.
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
  static func all(in deck: DeckFile) -> [MergeCandidate] {
    let groups = groups(of: deck.mergeState.entries)
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
        candidates.append(MergeCandidate(placed, at: place, entries: groups[group]))
      } else if !placed.hasErrors, !placed.note.ids.contains(where: { groupOfID[$0] != nil }) {
        candidates.append(MergeCandidate(placed, at: place, entries: []))
      }
    }
    let livingIDs = Set(deck.notes.flatMap(\.note.ids))
    for (group, claimed) in zip(groups, isClaimed) where !claimed {
      guard let first = group.first, !first.continuesNote else { continue }
      guard !group.contains(where: { livingIDs.contains($0.id) }) else { continue }
      candidates.append(
        MergeCandidate(
          place: nil,
          entries: group,
          answers: group.map(\.answer),
          sketch: first.sketch,
          isAsGenerated: false
        )
      )
    }
    return candidates
  }

  private init(_ placed: PlacedNote, at place: Int, entries: [MergeState.Entry]) {
    self.place = place
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

  /// Entries by the note they came from.
  ///
  /// One that says it continues a note but follows another is what is left of a note that lives on.
  static func groups(of entries: [MergeState.Entry]) -> [[MergeState.Entry]] {
    var groups: [[MergeState.Entry]] = []
    for entry in entries {
      if entry.continuesNote, let last = groups.last?.first, last.fact == entry.fact, last.note == entry.note
      {
        groups[groups.count - 1].append(entry)
      } else {
        groups.append([entry])
      }
    }
    return groups
  }
}
