/// Turns the bytes that a terminal sends into keys.
///
/// It knows what xterm, the VT100 family and the Linux console send; other sequences are dropped whole, so
/// that no part of them is taken for typing. Bytes that are no UTF-8 are dropped.
struct KeyDecoder: Sendable {
  private var waiting: [UInt8] = []
  private var pasted: [UInt8]?
  /// The longest paste taken; what is beyond is dropped.
  private static let longestPaste = 1 << 20
  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  /// Whether bytes wait for others to follow, as after Escape, which is a key by itself when nothing follows.
  var isWaiting: Bool { !waiting.isEmpty && pasted == nil }

  /// Takes up bytes.
  ///
  /// - Returns: the keys that are complete.
  mutating func decode(_ bytes: some Sequence<UInt8>) -> [Key] {
    waiting.append(contentsOf: bytes)
    var keys: [Key] = []
    var rest = waiting[...]
    while !rest.isEmpty {
      if pasted != nil {
        guard let key = takePaste(&rest) else { break }
        keys.append(key)
      } else {
        guard let taken = KeyDecoder.take(&rest) else { break }
        if taken == .pasteStart { pasted = [] } else if case .key(let key) = taken { keys.append(key) }
      }
    }
    waiting = Array(rest)
    return keys
  }

  /// Settles what waits when nothing more followed in time.
  mutating func settle() -> [Key] {
    guard isWaiting, let first = waiting.first else { return [] }
    waiting = []
    return first == 0x1B ? [.escape] : []
  }

  private mutating func takePaste(_ rest: inout ArraySlice<UInt8>) -> Key? {
    var text = pasted ?? []
    while !rest.isEmpty {
      if rest.first == 0x1B {
        if rest.starts(with: KeyDecoder.pasteEnd) {
          rest = rest.dropFirst(KeyDecoder.pasteEnd.count)
          pasted = nil
          return .paste(String(decoding: text, as: UTF8.self))
        }
        if KeyDecoder.pasteEnd.starts(with: rest) { break }
      }
      let byte = rest.removeFirst()
      if text.count < KeyDecoder.longestPaste { text.append(byte) }
    }
    pasted = text
    return nil
  }

  private enum Taken: Equatable {
    case key(Key)
    case nothing
    case pasteStart
  }

  /// Takes one key from the bytes; nil where more must come first.
  private static func take(_ rest: inout ArraySlice<UInt8>) -> Taken? {
    guard let first = rest.first else { return nil }
    switch first {
    case 0x1B: return takeSequence(&rest)
    case 0x00...0x1F, 0x7F:
      rest.removeFirst()
      return control(first)
    default: return takeText(&rest)
    }
  }

  private static func control(_ byte: UInt8) -> Taken {
    switch byte {
    case 0x0A, 0x0D: .key(.enter)
    case 0x09: .key(.tab)
    case 0x08, 0x7F: .key(.backspace)
    case 0x03: .key(.interrupted)
    case 0x01...0x1A: .key(.control(Character(Unicode.Scalar(byte + 0x60))))
    default: .nothing
    }
  }

  private static func takeText(_ rest: inout ArraySlice<UInt8>) -> Taken? {
    let length =
      switch rest[rest.startIndex] {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 1
      }
    let follow = rest.dropFirst().prefix(length - 1).prefix { $0 & 0xC0 == 0x80 }
    // Wait only while what is there can still become a character.
    if follow.count < length - 1, follow.count == rest.count - 1 { return nil }
    let bytes = rest.prefix(1 + follow.count)
    rest = rest.dropFirst(bytes.count)
    let text = String(decoding: bytes, as: UTF8.self)
    return text.contains("\u{FFFD}") ? .nothing : .key(.text(text))
  }
}

extension KeyDecoder {
  private static func takeSequence(_ rest: inout ArraySlice<UInt8>) -> Taken? {
    let bytes = Array(rest.prefix(64))
    guard bytes.count > 1 else { return nil }
    switch bytes[1] {
    case UInt8(ascii: "["):
      guard bytes.count > 2 else { return nil }
      // The Linux console's function keys: ESC [ [ A.
      if bytes[2] == UInt8(ascii: "[") {
        guard bytes.count > 3 else { return nil }
        rest = rest.dropFirst(4)
        return bytes[3] == UInt8(ascii: "A") ? .key(.help) : .nothing
      }
      guard let end = bytes.dropFirst(2).firstIndex(where: { (0x40...0x7E).contains($0) }) else {
        guard bytes.count >= 64 else { return nil }
        rest = rest.dropFirst(bytes.count)
        return .nothing
      }
      rest = rest.dropFirst(end + 1)
      return meaning(String(decoding: bytes[2..<end], as: UTF8.self), bytes[end])
    case UInt8(ascii: "O"):
      guard bytes.count > 2 else { return nil }
      rest = rest.dropFirst(3)
      return bytes[2] == UInt8(ascii: "P") ? .key(.help) : meaning("", bytes[2])
    case 0x1B:
      rest = rest.dropFirst()
      return .key(.escape)
    default:
      // Alt with a key: not ours, but the key must not be taken for typing.
      var tail = rest.dropFirst()
      guard take(&tail) != nil else { return nil }
      rest = tail
      return .nothing
    }
  }

  /// What a control sequence means, by its parameters and last byte.
  private static func meaning(_ parameters: String, _ last: UInt8) -> Taken {
    // A parameter behind a semicolon says which of Shift, Alt, Ctrl were held.
    let number = parameters.prefix { $0 != ";" }
    switch Character(Unicode.Scalar(last)) {
    case "A": return .key(.up)
    case "B": return .key(.down)
    case "C": return .key(.right)
    case "D": return .key(.left)
    case "H": return .key(.home)
    case "F": return .key(.end)
    case "P": return .key(.help)
    case "~":
      switch number {
      case "1", "7": return .key(.home)
      case "4", "8": return .key(.end)
      case "3": return .key(.delete)
      case "5": return .key(.pageUp)
      case "6": return .key(.pageDown)
      case "11": return .key(.help)
      case "200": return .pasteStart
      default: return .nothing
      }
    default: return .nothing
    }
  }
}
