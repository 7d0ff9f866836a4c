import Foundation

/// GB18030 and Big5, told apart by whether the characters make Chinese words.
///
/// Almost any bytes above 0x7F decode as one of the two. Real Chinese costs 7 to 11 bits a character under the
/// lexicon's word frequencies; Chinese under the wrong encoding, or Latin letters with accents, cost 15 and
/// more, and such characters stand alone between letters.
enum LegacyEncodings {
  private struct Reading {
    let text: String
    let encoding: TextEncoding
    let bits: Double
  }

  private static let gb18030 = String.Encoding(rawValue: 0x8000_0632)
  private static let big5 = String.Encoding(rawValue: 0x8000_0A03)

  /// The most bits a character may cost in plausible Chinese.
  private static let mostBits = 13.0

  /// The most bits a character costs in a word.
  private static let mostBitsOfWords = 10.0

  /// How many bits a character the better reading must save over the other.
  private static let leastGain = 1.5

  /// How many characters beyond ASCII are judged.
  private static let sampleSize = 20_000

  /// The text under the one plausible encoding; `nil` when none is, or both are about equally.
  static func decode(_ bytes: [UInt8]) -> (text: String, encoding: TextEncoding)? {
    let data = Data(bytes)
    let judged = [reading(data, .gb18030, gb18030), reading(data, .big5, big5)].compactMap { $0 }
    guard let best = judged.min(by: { $0.bits < $1.bits }), best.bits <= mostBits else { return nil }
    let others = judged.filter { $0.encoding != best.encoding }
    guard others.allSatisfy({ $0.bits >= best.bits + leastGain }) else { return nil }
    return (best.text, best.encoding)
  }

  /// The first byte beyond ASCII of a text that is UTF-8, and Chinese in GB18030 as well.
  ///
  /// A few short words (联通, 学习) are both: as UTF-8 they read as two or three Latin, Greek or Cyrillic
  /// letters. Only bytes that could be so are asked about: pairs, and no letter of ASCII.
  static func firstDoubtfulByte(_ bytes: [UInt8]) -> Int? {
    guard bytes.count <= 64, let first = bytes.firstIndex(where: { $0 >= 0x80 }) else { return nil }
    let isDoubtful = bytes.allSatisfy { $0 < 0xE0 && !(0x41...0x5A).contains($0 & 0xDF) }
    guard isDoubtful, let read = reading(Data(bytes), .gb18030, gb18030), read.bits <= mostBitsOfWords else {
      return nil
    }
    return read.text.unicodeScalars.lazy.filter(\.isHan).count > 1 ? first : nil
  }

  private static func reading(_ data: Data, _ encoding: TextEncoding, _ foundation: String.Encoding)
    -> Reading?
  {
    guard let text = String(data: data, encoding: foundation), let bits = bitsPerCharacter(text) else {
      return nil
    }
    return Reading(text: text, encoding: encoding, bits: bits)
  }

  /// What a character beyond ASCII costs under the lexicon; `nil` when the text is certainly not Chinese.
  static func bitsPerCharacter(_ text: String) -> Double? {
    var sample = String.UnicodeScalarView()
    var judged = 0
    var han = 0
    var alone = 0
    var bits = 0.0
    var before: Unicode.Scalar = " "
    let scalars = text.unicodeScalars
    var place = scalars.startIndex
    while place < scalars.endIndex, judged < sampleSize {
      let scalar = scalars[place]
      place = scalars.index(after: place)
      if !scalar.isASCII {
        judged += 1
        guard scalar.properties.generalCategory != .privateUse, scalar.value != 0xFFFD else { return nil }
        if scalar.isHan {
          han += 1
          let after = place < scalars.endIndex ? scalars[place] : " "
          if before.isASCIILetter || after.isASCIILetter { alone += 1 }
        } else {
          bits += scalar.isChinesePunctuation ? 6 : 24
        }
      }
      sample.append(scalar.isHan ? scalar : " ")
      before = scalar
    }
    guard han > 0, alone * 2 <= han else { return nil }
    bits += Segmenter().bits(of: SourceText(String(sample)))
    return bits / Double(judged)
  }
}

extension Unicode.Scalar {
  /// A mark that Chinese texts are full of: full-width forms, Chinese brackets, dashes, curly quotes.
  fileprivate var isChinesePunctuation: Bool {
    switch value {
    case 0x3000...0x3020, 0xFF01...0xFF5E, 0x2010...0x2027, 0xB7, 0xD7, 0x2030, 0x2460...0x2469: true
    default: false
    }
  }
}
