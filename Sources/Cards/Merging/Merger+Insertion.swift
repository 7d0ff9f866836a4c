extension Merger {
  /// Inserts the compiled notes that match nothing, each behind its nearest predecessor.
  ///
  /// A neighbour in the same section of the compile is preferred: the one before, else the one after. A
  /// section without neighbours goes under its heading, which is added where the file lacks it.
  mutating func insertNew() {
    guard !deck.notes.isEmpty else {
      fillEmptyDeck()
      return
    }
    for index in incoming.indices where matches[index] == nil {
      let block = NotePrinter.lines(mintedNote(index))
      if let anchor = neighbour(of: index) {
        insert(block, at: anchor)
        anchors[index] = anchor
      } else {
        insertUnderHeading(index, block)
      }
    }
  }

  private func neighbour(of index: Int) -> MergeAnchor? {
    let section = incoming[index].note.section
    var before = index - 1
    while before >= 0, incoming[before].note.section == section {
      if let anchor = anchors[before] { return anchor }
      before -= 1
    }
    var after = index + 1
    while after < incoming.count, incoming[after].note.section == section {
      if case .after(let place)? = anchors[after] { return .before(place) }
      after += 1
    }
    return nil
  }

  /// Inserts the first note of a section that has no neighbour in the file.
  private mutating func insertUnderHeading(_ index: Int, _ block: [String]) {
    let section = incoming[index].note.section
    guard !section.isEmpty else {
      place(index, block, at: topAnchor)
      return
    }
    let depth = (1...section.count).reversed().first { heading(of: section.prefix($0)) != nil } ?? 0
    let parent = heading(of: section.prefix(depth))
    if depth == section.count, let parent {
      place(index, block, at: .behindLine(parent.line))
      return
    }
    let level = parent?.level ?? (deck.headings.map(\.level).min() ?? 1) - 1
    let titles = section.dropFirst(depth).enumerated().flatMap { offset, title in
      [NotePrinter.heading(title, level: level + offset + 1), ""]
    }
    place(index, titles + block, at: regionEnd(under: parent, level: level + 1, index: index))
  }

  private mutating func place(_ index: Int, _ lines: [String], at anchor: MergeAnchor) {
    insert(lines, at: anchor)
    anchors[index] = anchor
  }

  private func heading(of path: ArraySlice<String>) -> PlacedHeading? {
    deck.headings.first { $0.path.elementsEqual(path) }
  }

  /// Where notes without a section go: before the first heading, or else before the first note.
  private var topAnchor: MergeAnchor {
    guard let heading = deck.headings.first, let note = deck.notes.first, heading.line < note.firstLine else {
      return .before(0)
    }
    return .beforeLine(heading.line)
  }

  /// The end of the section in which the nearest predecessor stands, or else of the parent's section.
  private func regionEnd(under parent: PlacedHeading?, level: Int, index: Int) -> MergeAnchor {
    let start = parent.map { $0.line + 1 } ?? 0
    let end = deck.headings.first { $0.line >= start && parent != nil && $0.level < level }?.line
    let region = start..<max(start, end ?? deck.table.lines.count)
    var from = region.upperBound
    for before in anchors[..<index].reversed() {
      if case .after(let place)? = before {
        let line = deck.notes[place].lastLine - 1
        if region.contains(line) { from = line }
        break
      }
    }
    let next = deck.headings.first { region.contains($0.line) && $0.line > from && $0.level <= level }
    return .behindLine(lastTextLine(before: next?.line ?? region.upperBound))
  }

  /// The last line before a place that is neither blank nor part of the state.
  private func lastTextLine(before line: Int) -> Int {
    var last = line - 1
    while last > 0 {
      let isState = deck.stateLines.contains { $0.contains(last) }
      guard isState || deck.table.kind(ofLine: last) == .blank else { break }
      last -= 1
    }
    return max(last, 0)
  }
}

// MARK: - A deck without notes

extension Merger {
  /// Writes all notes at the end of a file that holds none.
  mutating func fillEmptyDeck() {
    var lines: [String] = []
    var section: [String] = []
    for index in incoming.indices where matches[index] == nil {
      let note = mintedNote(index)
      for heading in DeckFile.headings(from: section, to: note.section) { lines += ["", heading] }
      section = note.section
      lines += [""] + NotePrinter.lines(note)
    }
    let hasText = deck.table.lines.indices.contains { deck.table.kind(ofLine: $0) != .blank }
    if hasText {
      let end = deck.table.lines[lastTextLine(before: deck.table.lines.count)].end
      edit.replace(end..<end, with: lines.map { edit.lineEnd + $0 }.joined())
    } else {
      let end = deck.table.bytes.count
      let isOpen = deck.table.lines.last.map { $0.end == $0.next } ?? false
      let block = lines.dropFirst().map { $0 + edit.lineEnd }.joined()
      edit.replace(end..<end, with: (isOpen ? edit.lineEnd : "") + block)
    }
  }

  /// A compiled note with new ids, of which the state is kept.
  mutating func mintedNote(_ index: Int) -> Note {
    var note = incoming[index].note
    note.ids = (0..<note.cardCount).map { _ in mint.next(fact: incoming[index].fact) }
    groups.append(incoming[index].key.entries(ids: note.ids))
    for id in note.ids { changes[id] = .new }
    return note
  }
}
