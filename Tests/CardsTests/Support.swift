import Cards
import Foundation

/// The text of a file in `Fixtures`.
func fixture(_ name: String, file: String = #filePath) throws -> String {
  let folder = URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent("Fixtures")
  return try String(decoding: Data(contentsOf: folder.appendingPathComponent(name)), as: UTF8.self)
}

/// The text of a deck that comes with the project.
func projectDeck(_ name: String, file: String = #filePath) throws -> String {
  let root = URL(fileURLWithPath: file).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  return try String(decoding: Data(contentsOf: root.appendingPathComponent("Decks/\(name)")), as: UTF8.self)
}

/// How often a random test runs: the small number, or the full one with `WENGU_TORTURE=1`.
func rounds(_ sample: Int, full: Int) -> Int {
  ProcessInfo.processInfo.environment["WENGU_TORTURE"] == "1" ? full : sample
}

/// SplitMix64: numbers that a seed repeats.
///
/// Source: Steele, Lea and Flood 2014.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: Int) {
    state = UInt64(bitPattern: Int64(seed))
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// Whether something happens that happens so many times in a hundred.
  mutating func happens(percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &self) < percent
  }

  /// One of several.
  mutating func pick<Element>(_ elements: [Element], or fallback: Element) -> Element {
    elements.randomElement(using: &self) ?? fallback
  }
}
