import Cards
import Foundation
import GRDB
import LearnerStore
import Scheduling
import Study

/// The moment so many minutes after 2026-11-23T08:00:00Z, in Beijing.
func moment(_ minutes: Int64, offset: Int = 480) -> Moment {
  Moment(Instant(milliseconds: 1_795_420_800_000 + minutes * 60_000), offset: UTCOffset(minutes: offset))
}

/// Minutes in a day.
let day: Int64 = 1_440

/// The n-th made-up card.
func card(_ number: Int, answer: String = "立场和世界观", question: String? = nil, passage: String? = "一段原文。")
  -> Card
{
  Card(
    id: id(number),
    kind: .cloze,
    section: ["一、核心问题", "（一）"],
    question: question ?? "第 \(number) 题：作风是____在实践活动中的体现。",
    answers: [answer],
    accept: .any,
    passage: passage,
    siblingGroup: "passage \(number / 3)",
    place: number,
    line: number * 4 + 1
  )
}

/// The id of the n-th made-up card.
func id(_ number: Int) -> CardID {
  CardID.mint(deck: "作风", fact: "fact \(number)", ordinal: 0)
}

/// A device of a name that is known to fit.
func device(_ name: String) throws -> DeviceID {
  try required(DeviceID(name))
}

/// A rating of a card in the deck `作风`.
func review(_ card: Card, _ rating: Rating, answer: String? = "世界观") -> SessionEffect {
  .review(
    ReviewRequest(
      card: card,
      deck: "作风",
      rating: rating,
      duration: Milliseconds(4_321),
      answer: answer,
      isCorrect: answer.map { _ in rating != .again }
    )
  )
}

/// A store in memory.
func memoryStore(_ name: String = "mac-1") throws -> LearnerStore {
  try LearnerStore(DatabaseQueue(), device: device(name), path: "memory.sqlite")
}

/// Runs `body` in an empty folder that is removed afterwards.
func inTemporaryFolder(_ body: (String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("wengu-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try body(folder.path)
}

/// What `#require` does, for helpers outside of tests.
func required<T>(_ value: T?) throws -> T {
  guard let value else { throw Missing() }
  return value
}

struct Missing: Error {}

/// A generator that gives the same numbers for the same seed (SplitMix64).
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
