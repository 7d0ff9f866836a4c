import Language

/// The name of a card for ever: ten characters of Crockford's base32, lower case.
///
/// It is minted once and never recomputed; nothing else identifies a card.
public struct CardID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The value of the ten digits; in the order of their texts, as the digits are in ASCII's.
  private let bits: UInt64

  /// The ten characters.
  public var text: String { Base32.text(bits, length: CardID.length) }

  /// The number of characters in an id.
  public static let length = 10

  /// An id from exactly ten characters of `0…9 a…z` without `i l o u`; nil for anything else.
  public init?(_ text: String) {
    guard let bits = Base32.number(text, length: CardID.length) else { return nil }
    self.bits = bits
  }

  /// An id from the lower 50 bits of a number.
  init(bits: UInt64) {
    self.bits = bits & (1 << 50 - 1)
  }

  /// The id a compiler gives to a card, the same for the same deck, fact and ordinal.
  ///
  /// - Parameters:
  ///   - deck: The deck's name.
  ///   - fact: What the card is about, in a normal form.
  ///   - ordinal: Tells the cards of one fact apart, from 0.
  /// - Returns: The id; callers check it against those that are taken and raise the ordinal.
  public static func mint(deck: String, fact: String, ordinal: Int) -> CardID {
    CardID(bits: stableHash([deck, fact, String(ordinal)].joined(separator: fieldSeparator)))
  }

  /// The ten characters.
  public var description: String { text }

  /// The order of the ids' texts.
  public static func < (left: CardID, right: CardID) -> Bool { left.bits < right.bits }
}

/// Crockford's base32 in lower case, without check symbol.
///
/// Source: Douglas Crockford, "Base 32".
enum Base32 {
  private static let digits = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  static func isDigit(_ byte: UInt8) -> Bool {
    value(of: byte) != nil
  }

  /// The value of a lower-case digit.
  static func value(of byte: UInt8) -> UInt64? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "h"): UInt64(byte - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "j"), UInt8(ascii: "k"): UInt64(byte - UInt8(ascii: "j")) + 18
    case UInt8(ascii: "m"), UInt8(ascii: "n"): UInt64(byte - UInt8(ascii: "m")) + 20
    case UInt8(ascii: "p")...UInt8(ascii: "t"): UInt64(byte - UInt8(ascii: "p")) + 22
    case UInt8(ascii: "v")...UInt8(ascii: "z"): UInt64(byte - UInt8(ascii: "v")) + 27
    default: nil
    }
  }

  /// The lowest `5 × length` bits of a number, most significant first.
  static func text(_ bits: UInt64, length: Int) -> String {
    String(unsafeUninitializedCapacity: length) { bytes in
      var rest = bits
      for place in bytes.indices.prefix(length).reversed() {
        bytes[place] = digits[Int(rest & 31)]
        rest >>= 5
      }
      return length
    }
  }

  /// The number that a text of so many digits spells, at most twelve; nil for any other text.
  static func number(_ text: some StringProtocol, length: Int) -> UInt64? {
    var bits: UInt64 = 0
    guard text.utf8.count == length, length <= 12 else { return nil }
    for byte in text.utf8 {
      guard let value = value(of: byte) else { return nil }
      bits = bits << 5 | value
    }
    return bits
  }

  /// The digits that a reader meant: capitals lowered, `I` and `L` as 1, `O` as 0.
  static func normalised(_ text: some StringProtocol) -> String {
    let bytes = text.utf8.map { byte -> UInt8 in
      let lower = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
      return switch lower {
      case UInt8(ascii: "i"), UInt8(ascii: "l"): UInt8(ascii: "1")
      case UInt8(ascii: "o"): UInt8(ascii: "0")
      default: lower
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
