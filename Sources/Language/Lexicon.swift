import Resources

/// The embedded words with their frequencies and parts of speech.
///
/// jieba 0.42.1's dictionary: every single character, and every word of frequency 20 or more, under its
/// folded characters (``foldedForLookup(_:)``). Nothing is built at start: the data is a double-array trie
/// (`lexicon.bin`, described in Scripts/build_lexicon.py) that is read where it stands.
public enum Lexicon {
  /// What the lexicon knows about a word.
  public struct Entry: Sendable, Equatable {
    /// How often the word occurs in the corpus of ``totalFrequency`` words; 0 where that is not known.
    public let frequency: Int

    /// The word's commonest part of speech.
    public let partOfSpeech: PartOfSpeech
  }

  /// The words that the frequencies were counted in.
  public static var totalFrequency: Int { LexiconData.shared.totalFrequency }

  /// How many words there are.
  public static var wordCount: Int { LexiconData.shared.wordCount }

  /// The entry of exactly this word, in either script and width; `nil` when it is no word.
  public static func lookup(scalars: some Sequence<Unicode.Scalar>) -> Entry? {
    let data = LexiconData.shared
    var unit = data.root
    var isEmpty = true
    for scalar in scalars {
      guard let next = data.child(of: unit, over: data.code(of: foldedForLookup(scalar))) else { return nil }
      unit = next
      isEmpty = false
    }
    return isEmpty ? nil : data.entry(of: unit)
  }

  /// The entry of exactly this word; `nil` when it is no word.
  public static func lookup(_ word: some StringProtocol) -> Entry? {
    lookup(scalars: word.unicodeScalars)
  }
}

/// The arrays of `lexicon.bin`.
struct LexiconData: @unchecked Sendable {
  /// A place in the trie: base in bits 0–19, code 20–33, weight 34–47, tag 48–53.
  typealias Unit = UInt64

  static let shared = LexiconData(embeddedLexicon())

  let totalFrequency: Int
  let wordCount: Int
  let root: Unit
  private let units: UnsafeBufferPointer<UInt64>
  private let weights: UnsafeBufferPointer<UInt32>
  private let tags: UnsafeBufferPointer<UInt32>
  private let index: UnsafeBufferPointer<UInt16>
  private let pages: UnsafeBufferPointer<UInt16>

  private init(_ resource: EmbeddedResource) {
    let reader = ResourceReader(resource)
    let indexCount = reader.number(at: 8)
    let pageCount = reader.number(at: 12)
    let unitCount = reader.number(at: 16)
    let weightCount = reader.number(at: 20)
    let tagCount = reader.number(at: 24)
    wordCount = reader.number(at: 28)
    totalFrequency = reader.number(at: 32)
    var offset = 40
    units = reader.array(of: UInt64.self, at: offset, count: unitCount)
    offset &+= 8 &* unitCount
    weights = reader.array(of: UInt32.self, at: offset, count: 2 &* weightCount)
    offset &+= 8 &* weightCount
    tags = reader.array(of: UInt32.self, at: offset, count: tagCount)
    offset &+= 4 &* tagCount
    index = reader.array(of: UInt16.self, at: offset, count: indexCount)
    offset &+= 2 &* indexCount
    pages = reader.array(of: UInt16.self, at: offset, count: 256 &* pageCount)
    root = units.isEmpty ? 0 : UInt64(littleEndian: units[0])
  }

  /// The code of a folded scalar, 0 for one that stands in no word.
  @inline(__always)
  func code(of scalar: Unicode.Scalar) -> UInt16 {
    let page = Int(scalar.value >> 8)
    guard page < index.count else { return 0 }
    let place = Int(UInt16(littleEndian: index[page])) << 8 | Int(scalar.value & 255)
    return place < pages.count ? UInt16(littleEndian: pages[place]) : 0
  }

  /// The unit one character further, `nil` when no word goes on that way.
  @inline(__always)
  func child(of unit: Unit, over code: UInt16) -> Unit? {
    let base = Int(unit & 0xF_FFFF)
    guard base != 0, code != 0 else { return nil }
    let place = base &+ Int(code)
    guard place < units.count else { return nil }
    let child = UInt64(littleEndian: units[place])
    return UInt16(truncatingIfNeeded: child >> 20) & 0x3FFF == code ? child : nil
  }

  /// The cost of the word that ends at a unit in 1/4096 bits, `nil` when none ends there.
  @inline(__always)
  func cost(of unit: Unit) -> Int? {
    let weight = Int(unit >> 34 & 0x3FFF)
    guard weight != 0, 2 &* weight &+ 1 < weights.count else { return nil }
    return Int(UInt32(littleEndian: weights[2 &* weight &+ 1]))
  }

  /// The cost of a character that is no word: that of a word which occurs once.
  var unknownCost: Int {
    weights.count < 2 ? 0 : Int(UInt32(littleEndian: weights[1]))
  }

  /// The word that ends at a unit.
  func entry(of unit: Unit) -> Lexicon.Entry? {
    let weight = Int(unit >> 34 & 0x3FFF)
    let tag = Int(unit >> 48 & 0x3F)
    guard weight != 0, 2 &* weight < weights.count, tag < tags.count else { return nil }
    return Lexicon.Entry(
      frequency: Int(UInt32(littleEndian: weights[2 &* weight])),
      partOfSpeech: PartOfSpeech(packed: UInt32(littleEndian: tags[tag]))
    )
  }
}
