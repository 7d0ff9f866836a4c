import Study

/// A point in time as a log has it: UTC milliseconds, or what ISO 8601 allows.
///
/// Extended or basic form; `T` or a blank between date and time; seconds and a fraction may lack; `Z`, an
/// offset such as `+08:00`, `+0800` or `+08`, or none, which means local time. The leap second counts as the
/// next minute's 0.
struct LoggedTime {
  /// The clock that a time was read from.
  enum Clock: Equatable {
    /// One that shows UTC, which says nothing of where the learner was.
    case utc
    /// One this many minutes east of UTC.
    case offset(Int)
    /// The one on the learner's wall.
    case local
  }

  /// Milliseconds since 1970-01-01T00:00 on that clock.
  let milliseconds: Int64

  /// Which clock that is.
  let clock: Clock

  /// Whether it is written as text rather than as a number.
  let isText: Bool

  /// The years 1 to 9999.
  private static let years = -62_135_596_800_000...253_402_300_799_999

  /// UTC milliseconds; nil outside the years 1 to 9999.
  init?(utc milliseconds: Int) {
    guard Self.years.contains(milliseconds) else { return nil }
    self.milliseconds = Int64(milliseconds)
    clock = .utc
    isText = false
  }

  /// A time as ISO 8601 writes it.
  init?(iso8601 bytes: UnsafeBufferPointer<UInt8>) {
    var scanner = Scanner(bytes: bytes, place: 0)
    guard let date = scanner.date() else { return nil }
    var time: Int64 = 0
    if scanner.take(UInt8(ascii: "T")) || scanner.take(UInt8(ascii: "t")) || scanner.take(UInt8(ascii: " ")) {
      guard let found = scanner.time() else { return nil }
      time = found
    }
    guard let clock = scanner.clock(), scanner.isAtEnd else { return nil }
    milliseconds = Int64(date.daysSinceEpoch) * 86_400_000 + time
    self.clock = clock
    isText = true
  }
}

/// Takes an ISO 8601 text apart from left to right.
private struct Scanner {
  let bytes: UnsafeBufferPointer<UInt8>
  var place: Int

  var isAtEnd: Bool { place == bytes.count }

  /// Goes past a byte if it comes next.
  mutating func take(_ byte: UInt8) -> Bool {
    guard place < bytes.count, bytes[place] == byte else { return false }
    place += 1
    return true
  }

  /// The number of so many digits that comes next.
  mutating func number(_ count: Int) -> Int? {
    guard place + count <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[place..<place + count] {
      guard byte >= 48, byte <= 57 else { return nil }
      value = value * 10 + Int(byte - 48)
    }
    place += count
    return value
  }

  /// A date.
  mutating func date() -> CivilDate? {
    guard let year = number(4), year >= 1 else { return nil }
    let isExtended = take(UInt8(ascii: "-"))
    guard let month = number(2), !isExtended || take(UInt8(ascii: "-")), let day = number(2) else {
      return nil
    }
    return CivilDate(year: year, month: month, day: day)
  }

  /// A time of day in milliseconds; a fraction of a millisecond is rounded.
  mutating func time() -> Int64? {
    guard let hour = number(2), hour < 24 else { return nil }
    let isExtended = take(UInt8(ascii: ":"))
    guard let minute = number(2), minute < 60 else { return nil }
    var value = Int64(hour * 60 + minute) * 60_000
    guard isExtended ? take(UInt8(ascii: ":")) : digitIsNext else { return value }
    guard let second = number(2), second <= 60 else { return nil }
    value += Int64(second) * 1_000
    guard take(UInt8(ascii: ".")) || take(UInt8(ascii: ",")) else { return value }
    guard digitIsNext else { return nil }
    var fraction = 0.0
    var unit = 100.0
    while let digit = number(1) {
      fraction += Double(digit) * unit
      unit /= 10
    }
    return value + Int64(fraction.rounded())
  }

  /// The clock that the text ends with.
  mutating func clock() -> LoggedTime.Clock? {
    if isAtEnd { return .local }
    if take(UInt8(ascii: "Z")) || take(UInt8(ascii: "z")) { return .utc }
    let isWest = take(UInt8(ascii: "-"))
    guard isWest || take(UInt8(ascii: "+")), let hours = number(2), hours < 24 else { return nil }
    var minutes = hours * 60
    if take(UInt8(ascii: ":")) || digitIsNext {
      guard let found = number(2), found < 60 else { return nil }
      minutes += found
    }
    return minutes == 0 ? .utc : .offset(isWest ? -minutes : minutes)
  }

  private var digitIsNext: Bool {
    place < bytes.count && bytes[place] >= 48 && bytes[place] <= 57
  }
}
