import Language

/// `stableHash` of a text, without its normalisation where the text plainly needs none.
///
/// Most decks hold nothing but characters that NFC leaves alone; finding that out costs a fraction of
/// normalising. The value is the same either way.
func quickStableHash(_ text: String) -> UInt64 {
  let isComposed = text.unicodeScalars.allSatisfy { scalar in
    switch scalar.value {
    case 0..<0x300, 0x2010...0x2027, 0x3000...0x3029, 0x4E00...0x9FFF, 0xFF01...0xFF5E: true
    default: false
    }
  }
  return isComposed ? stableHash(Array(text.utf8)) : stableHash(text)
}

/// Parts the fields of a text that is hashed; no line of a deck can hold it by accident.
let fieldSeparator = "\u{1F}"
/// Parts the items of one field of a text that is hashed.
let itemSeparator = "\u{1E}"
