import Resources

/// What English words can be, from an embedded table of 53,257 words (Brill's lexicon).
///
/// The table is that of `english.bin`, described in Scripts/build_english.py; it is read where it stands.
public enum EnglishWords {
  /// What a word is by itself, its commonest use first.
  public struct Entry: Sendable, Equatable {
    /// The commonest use of the word.
    public let use: Use
    /// Whether the word can name something.
    public let canBeNoun: Bool
    /// Whether the word can be a form of a verb.
    public let canBeVerb: Bool
    /// Whether the word can be an adjective.
    public let canBeAdjective: Bool
    /// Whether the same form is past tense and participle (`made`, `founded`).
    public let isPastAndParticiple: Bool

    /// An entry with these properties.
    public init(
      _ use: Use,
      noun: Bool = false,
      verb: Bool = false,
      adjective: Bool = false,
      pastAndParticiple: Bool = false
    ) {
      self.use = use
      canBeNoun = noun
      canBeVerb = verb
      canBeAdjective = adjective
      isPastAndParticiple = pastAndParticiple
    }
  }

  /// The classes of the table, in its order.
  public enum Use: UInt8, Sendable {
    case noun = 1
    case plural
    case base
    case third
    case past
    case participle
    case gerund
    case adjective
    case adverb
  }

  /// The entry of a word.
  ///
  /// - Parameter number: FNV-1a (64 bit) over the scalars of the word in lower case.
  /// - Returns: `nil` for a word that the table does not hold.
  public static func entry(of number: UInt64) -> Entry? {
    EnglishWordTable.shared.entry(of: number)
  }
}

/// The slots of `english.bin`.
struct EnglishWordTable: @unchecked Sendable {
  static let shared = EnglishWordTable(embeddedEnglish())

  private let slots: UnsafeBufferPointer<UInt32>

  private init(_ resource: EmbeddedResource) {
    let reader = ResourceReader(resource)
    slots = reader.array(of: UInt32.self, at: 16, count: reader.number(at: 8))
  }

  func entry(of number: UInt64) -> EnglishWords.Entry? {
    guard !slots.isEmpty else { return nil }
    let mask = slots.count &- 1
    var place = Int(truncatingIfNeeded: number) & mask
    for _ in 0..<slots.count {
      let slot = UInt32(littleEndian: slots[place])
      if slot == 0 { return nil }
      if UInt64(slot >> 8) == number >> 40 {
        return EnglishWords.Use(rawValue: UInt8(slot & 15)).map { use in
          EnglishWords.Entry(
            use,
            noun: slot & 16 != 0,
            verb: slot & 32 != 0,
            adjective: slot & 64 != 0,
            pastAndParticiple: slot & 128 != 0
          )
        }
      }
      place = (place &+ 1) & mask
    }
    return nil
  }
}
