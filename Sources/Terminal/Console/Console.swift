import CTerminal

/// The process's own input and output, as the front ends use them.
public struct Console {
  /// Where lines come from.
  public let input: any LineInput

  /// Where text goes.
  public let output: any TextOutput

  /// Standard input and output for the linear front end, lines being edited where there is a terminal that can.
  ///
  /// From here on Ctrl-C only ends the line that is waited for, and whatever ends or stops the process gives
  /// the terminal back as it was.
  ///
  /// - Parameter terminal: the value of `TERM`, if it is set.
  /// - Returns: the input and output; prompts go where the text goes.
  public static func linear(terminal: String?) -> Console {
    let output = DescriptorOutput(1)
    let isTerminal = wengu_is_terminal(0) && wengu_is_terminal(1)
    wengu_guard_terminal(isTerminal ? 0 : -1)
    let canEdit = isTerminal && !["", "dumb", "unknown"].contains(terminal ?? "")
    if canEdit, let input = EditedInput(input: 0, output: 1) {
      return Console(input: input, output: output)
    }
    return Console(input: DescriptorInput(0, prompts: output), output: output)
  }

  /// Standard input and output for the line protocol.
  ///
  /// From here on Ctrl-C only ends the line that is waited for.
  public static func lineProtocol() -> Console {
    wengu_guard_terminal(-1)
    return Console(input: DescriptorInput(0), output: DescriptorOutput(1))
  }
}
