/// Characters as the scanners see them: numbers that are compared, never interpreted by a locale.
typealias Key = UInt32

/// Classes of characters, by code point.
enum Characters {
  static func isHan(_ key: Key) -> Bool {
    (0x3400...0x9FFF).contains(key) || (0xF900...0xFAFF).contains(key)
      || (0x20000...0x323AF).contains(key)
  }

  /// A letter of an alphabet or syllabary.
  static func isLatinLetter(_ key: Key) -> Bool {
    if key < 0x80 { return (0x61...0x7A).contains(key) || (0x41...0x5A).contains(key) }
    return ((0xC0...0x24F).contains(key) && key != 0xD7 && key != 0xF7) || (0x370...0x52F).contains(key)
      || (0x1E00...0x1EFF).contains(key) || (0x3041...0x30FA).contains(key) || (0xAC00...0xD7A3).contains(key)
  }

  static func isUpper(_ key: Key) -> Bool {
    (0x41...0x5A).contains(key) || ((0xC0...0xDE).contains(key) && key != 0xD7)
  }

  static func isDigit(_ key: Key) -> Bool {
    (0x30...0x39).contains(key)
  }

  static func isSpace(_ key: Key) -> Bool {
    key == 0x20 || key == 0x09 || key == 0x0A || key == 0x0D || key == 0x0B || key == 0x0C || key == 0xA0
      || key == 0x3000 || key == 0xFEFF || key == 0x200B || (0x2000...0x200A).contains(key) || key == 0x85
      || key == 0x2028 || key == 0x2029 || key == 0x202F
  }

  static func isLineBreak(_ key: Key) -> Bool {
    key == 0x0A || key == 0x0D || key == 0x85 || key == 0x2028 || key == 0x2029
  }

  /// `0…9`, and the Chinese numerals that count things and headings.
  static func isChineseNumeral(_ key: Key) -> Bool {
    chineseNumerals.contains(key)
  }

  private static let chineseNumerals = Set("〇零一二三四五六七八九十百千万亿两".unicodeScalars.map(\.value))

  /// `。！？!?…` and the like: a sentence may end here.
  static func endsSentence(_ key: Key) -> Bool {
    sentenceEnds.contains(key)
  }

  private static let sentenceEnds = Set("。！？!?….;；".unicodeScalars.map(\.value))

  /// A letter, a digit or a Han character: what can stand in an answer.
  static func isWordlike(_ key: Key) -> Bool {
    isHan(key) || isLatinLetter(key) || isDigit(key)
  }

  static func isOpening(_ key: Key) -> Bool {
    openings.contains(key)
  }

  static func isClosing(_ key: Key) -> Bool {
    closings.contains(key)
  }

  private static let openings = Set("“‘「『《〈（([【".unicodeScalars.map(\.value))
  private static let closings = Set("”’」』》〉）)]】".unicodeScalars.map(\.value))
}

extension Int {
  /// A range of offsets; in this room one that would end before it begins is empty, as no essay may trap.
  static func ..< (low: Int, high: Int) -> Range<Int> {
    Range(uncheckedBounds: (low, Swift.max(low, high)))
  }
}

extension Key {
  /// The number of a character written in the source of a rule.
  static func of(_ scalar: Unicode.Scalar) -> Key { scalar.value }
}

extension String {
  /// The string as scanners compare it.
  var keys: [Key] { unicodeScalars.map(\.value) }
}
