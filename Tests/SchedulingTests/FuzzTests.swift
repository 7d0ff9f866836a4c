import Scheduling
import Testing

/// The jitter of intervals against what Anki 26 draws.
struct FuzzTests {
  @Test func `the range of every interval is Anki's`() throws {
    for line in try Fixture("fuzz.txt").lines where line[0] == "range" {
      let row = numbers(line, from: 1)
      let range = Fuzz.range(of: row[0], minimum: 1, maximum: 36_500)
      #expect(range == Int(row[1])...Int(row[2]), "interval \(row[0])")
    }
  }

  @Test func `a range obeys minimum and maximum as Anki's does`() throws {
    for line in try Fixture("fuzz.txt").lines where line[0] == "draw" {
      let row = numbers(line, from: 1)
      let range = Fuzz.range(of: row[0], minimum: Int(row[1]), maximum: Int(row[2]))
      #expect(range == Int(row[3])...Int(row[5]), "interval \(row)")
    }
  }

  @Test func `the same card and repetition draw the same day, others spread over the whole range`() throws {
    let state = CardState(
      phase: .review,
      memory: Memory(stability: Days(60), difficulty: 5),
      scheduledDays: 50
    )
    var drawn: Set<Int> = []
    for card in 0..<400 as Range<UInt64> {
      let seed = FuzzSeed(card: card, repetition: 7)
      func draw() -> Outcomes {
        FSRS6().outcomes(for: state, elapsed: Days(0), settings: .standard, fuzz: seed)
      }
      #expect(draw() == draw())
      drawn.insert(draw().hard.state.scheduledDays)
    }
    let range = Fuzz.range(of: 60, minimum: 51, maximum: 36_500)
    #expect(drawn.min().map { range.contains($0) } == true)
    #expect(drawn.max().map { range.contains($0) } == true)
    #expect(drawn.count > 4)
  }

  @Test func `settings without fuzz ignore the seed`() throws {
    let state = CardState(phase: .review, memory: Memory(stability: Days(60), difficulty: 5))
    let settings = try SchedulingSettings(fuzz: false)
    let seed = FuzzSeed(card: 3, repetition: 1)
    let seeded = FSRS6().outcomes(for: state, elapsed: Days(60), settings: settings, fuzz: seed)
    #expect(seeded == FSRS6().outcomes(for: state, elapsed: Days(60), settings: settings, fuzz: nil))
  }
}
