import Foundation
import Testing

/// `wengu replay` against py-fsrs, fsrs-rs and ts-fsrs, as a reader who has their figures would run it.
///
/// The vectors are those of SchedulingTests; sequences with the same switches share a run. A few runs go into
/// the normal tests, all of them with `WENGU_TORTURE`.
@Suite struct ReplayVectorTests {
  /// A log for one run, and what the peers said about each row.
  private struct Batch {
    var options: [String]
    var csv = ""
    var expected: [[Double]] = []
  }

  private func lines(_ name: String) throws -> [[Substring]] {
    let path = Program.root.appendingPathComponent("Tests/SchedulingTests/Fixtures/\(name)")
    return try String(contentsOf: path, encoding: .utf8).split(separator: "\n").map {
      $0.split(separator: " ")
    }
  }

  /// The batches to run, and their rows' answers.
  private func forEachRow(
    of batches: [[String]: Batch],
    _ body: (_ row: [String: String], _ expected: [Double], _ options: [String]) -> Void
  ) throws -> Int {
    let isTorture = ProcessInfo.processInfo.environment["WENGU_TORTURE"] != nil
    let sorted = batches.values.sorted {
      ($1.expected.count, $0.options.joined()) < ($0.expected.count, $1.options.joined())
    }
    let program = try Program()
    defer { program.remove() }
    var count = 0
    for batch in isTorture ? sorted : Array(sorted.prefix(6)) {
      let ending = try program.run(["replay", "-"] + batch.options, input: Data(batch.csv.utf8))
      let rows = rows(ofCSV: ending.output)
      try #require(
        ending.status == 0 && rows.count == batch.expected.count,
        "\(batch.options): \(ending.messages)"
      )
      for (row, expected) in zip(rows, batch.expected) { body(row, expected, batch.options) }
      count += rows.count
    }
    return count
  }

  private func gap(_ text: String?, _ expected: Double, floor: Double = 1e-300) -> Double {
    guard let value = text.flatMap({ Double($0) }) else { return expected.isNaN ? 0 : .infinity }
    return value == expected ? 0 : abs(value - expected) / max(abs(expected), floor)
  }

  private func durations(_ word: Substring) -> String {
    guard word != "-" else { return "" }
    return word.split(separator: ",").map { "\(Int((Double($0) ?? 0) * 60))s" }.joined(separator: " ")
  }

  private func fsrs6(_ options: ([Substring]) -> [String], columns: String, row: ([Substring]) -> String)
    throws
    -> [[String]: Batch]
  {
    var weights: [Substring: String] = [:]
    var batches: [[String]: Batch] = [:]
    var key: [String] = []
    var card: Substring = ""
    for line in try lines("fsrs6.txt") {
      switch line[0] {
      case "weights": weights[line[1]] = line.dropFirst(2).joined(separator: ",")
      case "sequence":
        card = line[1]
        key = ["--weights", weights[line[2]] ?? "", "--retention", String(line[3])] + options(line)
      case "review":
        batches[key, default: Batch(options: key, csv: columns + "\n")].csv += "\(card),\(row(line))\n"
        batches[key]?.expected.append(line.dropFirst().map { Double($0) ?? .nan })
      default: break
      }
    }
    return batches
  }

  @Test func `FSRS-6 equals py-fsrs: state, step and due exactly, numbers to 1e-12`() throws {
    let batches = try fsrs6(
      { line in
        [
          "--elapsed", "whole-24h", "--no-cap", "--rounding", "even", "--learning-steps", durations(line[4]),
          "--relearning-steps", durations(line[5]), "--maximum-interval", String(line[6]),
        ]
      },
      columns: "card_id,review_time,review_rating",
      row: { "\($0[1]),\($0[2])" }
    )
    let states = [1: "learning", 2: "review", 3: "relearning"]
    var worst = 0.0
    var wrong: [String] = []
    let count = try forEachRow(of: batches) { row, expected, options in
      worst = max(worst, gap(row["retrievability"], expected[3]), gap(row["stability"], expected[4]))
      worst = max(worst, gap(row["difficulty"], expected[5]))
      let step = expected[7].isNaN ? "" : "\(Int(expected[7]))"
      if row["state"] != states[Int(expected[6])] || row["step"] != step
        || row["due"] != "\(Int(expected[8]))"
      {
        wrong.append("\(options): \(row)")
      }
    }
    #expect(count > 100)
    #expect(worst < 1e-12)
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(2))")
  }

  /// fsrs-rs computes in 32 bits; over a history its stability drifts by up to 1.1e-4 and its difficulty by
  /// 1.5e-6, both relative, from what 64 bits give.
  @Test func `FSRS-6 equals fsrs-rs along whole histories, as far as 32 bits go`() throws {
    let batches = try fsrs6(
      { _ in [] },
      columns: "card_id,review_time,review_rating,delta_t_days",
      row: { "\($0[1]),\($0[2]),\($0[3])" }
    )
    var worst = (stability: 0.0, difficulty: 0.0)
    _ = try forEachRow(of: batches) { row, expected, _ in
      worst.stability = max(worst.stability, gap(row["stability"], expected[9]))
      worst.difficulty = max(worst.difficulty, gap(row["difficulty"], expected[10]))
    }
    #expect(worst.stability < 5e-4)
    #expect(worst.difficulty < 5e-6)
  }

  /// ts-fsrs rounds each state to 8 decimals and goes on from there, so a history drifts; SchedulingTests
  /// holds every single step to 1e-6, 1e-8 and 1e-12.
  @Test func `FSRS-7 equals ts-fsrs along whole histories, as far as its rounding goes`() throws {
    var weights: [Substring: String] = [:]
    var batches: [[String]: Batch] = [:]
    var key: [String] = []
    var card: Substring = ""
    var time = 0
    var review: [Substring] = []
    for line in try lines("fsrs7.txt") {
      switch line[0] {
      case "weights": weights[line[1]] = line.dropFirst(2).joined(separator: ",")
      case "sequence":
        card = line[1]
        time = 1_700_000_000_000
        key = ["--scheduler", "fsrs-7", "--weights", weights[line[2]] ?? "", "--retention", String(line[3])]
      case "review":
        review = line
        time += (Int(line[1]) ?? 0) * 1000
      case "ts":
        let header = "card_id,review_time,review_rating\n"
        batches[key, default: Batch(options: key, csv: header)].csv += "\(card),\(time),\(review[2])\n"
        let chosen = ((Int(review[2]) ?? 1) - 1) * 4 + 1
        batches[key]?.expected.append(([review[3]] + line[chosen..<chosen + 3]).map { Double($0) ?? .nan })
      default: break
      }
    }
    var worst = (recall: 0.0, slow: 0.0, fast: 0.0, difficulty: 0.0)
    _ = try forEachRow(of: batches) { row, expected, _ in
      worst.recall = max(worst.recall, gap(row["retrievability"], expected[0]))
      worst.slow = max(worst.slow, gap(row["stability"], expected[1], floor: 0.01))
      worst.fast = max(worst.fast, gap(row["fast_stability"], expected[2], floor: 0.01))
      worst.difficulty = max(worst.difficulty, gap(row["difficulty"], expected[3]))
    }
    #expect(worst.recall < 1e-5)
    #expect(worst.slow < 1e-5)
    #expect(worst.fast < 1e-5)
    #expect(worst.difficulty < 1e-6)
  }
}
