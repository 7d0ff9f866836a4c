/// A word's part of speech, as a tag of jieba's dictionary (`n`, `v`, `nr`, `i`, …).
///
/// Tags beside the dictionary's own: `eng` for words in letters, `m` for numbers in digits, `w` for
/// punctuation, `x` for anything else that is not in the lexicon.
public struct PartOfSpeech: RawRepresentable, Hashable, Sendable {
  /// Up to four ASCII letters, the first one in the low byte.
  let packed: UInt32

  init(packed: UInt32) {
    self.packed = packed
  }

  /// Whether two tags are the same; what the standard library does for raw values would spell them out.
  public static func == (left: PartOfSpeech, right: PartOfSpeech) -> Bool {
    left.packed == right.packed
  }

  /// Feeds the tag to a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(packed)
  }

  /// A tag of one to four ASCII letters; `nil` for anything else.
  public init?(rawValue: String) {
    guard (1...4).contains(rawValue.utf8.count) else { return nil }
    var packed: UInt32 = 0
    for (place, byte) in rawValue.utf8.enumerated() {
      guard (0x61...0x7A).contains(byte) else { return nil }
      packed |= UInt32(byte) << UInt32(8 * place)
    }
    self.packed = packed
  }

  /// The tag.
  public var rawValue: String {
    let letters = (0..<4).map { UInt8(truncatingIfNeeded: packed >> UInt32(8 * $0)) }.filter { $0 != 0 }
    return String(decoding: letters, as: UTF8.self)
  }

  /// A word in letters.
  public static let latin = PartOfSpeech("eng")

  /// A number.
  public static let numeral = PartOfSpeech("m")

  /// A punctuation mark or symbol.
  public static let punctuation = PartOfSpeech("w")

  /// A character that stands in no word of the lexicon.
  public static let unknown = PartOfSpeech("x")

  /// A term that was given to the segmenter.
  public static let term = PartOfSpeech("nz")

  private init(_ tag: StaticString) {
    packed = tag.withUTF8Buffer { letters in
      letters.prefix(4).reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }
  }

  private var first: UInt8 { UInt8(truncatingIfNeeded: packed) }
  private var second: UInt8 { UInt8(truncatingIfNeeded: packed >> 8) }

  private func begins(with letter: Unicode.Scalar) -> Bool {
    UInt32(first) == letter.value
  }

  /// A noun of any kind, proper names, verbal nouns (`vn`) and adjectival nouns (`an`) included.
  public var isNoun: Bool { begins(with: "n") || (second == 0x6E && (first == 0x76 || first == 0x61)) }

  /// A verb, verbal nouns (`vn`) and adverbial verbs (`vd`) included.
  public var isVerb: Bool { begins(with: "v") }

  /// An adjective, adjectival nouns (`an`), adverbial adjectives (`ad`) and descriptives (`z`) included.
  public var isAdjective: Bool { begins(with: "a") || self == PartOfSpeech("z") }

  /// A name: of a person (`nr…`), a place (`ns`), an organisation (`nt`) or something else (`nz`).
  ///
  /// The dictionary's person names are unreliable: see ``isPersonName``.
  public var isProperName: Bool {
    begins(with: "n") && (second == 0x72 || second == 0x73 || second == 0x74 || second == 0x7A)
  }

  /// A person's name (`nr`, `nrt`, `nrfg`); many words with this tag are none.
  public var isPersonName: Bool { begins(with: "n") && second == 0x72 }

  /// The name of a place (`ns`).
  public var isPlaceName: Bool { begins(with: "n") && second == 0x73 }

  /// A set phrase (`i`, `l`).
  public var isIdiom: Bool { begins(with: "i") || begins(with: "l") }

  /// An adverb.
  public var isAdverb: Bool { begins(with: "d") }

  /// A conjunction.
  public var isConjunction: Bool { begins(with: "c") }

  /// A preposition.
  public var isPreposition: Bool { begins(with: "p") }

  /// A particle: structural (的, 地, 得), aspectual (了, 着, 过) or modal (吗, 呢).
  public var isParticle: Bool { begins(with: "u") || begins(with: "y") }

  /// A number or a quantity.
  public var isNumeral: Bool { begins(with: "m") }

  /// A measure word.
  public var isMeasureWord: Bool { begins(with: "q") }

  /// A pronoun.
  public var isPronoun: Bool { begins(with: "r") }

  /// A word for a time.
  public var isTime: Bool { begins(with: "t") }

  /// A word for a place or a direction (`s`, `f`).
  public var isLocative: Bool { begins(with: "s") || begins(with: "f") }

  /// A punctuation mark or symbol.
  public var isPunctuation: Bool { self == .punctuation }

  /// A word in letters.
  public var isLatin: Bool { self == .latin }

  /// A word that carries grammar, not meaning: conjunction, preposition, particle, pronoun, auxiliary affix.
  public var isFunctionWord: Bool {
    isConjunction || isPreposition || isParticle || isPronoun || begins(with: "h") || begins(with: "k")
  }
}
