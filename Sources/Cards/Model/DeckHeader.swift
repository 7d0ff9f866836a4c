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
  /// Who wrote the deck.
  public var author: String?
  /// Everything else, in the order of the file.
  public var others: [Entry]

  /// A header from its parts.
  public init(
    name: String? = nil,
    language: String? = nil,
    source: String? = nil,
    author: String? = nil,
    others: [Entry] = []
  ) {
    self.name = name
    self.language = language
    self.source = source
    self.author = author
    self.others = others
  }
}
