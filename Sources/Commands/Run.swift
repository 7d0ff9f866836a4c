import ArgumentParser
import Foundation
import Language
import LearnerStore
import Study
import Terminal

/// Runs one command line and says how it ended.
///
/// - Parameters:
///   - arguments: the words after the program's name.
///   - environment: environment variables by name.
/// - Returns: the status to leave with.
public func run(_ arguments: [String], environment: [String: String]) -> ExitStatus {
  let output = DescriptorOutput(STDOUT_FILENO)
  let messages = DescriptorOutput(STDERR_FILENO)
  let language = interfaceLanguage(arguments, environment: environment)
  return Interface.$language.withValue(language) {
    do {
      let command = try Wengu.parseAsRoot(negationsAsValues(try withCommand(globalOptionsLast(arguments))))
      guard let contextual = command as? any ContextCommand else {
        var command = command
        try command.run()
        return .success
      }
      let zone = try SystemZone.named(in: environment)
      let context = CommandContext(
        output: output,
        messages: messages,
        environment: environment,
        clock: try clock(for: environment, zone: zone),
        zone: zone,
        language: language
      )
      let status = try contextual.run(in: context)
      try output.flush()
      try messages.flush()
      return status
    } catch {
      return report(error, output: output, messages: messages)
    }
  }
}

/// Prints an error where it belongs.
private func report(_ error: any Error, output: any TextOutput, messages: any TextOutput) -> ExitStatus {
  try? output.flush()
  if let (message, status) = told(error) {
    messages.write("wengu: \(message.text(in: Interface.language))\n")
    try? messages.flush()
    return status
  }
  let isHelp = Wengu.exitCode(for: error) == .success
  let text = ParserText(Wengu.fullMessage(for: error)).text(in: Interface.language)
  let stream = isHelp ? output : messages
  stream.write(text.hasSuffix("\n") || text.isEmpty ? text : text + "\n")
  do {
    try stream.flush()
  } catch {
    return report(error, output: output, messages: messages)
  }
  return isHelp ? .success : .usage
}

/// The text and status of the errors that are ours; nil for the parser's.
func told(_ error: any Error) -> (Bilingual, ExitStatus)? {
  switch error {
  case let failure as CommandFailure: (failure.message, failure.status)
  case let failure as ReportFailure: (failure.message, failure.status)
  case let failure as FileFailure: (failure.message, failure.status)
  case let failure as LearnerFileFailure: (failure.message, .environment)
  case let failure as OutputFailure: told(CommandFailure.output(errno: failure.code))
  default: nil
  }
}

private func interfaceLanguage(_ arguments: [String], environment: [String: String]) -> InterfaceLanguage {
  for (index, argument) in arguments.enumerated() {
    if argument == "--" { break }
    if argument == "--ui", index + 1 < arguments.count,
      let language = InterfaceLanguage(rawValue: arguments[index + 1])
    {
      return language
    }
    if argument.hasPrefix("--ui="), let language = InterfaceLanguage(rawValue: String(argument.dropFirst(5)))
    {
      return language
    }
  }
  return .preferred { environment[$0] }
}

/// Moves `--learner`, `--data` and `--ui` from before the command's name to where its own options stand.
///
/// `wengu --learner li quiz` means `wengu quiz --learner li`.
func globalOptionsLast(_ arguments: [String]) -> [String] {
  var leading: [String] = []
  var rest = arguments[...]
  while let first = rest.first, let option = globalOption(in: first) {
    guard !option.hasValue else {
      leading.append(first)
      rest = rest.dropFirst()
      continue
    }
    guard rest.count >= 2 else { break }
    leading += rest.prefix(2)
    rest = rest.dropFirst(2)
  }
  let end = rest.firstIndex(of: "--") ?? rest.endIndex
  return rest[..<end] + leading + rest[end...]
}

/// Puts a command where none is named: on a terminal the home screen where nothing else is asked for, else
/// `quiz`.
///
/// - Throws: `CommandFailure.unknownCommand` where the first word is no command.
private func withCommand(_ arguments: [String]) throws -> [String] {
  guard let first = arguments.first, globalOption(in: first) == nil else {
    return [isAtTerminal() ? "home" : "quiz"] + arguments
  }
  guard !first.hasPrefix("-"), first != "help", !Wengu.commandNames.contains(first) else { return arguments }
  throw CommandFailure.unknownCommand(first, suggestion: nearest(to: first, among: Wengu.commandNames))
}

/// Lets `-is:new` pass for a word of a query, where a command takes one: of such commands only
/// `-h` is an option with one dash, and a leading blank tells the parser that a word is none.
func negationsAsValues(_ arguments: [String]) -> [String] {
  guard let command = arguments.first, Wengu.commandsWithQuery.contains(command) else { return arguments }
  let end = arguments.firstIndex(of: "--") ?? arguments.endIndex
  return arguments[..<end].map { word in
    word.hasPrefix("-") && !word.hasPrefix("--") && word.count > 1 && word != "-h" ? " " + word : word
  } + arguments[end...]
}

private func globalOption(in argument: String) -> (name: String, hasValue: Bool)? {
  for name in ["--learner", "--data", "--ui"] {
    if argument == name { return (name, false) }
    if argument.hasPrefix(name + "=") { return (name, true) }
  }
  return nil
}
