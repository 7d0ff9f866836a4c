public import Language
public import Study
public import Terminal

/// What a command may touch: output, input, clock, zone and environment, all handed in.
public struct CommandContext {
  /// Where data goes.
  public let output: any TextOutput

  /// Where messages go.
  public let messages: any TextOutput

  /// Where a learner's lines come from.
  public let input: any LineInput

  /// Whether input and output are both a terminal.
  public let isInteractive: Bool

  /// Environment variables by name.
  public let environment: [String: String]

  /// Tells the time.
  public let clock: any Clock

  /// The learner's time zone.
  public let zone: any ZoneRules

  /// The language of messages.
  public let language: InterfaceLanguage

  /// A context from its parts.
  public init(
    output: any TextOutput,
    messages: any TextOutput,
    input: any LineInput,
    isInteractive: Bool,
    environment: [String: String],
    clock: any Clock,
    zone: any ZoneRules,
    language: InterfaceLanguage
  ) {
    self.output = output
    self.messages = messages
    self.input = input
    self.isInteractive = isInteractive
    self.environment = environment
    self.clock = clock
    self.zone = zone
    self.language = language
  }

  /// Prints a message line on standard error.
  func say(_ message: Bilingual) throws {
    try messages.write(message.text(in: language) + "\n")
  }
}
