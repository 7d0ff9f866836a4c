import Scheduling
import Testing

/// The replay of whole logs, kind and hostile.
struct ReplayTests {
  @Test func `a replay with py-fsrs's switches equals py-fsrs to the millisecond`() throws {
    let fixture = try Fixture("fsrs6.txt")
    let sets = fixture.weights
    var replay: Replay<Int>?
    var wrong = 0
    var rows = 0
    for line in fixture.lines {
      switch line[0] {
      case "sequence":
        let scheduler = FSRS6(weights: try Weights(try #require(sets[line[2]])), capsStability: false)
        replay = Replay(scheduler: scheduler, settings: try plainSettings(line), counting: .whole24Hours)
      case "review":
        let row = numbers(line, from: 1)
        let rating = try #require(Rating(rawValue: Int(row[1])))
        let review = LoggedReview(card: 1, instant: Int64(row[0]), rating: rating)
        let applied = replay?.apply(review)
        let result = try #require(applied)
        rows += 1
        if Double(result.due) != row[8] || result.elapsed.value != row[2] { wrong += 1 }
      default: break
      }
    }
    #expect(rows > 1000)
    #expect(wrong == 0)
  }

  @Test(arguments: SchedulerName.allCases)
  func `the replay of a prefix is the prefix of the replay`(name: SchedulerName) throws {
    let log = randomLog(seed: 5, rows: 600)
    func replayed(_ rows: ArraySlice<LoggedReview<Int>>) throws -> [ReplayedReview] {
      var replay = Replay<Int>(
        scheduler: try name.scheduler(),
        settings: .standard,
        counting: .studyDays(rolloverHour: 4)
      )
      return rows.map { replay.apply($0) }
    }
    let whole = try replayed(log[...])
    for count in [0, 1, 17, 300, 599] {
      #expect(try replayed(log[..<count]) == Array(whole[..<count]))
    }
  }

  @Test(arguments: SchedulerName.allCases)
  func `an unsorted log with repeated rows, wild clocks and one huge card is answered`(
    name: SchedulerName
  ) throws {
    var random = SeededRandom(seed: 9)
    let log = randomLog(seed: 6, rows: 400)
    var rows = log + log.shuffled(using: &random)
    for instant in [Int64.min, .max, 0, -1, 1 << 60] {
      rows.append(LoggedReview(card: 1, instant: instant, utcOffsetMinutes: .max, rating: .good))
      rows.append(LoggedReview(card: 1, instant: instant, rating: .again, elapsed: Days(.nan)))
      rows.append(LoggedReview(card: 1, instant: instant, rating: .easy, elapsed: Days(-.infinity)))
    }
    rows += (0..<5000).map { LoggedReview(card: 7, instant: Int64($0), rating: .again) }
    var replay = Replay<Int>(
      scheduler: try name.scheduler(),
      settings: .standard,
      counting: .studyDays(rolloverHour: 4)
    )
    var outOfOrder = 0
    for row in rows {
      let result = replay.apply(row)
      #expect(result.elapsed.value >= 0)
      outOfOrder += result.isOutOfOrder ? 1 : 0
    }
    #expect(outOfOrder > 100)
  }

  @Test func `study days turn over at the hour, in the zone of the review`() {
    let hour: Int64 = 3_600_000
    let counting = DayCounting.studyDays(rolloverHour: 4)
    func days(_ from: Int64, _ to: Int64, offset: Int = 0) -> Double {
      counting.elapsed(from: (from, offset), to: (to, offset)).value
    }
    #expect(days(3 * hour, 5 * hour) == 1)
    #expect(days(5 * hour, 27 * hour) == 0)
    #expect(days(5 * hour, 28 * hour) == 1)
    #expect(days(19 * hour, 21 * hour, offset: 480) == 1)
    #expect(counting.due(.days(2), after: 5 * hour, utcOffsetMinutes: 0) == 52 * hour)
    #expect(counting.due(.days(1), after: 21 * hour, utcOffsetMinutes: 480) == 44 * hour)
    #expect(counting.due(.exact(.minutes(10)), after: 5 * hour, utcOffsetMinutes: 0) == 5 * hour + 600_000)
    #expect(DayCounting.whole24Hours.due(.days(1), after: hour, utcOffsetMinutes: 60) == 25 * hour)
  }

  @Test func `a history's memory equals the replay's`() throws {
    let scheduler = FSRS6()
    let log = randomLog(seed: 3, rows: 60)
    var replay = Replay<Int>(scheduler: scheduler, settings: .standard, counting: .studyDays(rolloverHour: 4))
    var histories: [Int: [FSRS6.Step]] = [:]
    for row in log {
      let elapsed = replay.apply(row).elapsed
      histories[row.card, default: []].append(FSRS6.Step(rating: row.rating, elapsed: elapsed))
    }
    for (card, history) in histories {
      #expect(scheduler.memory(after: history) == replay.state(of: card).memory)
    }
    #expect(scheduler.memory(after: []) == nil)
  }
}

/// Reviews of a dozen cards over a year, in order.
private func randomLog(seed: UInt64, rows: Int) -> [LoggedReview<Int>] {
  var random = SeededRandom(seed: seed)
  var instant: Int64 = 1_700_000_000_000
  return (0..<rows).map { _ in
    instant += Int64.random(in: 0...60_000_000, using: &random)
    let rating = Rating(rawValue: Int.random(in: 1...4, using: &random)) ?? .good
    return LoggedReview(card: Int.random(in: 0..<12, using: &random), instant: instant, rating: rating)
  }
}
