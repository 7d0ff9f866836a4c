import Foundation
import Scheduling
import Study

/// The clock of the machine.
final class SystemClock: Clock {
  private let zone: any ZoneRules

  init(zone: any ZoneRules) {
    self.zone = zone
  }

  func now() -> Moment {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    let instant = Instant(milliseconds: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
    return Moment(instant, offset: zone.offset(at: instant))
  }

  func pass(_ duration: Milliseconds) {}
}

/// A clock that stands still but for the time that ratings take: `WENGU_NOW`.
final class SteppedClock: Clock {
  private var instant: Instant
  private let zone: any ZoneRules

  init(startingAt instant: Instant, zone: any ZoneRules) {
    self.instant = instant
    self.zone = zone
  }

  func now() -> Moment {
    Moment(instant, offset: zone.offset(at: instant))
  }

  func pass(_ duration: Milliseconds) {
    instant = instant.advanced(by: Milliseconds(max(0, duration.value)))
  }
}

/// The clock that the environment asks for.
///
/// - Throws: `CommandFailure.unreadableNow` where `WENGU_NOW` is not RFC 3339.
func clock(for environment: [String: String], zone: any ZoneRules) throws -> any Clock {
  guard let text = environment["WENGU_NOW"], !text.isEmpty else { return SystemClock(zone: zone) }
  guard let moment = Moment(rfc3339: text) else { throw CommandFailure.unreadableNow(text) }
  return SteppedClock(startingAt: moment.instant, zone: zone)
}
