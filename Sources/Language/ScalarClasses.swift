extension Unicode.Scalar {
  /// A Chinese character: unified ideographs with extensions, compatibility ideographs, 〇 and 々.
  var isHan: Bool {
    switch value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0xF900...0xFAFF, 0x2_0000...0x3_FFFD, 0x3005, 0x3007: true
    default: false
    }
  }

  /// A letter of an alphabet (Latin, Greek, Cyrillic, kana, Hangul, …) or a combining mark, of any width.
  var isLetter: Bool {
    if isASCII { return isASCIILetter }
    if isHan || value == 0xD7 || value == 0xF7 { return false }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark:
      return true
    default: return false
    }
  }

  /// A letter A–Z or a–z.
  var isASCIILetter: Bool {
    (0x61...0x7A).contains(value | 0x20)
  }

  /// A digit 0–9 of either width.
  var isDigit: Bool {
    (0x30...0x39).contains(value) || (0xFF10...0xFF19).contains(value)
  }

  /// A capital letter.
  var isUppercase: Bool {
    isASCII ? (0x41...0x5A).contains(value) : properties.isUppercase
  }

  /// A small letter.
  var isLowercase: Bool {
    isASCII ? (0x61...0x7A).contains(value) : properties.isLowercase
  }

  /// White space, U+3000 and the byte-order mark included.
  var isSpace: Bool {
    switch value {
    case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F: true
    case 0x3000, 0xFEFF: true
    default: false
    }
  }

  /// A line feed, or one of the other characters that end a line.
  var isLineBreak: Bool {
    switch value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}
