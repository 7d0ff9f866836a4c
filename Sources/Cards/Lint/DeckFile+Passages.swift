extension DeckFile {
  /// Warnings for notes whose passage does not occur in the essay; blanks and line ends do not count.
  func passagesMissing(from essay: String, among notes: [PlacedNote]) -> [Diagnostic] {
    let finder = PassageFinder(essay)
    return notes.compactMap { placed in
      guard let passage = placed.note.passage, let line = placed.passageLines.first, !finder.holds(passage)
      else { return nil }
      return Diagnostic(
        line: line,
        column: 1,
        severity: .warning,
        problem: .passageNotInSource(source: header.source ?? header.name ?? "")
      )
    }
  }
}

/// Looks passages up in an essay.
///
/// The essay's bytes are indexed by windows of eight, one in eight of them; a passage is looked for at the
/// places where one of its own windows stands, so that a look-up does not read the whole essay.
struct PassageFinder {
  private let bytes: [UInt8]
  private var places: [UInt64: [Int]] = [:]
  private static let width = 8

  init(_ essay: String) {
    bytes = PassageFinder.condensed(essay)
    var start = 0
    while start + PassageFinder.width <= bytes.count {
      places[PassageFinder.window(bytes, at: start), default: []].append(start)
      start += PassageFinder.width
    }
  }

  /// Whether the essay holds the passage.
  func holds(_ passage: String) -> Bool {
    let wanted = PassageFinder.condensed(passage)
    guard wanted.count >= 2 * PassageFinder.width else { return scan(for: wanted) }
    for shift in 0..<PassageFinder.width {
      for place in places[PassageFinder.window(wanted, at: shift)] ?? [] {
        let start = place - shift
        if start >= 0, start + wanted.count <= bytes.count,
          bytes[start..<start + wanted.count].elementsEqual(wanted)
        {
          return true
        }
      }
    }
    return false
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
