import Scheduling
import Study

/// A zone that remembers the days on which its offset stays the same, for a log asks it a million times.
struct DayZone: Sendable {
  private let zone: any ZoneRules
  private var offsets: [Int64: UTCOffset] = [:]

  init(_ zone: any ZoneRules) {
    self.zone = zone
  }

  /// The offset in force at an instant.
  mutating func offset(at instant: Instant) -> UTCOffset {
    let length: Int64 = 86_400_000
    let day = instant.milliseconds / length
    if let known = offsets[day] { return known }
    let own = zone.offset(at: instant)
    // Division rounds towards zero, so the days around 1970 make one; its ends are asked all the same.
    let ends = [(day - 1) * length, (day + 1) * length].map { zone.offset(at: Instant(milliseconds: $0)) }
    if ends[0] == own, ends[1] == own { offsets[day] = own }
    return own
  }

  /// The instant at which clocks of the zone show a local time; of one that they skip, as they have gone
  /// forward.
  mutating func instant(ofLocal milliseconds: Int64) -> Instant {
    func shifted(by offset: UTCOffset) -> Instant {
      Instant(milliseconds: milliseconds - Int64(offset.minutes) * 60_000)
    }
    let guess = shifted(by: offset(at: Instant(milliseconds: milliseconds)))
    return shifted(by: offset(at: guess))
  }
}
