/// A word or phrase that announces a relation.
enum Marker: UInt8, Sendable {
  case copula
  case essence
  case because
  case causeOf
  case therefore
  case leadsTo
  case purpose
  case takeAs
  case asRole
  case naming
  case says
  case onlyIf
  case onlyThen
  case ifCondition
  case unless
  case must
  case notBut
  case butRather
  case negation
  case differs
  case consistsOf
  case include
  case suchAs
  case becomes
  case through
  case means
}

/// A marker found in a sentence.
struct MarkerHit: Sendable, Equatable {
  var marker: Marker
  var range: Range<Int>
}

/// Finds markers; one pass over a sentence for all families.
enum MarkerScanner {
  static func hits(
    in range: Range<Int>,
    of essay: Essay,
    script: Script,
    isEdge: (Int) -> Bool
  ) -> [MarkerHit] {
    let table = script == .chinese ? chinese : latin
    var hits: [MarkerHit] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard let entries = table[essay.keys[index]], isEdge(index) else {
        index += 1
        continue
      }
      let match = entries.first { entry in
        index + entry.keys.count <= range.upperBound && essay.matches(entry.keys, at: index)
          && isEdge(index + entry.keys.count)
      }
      if let match {
        hits.append(MarkerHit(marker: match.marker, range: index..<index + match.keys.count))
        index += match.keys.count
      } else {
        index += 1
      }
    }
    return hits
  }

  private struct Entry: Sendable {
    var keys: [Key]
    var marker: Marker
  }

  private static let chinese = table(MarkerPhrases.chinese)
  private static let latin = table(MarkerPhrases.latin)

  /// Entries by their first character, the longest first.
  private static func table(_ phrases: [(Marker, String)]) -> [Key: [Entry]] {
    var table: [Key: [Entry]] = [:]
    for (marker, list) in phrases {
      for phrase in list.split(separator: "|") {
        let keys = String(phrase).keys
        guard let first = keys.first else { continue }
        table[first, default: []].append(Entry(keys: keys, marker: marker))
      }
    }
    return table.mapValues { entries in entries.sorted { $0.keys.count > $1.keys.count } }
  }
}
