import Scheduling
import Study
import Testing

/// A zone that goes from one offset to another at an instant.
private struct ChangingZone: ZoneRules {
  let change: Instant
  let before: UTCOffset
  let after: UTCOffset

  func offset(at instant: Instant) -> UTCOffset { instant < change ? before : after }
}

private func parsed(_ text: String) throws -> Moment {
  try #require(Moment(rfc3339: text), "\(text) is an instant")
}

@Suite struct StudyDayTests {
  @Test(
    "A study day turns over at the rollover hour of the local clock",
    arguments: [
      ("2026-11-23T03:59:59.999Z", 4, "2026-11-22"), ("2026-11-23T04:00:00.000Z", 4, "2026-11-23"),
      ("2026-11-23T03:59:59.999+08:00", 4, "2026-11-22"), ("2026-11-23T04:00:00+08:00", 4, "2026-11-23"),
      ("2026-11-23T03:59:59.999-09:30", 4, "2026-11-22"), ("2026-11-23T04:00:00-09:30", 4, "2026-11-23"),
      ("2026-11-23T23:59:59.999-12:00", 4, "2026-11-23"), ("2026-11-23T00:00:00+14:00", 0, "2026-11-23"),
      ("2026-11-23T23:00:00-03:00", 23, "2026-11-23"), ("2026-11-23T22:59:59-03:00", 23, "2026-11-22"),
      ("1970-01-01T03:59:59.999Z", 4, "1969-12-31"), ("1970-01-01T04:00:00Z", 4, "1970-01-01"),
      ("1969-12-31T04:00:00-05:00", 4, "1969-12-31"), ("1600-03-01T03:00:00Z", 4, "1600-02-29"),
      ("2024-03-01T00:00:00Z", 4, "2024-02-29"), ("0001-01-01T00:00:00Z", 4, "0000-12-31"),
    ]
  )
  func turnsOver(text: String, hour: Int, day: String) throws {
    #expect(StudyCalendar(rolloverHour: hour).day(of: try parsed(text)).text == day)
  }

  @Test("Extreme instants have a study day", arguments: [Int64.min, .min + 1, -1, 0, .max - 1, .max])
  func extremes(milliseconds: Int64) {
    for minutes in [-1_440, 0, 1_440] {
      let moment = Moment(Instant(milliseconds: milliseconds), offset: UTCOffset(minutes: minutes))
      let day = StudyCalendar().day(of: moment)
      #expect(abs(day.number) < 200_000_000_000)
      #expect(!day.text.isEmpty && !moment.rfc3339.isEmpty)
      _ = StudyCalendar().start(of: day, in: FixedZone(moment.offset))
    }
  }

  @Test(
    "A study day begins at the rollover hour as the clocks then stand",
    arguments: [
      // New York, 2026-03-08 02:00 → 03:00 and 2026-11-01 02:00 → 01:00.
      ("2026-03-08T07:00:00Z", -300, -240, "2026-03-08", 4, "2026-03-08T08:00:00.000Z"),
      ("2026-03-08T07:00:00Z", -300, -240, "2026-03-07", 4, "2026-03-07T09:00:00.000Z"),
      ("2026-11-01T06:00:00Z", -240, -300, "2026-11-01", 4, "2026-11-01T09:00:00.000Z"),
      ("2026-11-01T06:00:00Z", -240, -300, "2026-10-31", 4, "2026-10-31T08:00:00.000Z"),
      // Berlin, 2026-03-29 02:00 → 03:00; a rollover inside the hour that is skipped.
      ("2026-03-29T01:00:00Z", 60, 120, "2026-03-29", 4, "2026-03-29T02:00:00.000Z"),
      ("2026-03-29T01:00:00Z", 60, 120, "2026-03-29", 2, "2026-03-29T01:00:00.000Z"),
      // Lord Howe, 2026-04-05 02:00 → 01:30.
      ("2026-04-04T15:00:00Z", 660, 630, "2026-04-05", 4, "2026-04-04T17:30:00.000Z"),
      // Samoa, which left out 2011-12-30.
      ("2011-12-30T10:00:00Z", -600, 840, "2011-12-31", 4, "2011-12-30T14:00:00.000Z"),
    ]
  )
  func begins(change: String, before: Int, after: Int, day: String, hour: Int, start: String) throws {
    let zone = ChangingZone(
      change: try parsed(change).instant,
      before: UTCOffset(minutes: before),
      after: UTCOffset(minutes: after)
    )
    let calendar = StudyCalendar(rolloverHour: hour)
    let day = try #require(StudyDay(day))
    let found = calendar.start(of: day, in: zone)
    #expect(Moment(found, offset: .zero).rfc3339 == start)
    #expect(calendar.day(of: Moment(found, offset: zone.offset(at: found))) == day)
  }

