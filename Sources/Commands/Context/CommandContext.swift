public import Language
public import Study
public import Terminal

/// What a command may touch: output, input, clock, zone and environment, all handed in.
public struct CommandContext {
  /// Where data goes.
  public let output: any TextOutput

  /// Where messages go.
  public let messages: any TextOutput

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
    environment: [String: String],
    clock: any Clock,
    zone: any ZoneRules,
    language: InterfaceLanguage
  ) {
    self.output = output
    self.messages = messages
    self.environment = environment
    self.clock = clock
    self.zone = zone
    self.language = language
  }

  /// Whether the terminal shows characters beyond ASCII: the locale's code set is UTF-8.
  var showsUnicode: Bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    let codeSet = (locale ?? "").lowercased()
    return (codeSet.contains("utf-8") || codeSet.contains("utf8")) && environment["TERM"] != "dumb"
  }

  /// Prints a message line on standard error.
  func say(_ message: Bilingual) throws {
    try say(line: message.text(in: language))
  }

  /// Prints a line on standard error.
  func say(line: String) throws {
    messages.write(line + "\n")
    try messages.flush()
  }
}
