/// How the characters of a file were written as bytes.
public enum TextEncoding: String, Sendable, CaseIterable, Hashable {
  /// UTF-8, with or without a byte-order mark.
  case utf8 = "UTF-8"

  /// UTF-16 whose byte-order mark says little-endian.
  case utf16LittleEndian = "UTF-16LE"

  /// UTF-16 whose byte-order mark says big-endian.
  case utf16BigEndian = "UTF-16BE"

  /// GB18030, which GBK and GB2312 are parts of.
  case gb18030 = "GB18030"

  /// Big5.
  case big5 = "Big5"
}

/// A text and the encoding it came in.
public struct DecodedText: Sendable, Equatable {
  /// The characters as they were, without byte-order mark, with a line feed for every CRLF and CR.
  public let text: String

  /// The encoding of the bytes.
  public let encoding: TextEncoding
}

/// Why bytes are no text.
public enum DecodingFailure: Error, Equatable, Hashable {
  /// There are no characters but white space.
  case empty

  /// A zero byte, or one of many control characters, stands at this byte offset.
  case binary(offset: Int)

  /// The bytes are in no encoding we can tell for certain; the first byte that is not UTF-8 (or not the
  /// UTF-16 that the byte-order mark announces) stands at this byte offset and line (from 1).
  case unknownEncoding(offset: Int, line: Int)

  /// The input is longer than the limit.
  case tooLarge(bytes: Int, limit: Int)
}

/// The characters of a file: UTF-8, UTF-16 with a byte-order mark, GB18030 or Big5.
///
/// Strict: one wrong byte fails. GB18030 and Big5 have no mark of their own, so the characters must also make
/// Chinese words (``LegacyEncodings``), and clearly better ones than under the other encoding; otherwise the
/// encoding is unknown. It is never guessed.
/// - Parameters:
///   - bytes: the whole file.
///   - limit: the most bytes to accept, 16 MiB unless told.
///   - keepingUTF8: whether a text in UTF-8 is wanted byte for byte: with byte-order mark and line ends as they
///     are, be it white space alone.
/// - Returns: the text and the encoding that was found.
/// - Throws: ``DecodingFailure``.
public func decode(
  _ bytes: [UInt8],
  limit: Int = 16 << 20,
  keepingUTF8: Bool = false
) throws(DecodingFailure) -> DecodedText {
  guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count, limit: limit) }
  if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
    return try decodeUTF16(bytes)
  }
  try rejectBinary(bytes)
  let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
  if let wrong = firstInvalidUTF8(bytes) {
    if !hasMark, let decoded = LegacyEncodings.decode(bytes) {
      return try finished(decoded.text.utf8, decoded.encoding)
    }
    throw unknownEncoding(bytes, offset: wrong)
  }
  if !hasMark, let doubtful = LegacyEncodings.firstDoubtfulByte(bytes) {
    throw unknownEncoding(bytes, offset: doubtful)
  }
  if keepingUTF8 { return DecodedText(text: String(decoding: bytes, as: UTF8.self), encoding: .utf8) }
  return try finished(bytes[(hasMark ? 3 : 0)...], .utf8)
}

private func unknownEncoding(_ bytes: [UInt8], offset: Int) -> DecodingFailure {
  let line = bytes[..<offset].reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
  return .unknownEncoding(offset: offset, line: line)
}

/// Line ends folded in UTF-8; a text of white space only fails.
private func finished(_ utf8: some Collection<UInt8>, _ encoding: TextEncoding) throws(DecodingFailure)
  -> DecodedText
{
  var folded: [UInt8] = []
  folded.reserveCapacity(utf8.count)
  var afterReturn = false
  for byte in utf8 {
    if byte == 0x0D {
      folded.append(0x0A)
    } else if byte != 0x0A || !afterReturn {
      folded.append(byte)
    }
    afterReturn = byte == 0x0D
  }
  let text = String(decoding: folded, as: UTF8.self)
  guard text.unicodeScalars.contains(where: { !$0.isSpace }) else { throw .empty }
  return DecodedText(text: text, encoding: encoding)
}

/// Fails on a zero byte, and when more than one byte in 200 is a control character no text uses.
private func rejectBinary(_ bytes: [UInt8]) throws(DecodingFailure) {
  var controls = 0
  var first = 0
  for (offset, byte) in bytes.enumerated() where byte < 0x20 || byte == 0x7F {
    switch byte {
    case 0x00: throw .binary(offset: offset)
    case 0x08...0x0D, 0x1A, 0x1B: continue
    default:
      if controls == 0 { first = offset }
      controls += 1
    }
  }
  if controls > 2 + bytes.count / 200 { throw .binary(offset: first) }
}

private func decodeUTF16(_ bytes: [UInt8]) throws(DecodingFailure) -> DecodedText {
  let isLittle = bytes.first == 0xFF
  var units: [UInt16] = []
  units.reserveCapacity(bytes.count / 2)
  for offset in stride(from: 2, to: bytes.count - 1, by: 2) {
    let first = UInt16(bytes[offset])
    let second = UInt16(bytes[offset + 1])
    units.append(isLittle ? second << 8 | first : first << 8 | second)
  }
  if let zero = units.firstIndex(of: 0) { throw .binary(offset: 2 + 2 * zero) }
  var wrong = bytes.count % 2 == 0 ? nil : bytes.count - 1
  var line = 1
  var place = 0
  while place < units.count {
    let unit = units[place]
    if UTF16.isLeadSurrogate(unit), place + 1 < units.count, UTF16.isTrailSurrogate(units[place + 1]) {
      place += 1
    } else if UTF16.isLeadSurrogate(unit) || UTF16.isTrailSurrogate(unit) {
      wrong = 2 + 2 * place
      break
    }
    if unit == 0x0A { line += 1 }
    place += 1
  }
  if let wrong { throw .unknownEncoding(offset: wrong, line: line) }
  let text = String(decoding: units, as: UTF16.self)
  return try finished(text.utf8, isLittle ? .utf16LittleEndian : .utf16BigEndian)
}

/// The offset of the first sequence that is not UTF-8 (no overlong forms, surrogates or values past U+10FFFF).
func firstInvalidUTF8(_ bytes: [UInt8]) -> Int? {
  var place = 0
  while place < bytes.count {
    let first = bytes[place]
    if first < 0x80 {
      place += 1
      continue
    }
    // The Unicode standard, table 3-7: length, and the bounds of the second byte.
    let shape: (length: Int, second: ClosedRange<UInt8>)
    switch first {
    case 0xC2...0xDF: shape = (2, 0x80...0xBF)
    case 0xE0: shape = (3, 0xA0...0xBF)
    case 0xE1...0xEC, 0xEE...0xEF: shape = (3, 0x80...0xBF)
    case 0xED: shape = (3, 0x80...0x9F)
    case 0xF0: shape = (4, 0x90...0xBF)
    case 0xF1...0xF3: shape = (4, 0x80...0xBF)
    case 0xF4: shape = (4, 0x80...0x8F)
    default: return place
    }
    guard place + shape.length <= bytes.count, shape.second.contains(bytes[place + 1]) else { return place }
    for following in (place + 2)..<max(place + 2, place + shape.length)
    where bytes[following] & 0xC0 != 0x80 {
      return place
    }
    place += shape.length
  }
  return nil
}