  @Test("The first instant of a day falls into it, the one before does not")
  func boundary() {
    for minutes in stride(from: -720, through: 840, by: 45) {
      let zone = FixedZone(UTCOffset(minutes: minutes))
      for hour in [0, 4, 23] {
        let calendar = StudyCalendar(rolloverHour: hour)
        for number in [-100_000, -1, 0, 1, 20_780] {
          let start = calendar.start(of: StudyDay(number: number), in: zone)
          #expect(calendar.day(of: Moment(start, offset: zone.offset)).number == number)
          let before = start.advanced(by: Milliseconds(-1))
          #expect(calendar.day(of: Moment(before, offset: zone.offset)).number == number - 1)
        }
      }
    }
  }

  @Test("Days and durations saturate instead of overflowing")
  func saturates() {
    #expect(StudyDay(number: .max).advanced(by: 1).number == .max)
    #expect(StudyDay(number: .min).advanced(by: -1).number == .min)
    #expect(StudyDay(number: .max).since(StudyDay(number: .min)) == .max)
    #expect(StudyDay(number: .min).since(StudyDay(number: .max)) == .min)
    let first = Instant(milliseconds: .min)
    let last = Instant(milliseconds: .max)
    #expect(last.since(first).value == .max)
    #expect(first.since(last).value == .min)
    #expect(last.advanced(by: Milliseconds(1)) == last)
    #expect(first.advanced(by: Milliseconds(-1)) == first)
  }

  @Test(
    "A day's text is a date and nothing else",
    arguments: [
      "", "2026-1-1", "2026-02-30", "2025-02-29", "2026-13-01", "2026-00-10", "2026-01-00", "26-01-01",
      "2026-01-01 ", " 2026-01-01", "2026/01/01", "+026-01-01", "-001-01-01", "2026-01-+1", "２０２６-01-01",
      "2026-01-01-01", "2026-01",
    ]
  )
  func refusesDay(text: String) {
    #expect(StudyDay(text) == nil)
  }
}

@Suite struct CivilDateTests {
  @Test(
    "Known dates have their numbers",
    arguments: [
      (0, "1970-01-01"), (-1, "1969-12-31"), (59, "1970-03-01"), (11_016, "2000-02-29"),
      (11_017, "2000-03-01"),
      (-25_509, "1900-02-28"), (-25_508, "1900-03-01"), (19_782, "2024-02-29"), (20_780, "2026-11-23"),
      (-719_468, "0000-03-01"), (-719_528, "0000-01-01"), (2_932_896, "9999-12-31"), (47_540, "2100-02-28"),
      (47_541, "2100-03-01"), (-135_140, "1600-01-01"), (24_855, "2038-01-19"),
    ]
  )
  func known(number: Int, text: String) {
    #expect(CivilDate(daysSinceEpoch: number).text == text)
    #expect(StudyDay(text)?.number == number)
  }

  @Test("Every day of 400 years comes back, one after the other")
  func roundTrip() {
    var last = CivilDate(daysSinceEpoch: -200_000)
    var broken = 0
    for number in -199_999...(-199_999 + 146_097) {
      let date = CivilDate(daysSinceEpoch: number)
      let follows =
        date.year == last.year && date.month == last.month && date.day == last.day + 1
        || date.day == 1 && last.day >= 28
      if date.daysSinceEpoch != number || !follows { broken += 1 }
      if CivilDate(year: date.year, month: date.month, day: date.day) != date { broken += 1 }
      last = date
    }
    #expect(broken == 0)
  }

  @Test("Numbers beyond any calendar do not trap", arguments: [Int.min, .min + 1, .max - 1, .max])
  func extremes(number: Int) {
    #expect(!CivilDate(daysSinceEpoch: number).text.isEmpty)
  }
}
