import Scheduling
import Study
import Testing

@Suite struct TimestampTests {
  @Test(
    "An instant is read and printed",
    arguments: [
      ("1970-01-01T00:00:00Z", 0, 0, "1970-01-01T00:00:00.000Z"),
      ("1970-01-01T00:00:00.001Z", 1, 0, "1970-01-01T00:00:00.001Z"),
      ("1970-01-01T08:00:00+08:00", 0, 480, "1970-01-01T08:00:00.000+08:00"),
      ("1969-12-31T18:30:00-05:30", 0, -330, "1969-12-31T18:30:00.000-05:30"),
      ("1969-12-31T23:59:59.999Z", -1, 0, "1969-12-31T23:59:59.999Z"),
      ("2026-11-24T08:00:00+08:00", 1_795_478_400_000, 480, "2026-11-24T08:00:00.000+08:00"),
      ("2026-11-24t00:00:00z", 1_795_478_400_000, 0, "2026-11-24T00:00:00.000Z"),
      ("2026-11-24 00:00:00Z", 1_795_478_400_000, 0, "2026-11-24T00:00:00.000Z"),
      ("2026-11-24T00:00:00.1Z", 1_795_478_400_100, 0, "2026-11-24T00:00:00.100Z"),
      ("2026-11-24T00:00:00.12Z", 1_795_478_400_120, 0, "2026-11-24T00:00:00.120Z"),
      ("2026-11-24T00:00:00.123999999Z", 1_795_478_400_123, 0, "2026-11-24T00:00:00.123Z"),
      ("2016-12-31T23:59:60Z", 1_483_228_800_000, 0, "2017-01-01T00:00:00.000Z"),
      ("2024-02-29T12:34:56.789-00:00", 1_709_210_096_789, 0, "2024-02-29T12:34:56.789Z"),
      ("0000-01-01T00:00:00Z", -62_167_219_200_000, 0, "0000-01-01T00:00:00.000Z"),
      ("9999-12-31T23:59:59.999+23:59", 253_402_214_459_999, 1_439, "9999-12-31T23:59:59.999+23:59"),
      ("2026-11-24T00:00:00-12:45", 1_795_524_300_000, -765, "2026-11-24T00:00:00.000-12:45"),
    ] as [(String, Int64, Int, String)]
  )
  func known(text: String, milliseconds: Int64, offset: Int, printed: String) throws {
    let moment = try #require(Moment(rfc3339: text))
    #expect(moment.instant.milliseconds == milliseconds)
    #expect(moment.offset.minutes == offset)
    #expect(moment.rfc3339 == printed)
    #expect(Moment(rfc3339: printed) == moment)
  }

  @Test(
    "Nothing else is an instant",
    arguments: [
      "", "2026-11-24", "2026-11-24T08:00Z", "2026-11-24T08:00:00", "2026-11-24T24:00:00Z",
      "2026-11-24T23:60:00Z", "2026-11-24T23:00:61Z", "2026-02-29T00:00:00Z", "2026-11-31T00:00:00Z",
      "2026-11-24T08:00:00+8:00", "2026-11-24T08:00:00+0800", "2026-11-24T08:00:00+24:00",
      "2026-11-24T08:00:00+08:60", "2026-11-24T08:00:00.Z", "2026-11-24T08:00:00,5Z",
      "2026-11-24T08:00:00ZZ", "2026-11-24T08:00:00Z ", " 2026-11-24T08:00:00Z", "2026-11-24T08:00:00+08:00x",
      "２０２６-11-24T08:00:00Z", "2026-11-24T08:00:0０Z", "-026-11-24T08:00:00Z", "2026-11-24T08:00:-1Z",
      "2026-11-24T08:00:00.1234567890123456789012345678901234567890", "now", "1795478400000",
      "2026-11-24T08:00:00\u{0}Z", "\u{FEFF}2026-11-24T08:00:00Z", "2026-11-24T08:00:00+08:0",
      "2026-11-24T08:00:00−08:00", "2026-11-24T08:00:00.5", "2026-11-24T08:00:00+",
    ]
  )
  func refused(text: String) {
    #expect(Moment(rfc3339: text) == nil)
  }

  @Test("Prefixes and changes of a good text never trap", arguments: [1, 2, 3] as [UInt64])
  func mangled(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let good = Array("2026-11-24T08:00:00.250+08:00".utf8)
    for length in 0...good.count {
      _ = Moment(rfc3339: String(decoding: good.prefix(length), as: UTF8.self))
    }
    for _ in 0..<2_000 {
      var bytes = good
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      let text = String(decoding: bytes, as: UTF8.self)
      guard let moment = Moment(rfc3339: text) else { continue }
      #expect(Moment(rfc3339: moment.rfc3339) == moment, "seed \(seed): \(text)")
    }
  }

  @Test("Any moment of our calendar comes back from its text", arguments: [1, 2, 3] as [UInt64])
  func roundTrip(seed: UInt64) {
    var random = SplitMix(seed: seed)
    for _ in 0..<2_000 {
      let moment = Moment(
        Instant(milliseconds: Int64.random(in: -62_000_000_000_000...253_000_000_000_000, using: &random)),
        offset: UTCOffset(minutes: Int.random(in: -1_439...1_439, using: &random))
      )
      #expect(Moment(rfc3339: moment.rfc3339) == moment, "seed \(seed)")
    }
  }

  @Test("Years outside 0…9999 are printed all the same")
  func farYears() {
    let far = Moment(Instant(milliseconds: 253_402_300_800_000), offset: .zero)
    #expect(far.rfc3339 == "10000-01-01T00:00:00.000Z")
    let early = Moment(Instant(milliseconds: -62_167_219_200_001), offset: .zero)
    #expect(early.rfc3339 == "-0001-12-31T23:59:59.999Z")
  }
}
