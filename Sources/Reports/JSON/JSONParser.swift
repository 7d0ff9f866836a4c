/// Why a text is not the JSON that is accepted here.
public struct JSONFailure: Error, Sendable, Equatable {
  /// What is wrong.
  public enum Reason: Sendable, Equatable {
    /// The text ends within a value.
    case endsEarly
    /// A byte that cannot stand there, or text behind the value.
    case unexpected
    /// A number that no `Double` holds.
    case numberOutOfRange
    /// An unknown escape, or half of a surrogate pair.
    case badEscape
    /// Bytes that are not UTF-8.
    case notUTF8
    /// One object names a member twice.
    case duplicateName
    /// More values within values than are accepted.
    case tooDeep
  }

  /// What is wrong.
  public let reason: Reason

  /// The byte at which it was noticed, from 0.
  public let offset: Int
}

extension JSONValue {
  /// Reads one JSON value (RFC 8259), strictly: UTF-8 only, no member twice, nothing behind the value.
  ///
  /// Whole numbers that fit become `.integer`, all others `.number`.
  ///
  /// - Parameters:
  ///   - bytes: the text; spaces, tabs and line ends around the value do not matter.
  ///   - depth: how many arrays and objects may lie within each other.
  /// - Throws: `JSONFailure`.
  public init(parsing bytes: [UInt8], depth: Int = 32) throws(JSONFailure) {
    var parser = JSONParser(bytes: bytes)
    self = try parser.document(depth: depth)
  }
}

private struct JSONParser {
  private let bytes: [UInt8]
  private var offset = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private var byte: UInt8? {
    offset < bytes.count ? bytes[offset] : nil
  }

  private func failure(_ reason: JSONFailure.Reason) -> JSONFailure {
    JSONFailure(reason: byte == nil && reason == .unexpected ? .endsEarly : reason, offset: offset)
  }

  private mutating func skipSpace() {
    while let byte, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { offset += 1 }
  }

  private mutating func take(_ expected: Unicode.Scalar) -> Bool {
    guard byte == UInt8(ascii: expected) else { return false }
    offset += 1
    return true
  }

  mutating func document(depth: Int) throws(JSONFailure) -> JSONValue {
    let value = try value(depth: depth)
    skipSpace()
    guard byte == nil else { throw failure(.unexpected) }
    return value
  }

  private mutating func value(depth: Int) throws(JSONFailure) -> JSONValue {
    skipSpace()
    switch byte {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"): return try number()
    case let digit? where isDigit(digit): return try number()
    default: throw failure(.unexpected)
    }
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(JSONFailure) -> JSONValue {
    for expected in word.unicodeScalars {
      guard take(expected) else { throw failure(.unexpected) }
    }
    return value
  }

  private mutating func object(depth: Int) throws(JSONFailure) -> JSONValue {
    guard depth > 0 else { throw failure(.tooDeep) }
    offset += 1
    var members: [JSONMember] = []
    var names: Set<String> = []
    skipSpace()
    if take("}") { return .object([]) }
    while true {
      skipSpace()
      guard byte == UInt8(ascii: "\"") else { throw failure(.unexpected) }
      let name = try string()
      guard names.insert(name).inserted else { throw failure(.duplicateName) }
      skipSpace()
      guard take(":") else { throw failure(.unexpected) }
      members.append(JSONMember(name, try value(depth: depth - 1)))
      skipSpace()
      if take("}") { return .object(members) }
      guard take(",") else { throw failure(.unexpected) }
    }
  }

  private mutating func array(depth: Int) throws(JSONFailure) -> JSONValue {
    guard depth > 0 else { throw failure(.tooDeep) }
    offset += 1
    var values: [JSONValue] = []
    skipSpace()
    if take("]") { return .array([]) }
    while true {
      values.append(try value(depth: depth - 1))
      skipSpace()
      if take("]") { return .array(values) }
      guard take(",") else { throw failure(.unexpected) }
    }
  }
}

extension JSONParser {
  private mutating func digits() throws(JSONFailure) {
    guard let first = byte, isDigit(first) else { throw failure(.unexpected) }
    while let byte, isDigit(byte) { offset += 1 }
  }

  private func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private mutating func number() throws(JSONFailure) -> JSONValue {
    let start = offset
    var isWhole = true
    _ = take("-")
    if !take("0") { try digits() }
    if take(".") {
      isWhole = false
      try digits()
    }
    if take("e") || take("E") {
      isWhole = false
      if !take("+") { _ = take("-") }
      try digits()
    }
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    if isWhole, let integer = Int64(text) { return .integer(integer) }
    guard let number = Double(text), number.isFinite else { throw failure(.numberOutOfRange) }
    return .number(number)
  }

  private mutating func string() throws(JSONFailure) -> String {
    offset += 1
    var content: [UInt8] = []
    while let byte {
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: content, as: UTF8.self) else { throw failure(.notUTF8) }
        offset += 1
        return text
      case UInt8(ascii: "\\"):
        offset += 1
        content.append(contentsOf: Array(String(try escape()).utf8))
      case 0..<0x20: throw failure(.unexpected)
      default:
        content.append(byte)
        offset += 1
      }
    }
    throw failure(.endsEarly)
  }

  private mutating func escape() throws(JSONFailure) -> Unicode.Scalar {
    guard let letter = byte else { throw failure(.endsEarly) }
    offset += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try escapedScalar()
    default: throw failure(.badEscape)
    }
  }

  private mutating func escapedScalar() throws(JSONFailure) -> Unicode.Scalar {
    let first = try fourDigits()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, take("\\"), take("u") else { throw failure(.badEscape) }
    let second = try fourDigits()
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw failure(.badEscape) }
    return scalar
  }

  private mutating func fourDigits() throws(JSONFailure) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw failure(.badEscape)
      }
      value = value << 4 | UInt32(digit)
      offset += 1
    }
    return value
  }
}
