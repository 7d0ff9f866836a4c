extension DeckFile {
  /// Warnings for notes whose passage does not occur in the essay; blanks and line ends do not count.
  func passagesMissing(from essay: String, among notes: [PlacedNote]) -> [Diagnostic] {
    let finder = PassageFinder(essay)
    let sources = header.sources.isEmpty ? header.name ?? "" : header.sources.joined(separator: ", ")
    return notes.compactMap { placed in
      guard let passage = placed.note.passage, let line = placed.passageLines.first, !finder.holds(passage)
      else { return nil }
      return Diagnostic(
        line: line,
        column: 1,
        severity: .warning,
        problem: .passageNotInSource(source: sources)
      )
    }
  }
}

/// Looks passages up in an essay.
///
/// The essay's bytes are indexed by windows of eight, one in eight of them. Wherever a passage occurs, its own
/// windows at one of eight shifts are all in the index; the rarest of them says where to compare, so that a
/// look-up does not read the whole essay.
struct PassageFinder {
  private let bytes: [UInt8]
  private var places: [UInt64: [Int]] = [:]
  private static let width = 8
  /// Windows that occur more often than this tell nothing; the passage is taken to be there.
  private static let commonLimit = 1_000

  init(_ essay: String) {
    bytes = PassageFinder.condensed(essay)
    for start in stride(from: 0, through: bytes.count - PassageFinder.width, by: PassageFinder.width) {
      places[PassageFinder.window(bytes, at: start), default: []].append(start)
    }
  }

  /// Whether the essay holds the passage.
  func holds(_ passage: String) -> Bool {
    let wanted = PassageFinder.condensed(passage)
    guard wanted.count >= 2 * PassageFinder.width else { return scan(for: wanted) }
    return (0..<PassageFinder.width).contains { shift in
      guard let rarest = rarestWindow(of: wanted, from: shift) else { return false }
      if rarest.places.count > PassageFinder.commonLimit { return true }
      return rarest.places.contains { place in
        let start = place - rarest.offset
        guard start >= 0, start + wanted.count <= bytes.count else { return false }
        return bytes[start..<start + wanted.count].elementsEqual(wanted)
      }
    }
  }

  /// The window at one shift that the essay holds least often; nil when it lacks one of them.
  private func rarestWindow(of wanted: [UInt8], from shift: Int) -> (offset: Int, places: [Int])? {
    var rarest: (offset: Int, places: [Int])?
    for offset in stride(from: shift, through: wanted.count - PassageFinder.width, by: PassageFinder.width) {
      guard let found = places[PassageFinder.window(wanted, at: offset)] else { return nil }
      if found.count < rarest?.places.count ?? .max { rarest = (offset, found) }
    }
    return rarest
  }

  private func scan(for wanted: [UInt8]) -> Bool {
    guard let first = wanted.first else { return true }
    var rest = bytes[...]
    while let start = rest.firstIndex(of: first) {
      rest = rest[start...]
      if rest.starts(with: wanted) { return true }
      rest = rest.dropFirst()
    }
    return false
  }

  private static func condensed(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
      bytes += String(scalar).utf8
    }
    return bytes
  }

  private static func window(_ bytes: [UInt8], at start: Int) -> UInt64 {
    bytes[start..<start + width].reduce(0) { $0 << 8 | UInt64($1) }
  }
}
