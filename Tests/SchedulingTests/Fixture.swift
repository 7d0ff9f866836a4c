import Scheduling
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A compact copy of reference vectors: lines of words, as `Scripts/compact_vectors.py` writes them.
///
/// `WENGU_SCHEDULING_VECTORS` names another folder of the same form, to run over all of the vectors.
struct Fixture {
  let lines: [[Substring]]

  init(_ name: String) throws {
    let besides = String(#filePath.prefix(while: { _ in true }).dropLast("Fixture.swift".count))
    let folder = getenv("WENGU_SCHEDULING_VECTORS").map { String(cString: $0) + "/" } ?? besides + "Fixtures/"
    guard let file = fopen(folder + name, "rb") else { throw Missing(path: folder + name) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      guard count > 0 else { break }
      bytes.append(contentsOf: buffer[..<count])
    }
    let text = String(decoding: bytes, as: UTF8.self)
    lines = text.split(separator: "\n").map { $0.split(separator: " ") }
  }

  struct Missing: Error {
    let path: String
  }

  /// The weight sets by name.
  var weights: [Substring: [Double]] {
    var sets: [Substring: [Double]] = [:]
    for line in lines where line.first == "weights" {
      sets[line[1]] = line.dropFirst(2).map { Double($0) ?? .nan }
    }
    return sets
  }
}

/// The numbers of a line from this word on; NaN for what is absent.
func numbers(_ words: [Substring], from index: Int) -> [Double] {
  words.dropFirst(index).map { Double($0) ?? .nan }
}

/// |a − b| relative to b, with a floor below which the difference is absolute.
func difference(_ value: Double, _ expected: Double, floor: Double = 1e-300) -> Double {
  value == expected ? 0 : abs(value - expected) / max(abs(expected), floor)
}

/// Steps in minutes between commas; "-" for none.
func steps(_ word: Substring) -> [Milliseconds] {
  guard word != "-" else { return [] }
  return word.split(separator: ",").map { Milliseconds(Int64((Double($0) ?? 0) * 60_000)) }
}

extension Scheduler {
  /// The state after one rating, with standard settings and without fuzz.
  func next(_ state: CardState, _ elapsed: Days, _ rating: Int) throws -> CardState {
    let rating = try #require(Rating(rawValue: rating))
    return outcomes(for: state, elapsed: elapsed, settings: .standard, fuzz: nil)[rating].state
  }
}

/// SplitMix64: the same numbers from the same seed on every machine.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &* 0x2545_F491_4F6C_DD1D &+ 1
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
