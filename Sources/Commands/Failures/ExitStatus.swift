/// How a command ends, as the shell sees it (DESIGN.md §5).
public enum ExitStatus: Int32, Sendable {
  /// Done.
  case success = 0
  /// The input or the request is wrong.
  case refused = 1
  /// The command line is wrong.
  case usage = 2
  /// The machine, a file or a permission stands in the way.
  case environment = 3
}
