/// Carries a merge out: edits the deck's lines and notes what happened to each card.
///
/// It works in two rounds: first the notes, then the comment with the state, which follows their order.
struct Merger {
  let deck: DeckFile
  let incoming: [MergeIncoming]
  let candidates: [MergeCandidate]
  let matches: [Int?]
  var edit: TextEdit
  var mint: Mint
  /// What will be known of the cards after the merge, by the note they were generated in.
  var groups: [[MergeState.Entry]]
  var changes: [CardID: MergeChange] = [:]
  /// For each compiled note where its successors are inserted; nil when it has no place in the file.
  var anchors: [MergeAnchor?]
  /// The ids of all cards in the file.
  private let livingIDs: Set<CardID>
  /// The ids of all cards of which something is known since they were generated.
  private let knownIDs: Set<CardID>
  /// Retired notes whose cards came back in another note.
  private var absorbed: Set<Int> = []
  /// Retired notes of one card that no compiled note matches, by fact and answer.
  private var retired: [[UInt64]: [Int]] = [:]
  /// Cards that were split off their note because the compile lacks them.
  private var splits: [(after: Int, lines: [String])] = []

  init(deck: DeckFile, incoming: [MergeIncoming], deckName: String) {
    self.deck = deck
    self.incoming = incoming
    groups = deck.mergeState.groups
    candidates = MergeCandidate.all(in: deck, groups: groups)
    livingIDs = Set(deck.notes.flatMap(\.note.ids))
    knownIDs = Set(deck.mergeState.entries.map(\.id))
    var matcher = MergeMatcher(incoming: incoming, candidates: candidates, notes: deck.notes)
    matcher.run()
    matches = matcher.matches
    edit = TextEdit(deck.table)
    mint = Mint(deck: deck.header.name ?? deckName)
    mint.take(livingIDs)
    mint.take(knownIDs)
    anchors = [MergeAnchor?](repeating: nil, count: incoming.count)
    let matched = Set(matches.compactMap(\.self))
    for (index, candidate) in candidates.enumerated().reversed() where !matched.contains(index) {
      guard candidate.wasRetired, candidate.isAsGenerated, candidate.entries.count == 1,
        let entry = candidate.entries.first
      else { continue }
      retired[[entry.fact, entry.answer], default: []].append(index)
    }
  }

  /// Edits all notes; what is to be inserted comes last, so that it stands behind the edits of a line.
  mutating func run() {
    for (index, match) in matches.enumerated() {
      guard let match else { continue }
      let candidate = candidates[match]
      guard let place = candidate.place else {
        keepDeleted(candidate, incoming[index].key)
        continue
      }
      anchors[index] = .after(place)
      if candidate.isAsGenerated {
        update(place, candidate, incoming[index])
      } else {
        keepEdited(place, candidate, incoming[index])
      }
    }
    let matched = Set(matches.compactMap(\.self))
    for (index, candidate) in candidates.enumerated() where !matched.contains(index) {
      retire(candidate)
    }
    for split in splits { insert(split.lines, at: .after(split.after)) }
    insertNew()
  }

  /// A deleted note that the compile holds again stays deleted.
  private mutating func keepDeleted(_ candidate: MergeCandidate, _ key: MergeKey) {
    remember(key.renewing(candidate.entries), of: candidate)
    for entry in candidate.entries { changes[entry.id] = .staysDeleted }
  }

  /// An edited or hand-written note keeps its words; its passage is refreshed.
  private mutating func keepEdited(_ place: Int, _ candidate: MergeCandidate, _ new: MergeIncoming) {
    let placed = deck.notes[place]
    let isConflict = candidate.note.map { $0 != new.key.note } ?? false
    let isSame = !placed.hasErrors && MergeKey.noteHash(placed.note) == new.key.note
    for id in placed.note.ids { changes[id] = isConflict && !isSame ? .conflict : .kept }
    if candidate.wasRetired { resume(place) }
    let entries = new.key.renewing(entriesOfEdited(placed, candidate))
    remember(entries, of: candidate)
    for entry in entries where !livingIDs.contains(entry.id) && new.key.answers.contains(entry.answer) {
      changes[entry.id] = .staysDeleted
    }
    guard !placed.hasErrors, let passage = new.note.passage, passage != placed.note.passage else { return }
    replacePassage(of: placed, with: passage)
  }

  /// What is known of an edited note's cards: of those that were generated, also where the instructor closed
  /// the gap, then of those of gaps that the instructor opened.
  private func entriesOfEdited(_ placed: PlacedNote, _ candidate: MergeCandidate) -> [MergeState.Entry] {
    guard !placed.hasErrors else { return candidate.entries }
    let asWritten = MergeKey(note: placed.note, fact: "").entries(ids: placed.note.ids)
    return candidate.entries + asWritten.filter { !knownIDs.contains($0.id) }
  }

