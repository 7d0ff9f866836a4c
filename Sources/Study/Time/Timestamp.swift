import Scheduling

extension Moment {
  /// The moment in RFC 3339: `2026-11-23T20:15:00.000+08:00`, with `Z` for UTC.
  public var rfc3339: String {
    let local = localMilliseconds
    var days = local / 86_400_000
    var rest = Int(local % 86_400_000)
    if rest < 0 {
      rest += 86_400_000
      days -= 1
    }
    let date = CivilDate(daysSinceEpoch: Int(days))
    guard (0...9_999).contains(date.year) else { return "\(date.text)T\(clock(rest))\(offset.rfc3339)" }
    // Exports write millions of these, so the digits go straight into the text.
    let size = abs(offset.minutes)
    return String(unsafeUninitializedCapacity: 29) { bytes in
      func put(_ value: Int, _ width: Int, at place: Int, then separator: Unicode.Scalar) {
        var value = value
        for index in (place..<place + width).reversed() {
          bytes[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value % 10)
          value /= 10
        }
        bytes[place + width] = UInt8(ascii: separator)
      }
      put(date.year, 4, at: 0, then: "-")
      put(date.month, 2, at: 5, then: "-")
      put(date.day, 2, at: 8, then: "T")
      put(rest / 3_600_000, 2, at: 11, then: ":")
      put(rest / 60_000 % 60, 2, at: 14, then: ":")
      put(rest / 1_000 % 60, 2, at: 17, then: ".")
      guard size != 0 else {
        put(rest % 1_000, 3, at: 20, then: "Z")
        return 24
      }
      put(rest % 1_000, 3, at: 20, then: offset.minutes < 0 ? "-" : "+")
      put(size / 60, 2, at: 24, then: ":")
      put(size % 60 / 10, 1, at: 27, then: "0")
      bytes[28] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: size % 10)
      return 29
    }
  }

  private func clock(_ milliseconds: Int) -> String {
    let hour = padded(milliseconds / 3_600_000, 2)
    let minute = padded(milliseconds / 60_000 % 60, 2)
    let second = padded(milliseconds / 1_000 % 60, 2)
    return "\(hour):\(minute):\(second).\(padded(milliseconds % 1_000, 3))"
  }

  /// Reads RFC 3339: a date, `T` or a space, a time with seconds and any fraction, `Z` or an offset.
  ///
  /// Digits of a second beyond the third are dropped; the leap second 60 counts as the next minute's 0.
  public init?(rfc3339 text: String) {
    let characters = Array(text.utf8)
    func number(_ range: Range<Int>) -> Int? {
      guard range.upperBound <= characters.count else { return nil }
      var value = 0
      for byte in characters[range] {
        guard (48...57).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 48)
      }
      return value
    }
    func byte(_ index: Int) -> Character? {
      index < characters.count ? Character(Unicode.Scalar(characters[index])) : nil
    }
    guard byte(4) == "-", byte(7) == "-", let separator = byte(10), "Tt ".contains(separator),
      byte(13) == ":", byte(16) == ":",
      let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
      let date = CivilDate(year: year, month: month, day: day),
      let hour = number(11..<13), let minute = number(14..<16), let second = number(17..<19),
      hour < 24, minute < 60, second <= 60
    else { return nil }
    var index = 19
    var fraction = 0
    if byte(index) == "." {
      var digits = 0
      index += 1
      while let digit = number(index..<index + 1) {
        if digits < 3 { fraction = fraction * 10 + digit }
        digits += 1
        index += 1
      }
      guard digits > 0 else { return nil }
      for _ in 0..<max(0, 3 - digits) { fraction *= 10 }
    }
    let offset: Int
    switch byte(index) {
    case "Z", "z":
      guard index + 1 == characters.count else { return nil }
      offset = 0
    case "+", "-":
      guard index + 6 == characters.count, byte(index + 3) == ":",
        let hours = number(index + 1..<index + 3), let minutes = number(index + 4..<index + 6),
        hours < 24, minutes < 60
      else { return nil }
      offset = (byte(index) == "-" ? -1 : 1) * (hours * 60 + minutes)
    default:
      return nil
    }
    let seconds = hour * 3_600 + minute * 60 + second
    let local = Int64(date.daysSinceEpoch) * 86_400_000 + Int64(seconds * 1_000 + fraction)
    self.init(Instant(milliseconds: local - Int64(offset) * 60_000), offset: UTCOffset(minutes: offset))
  }
}

extension UTCOffset {
  /// The offset as RFC 3339 writes it: `Z`, `+08:00`.
  public var rfc3339: String {
    guard minutes != 0 else { return "Z" }
    let size = abs(minutes)
    return "\(minutes < 0 ? "-" : "+")\(padded(size / 60, 2)):\(padded(size % 60, 2))"
  }
}
