import Foundation
import Study

/// A time zone with the rules of the machine's time zone database.
struct SystemZone: ZoneRules {
  private let zone: TimeZone

  func offset(at instant: Instant) -> UTCOffset {
    let date = Date(timeIntervalSince1970: Double(instant.milliseconds) / 1_000)
    return UTCOffset(minutes: zone.secondsFromGMT(for: date) / 60)
  }
}

extension SystemZone {
  /// The zone that `TZ` names, or the machine's own where it is not set.
  ///
  /// - Throws: `CommandFailure.unknownZone` where the name is neither in the time zone database nor a fixed
  ///   offset as POSIX writes it.
  static func named(in environment: [String: String]) throws -> any ZoneRules {
    guard let value = environment["TZ"] else { return SystemZone(zone: .current) }
    let name = value.hasPrefix(":") ? String(value.dropFirst()) : value
    if name.isEmpty { return FixedZone(.zero) }
    if let zone = TimeZone(identifier: name) { return SystemZone(zone: zone) }
    if let offset = posixOffset(name) { return FixedZone(offset) }
    throw CommandFailure.unknownZone(value)
  }

  /// The offset of a POSIX zone without summer time: `CST-8` or `<+08>-8:00`; the sign counts west.
  private static func posixOffset(_ text: String) -> UTCOffset? {
    var rest = Substring(text)
    if rest.first == "<" {
      guard let end = rest.firstIndex(of: ">") else { return nil }
      rest = rest[rest.index(after: end)...]
    } else {
      let name = rest.prefix { $0.isASCII && $0.isLetter }
      guard name.count >= 3 else { return nil }
      rest = rest.dropFirst(name.count)
    }
    let isWest = rest.first != "-"
    if rest.first == "-" || rest.first == "+" { rest = rest.dropFirst() }
    let parts = rest.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard (1...3).contains(parts.count), let hours = parts[0], (0...24).contains(hours),
      parts.dropFirst().allSatisfy({ $0.map((0...59).contains) ?? false })
    else { return nil }
    let minutes = hours * 60 + (parts.count > 1 ? parts[1] ?? 0 : 0)
    return UTCOffset(minutes: isWest ? -minutes : minutes)
  }
}
