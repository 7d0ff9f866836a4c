import Foundation

extension CommandContext {
  /// Whether somebody sits at a terminal, to read and to answer.
  var hasTerminal: Bool { isAtTerminal() }
}

/// Whether standard input and output are a terminal.
func isAtTerminal() -> Bool {
  isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
}
