// EssayCompiler: an essay's text comes in, cards with their reasons go out.
//
//   SourceText → Structure (lines, headings, sentences) → KeyPoints (one pattern family a file)
//              → CardMaking (a question for each) → Lint (fail closed) → Selection (budget, coverage)
//
// Every value carries scalar offsets into the essay, so that a card can always show where it comes from.
// This room never reads a file, a clock or a locale, never asks for randomness, and never invents a word of
// an answer: answers and passages are verbatim pieces of the essay. All scanning is linear in the text.

import Language

/// The essay as the stages see it: its characters verbatim, and folded for comparing, offset by offset.
struct Essay: Sendable {
  let source: SourceText
  /// The essay's characters as written.
  let scalars: [Unicode.Scalar]
  /// The same characters folded for look-up: lower case, Simplified, one punctuation mark of each kind.
  let keys: [Key]
  private let unitStarts: UnitStarts

  init(_ source: SourceText) {
    self.source = source
    scalars = source.scalars
    keys = source.scalars.map(Self.folded)
    unitStarts = UnitStarts(keys)
  }

  var count: Int { keys.count }

  private static func folded(_ scalar: Unicode.Scalar) -> Key {
    let value = scalar.value
    switch value {
    case 0x41...0x5A: return value + 0x20
    case 0..<0x80: return value
    case 0xC0...0xDE: return value == 0xD7 ? value : value + 0x20
    case 0xFF10...0xFF19, 0xFF41...0xFF5A: return value - 0xFEE0
    case 0xFF21...0xFF3A: return value - 0xFEC0
    case 0x300C, 0xFE41: return 0x201C
    case 0x300D, 0xFE42: return 0x201D
    case 0x300E, 0xFE43: return 0x2018
    case 0x300F, 0xFE44: return 0x2019
    default: return Characters.isHan(value) ? foldedForLookup(scalar).value : value
    }
  }

  /// The characters of a range as text, every run of line breaks and their indents made one space
  /// (none between Han characters).
  func text(_ range: Range<Int>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.isEmpty || scalars[range.lowerBound].isASCII ? range.count : 3 * range.count)
    /// The last character that is no space, and where its bytes end.
    var last: UInt32?
    var end = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let scalar = scalars[index]
      guard Characters.isLineBreak(scalar.value) else {
        bytes.append(utf8Of: scalar)
        if !Characters.isSpace(scalar.value) {
          last = scalar.value
          end = bytes.count
        }
        index += 1
        continue
      }
      while index < range.upperBound, Characters.isSpace(scalars[index].value) { index += 1 }
      bytes.removeSubrange(end...)
      if let last, index < range.upperBound,
        !Characters.isHan(last) || !Characters.isHan(scalars[index].value)
      {
        bytes.append(0x20)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The characters of a range as rules compare them.
  func foldedText(_ range: Range<Int>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(3 * range.count)
    for key in keys[range] {
      if let scalar = Unicode.Scalar(key) { bytes.append(utf8Of: scalar) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The number under which a word of the essay is looked up in a `WordSet`.
  func word(_ range: Range<Int>) -> UInt64 {
    var hash = WordSet.basis
    for key in keys[range] { hash = (hash ^ UInt64(key)) &* WordSet.prime }
    return hash
  }

  /// The range without white space at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, Characters.isSpace(keys[low]) { low += 1 }
    while high > low, Characters.isSpace(keys[high - 1]) { high -= 1 }
    return low..<high
  }

  /// Whether the phrase stands at the offset.
  func matches(_ phrase: [Key], at offset: Int) -> Bool {
    guard offset >= 0, offset + phrase.count <= keys.count else { return false }
    for (index, key) in phrase.enumerated() where keys[offset + index] != key { return false }
    return true
  }

  /// The number of units (Han characters, words of other scripts, numbers) in a range.
  func units(in range: Range<Int>) -> Int {
    unitStarts.count(in: range, keys)
  }

  /// The number of Han characters in a range.
  func hanCount(in range: Range<Int>) -> Int {
    keys[range].reduce(0) { $0 + (Characters.isHan($1) ? 1 : 0) }
  }
}

extension [UInt8] {
  /// Appends a character in UTF-8.
  fileprivate mutating func append(utf8Of scalar: Unicode.Scalar) {
    let value = scalar.value
    switch value {
    case 0..<0x80:
      append(UInt8(truncatingIfNeeded: value))
    case 0x80..<0x800:
      append(UInt8(truncatingIfNeeded: 0xC0 | value >> 6))
      append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
    case 0x800..<0x10000:
      append(UInt8(truncatingIfNeeded: 0xE0 | value >> 12))
      append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
      append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
    default:
      append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }
}
