/// What the front matter of a deck file says.
public struct DeckHeader: Sendable, Equatable {
  /// A line of the front matter that has no meaning here and is kept.
  public struct Entry: Sendable, Equatable {
    /// The key as written.
    public var key: String
    /// The value without quotes.
    public var value: String

    /// An entry from its parts.
    public init(key: String, value: String) {
      self.key = key
      self.value = value
    }
  }

  /// The deck's name (`deck`, or `name` in a hashcards deck).
  public var name: String?
  /// The language of the cards, a BCP 47 tag as written.
  public var language: String?
  /// The bare name of the essay's file, which lies beside the deck.
  public var source: String?
  /// The bare names of further essays in a deck of several: `source-2`, `source-3`, … Each key stands once and
  /// holds one bare name, so that whoever reads only `source` still reads a file name.
  public var furtherSources: [String]
  /// Who wrote the deck.
  public var author: String?
  /// Everything else, in the order of the file.
  public var others: [Entry]

  /// A header from its parts.
  public init(
    name: String? = nil,
    language: String? = nil,
    source: String? = nil,
    furtherSources: [String] = [],
    author: String? = nil,
    others: [Entry] = []
  ) {
    self.name = name
    self.language = language
    self.source = source
    self.furtherSources = furtherSources
    self.author = author
    self.others = others
  }
}

extension DeckHeader {
  /// The bare names of all essays the deck was made of.
  public var sources: [String] {
    (source.map { [$0] } ?? []) + furtherSources
  }

  /// The key under which an essay is named, the first one being number 1.
  static func sourceKey(_ number: Int) -> String {
    number == 1 ? "source" : "source-\(number)"
  }

  /// Whether a key of the front matter names an essay.
  static func isSourceKey(_ key: some StringProtocol) -> Bool {
    if key == "source" { return true }
    guard key.hasPrefix("source-"), let number = Int(key.dropFirst(7)) else { return false }
    return number >= 2 && key == sourceKey(number)
  }

  /// Whether a text names a file in the same folder and nothing else, so that it can be a `source`.
  public static func isBareFileName(_ name: String) -> Bool {
    guard !name.isEmpty, name != ".", name != "..", name.utf8.count <= 255 else { return false }
    return name.unicodeScalars.allSatisfy { scalar in
      scalar != "/" && scalar != "\\" && scalar.properties.generalCategory != .control
    }
  }
}
