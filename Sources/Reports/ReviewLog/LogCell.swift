/// One cell of a review log, read as what its column should hold; nil where it does not.
struct LogCell {
  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// The cell as it stands there.
  var text: String {
    String(decoding: bytes, as: UTF8.self)
  }

  /// Plain digits with or without a sign, few enough not to overflow.
  private var digits: Int? {
    let isNegative = bytes.first == UInt8(ascii: "-")
    let start = isNegative ? 1 : 0
    guard bytes.count > start, bytes.count <= 18 else { return nil }
    var value = 0
    for byte in bytes[start...] {
      guard byte >= 48, byte <= 57 else { return nil }
      value = value * 10 + Int(byte - 48)
    }
    return isNegative ? -value : value
  }

  /// A finite number.
  var number: Double? {
    if let digits { return Double(digits) }
    guard let value = Double(text), value.isFinite else { return nil }
    return value
  }

  /// A whole number of a range, also where it is written `3.0`.
  func whole(in range: ClosedRange<Int>) -> Int? {
    guard let value = digits ?? number.flatMap({ Int(exactly: $0) }) else { return nil }
    return range.contains(value) ? value : nil
  }

  /// A point in time; fractions of a millisecond are rounded.
  var time: LoggedTime? {
    if let digits { return LoggedTime(utc: digits) }
    if let number { return Int(exactly: number.rounded()).flatMap(LoggedTime.init(utc:)) }
    return LoggedTime(iso8601: bytes)
  }
}

extension CSVRecord {
  /// Whether nothing stands in a cell.
  func isEmpty(at place: Int) -> Bool {
    withBytes(at: place) { $0.isEmpty }
  }
}
