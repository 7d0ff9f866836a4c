public import Language

/// How a text for a terminal is to look.
public struct TextStyle: Sendable, Equatable {
  /// The language of its words.
  public let language: InterfaceLanguage

  /// The columns of the terminal, at least 20.
  public let width: Int

  /// Whether the terminal shows block characters; without them numbers stand alone.
  public let hasBars: Bool

  /// A look; a width below 20 counts as 20.
  public init(language: InterfaceLanguage, width: Int, hasBars: Bool) {
    self.language = language
    self.width = max(20, width)
    self.hasBars = hasBars
  }
}
