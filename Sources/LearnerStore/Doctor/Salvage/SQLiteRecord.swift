/// The values of one row.
///
/// Source: SQLite, "Database File Format", §2.1.
struct SQLiteRecord {
  /// A value.
  enum Value: Equatable {
    case null
    case integer(Int64)
    case text(String)
    /// A number with a fraction, or bytes: no column that is salvaged has them.
    case other
  }

  /// The values in the order of the columns.
  let values: [Value]

  private static let mostColumns = 64

  /// Reads a record; nil where it is none, or a text is not UTF-8.
  init?(_ payload: [UInt8]) {
    var header = ByteReader(payload, at: 0)
    guard let length = header.variable(), length >= 1, length <= payload.count else { return nil }
    var body = ByteReader(payload, at: Int(length))
    var values: [Value] = []
    while header.place < Int(length) {
      guard values.count < SQLiteRecord.mostColumns, let type = header.variable(),
        let value = SQLiteRecord.value(ofType: type, &body)
      else { return nil }
      values.append(value)
    }
    self.values = values
  }

  private static func value(ofType type: Int64, _ body: inout ByteReader) -> Value? {
    switch type {
    case 0: return .null
    case 1...4: return integer(Int(type), &body)
    case 5: return integer(6, &body)
    case 6: return integer(8, &body)
    case 7: return body.bytes(8).map { _ in .other }
    case 8, 9: return .integer(type - 8)
    case 12...(1 << 32):
      guard let bytes = body.bytes(Int(type - 12) / 2) else { return nil }
      guard type % 2 == 1 else { return .other }
      return String(validating: bytes, as: UTF8.self).map(Value.text)
    default: return nil
    }
  }

  private static func integer(_ width: Int, _ body: inout ByteReader) -> Value? {
    guard let bytes = body.bytes(width), let first = bytes.first else { return nil }
    let sign: Int64 = first >= 0x80 ? -1 : 0
    return .integer(bytes.reduce(sign) { $0 << 8 | Int64($1) })
  }

  /// The integer in a column.
  func integer(_ column: Int) -> Int64? {
    guard case .integer(let value) = values[column] else { return nil }
    return value
  }

  /// The text in a column.
  func text(_ column: Int) -> String? {
    guard case .text(let value) = values[column] else { return nil }
    return value
  }

  /// Whether the columns hold what a pattern says: `i` an integer, `t` a text, `n` NULL, `I` and `T` the same
  /// or NULL.
  func has(_ pattern: String) -> Bool {
    guard values.count == pattern.utf8.count else { return false }
    return zip(values, pattern.utf8).allSatisfy { value, letter in
      switch (value, letter) {
      case (.integer, UInt8(ascii: "i")), (.integer, UInt8(ascii: "I")), (.text, UInt8(ascii: "t")),
        (.text, UInt8(ascii: "T")), (.null, UInt8(ascii: "n")), (.null, UInt8(ascii: "I")),
        (.null, UInt8(ascii: "T")):
        true
      case (.null, _), (.integer, _), (.text, _), (.other, _): false
      }
    }
  }
}