  /// A note as generated becomes the new one; cards keep their ids by their answers, then by their order.
  private mutating func update(_ place: Int, _ candidate: MergeCandidate, _ new: MergeIncoming) {
    let placed = deck.notes[place]
    var assignment = IDAssignment(old: candidate.entries.map { ($0.id, $0.answer) }, answers: new.key.answers)
    for index in assignment.ids.indices where assignment.ids[index] == nil {
      if let id = takeRetired(fact: new.key.fact, answer: new.key.answers[index]) {
        assignment.ids[index] = id
        changes[id] = .resumed
      } else {
        let id = mint.next(fact: new.fact)
        assignment.ids[index] = id
        changes[id] = .new
      }
    }
    let ids = assignment.ids.compactMap(\.self)
    splitOff(assignment.surplus, from: place, candidate)
    var note = new.note
    note.ids = ids
    note.tags = placed.note.tags.filter { !(candidate.wasRetired && $0 == Card.retiredTag) }
    note.section = placed.note.section
    if new.note.passage == nil { note.passage = placed.note.passage }
    let isUnchanged = NotePrinter.lines(note) == NotePrinter.lines(placed.note)
    for (index, id) in ids.enumerated() where changes[id] == nil {
      let old = candidate.entries.first { $0.id == id }
      let isRelearned = old?.answer != new.key.answers[index]
      let textChange: MergeChange = isRelearned ? .answerChanged : .updated
      changes[id] = isUnchanged ? .kept : candidate.wasRetired ? .resumed : textChange
    }
    remember(new.key.entries(ids: ids), of: candidate)
    if !isUnchanged { replaceLines(of: placed, with: NotePrinter.lines(note)) }
  }

  /// A note that the compile lacks: as generated it is retired, else it stays as it is.
  private mutating func retire(_ candidate: MergeCandidate) {
    guard let place = candidate.place, !absorbed.contains(place) else { return }
    let placed = deck.notes[place]
    let isToRetire = candidate.isAsGenerated && !candidate.wasRetired && !placed.note.isRetired
    for id in placed.note.ids { changes[id] = isToRetire ? .retired : .kept }
    guard isToRetire else { return }
    remember(candidate.entries.map(\.asRetired), of: candidate)
    edit.appendTokens(["#" + Card.retiredTag], toLine: placed.firstLine - 1)
  }

  /// Replaces what is known of a note's cards.
  private mutating func remember(_ entries: [MergeState.Entry], of candidate: MergeCandidate) {
    if let group = candidate.group { groups[group] = entries } else { groups.append(entries) }
  }

  /// Takes the tag away that a merge had given.
  private mutating func resume(_ place: Int) {
    let placed = deck.notes[place]
    guard placed.note.isRetired else { return }
    for id in placed.note.ids { changes[id] = .resumed }
    edit.removeTag(Card.retiredTag, fromLine: placed.firstLine - 1)
  }
}

// MARK: - Cards of notes that change their number

extension Merger {
  /// Keeps cards whose gaps the compile no longer has as a retired note of their own.
  private mutating func splitOff(_ surplus: [CardID], from place: Int, _ candidate: MergeCandidate) {
    guard !surplus.isEmpty else { return }
    var note = deck.notes[place].note
    let old = note
    note.ids = surplus
    note.content = note.content.keepingOnly(surplus.compactMap { old.ids.firstIndex(of: $0) })
    if !note.isRetired { note.tags.append(Card.retiredTag) }
    let noteHash = MergeKey.noteHash(note)
    groups.append(
      candidate.entries.filter { surplus.contains($0.id) }.map { entry in
        var entry = entry.asRetired
        entry.note = noteHash
        return entry
      }
    )
    for id in surplus { changes[id] = candidate.wasRetired ? .kept : .retired }
    splits.append((after: place, lines: NotePrinter.lines(note)))
  }

  /// The card of a note that a merge retired, when the compile asks for the same answer to the same fact
  /// again; its note is taken out of the file.
  private mutating func takeRetired(fact: UInt64, answer: UInt64) -> CardID? {
    guard let index = retired[[fact, answer]]?.popLast(), let place = candidates[index].place else {
      return nil
    }
    absorbed.insert(place)
    remember([], of: candidates[index])
    removeNote(deck.notes[place])
    return candidates[index].entries.first?.id
  }
}

extension NoteContent {
  /// The same with only some of the gaps hidden; a note of one card stays as it is.
  func keepingOnly(_ gaps: [Int]) -> NoteContent {
    guard case .cloze(let text) = self else { return self }
    var index = -1
    return .cloze(
      ClozeText(
        text.segments.map { segment in
          guard segment.isHidden else { return segment }
          index += 1
          return gaps.contains(index) ? segment : .shown(segment.text)
        }
      )
    )
  }
}

extension Note {
  /// Whether the note's cards are kept but not asked.
  var isRetired: Bool { tags.contains(Card.retiredTag) }
}

/// Gives old ids to new cards: first by answer, then in order.
struct IDAssignment {
  /// For each new card its id, where there is one.
  var ids: [CardID?]
  /// Ids that are left over.
  var surplus: [CardID]

  init(old: [(id: CardID, answer: UInt64)], answers: [UInt64]) {
    ids = [CardID?](repeating: nil, count: answers.count)
    var free = old
    for (index, answer) in answers.enumerated() {
      guard let match = free.firstIndex(where: { $0.answer == answer }) else { continue }
      ids[index] = free.remove(at: match).id
    }
    for index in ids.indices where ids[index] == nil && !free.isEmpty {
      ids[index] = free.removeFirst().id
    }
    surplus = free.map(\.id)
  }
}
